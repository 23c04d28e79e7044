"""The evidence base itself: its files agree with each other, the bibliography and the pages."""

from __future__ import annotations

from collections.abc import Iterator

from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry, Place, mapping, texts

NEEDED_COLUMNS = {
    "case_series": {"study_id", "n_total", "source"},
    "diagnostics": {
        "row_id",
        "condition",
        "sensitivity_pct",
        "specificity_pct",
        "bound_pct",
        "lr_positive",
        "lr_negative",
        "source",
    },
    "discharges": {"discharge", "source"},
    "priors": {"row_id", "condition", "source"},
}
NUMBER_COLUMNS = {
    "n",
    "n_total",
    "n_male",
    "n_female",
    "n_cases",
    "n_controls",
    "events",
    "year",
    "lr_positive",
    "lr_negative",
}
STATEMENTS = [
    *(f"s-cfs-{number:02d}" for number in range(1, 49)),
    *(f"s-mms-{number:02d}" for number in range(1, 67)),
]
"""The statements of the two seed texts, each taught somewhere; s-mms-67 to -74 are notes about the second."""


def evidence_problems(shelf: Shelf) -> list[Problem]:
    """All problems of claims, tables, seed map, study sizes and uses beyond their schemas."""
    return [*_claims(shelf), *_tables(shelf), *_seed_map(shelf), *_study_sizes(shelf), *_uses(shelf)]


def _claims(shelf: Shelf) -> Iterator[Problem]:
    entries = [e for e in shelf.claims.entries() if isinstance(e.data, dict)]
    own = {entry.id: entry for entry in entries}
    first: dict[str, int] = {}
    for entry in entries:
        for claim_id in [entry.id, *texts(entry.data.get("also"))]:
            if claim_id in first:
                yield entry.problem(
                    f"the id '{claim_id}' stands twice (also line {first[claim_id]}); keep one"
                )
            first.setdefault(claim_id, entry.document.line(entry.place))
        for name in ("sources", "literature"):
            for index, key in enumerate(texts(entry.data.get(name))):
                if key not in shelf.records:
                    message = f"'{key}' is not in the bibliography; allowed: a key of references.bib"
                    yield entry.problem(message, (name, index))
        for index, statement in enumerate(texts(entry.data.get("seed"))):
            if statement not in own or own[statement].data.get("topic") != "seed":
                yield entry.problem(f"'{statement}' is no seed statement", ("seed", index))
        for index, other in enumerate(texts(entry.data.get("contested"))):
            if other not in own or entry.id not in texts(own[other].data.get("contested")):
                message = f"'{other}' does not name this claim back; the mark is mutual"
                yield entry.problem(message, ("contested", index))
        sources = texts(entry.data.get("sources"))
        firm = entry.data.get("topic") != "seed" and entry.data.get("confidence") != "low"
        if firm and sources and all(is_weak(shelf, key) for key in sources):
            yield entry.problem("rests on weak pages only; allowed confidence: low", ("confidence",))


def is_weak(shelf: Shelf, key: str) -> bool:
    """A web page known only through a copy or summary: never the only source of a taught fact."""
    record = shelf.records.get(key)
    return (
        record is not None and record.fields.get("kind") == "web" and record.fields.get("seen") == "tertiary"
    )


def _tables(shelf: Shelf) -> Iterator[Problem]:
    tested = conditions_tested(shelf)
    for name, rows in shelf.tables.items():
        file = f"data/evidence/{name}.csv"
        if not rows:
            yield Problem(file, 1, name, "is missing or empty; the course needs this file")
            continue
        head = rows[0]
        for column in NEEDED_COLUMNS[name] - set(head):
            yield Problem(file, 1, name, f"the column `{column}` is missing")
        for column in {column for column in head if head.count(column) > 1}:
            yield Problem(file, 1, name, f"the column `{column}` stands twice")
        for line, cells in enumerate(rows[1:], 2):
            if len(cells) != len(head):
                message = f"has {len(cells)} cells; allowed: {len(head)}, one per column"
                yield Problem(file, line, cells[0] if cells else name, message)
            else:
                row = dict(zip(head, cells, strict=True))
                yield from _row(shelf, file, line, row)
                if name == "priors" and row.get("condition") and row["condition"] not in tested:
                    message = f"condition: '{row['condition']}' has no test in diagnostics.csv; "
                    message += f"allowed: blank, {', '.join(tested)}"
                    yield Problem(file, line, cells[0], message)
                if name == "diagnostics" and row.get("bound_pct"):
                    lacking = [part for part in ("sensitivity_pct", "specificity_pct") if not row.get(part)]
                    if len(lacking) != 1:
                        message = "bound_pct: bounds nothing; "
                        message += "allowed where one of sensitivity and specificity is blank"
                        yield Problem(file, line, cells[0], message)


def conditions_tested(shelf: Shelf) -> list[str]:
    """The conditions for which diagnostics.csv has a test, each once, in the order of the table."""
    head, *rows = shelf.tables.get("diagnostics") or [[]]
    if "condition" not in head:
        return []
    at = head.index("condition")
    return list(dict.fromkeys(cells[at] for cells in rows if len(cells) > at))


def _row(shelf: Shelf, file: str, line: int, row: dict[str, str]) -> Iterator[Problem]:
    row_id = next(iter(row.values()))
    keys = [key.strip() for key in row.get("source", "").split(";") if key.strip()]
    if not keys:
        yield Problem(file, line, row_id, "source: is empty; each row names its source")
    for key in keys:
        if key not in shelf.records:
            message = f"source: '{key}' is not in the bibliography; allowed: a key of references.bib"
            yield Problem(file, line, row_id, message)
    if row.get("claim_id") and row["claim_id"] not in shelf.claim_ids:
        yield Problem(file, line, row_id, f"claim_id: '{row['claim_id']}' is no claim of claims.yaml")
    for column, cell in row.items():
        if cell and (column in NUMBER_COLUMNS or column.endswith(("_pct", "_n", "_hz"))):
            number = _number(cell)
            if number is None:
                yield Problem(
                    file, line, row_id, f"{column}: '{cell}' is no number; leave blank what was not seen"
                )
            elif column.endswith("_pct") and not 0 <= number <= 100:
                yield Problem(file, line, row_id, f"{column}: is {cell}; allowed: 0 to 100")
            elif column.endswith("_n") and (_number(row.get("n_total", "")) or number) < number:
                yield Problem(file, line, row_id, f"{column}: is {cell}; allowed: at most n_total")


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _seed_map(shelf: Shelf) -> Iterator[Problem]:
    """Every statement of the two seeds exactly once; its verdict is that of the evidence base."""
    document = shelf.seed_map
    if not isinstance(document.data, list):
        return
    verdicts = {"agrees": "confirmed", "refines": "refined", "contradicts": "contradicted"}
    first: dict[str, int] = {}
    for entry in document.entries():
        statement = entry.data.get("statement") if isinstance(entry.data, dict) else None
        if not isinstance(statement, str):
            continue
        line = document.line(entry.place)
        if statement in first:
            yield Problem(
                document.file, line, statement, f"stands twice (first in line {first[statement]}); keep one"
            )
        first.setdefault(statement, line)
        claim = shelf.claim_ids.get(statement)
        if claim is None:
            yield Problem(document.file, line, statement, "is no statement of claims.yaml")
            continue
        found = str(claim.get("verdict"))
        expected = verdicts.get(found, found)
        if entry.data.get("verdict") != expected:
            message = f"verdict: is '{entry.data.get('verdict')}'; claims.yaml says '{expected}'"
            yield Problem(document.file, document.line((*entry.place, "verdict")), statement, message)
        place = entry.data.get("place")
        if isinstance(place, str) and not (shelf.root / place.split("#")[0]).is_file():
            message = f"place: {place.split('#')[0]} is no file of the course"
            yield Problem(document.file, document.line((*entry.place, "place")), statement, message)
    missing = [statement for statement in STATEMENTS if statement not in first]
    if missing:
        message = f"{', '.join(missing)} missing; each of s-cfs-01 to -48 and s-mms-01 to -66 has a place"
        yield Problem(document.file, 1, "seed_map", message)


def _study_sizes(shelf: Shelf) -> Iterator[Problem]:
    document = shelf.study_sizes
    if not isinstance(document.data, dict):
        return
    for part in ("sizes", "short_names"):
        for key in mapping(document.data.get(part)):
            if key not in shelf.records:
                line = document.line((part, key))
                yield Problem(
                    document.file,
                    line,
                    str(key),
                    "is not in the bibliography; allowed: a key of references.bib",
                )


def stated_uses(shelf: Shelf) -> Iterator[tuple[Place, str, str]]:
    """(place in uses.yaml, claim, page or section) of every use stated there."""
    for claim, places in mapping(shelf.uses.data).items():
        for index, address in enumerate(places if isinstance(places, list) else ()):
            if isinstance(address, str):
                yield (claim, index), str(claim), address


def _uses(shelf: Shelf) -> Iterator[Problem]:
    """Each claim and each page that uses.yaml names exists; that sections do is for `page_checks`."""
    whole = Entry(shelf.uses, (), shelf.uses.data)
    for claim in mapping(shelf.uses.data):
        if claim not in shelf.claim_ids and shelf.readable("claims"):
            yield whole.problem("is no claim; allowed: an id or alias of claims.yaml", (claim,))
    for place, _, address in stated_uses(shelf):
        page = address.split("#")[0]
        if not (shelf.root / page).is_file():
            yield whole.problem(
                f"{page} is no page of the course; allowed: one that cites the claim's source", place
            )

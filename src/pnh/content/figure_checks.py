"""A number beside a citation is a number of that source: it occurs in a claim, a table, or figures.yaml.

Looked at: sentences of lessons and pages that hold a citation, and explaining texts of data files that
carry `sources` or `claims`. Numbers in digits only. Years of works, sizes in a citation's label, names such
as CASPR2 and the numbers a made-up patient brings along are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from pnh.content import rich_text
from pnh.content.pages import Page
from pnh.content.problems import Problem
from pnh.content.seed_overlap import strings_in
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry, Place, mapping, texts

EXPLAINING = {"rationale", "why", "general", "take_home", "text", "says", "caution", "matters", "people"}
"""Fields whose numbers have to be a source's."""

NOT_LOOKED_AT = {"options.text", "hypotheses.text", "opening", "stages", "outcomes", "body_chart", "fiction"}
"""Parts that ask, or tell of a made-up patient."""

_NUMBER = re.compile(
    r"(?<![\w*:.,])(?<![A-Za-z]-)"  # not inside a name or another number
    r"(\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?!\.?\d|[*:]?[A-WYZa-wyz])"  # 10x is ten times; 3D is no number
)
_CITATION = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\s]*bibliography\.md#([a-z0-9]+)\)")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*\)")
_PLACE_NAME = re.compile(
    r"\b(?:lesson|case|figure|table|step|question|objective|page|section|type|phase|day|row)s? \d+"
    r"(?:(?:,| and| to|–) ?\d+)*",
    re.IGNORECASE,
)
_MARK = r"\s*(?:[-*|]|\d+\.) "
_LINE = re.compile(rf"(?:\A|\n{_MARK}).*?(?=\n{_MARK}|\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.?!:])(?:\*\*|\*|\)|”|\")?\s+(?=[\"“*\[A-Z0-9])")


def figure_problems(shelf: Shelf) -> list[Problem]:
    """Every number beside a citation that neither the source's claims and tables nor figures.yaml have."""
    if not shelf.records or not shelf.claim_ids:
        return []
    known = Known(shelf)
    problems = list(_registry(shelf))
    for page in shelf.pages:
        if not page.fault:
            problems += _page(shelf, known, page)
    for entry, own in _entries(shelf):
        problems += _entry(shelf, known, entry, own)
    return problems


class Known:
    """The numbers each bibliography key stands for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @cached_property
    def by_key(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for data in {id(data): data for data in self._shelf.claim_ids.values()}.values():
            words = " ".join(str(data.get(name, "")) for name in ("claim", "evidence", "note", "comment"))
            for key in texts(data.get("sources")) + texts(data.get("literature")):
                found[key] |= numbers(words)
        for rows in self._shelf.tables.values():
            at = rows[0].index("source") if rows and "source" in rows[0] else None
            for cells in rows[1:] if at is not None else ():
                for key in cells[at].split(";") if len(cells) > at else ():
                    found[key.strip()] |= numbers(" ".join(cells))
        for data in self._registered:
            claim = mapping(self._shelf.claim_ids.get(data["claim"]))
            for key in [*texts(claim.get("sources")), *texts([data.get("source")])]:
                found[key] |= numbers(data["text"])
        for key, reference in self._shelf.references.items():
            title = self._shelf.records[key].fields.get("title", "")
            found[key] |= numbers(f"{reference.year} {title} {reference.size or ''}")
        return found

    @cached_property
    def by_claim(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim_id, data in self._shelf.claim_ids.items():
            found[claim_id] |= numbers(
                " ".join(str(data.get(name, "")) for name in ("claim", "evidence", "note"))
            )
        for data in self._registered:
            found[data["claim"]] |= numbers(data["text"])
        return found

    @cached_property
    def _registered(self) -> list[dict[str, str]]:
        return [
            entry.data
            for entry in self._shelf.figures.entries()
            if isinstance(entry.data, dict)
            and isinstance(entry.data.get("text"), str)
            and isinstance(entry.data.get("claim"), str)
        ]

    def of(self, keys: Iterable[str], claims: Iterable[str] = ()) -> set[str]:
        """Numbers that may stand beside these citations."""
        found: set[str] = set()
        for key in keys:
            found |= self.by_key.get(key, set())
        for claim in claims:
            found |= self.by_claim.get(claim, set())
        return found


def numbers(text: str) -> set[str]:
    """Numbers of a text in one spelling: no separators, no trailing zeros, a naught before a point."""
    return {spelling(found) for found in _NUMBER.findall(text)}


def spelling(number: str) -> str:
    """`1,000` and `1000`, `.50` and `0.5` are the same number."""
    bare = re.sub("[,\u202f\u00a0]", "", number)
    return f"{float(bare):.10g}"


def _registry(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.figures.entries():
        claim = entry.data.get("claim") if isinstance(entry.data, dict) else None
        if isinstance(claim, str) and claim not in shelf.claim_ids:
            yield entry.problem(f"'{claim}' is no claim; allowed: an id or alias of claims.yaml", ("claim",))


def _message(number: str, keys: Iterable[str]) -> str:
    named = ", ".join(sorted(keys)) or "the claims named"
    return (
        f"the number {number} stands beside {named}, but in none of their claims or tables; allowed: one "
        "that is there, or an entry in data/evidence/figures.yaml that says where it comes from"
    )


def _page(shelf: Shelf, known: Known, page: Page) -> Iterator[Problem]:
    for start, block in page.blocks():
        for offset, sentence in sentences(block):
            keys = {key for key in _CITATION.findall(sentence) if key in shelf.records}
            if not keys:
                continue
            allowed = known.of(keys)
            for number in unbacked(_LINK.sub(_outside_label, sentence), allowed):
                yield page.problem(_message(number, keys), start + offset)


def _outside_label(link: re.Match[str]) -> str:
    """A citation's label names the work; any other link's words belong to the sentence."""
    return " " if "bibliography.md#" in link.group() else link[1]


def sentences(block: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each sentence; a row of a table or an item of a list begins a new one."""
    for line in _LINE.finditer(block):
        text, at = line.group(), line.start()
        if text.lstrip().startswith("|"):
            yield at, re.sub(r"^\s*\|\s*\d+\s", "| ", text)  # rows may be numbered
            continue
        begin = 0
        for end in [*(found.start() for found in _SENTENCE_END.finditer(text)), len(text)]:
            if text[begin:end].strip():
                yield at + begin, text[begin:end]
            begin = end


def unbacked(text: str, allowed: set[str]) -> list[str]:
    """Numbers of `text`, as written, that `allowed` has not."""
    plain = _PLACE_NAME.sub(" ", rich_text.plain(text) if "<" in text else text)
    return [found for found in _NUMBER.findall(plain) if spelling(found) not in allowed]


def _entries(shelf: Shelf) -> Iterator[tuple[Entry, set[str]]]:
    """(entry, numbers it brings along itself)."""
    for entry in shelf.questions:
        if isinstance(entry.data, dict):
            yield (
                entry,
                _own(
                    entry.data,
                    ("stem", "lead_in", "answer", "common_errors", "options", "left", "right", "sct"),
                ),
            )
    for entry in shelf.scenarios:
        if isinstance(entry.data, dict):
            made_up = (
                "patient",
                "opening",
                "actions",
                "outcomes",
                "stages",
                "budget",
                "problem_representation",
            )
            yield entry, _own(entry.data, made_up)
    for entry in shelf.tools:
        yield entry, _own(mapping(entry.data), ("order_set", "diary"))
    for entry in shelf.mimics.entries():
        yield entry, set()
    yield Entry(shelf.treatments, (), shelf.treatments.data), set()


def _own(data: dict[str, Any], names: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for name in names:
        for place, text in strings_in(data.get(name), (name,)):
            if place[-1] not in EXPLAINING or place[-1] == "text":
                found |= numbers(rich_text.plain(text))
        found |= set(_plain_numbers(data.get(name)))
    return found


def _plain_numbers(value: Any) -> Iterator[str]:
    if isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _plain_numbers(part)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield spelling(str(value))


def _entry(shelf: Shelf, known: Known, entry: Entry, own: set[str]) -> Iterator[Problem]:
    for place, text, keys, claims in _explained(entry.data, (), [], []):
        keys = [key for key in keys if key in shelf.records]
        if not keys and not claims:
            continue
        allowed = known.of(keys, claims) | own
        for number in unbacked(_without_names(shelf, text), allowed):
            yield entry.problem(_message(number, keys), place)


def _without_names(shelf: Shelf, text: str) -> str:
    """`text` without the years in names of works, such as (Poyraz 2017) or (n = 6)."""
    return re.sub(r"\(?n ?= ?[\d,]+\)?|\b(?:19|20)\d\d[a-z]?\b", " ", text)


def _explained(
    value: Any, place: Place, keys: list[str], claims: list[str]
) -> Iterator[tuple[Place, str, list[str], list[str]]]:
    """(place, text, keys, claims) of every explaining text with sources, its own or of the part around it."""
    names = [step for step in place if isinstance(step, str)]
    if set(names) & NOT_LOOKED_AT or ".".join(names[-2:]) in NOT_LOOKED_AT:
        return
    if isinstance(value, dict):
        prov = mapping(value.get("prov"))
        if value.get("basis") in ("arithmetic", "published-lr") or "from_s" in value:
            return  # a reckoning, or a segment of a simulated trace
        own = texts(value.get("sources")) + texts(prov.get("sources"))
        said = texts(value.get("claims")) + texts(prov.get("claims"))
        inherits = not names or names[-1] in ("feedback", "debrief", "sct", "rationales")
        keys, claims = (keys + own, claims + said) if inherits else (own, said)
        for name, part in value.items():
            yield from _explained(part, (*place, name), keys, claims)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            inherited = (keys, claims) if isinstance(part, str) else ([], [])
            yield from _explained(part, (*place, index), *inherited)
    elif (
        isinstance(value, str)
        and names
        and (names[-1] in EXPLAINING | {"points"} or names[-2:-1] == ["rationales"])
    ):
        yield place, value, keys, claims

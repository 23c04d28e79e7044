"""What a tool's schema cannot say: the rows, cards, cases and actions it names exist and can be used."""

from __future__ import annotations

from collections.abc import Iterator

from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry, Place, mapping


def tool_problems(shelf: Shelf, entry: Entry) -> list[Problem]:
    """All problems of one tool beyond its schema; what cannot be read is left out."""
    if not isinstance(entry.data, dict):
        return []
    check = _CHECKS.get(str(entry.data.get("kind")))
    try:
        return list(check(shelf, entry)) if check else []
    except (KeyError, TypeError, AttributeError, ValueError):
        return []  # malformed parts are reported by the schema


def treatment_problems(shelf: Shelf) -> list[Problem]:
    """The ladder's entries stand on rungs, and for conditions, that it has."""
    entry = Entry(shelf.treatments, (), shelf.treatments.data)
    try:
        return list(_ladder(entry))
    except (KeyError, TypeError, AttributeError, ValueError):
        return []


def _ladder(entry: Entry) -> Iterator[Problem]:
    known = {name: [row["id"] for row in entry.data[f"{name}s"]] for name in ("condition", "rung")}
    yield from entry.ids_twice(("entries",))
    for index, row in enumerate(entry.data["entries"]):
        for name, ids in known.items():
            if row[name] not in ids:
                message = f"is '{row[name]}'; allowed: {', '.join(ids)}"
                yield entry.problem(message, ("entries", index, name))
    for index, rung in enumerate(entry.data["rungs"]):
        for condition in rung.get("empty", {}):
            place: Place = ("rungs", index, "empty", condition)
            if condition not in known["condition"]:
                message = f"is no condition; allowed: {', '.join(known['condition'])}"
                yield entry.problem(message, place)
            elif any(r["rung"] == rung["id"] and r["condition"] == condition for r in entry.data["entries"]):
                yield entry.problem("says the rung is empty, but an entry stands on it", place)


def _bayes(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    bayes = entry.data["bayes"]
    about: dict[str, str] = {}
    for name, table in (("priors", "priors"), ("tests", "diagnostics")):
        rows = {
            cells[0]: dict(zip(shelf.tables[table][0], cells, strict=True))
            for cells in shelf.tables[table][1:]
        }
        for index, row_id in enumerate(bayes[name]):
            if row_id not in rows:
                message = f"'{row_id}' is no row of {table}.csv; allowed: {', '.join(rows)}"
                yield entry.problem(message, ("bayes", name, index))
                continue
            about[row_id] = rows[row_id]["condition"]
            if name == "priors" and not rows[row_id]["value_pct"]:
                message = f"'{row_id}' has no percentage; allowed: a row of priors.csv with value_pct"
                yield entry.problem(message, ("bayes", name, index))
            elif name == "tests" and not (rows[row_id]["sensitivity_pct"] or rows[row_id]["specificity_pct"]):
                message = (
                    f"'{row_id}' has neither sensitivity nor specificity; allowed: a row with one of them"
                )
                yield entry.problem(message, ("bayes", name, index))
    for name, listed in (("prior", "priors"), ("test", "tests")):
        if bayes["start"][name] not in bayes[listed]:
            message = (
                f"'{bayes['start'][name]}' is not among the {listed}; allowed: {', '.join(bayes[listed])}"
            )
            yield entry.problem(message, ("bayes", "start", name))
    prior, test = (about.get(bayes["start"][name]) for name in ("prior", "test"))
    if None not in (prior, test) and prior != test:
        begins = f"begins with '{prior or 'no condition'}' and a test for '{test}'"
        message = f"{begins}; allowed: two rows with one condition"
        yield entry.problem(message, ("bayes", "start"))


def _order_set(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    order = entry.data["order_set"]
    yield from entry.ids_twice(("order_set", "tests"))
    for index, test in enumerate(order["tests"]):
        place: Place = ("order_set", "tests", index)
        if test["group"] not in order["groups"]:
            message = f"is '{test['group']}'; allowed: {', '.join(order['groups'])}"
            yield entry.problem(message, (*place, "group"))
        if test["harm"] and "harm_text" not in test:
            yield entry.problem("`harm_text` is missing; say what the harm is", place)
    first = [test for test in order["tests"] if test["verdict"] == "first"]
    cost, days = sum(test["cost"] for test in first), max((test["days"] for test in first), default=0)
    if not first:
        message = "no test has the verdict first; allowed: at least one"
        yield entry.problem(message, ("order_set", "tests"))
    elif cost > order["budget"]["cost"] or days > order["budget"]["days"]:
        message = f"is less than the first tests need (cost {cost}, {days} days); allow for them"
        yield entry.problem(message, ("order_set", "budget"))


def _compare(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    cards = [card.id for card in shelf.mimics.entries()]
    for index, card in enumerate(mapping(entry.data["compare"]).get("start", [])):
        if card not in cards:
            message = f"'{card}' is no card of mimics.yaml; allowed: {', '.join(cards)}"
            yield entry.problem(message, ("compare", "start", index))


def _contrast(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    contrast = entry.data["contrast"]
    cases = {case.id: case.data for case in shelf.scenarios}
    yield from _cases(shelf, entry, ("contrast", "cases"), contrast["cases"])
    for at, case_id in enumerate(contrast["cases"]):
        if case_id not in cases:
            continue
        side = ("first", "second")[at]
        actions = {action["id"] for action in cases[case_id]["actions"]}
        for index, row in enumerate(contrast["rows"]):
            action = row.get("actions", {}).get(side)
            if action is not None and action not in actions:
                message = f"'{action}' is no action of {case_id}; allowed: {', '.join(sorted(actions))}"
                yield entry.problem(message, ("contrast", "rows", index, "actions", side))


def _sort(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    sort = entry.data["sort"]
    yield from entry.ids_twice(("sort", "bins"))
    yield from entry.ids_twice(("sort", "cards"))
    bins, used = [row["id"] for row in sort["bins"]], {card["bin"] for card in sort["cards"]}
    for index, card in enumerate(sort["cards"]):
        if card["bin"] not in bins:
            message = f"is '{card['bin']}'; allowed: {', '.join(bins)}"
            yield entry.problem(message, ("sort", "cards", index, "bin"))
    for index, name in enumerate(bins):
        if name not in used:
            message = f"no card belongs into '{name}'; give it one, or take the bin out"
            yield entry.problem(message, ("sort", "bins", index))


def _trial(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    trial = entry.data["trial"]
    yield from entry.ids_twice(("trial", "rows"))
    for index, row in enumerate(trial["rows"]):
        place: Place = ("trial", "rows", index)
        if row["basis"] == "published" and not row.get("sources"):
            yield entry.problem(
                "is published, and `sources` is missing; name them, or call it assumed", place
            )
        if row["basis"] == "assumed" and row.get("sources"):
            message = "is assumed, so no source stands behind it; take `sources` out, or call it published"
            yield entry.problem(message, place)
    if all(row["basis"] != "published" for row in trial["rows"]):
        message = "no row is published; allowed: at least one that is"
        yield entry.problem(message, ("trial", "rows"))
    rows = [row["id"] for row in trial["rows"]]
    if trial["start"]["others"] not in rows:
        message = f"'{trial['start']['others']}' is no row; allowed: {', '.join(rows)}"
        yield entry.problem(message, ("trial", "start", "others"))


def _worksheet(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    sheet = entry.data["worksheet"]
    yield from entry.ids_twice(("worksheet", "texts"))
    yield from entry.ids_twice(("worksheet", "questions"))
    columns = [row["id"] for row in sheet["texts"]]
    for index, row in enumerate(sheet["questions"]):
        if set(row["ours"]) != set(columns):
            message = f"answers for {', '.join(row['ours'])}; allowed: {' and '.join(columns)}, each once"
            yield entry.problem(message, ("worksheet", "questions", index, "ours"))


def _clinic(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    """Every case of the course is listed once, and pairs are of listed cases."""
    clinic = entry.data["clinic"]
    yield from _cases(shelf, entry, ("clinic", "cases"), clinic["cases"])
    missing = [case.id for case in shelf.scenarios if case.id not in clinic["cases"]]
    if missing:
        yield entry.problem(f"leaves out {', '.join(missing)}; list every case", ("clinic", "cases"))
    for index, pair in enumerate(clinic["pairs"]):
        for at, case_id in enumerate(pair):
            if case_id not in clinic["cases"]:
                message = f"'{case_id}' is not listed in `cases`"
                yield entry.problem(message, ("clinic", "pairs", index, at))


def _cases(shelf: Shelf, entry: Entry, place: Place, case_ids: list[str]) -> Iterator[Problem]:
    """Each is a case, and a lesson shows it."""
    known = [case.id for case in shelf.scenarios]
    played = {call for page in shelf.pages for call in page.calls}
    for index, case_id in enumerate(case_ids):
        if case_id not in known:
            message = f"'{case_id}' is no case; allowed: {', '.join(known)}"
            yield entry.problem(message, (*place, index))
        elif ("scenario", case_id) not in played:
            message = f"'{case_id}' stands in no lesson; allowed: a case that a notebook shows"
            yield entry.problem(message, (*place, index))


_CHECKS = {
    "bayes": _bayes,
    "order-set": _order_set,
    "compare": _compare,
    "contrast": _contrast,
    "clinic": _clinic,
    "sort": _sort,
    "trial": _trial,
    "worksheet": _worksheet,
}

"""A tool that stands still: tables, cards and forms that read whole without a script and on paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pnh.widgets.still import exercise
from pnh.widgets.still.markup import attribute, bullets, citations, disclosure, table, unmarked

NAMES = {
    "bayes": "Before and after a test",
    "order-set": "Order set",
    "ladder": "Evidence ladder",
    "compare": "Side by side",
    "calibration": "Calibration",
    "contrast": "Two cases in contrast",
    "diary": "Titration diary",
    "clinic": "The clinic",
    "sort": "Sort the statements",
    "write": "Write, then compare",
    "trial": "Trial of treatment",
    "worksheet": "Worksheet",
}
VERDICT = {
    "first": "now",
    "later": "later, if the first results ask for it",
    "not-now": "not now",
    "harmful": "harmful here",
}
DIRECTION = {
    "better": "points to benefit",
    "mixed": "mixed",
    "no-better": "no better than its comparison",
    "harm": "points to harm",
    "not-studied": "no study of it was found",
}
FEATURES = {
    "who": "Who has it",
    "says": "What they say",
    "finds": "What you find",
    "settles": "What settles it",
    "apart": "What sets it apart",
}


def html(item_id: str, body: dict[str, Any]) -> str:
    """The tool as a section; `body` is the payload's body with its `kind`."""
    kind = body["kind"]
    limits = bullets(
        f"{limit['text']}{citations(limit.get('sources'), body['refs'])}" for limit in body["limits"]
    )
    return (
        f'<section class="pnh-still" aria-label="{NAMES[kind]}: {attribute(unmarked(body["title"]))}">\n'
        f'<p class="pnh-kicker">{NAMES[kind]}</p>\n<p class="pnh-stem">{body["title"]}</p>\n'
        f"<p>{body['intro']}</p>\n{_KINDS[kind](item_id, body)}\n"
        f"<p>Limits:</p>\n{limits}\n</section>"
    )


def markdown(item_id: str, body: dict[str, Any]) -> str:
    """Title and task."""
    return f"**{NAMES[body['kind']]}: {unmarked(body['title'])}**\n\n{unmarked(body['intro'])}"


def _bayes(item_id: str, body: dict[str, Any]) -> str:
    bayes, refs = body["bayes"], body["refs"]
    start = bayes["start"]
    prior = next(row for row in bayes["priors"] if row["id"] == start["prior"])
    test = next(row for row in bayes["tests"] if row["id"] == start["test"])
    priors = table(
        "Published figures from before the test",
        ("Who was counted", "What was counted", "Percent", "Caution"),
        (
            (
                row["population"],
                f"{row['quantity']}{citations(row['sources'], refs)}",
                _percent(row["value_pct"]),
                row["caveat"],
            )
            for row in bayes["priors"]
        ),
    )
    tests = table(
        "Published accuracy, one cut-off a row; figures of different rows are never combined",
        ("Test and cut-off", "Sensitivity", "Specificity", "Compared with", "Caution"),
        (
            (
                f"{row['test']}: {row['cut_off'] or 'cut-off not stated'}{citations(row['sources'], refs)}",
                _percent(row["sensitivity_pct"]),
                _percent(row["specificity_pct"]),
                row["comparison_group"],
                row["caveat"],
            )
            for row in bayes["tests"]
        ),
    )
    return f"{_worked_tree(prior, test)}\n{priors}\n{tests}"


def _percent(value: float | None) -> str:
    return "not published" if value is None else f"{value:g}%"


def _worked_tree(prior: dict[str, Any], test: dict[str, Any]) -> str:
    """The start setting in natural frequencies, if both figures of its pair are published."""
    have = round(10 * prior["value_pct"])
    begin = f"Of 1,000 people like these ({prior['population']}), {have} have it and {1000 - have} have not."
    if test["sensitivity_pct"] is None or test["specificity_pct"] is None:
        missing = "Only one figure of the pair was published at this cut-off, so the tree ends here."
        return f"<p>{begin} {missing}</p>"
    true = round(have * test["sensitivity_pct"] / 100)
    false = round((1000 - have) * (100 - test["specificity_pct"]) / 100)
    return (
        f"<p>{begin} With {test['test']}, {true} of the {have} and {false} of the {1000 - have} test "
        f"positive. So of {true + false} positive people {true} have it.</p>"
    )


def _order_set(item_id: str, body: dict[str, Any]) -> str:
    order, refs = body["order_set"], body["refs"]
    groups = "".join(
        f"<fieldset><legend>{group}</legend>"
        + "".join(
            f'<p><label><input type="checkbox" name="{attribute(item_id)}" value="{attribute(test["id"])}"> '
            f"<span>{test['label']} (cost {test['cost']} of 4, {_days(test['days'])}, "
            f"harm {test['harm']} of 3)</span></label></p>"
            for test in order["tests"]
            if test["group"] == group
        )
        + "</fieldset>"
        for group in order["groups"]
    )
    answers = bullets(
        f"<strong>{test['label']}: {VERDICT[test['verdict']]}.</strong> It shows: {test['shows']} "
        f"{'It changes this:' if test['changes'] else 'It changes nothing:'} {test['change']} {test['why']}"
        f"{citations(test.get('sources'), refs)}"
        for test in order["tests"]
    )
    allowed = f"cost {order['budget']['cost']}, {_days(order['budget']['days'])}"
    budget = f"Budget: {allowed}. A scale of ours, not prices."
    return (
        f"<p>{order['patient']}</p>\n<p>{budget}</p>\n{groups}\n"
        f"{disclosure('What each test shows and changes', answers)}"
    )


def _days(days: int) -> str:
    return "same day" if days == 0 else f"{days} day{'s' * (days != 1)}"


def _ladder(item_id: str, body: dict[str, Any]) -> str:
    ladder, refs = body["ladder"], body["refs"]
    conditions = {row["id"]: row["label"] for row in ladder["conditions"]}
    return "\n".join(
        table(
            f"{rung['label']}{'. ' + rung['about'] if rung.get('about') else ''}",
            ("Treatment", "For", "People", "What came out", "Which way it points"),
            (
                (
                    entry["treatment"],
                    conditions[entry["condition"]],
                    entry["people"] + ("" if entry["n"] is None else f" (n = {entry['n']})"),
                    f"{entry['says']} {entry.get('caution', '')}{citations(entry['sources'], refs)}",
                    DIRECTION[entry["direction"]],
                )
                for entry in ladder["entries"]
                if entry["rung"] == rung["id"]
            ),
        )
        + bullets(rung.get("empty", {}).values())
        for rung in ladder["rungs"]
    )


def _compare(item_id: str, body: dict[str, Any]) -> str:
    refs = body["refs"]
    return table(
        "Every card in one table",
        ("Condition", *FEATURES.values()),
        (
            (
                f"{card['name']} <em>({card['urgency']})</em>",
                *(f"{card[name]['text']}{citations(card[name].get('sources'), refs)}" for name in FEATURES),
            )
            for card in body["compare"]["mimics"]
        ),
    )


def _calibration(item_id: str, body: dict[str, Any]) -> str:
    needed = body["calibration"]["curve_from"]
    return (
        f"<p>Here a page with a script gathers the probabilities you stated in questions and cases, says how "
        f"far they lay from what was so, and from {needed} statements on draws your curve. On paper, keep "
        "two columns: what you said, and what was so.</p>"
    )


def _contrast(item_id: str, body: dict[str, Any]) -> str:
    contrast, refs = body["contrast"], body["refs"]
    first, second = contrast["titles"]
    inside = (
        f"<p>{contrast['same']}</p>"
        + table(
            f"{first} and {second}, side by side",
            ("What to compare", first, second, "Why it matters"),
            (
                (
                    row["feature"],
                    row["first"],
                    row["second"],
                    f"{row['matters']}{citations(row.get('sources'), refs)}",
                )
                for row in contrast["rows"]
            ),
        )
        + f"<p><strong>Where the paths part:</strong> {contrast['parting']}</p>"
    )
    sources = [page.replace(".html", ".ipynb") for page in contrast["pages"]]
    links = " and ".join(
        f'<a href="{attribute(page)}">{title}</a>'
        for page, title in zip(sources, contrast["titles"], strict=True)
    )
    hidden = disclosure("The comparison (gives both cases away)", inside)
    return f"<p>Play both cases first: {links}.</p>\n{hidden}"


SUPPORT = {"worked": "with the expert's thoughts", "cued": "with hints", "free": "on your own"}


def _clinic(item_id: str, body: dict[str, Any]) -> str:
    rows = (
        (
            f"{row['number']}. {row['title']}",
            row["complaint"],
            f"{SUPPORT[row['support']]}, about {row['minutes']} minutes",
            f'<a href="{attribute(row["page"].replace(".html", ".ipynb"))}">lesson {row["lesson"]}</a>',
            " and ".join(map(str, row["beside"])) or "alone",
        )
        for row in body["clinic"]["rows"]
    )
    return table("All cases", ("Case", "Complaint", "Help and time", "Where", "Set it beside case"), rows)


def _diary(item_id: str, body: dict[str, Any]) -> str:
    diary = body["diary"]
    prompts = "".join(
        f"<p><strong>{diary[name]['prompt']}</strong> <em>{diary[name]['example']}</em></p>"
        '<p class="pnh-blank"></p>'
        for name in ("goal", "measure", "stop", "harm_watch")
    )
    steps = table(
        "Steps",
        ("Step", "Date", *diary["rows"]),
        ((str(step), *("" for _ in range(len(diary["rows"]) + 1))) for step in range(1, diary["steps"] + 1)),
    )
    return f"<p>{diary['patient']}</p>\n{prompts}\n{steps}"


_KINDS: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "bayes": _bayes,
    "order-set": _order_set,
    "ladder": _ladder,
    "compare": _compare,
    "calibration": _calibration,
    "contrast": _contrast,
    "diary": _diary,
    "clinic": _clinic,
    "sort": exercise.sort,
    "write": exercise.write,
    "trial": exercise.trial,
    "worksheet": exercise.worksheet,
}

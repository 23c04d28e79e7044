"""Tools in which the reader sorts, writes or reckons first; our answers stand folded beneath."""

from __future__ import annotations

from typing import Any

from pnh.widgets.order import shuffled
from pnh.widgets.still.markup import bullets, citations, disclosure, table

LINES = 8
"""Empty lines to write on, on paper."""


def sort(item_id: str, body: dict[str, Any]) -> str:
    sort, refs = body["sort"], body["refs"]
    labels = {row["id"]: row["label"] for row in sort["bins"]}
    cards = shuffled(sort["cards"], item_id)
    bins = bullets(f"<strong>{row['label']}</strong>: {row['about']}" for row in sort["bins"])
    statements = bullets((card["text"] for card in cards), ordered=True)
    answers = bullets(
        (
            f"<strong>{labels[card['bin']]}:</strong> {card['text']}. {card['why']}"
            f"{citations(card.get('sources'), refs)}"
            for card in cards
        ),
        ordered=True,
    )
    return (
        f"<p>Sort into:</p>\n{bins}\n<p>The statements:</p>\n{statements}\n"
        f"{disclosure('Where we put each, and why', answers)}"
    )


def write(item_id: str, body: dict[str, Any]) -> str:
    write, refs = body["write"], body["refs"]
    checklist, not_to_say = (
        bullets(
            f"{mark}<strong>{row['text']}</strong>{end} {row['why']}{citations(row.get('sources'), refs)}"
            for row in write[name]
        )
        for name, mark, end in (("checklist", "☐ ", "."), ("not_to_say", "“", "”"))
    )
    model = "</p>\n<p>".join(write["model"].split("\n"))
    inside = (
        f"<p><strong>A model answer, one among many:</strong> {model}</p>\n"
        f"<p>Tick what your text has:</p>\n{checklist}\n<p>What not to say:</p>\n{not_to_say}"
    )
    lines = '<p class="pnh-blank"></p>' * LINES
    return (
        f"<p>{write['setting']}</p>\n<p><strong>Your task:</strong> {write['prompt']}</p>\n{lines}\n"
        f"{disclosure('When you have written: a model answer and a checklist', inside)}"
    )


def trial(item_id: str, body: dict[str, Any]) -> str:
    trial, refs = body["trial"], body["refs"]
    rows = table(
        "How many of those without the disorder get better",
        ("Who, and which response", "Of 100", "Where the number comes from"),
        (
            (
                row["label"],
                f"{row['response_pct']:g}",
                f"published{citations(row['sources'], refs)}" if row["basis"] == "published" else "assumed",
            )
            for row in trial["rows"]
        ),
    )
    return f"<p>{trial['about']}</p>\n{rows}\n{disclosure('A worked example', _worked_trial(trial))}"


def _worked_trial(trial: dict[str, Any]) -> str:
    """The start setting in whole people; halves are rounded up, as in frontend/src/tools/response.js."""
    start = trial["start"]
    others = next(row for row in trial["rows"] if row["id"] == start["others"])
    have = 10 * start["prior_pct"]
    true = _rounded(have * start["response_pct"] / 100)
    false = _rounded((1000 - have) * others["response_pct"] / 100)
    ratio = f"{start['response_pct'] / others['response_pct']:.3g}" if others["response_pct"] else "no end"
    return (
        f"<p>Of 1,000 people {have} have the disorder (assumed) and {1000 - have} have not. Let "
        f"{start['response_pct']} of 100 with it get better (assumed), and of the others as many as here: "
        f"{others['label']}, {others['response_pct']:g}% ({others['basis']}).</p>\n"
        f"<p>Then {true} of the {have} and {false} of the {1000 - have} get better. So of {true + false} "
        f"people who got better, {true} have the disorder, and {false} have something else. The likelihood "
        f"ratio of a response is {start['response_pct']} / {others['response_pct']:g} = {ratio}.</p>"
    )


def _rounded(people: float) -> int:
    return int(people + 0.5)


def worksheet(item_id: str, body: dict[str, Any]) -> str:
    sheet, refs = body["worksheet"], body["refs"]
    labels = [row["label"] for row in sheet["texts"]]
    empty = table(
        "To fill in",
        ("Question", *labels),
        ((f"{row['question']} <em>{row['help']}</em>", "", "") for row in sheet["questions"]),
    )
    ours = table(
        "Our answers, a draft",
        ("Question", *labels, "Sources"),
        (
            (
                row["question"],
                *(row["ours"][column["id"]] for column in sheet["texts"]),
                citations(row.get("sources"), refs),
            )
            for row in sheet["questions"]
        ),
    )
    return f"{empty}\n{disclosure('Our answers, to compare', ours)}"

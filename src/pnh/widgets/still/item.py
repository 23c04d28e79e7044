"""A question that stands still: options as native inputs, every explanation in one disclosure."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from pnh.widgets.order import shown_choices, shown_options
from pnh.widgets.still import trace
from pnh.widgets.still.markup import attribute, bullets, citations, disclosure, text, unmarked

_LEGEND = {"sct": "How does this change the hypothesis?", "probability": "How likely is it, in percent?"}


def html(item_id: str, item: dict[str, Any]) -> str:
    """The question as a section; `item` is the payload's body."""
    inputs, answers = _KINDS[item["type"]]
    feedback = item["feedback"]
    take_home = (
        f"<p><strong>Take home:</strong> {feedback['take_home']}</p>" if feedback.get("take_home") else ""
    )
    explained = (
        answers(item) + f"<p>{feedback['general']}{citations(item['sources'], item['refs'])}</p>" + take_home
    )
    return (
        f'<section class="pnh-still" aria-label="Question: {attribute(unmarked(item["title"]))}">\n'
        f'<p class="pnh-kicker">{_kicker(item)}</p>\n'
        f'<p class="pnh-stem">{item["stem"]}</p>\n'
        f"<fieldset><legend>{item.get('lead_in') or _LEGEND.get(item['type'], 'Your answer')}</legend>\n"
        f"{inputs(item_id, item)}\n</fieldset>\n"
        f"{disclosure('Answer and explanations' + _which(item), explained)}\n</section>"
    )


def markdown(item_id: str, item: dict[str, Any]) -> str:
    """Stem and options, without the answers."""
    rows = [option["text"] for option in shown_options(item, item_id)] if "options" in item else []
    if item["type"] == "matching":
        rows = [f"{left['text']}: …" for left in item["left"]] + [
            "choose from: " + "; ".join(right["text"] for right in shown_choices(item, item_id))
        ]
    listed = "".join(f"\n- {unmarked(row)}" for row in rows)
    lead_in = f"\n\n{unmarked(item['lead_in'])}" if item.get("lead_in") else ""
    return f"**{_kicker(item)}**\n\n{unmarked(item['stem'])}{lead_in}\n{listed}".rstrip()


def _which(item: dict[str, Any]) -> str:
    """For ears: ten disclosures of one name are hard to tell apart in a list."""
    return f'<span class="pnh-ears">, question {item["number"]}</span>' if item.get("number") else ""


def _kicker(item: dict[str, Any]) -> str:
    return f"Check yourself · {item['number']} of {item['of']}" if item.get("number") else "Check yourself"


def _choices(item_id: str, item: dict[str, Any]) -> str:
    kind = "checkbox" if item["type"] == "multi" else "radio"
    return "".join(
        f'<p><label><input type="{kind}" name="{attribute(item_id)}" value="{attribute(option["id"])}"> '
        f"<span>{option['text']}</span></label></p>"
        for option in shown_options(item, item_id)
    )


def _choice_answers(item: dict[str, Any]) -> str:
    return bullets(
        f"<strong>{'Right' if option.get('correct') else 'Not right'}: {option['text']}.</strong> "
        f"{option['rationale']}{citations(option.get('sources'), item['refs'])}"
        for option in item["options"]
    )


def _segment_inputs(item_id: str, item: dict[str, Any]) -> str:
    picture = base64.b64encode(trace.drawing(item["signal"], item["options"]).encode()).decode("ascii")
    alt = attribute(unmarked(item["signal"]["alt"]))
    boxes = "".join(
        f'<p><label><input type="checkbox" name="{attribute(item_id)}" value="{attribute(segment["id"])}"> '
        f"<span>{trace.segment_name(index, segment)}: {segment['text']}</span></label></p>"
        for index, segment in enumerate(item["options"])
    )
    return f'<img class="pnh-drawing" alt="{alt}" src="data:image/svg+xml;base64,{picture}">{boxes}'


def _segment_answers(item: dict[str, Any]) -> str:
    return bullets(
        f"<strong>{'Mark' if segment.get('correct') else 'Leave'} "
        f"{trace.segment_name(index, segment)}.</strong> {segment['rationale']}"
        f"{citations(segment.get('sources'), item['refs'])}"
        for index, segment in enumerate(item["options"])
    )


def _order_inputs(item_id: str, item: dict[str, Any]) -> str:
    return bullets(option["text"] for option in shown_options(item, item_id))


def _order_answers(item: dict[str, Any]) -> str:
    in_order = sorted(item["options"], key=lambda option: option["position"])
    return bullets(
        (
            f"<strong>{option['text']}.</strong> {option['rationale']}"
            f"{citations(option.get('sources'), item['refs'])}"
            for option in in_order
        ),
        ordered=True,
    )


def _match_inputs(item_id: str, item: dict[str, Any]) -> str:
    choices = "<option></option>" + "".join(
        f"<option>{text(unmarked(right['text']))}</option>" for right in shown_choices(item, item_id)
    )
    return "".join(
        f'<p><label><span>{left["text"]}</span> <select name="{attribute(item_id)}-{attribute(left["id"])}">'
        f"{choices}</select></label></p>"
        for left in item["left"]
    )


def _match_answers(item: dict[str, Any]) -> str:
    right = {row["id"]: row["text"] for row in item["right"]}
    return bullets(
        f"<strong>{left['text']}: {right[pair['to']]}.</strong> {pair['rationale']}"
        f"{citations(pair.get('sources'), item['refs'])}"
        for left in item["left"]
        for pair in [item["pairs"][left["id"]]]
    )


def _number_input(item_id: str, item: dict[str, Any]) -> str:
    unit = text(item["answer"]["unit"])
    return f'<p><label>Your answer <input type="text" inputmode="decimal" size="8"></label> {unit}</p>'


def _number_answers(item: dict[str, Any]) -> str:
    answer = item["answer"]
    working = f" {answer['working']}" if answer.get("working") else ""
    wrong = bullets(f"{row['value']:g}: {row['rationale']}" for row in item["common_errors"])
    return (
        f"<p><strong>{answer['value']:g} {text(answer['unit'])}.</strong>{working}</p>"
        f"<p>Answers that look right and are not:</p>{wrong}"
    )


def _short_input(item_id: str, item: dict[str, Any]) -> str:
    return '<p><label>Your answer <input type="text" size="30"></label></p>'


def _short_answers(item: dict[str, Any]) -> str:
    return f"<p><strong>A model answer:</strong> {item['model_answer']}</p>"


def _probability_inputs(item_id: str, item: dict[str, Any]) -> str:
    return "".join(
        f"<p><label><span>{row['text']}</span> "
        f'<input type="text" inputmode="numeric" size="4" name="{attribute(item_id)}-{attribute(row["id"])}">'
        "</label> %</p>"
        for row in item["hypotheses"]
    )


def _probability_answers(item: dict[str, Any]) -> str:
    return bullets(
        f"<strong>{row['text']}: {_settled(row)}.</strong> {row['rationale']}"
        f"{citations(row.get('sources'), item['refs'])}"
        for row in item["hypotheses"]
    )


def _settled(row: dict[str, Any]) -> str:
    if "reference" in row:
        return f"{100 * row['reference']:.3g}%, by arithmetic"
    return "this is so" if row["outcome"] else "this is not so"


def _script_inputs(item_id: str, item: dict[str, Any]) -> str:
    sct = item["sct"]
    steps = "".join(
        f'<p><label><input type="radio" name="{attribute(item_id)}" value="{step}"> '
        f"<span>{words}</span></label></p>"
        for step, words in SCRIPT_STEPS.items()
    )
    return (
        f"<p>You were thinking of: <strong>{sct['hypothesis']}</strong></p>"
        f"<p>Then you learn: <strong>{sct['new_information']}</strong></p>{steps}"
    )


def _script_answers(item: dict[str, Any]) -> str:
    sct = item["sct"]
    rows = bullets(
        f"<strong>{words.capitalize()}.</strong> {sct['rationales'][step]}"
        for step, words in SCRIPT_STEPS.items()
    )
    leaning = SCRIPT_STEPS[str(sct["leaning"])]
    return (
        f"<p>No panel has answered this, so it is not scored. The authors of the course lean to "
        f"<strong>{leaning}</strong>: a draft, for discussion.</p>{rows}"
    )


SCRIPT_STEPS = {
    "-2": "much less likely",
    "-1": "less likely",
    "0": "neither less nor more likely",
    "1": "more likely",
    "2": "much more likely",
}
"""The five steps of script concordance; the front end says the same (tests/vectors/words.json)."""

_KINDS: dict[str, tuple[Callable[[str, dict[str, Any]], str], Callable[[dict[str, Any]], str]]] = {
    "sba": (_choices, _choice_answers),
    "multi": (_choices, _choice_answers),
    "hotspot": (_segment_inputs, _segment_answers),
    "ordering": (_order_inputs, _order_answers),
    "matching": (_match_inputs, _match_answers),
    "numeric": (_number_input, _number_answers),
    "short": (_short_input, _short_answers),
    "probability": (_probability_inputs, _probability_answers),
    "sct": (_script_inputs, _script_answers),
}

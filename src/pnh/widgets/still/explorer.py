"""An explorer that stands still: its picture, what one can set, what to reach, and the model's limits."""

from __future__ import annotations

import base64
from typing import Any

from pnh.widgets.still.markup import attribute, bullets, citations, text, unmarked


def html(item_id: str, body: dict[str, Any]) -> str:
    """The explorer as a section; `body` is the payload's body. The picture is drawn from the Python model."""
    from pnh.figures.explorer_still import drawing  # matplotlib is slow to import

    alt = unmarked(body["still"]["alt"])
    picture = base64.b64encode(drawing(body).encode()).decode("ascii")
    return (
        f'<section class="pnh-still" aria-label="Explorer: {attribute(unmarked(body["title"]))}">\n'
        f'<p class="pnh-kicker">Try it</p>\n<p class="pnh-stem">{body["title"]}</p>\n<p>{body["intro"]}</p>\n'
        # As an image, because JupyterLab strips a drawing set into the text of a notebook it does not trust.
        f'<img class="pnh-drawing" alt="{attribute(alt)}" src="data:image/svg+xml;base64,{picture}">\n'
        f'<p class="pnh-caption">{body["still"]["caption"]}</p>\n'
        f"{_settings(body)}"
        f"<p>What to reach:</p>\n{bullets(goal['text'] for goal in body['goals'])}\n"
        f"<p>Limits of the model:</p>\n{_limits(body)}\n</section>"
    )


def markdown(item_id: str, body: dict[str, Any]) -> str:
    """Title, task and goals."""
    goals = "".join(f"\n- {unmarked(goal['text'])}" for goal in body["goals"])
    return f"**Try it: {unmarked(body['title'])}**\n\n{unmarked(body['intro'])}\n{goals}"


def _settings(body: dict[str, Any]) -> str:
    if not body["controls"]:
        return ""
    return f"<p>What one can set:</p>\n{bullets(map(_setting, body['controls']))}\n"


def _setting(control: dict[str, Any]) -> str:
    if control["kind"] == "range":
        unit = text(control["unit"])
        return f"{control['label']}: {control['min']:g} to {control['max']:g} {unit}"
    if control["kind"] == "select":
        return f"{control['label']}: {'; '.join(option['label'] for option in control['options'])}"
    return f"{control['label']}: on or off"


def _limits(body: dict[str, Any]) -> str:
    return bullets(
        f"{limit['text']}{citations(limit.get('sources'), body['refs'])}" for limit in body["limits"]
    )

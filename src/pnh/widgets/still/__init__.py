"""A widget that stands still: its content as semantic HTML and as Markdown, for no script and for paper."""

from __future__ import annotations

from typing import Any

from pnh.widgets.payload import script_json
from pnh.widgets.still import case, explorer, item, tool
from pnh.widgets.still.markup import attribute

_KINDS = {"question": item, "scenario": case, "explorer": explorer}
_LATE_TYPES = ("probability", "sct")
"""Question types that a script of their own brings to life, so the root names them."""

RUN_HINT = '<p class="pnh-run-hint"><em>Run this cell (Shift+Enter) to answer here.</em></p>'


def html(document: dict[str, Any]) -> str:
    """Root element with the readable content and the payload the front end starts from."""
    kind, item_id = document["kind"], document["id"]
    return (
        f'<div class="pnh" data-pnh="{attribute(kind)}"{_type(document)} '
        f'data-pnh-id="{attribute(item_id)}">\n'
        f"{RUN_HINT}\n{_KINDS.get(kind, tool).html(item_id, {**document['payload'], 'kind': kind})}\n"
        f'<script type="application/json">{script_json(document)}</script>\n</div>'
    )


def _type(document: dict[str, Any]) -> str:
    kind = document["payload"].get("type") if document["kind"] == "question" else None
    return f' data-pnh-type="{kind}"' if kind in _LATE_TYPES else ""


def markdown(document: dict[str, Any]) -> str:
    """What LaTeX and plain readers get: a question without its answers, a case's opening, a tool's task."""
    kind = document["kind"]
    return _KINDS.get(kind, tool).markdown(document["id"], {**document["payload"], "kind": kind})

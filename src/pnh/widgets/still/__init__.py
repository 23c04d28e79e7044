"""A widget that stands still: its content as semantic HTML and as Markdown, for no script and for paper."""

from __future__ import annotations

from typing import Any

from pnh.widgets.payload import script_json
from pnh.widgets.still import case, explorer, item
from pnh.widgets.still.markup import attribute

_KINDS = {"question": item, "scenario": case, "explorer": explorer}

RUN_HINT = '<p class="pnh-run-hint"><em>Run this cell (Shift+Enter) to answer here.</em></p>'


def html(document: dict[str, Any]) -> str:
    """Root element with the readable content and the payload the front end starts from."""
    kind, item_id = document["kind"], document["id"]
    return (
        f'<div class="pnh" data-pnh="{attribute(kind)}" data-pnh-id="{attribute(item_id)}">\n'
        f"{RUN_HINT}\n{_KINDS[kind].html(item_id, document['payload'])}\n"
        f'<script type="application/json">{script_json(document)}</script>\n</div>'
    )


def markdown(document: dict[str, Any]) -> str:
    """The question without its answers, or the opening of the case: what LaTeX and plain readers get."""
    return _KINDS[document["kind"]].markdown(document["id"], document["payload"])

"""Documents between reading and writing: embeds become widgets, and widgets stay out of the search index."""

from __future__ import annotations

import base64
import re
from functools import cache
from typing import Any

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform

from pnh.content import Course, load_course
from pnh.content.places import lesson_showing
from pnh.widgets import still
from pnh.widgets.payload import (
    explorer_payload,
    question_payload,
    scenario_payload,
    script_json,
    tool_payload,
)

EMBED = re.compile(r'<div data-pnh-embed="(question|scenario|explorer|tool)" data-id="([\w-]+)"></div>')
TITLES = re.compile(r'<div class="pnh" data-pnh="progress"></div>')
_SOURCE_LINK = re.compile(r'(href="\.\./(?:book|notebooks)/\w+)\.(?:md|ipynb)(?=[#"])')
_DRAWN = re.compile(r'<img class="pnh-drawing"[^>]* src="data:image/svg\+xml;base64,(?P<svg>[^"]+)">')
PAYLOADS = {
    "question": question_payload,
    "scenario": scenario_payload,
    "explorer": explorer_payload,
    "tool": tool_payload,
}


def as_page(html: str) -> str:
    """Outputs as pages want them: links lead to pages instead of sources, and a drawing that lies in an image
    is set into the page, where it takes the theme."""
    return _SOURCE_LINK.sub(r"\1.html", _DRAWN.sub(_set_inline, html))


def _set_inline(image: re.Match[str]) -> str:
    return base64.b64decode(image["svg"]).decode()


class widget_output(nodes.General, nodes.Element):
    """A widget's HTML. The search's word collector does not know this node: answers stay out of the index."""


def visit_widget_output(translator: Any, node: widget_output) -> None:
    translator.body.append(node["html"])


def depart_widget_output(translator: Any, node: widget_output) -> None:
    pass


@cache
def course() -> Course:
    """The content, read once a build; a bad data file stops the build with its line."""
    return load_course()


class EmbedWidgets(SphinxTransform):
    """Prose pages place a widget with `<div data-pnh-embed="question" data-id="…"></div>`."""

    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        for node in list(self.document.findall(nodes.raw)):
            if "html" not in node.get("format", "").split():
                continue
            source = EMBED.sub(lambda found: _live(found[1], found[2], self.env.docname), node.astext())
            source = TITLES.sub(lambda _: _progress(), source)
            if 'class="pnh"' in source or 'class="pnh-' in source:
                node.replace_self(widget_output(html=as_page(source)))


def _live(kind: str, item_id: str, docname: str) -> str:
    try:
        found = PAYLOADS[kind](course(), item_id)
    except KeyError as unknown:
        raise ExtensionError(f"{docname}: {unknown.args[0]}") from None
    # Its place among the questions of its lesson means nothing on another page.
    if kind == "question":
        found["payload"] = {**found["payload"], "number": None, "of": None}
    return still.html(found)


def _progress() -> str:
    """The progress view knows the titles and places of everything a learner may have answered."""
    content = course()
    items = {
        question.id: {
            "title": question.data["title"],
            "lesson": question.lesson,
            "href": f"../notebooks/{question.lesson}.html",
            "hash": question.hash,
        }
        for question in content.questions.values()
    }
    kinds = {"scenario": content.scenarios, "explorer": content.explorers, "tool": content.tools}
    for name, others in kinds.items():
        for other in others.values():
            items[other.id] = {"title": other.title, "hash": other.hash, **_place_of(name, other.id)}
    return (
        '<div class="pnh" data-pnh="progress" data-pnh-id="progress">'
        f'<script type="application/json">{script_json({"items": items})}</script></div>'
    )


def _place_of(name: str, item_id: str) -> dict[str, str]:
    """The lesson whose notebook shows this case, explorer or tool; empty if none does."""
    stem = lesson_showing(name, item_id)
    return {"lesson": stem, "href": f"../notebooks/{stem}.html"} if stem else {}

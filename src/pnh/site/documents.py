"""Documents between reading and writing: embeds become widgets, and widgets stay out of the search index."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform

from pnh.content import Course, load_course
from pnh.paths import ROOT
from pnh.widgets import still
from pnh.widgets.payload import question_payload, scenario_payload, script_json

EMBED = re.compile(r'<div data-pnh-embed="(question|scenario)" data-id="([\w-]+)"></div>')
TITLES = re.compile(r'<div class="pnh" data-pnh="progress"></div>')
_SOURCE_LINK = re.compile(r'(href="\.\./(?:book|notebooks)/\w+)\.(?:md|ipynb)(?=[#"])')
PAYLOADS = {"question": question_payload, "scenario": scenario_payload}


def as_page(html: str) -> str:
    """Outputs link to sources, as JupyterLab needs it; on the site these are pages."""
    return _SOURCE_LINK.sub(r"\1.html", html)


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
    for case in content.scenarios.values():
        items[case.id] = {"title": case.data["title"], "hash": case.hash, **_place_of(case.id)}
    return (
        '<div class="pnh" data-pnh="progress" data-pnh-id="progress">'
        f'<script type="application/json">{script_json({"items": items})}</script></div>'
    )


def _place_of(case_id: str) -> dict[str, str]:
    """The lesson whose notebook plays this case; empty if none does."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        if f'scenario(\\"{case_id}\\")' in path.read_text(encoding="utf-8"):
            return {"lesson": path.stem, "href": f"../notebooks/{path.stem}.html"}
    return {}

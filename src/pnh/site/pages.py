"""What the page template needs beyond Sphinx's own context: menu, sections, description, safety note."""

from __future__ import annotations

import html
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from pnh.content.explorer_checks import CONTROLS
from pnh.site.documents import course

# Claim h-05, the editors' safety rule, for the foot of every page; a test compares it with the claim.
SAFETY_NOTE = (
    "<p><strong>Education only, not medical advice.</strong> Cases are fictional unless a fact is marked as "
    "coming from a source. Do not start, stop or change clonazepam or any other medicine because of what you "
    "read here. Seek urgent care for weakness that progresses, trouble with breathing or swallowing, "
    "thoughts of suicide, or seizures when a medicine is being withdrawn.</p>"
)

_TOOLS = "pnh-tools.css"
_JUDGE, _BAYES, _PLAN = ((_TOOLS, f"pnh-{name}.js") for name in ("judge", "bayes", "plan"))
_SORT, _TRIAL, _WRITE = (
    (_TOOLS, "pnh-exercise.css", f"pnh-{name}.js") for name in ("sort", "trial", "write")
)
_LABORATORY = ("pnh-lab.css", "pnh-trace.js", "pnh-lab.js")
_EVIDENCE = ("pnh-evidence.css", "pnh-evidence.js")
_EXPLORERS = {
    "microcramp": ("pnh-evidence.css", "pnh-microcramp.js"),
    "calcium": _EVIDENCE,
    "interval": _EVIDENCE,
    "responders": _EVIDENCE,
}
MORE_FILES = {
    'data-pnh="progress"': ("pnh-progress.js",),
    'data-pnh="claims"': ("pnh-claims.js",),
    'data-pnh="scenario"': ("pnh-case.css", "pnh-case.js"),
    '"type":"hotspot"': ("pnh-trace.css", "pnh-trace.js"),
    'data-pnh-type="probability"': _JUDGE,
    'data-pnh-type="sct"': _JUDGE,
    'data-pnh="contrast"': _JUDGE,
    'data-pnh="bayes"': _BAYES,
    'data-pnh="calibration"': _JUDGE,
    'data-pnh="clinic"': (_TOOLS, "pnh-clinic.js"),
    'data-pnh="compare"': _BAYES,
    'data-pnh="order-set"': _PLAN,
    'data-pnh="ladder"': _PLAN,
    'data-pnh="diary"': _PLAN,
    **{f'"bench":"{bench}"': _EXPLORERS.get(bench, _LABORATORY) for bench in CONTROLS},
    'data-pnh="sort"': _SORT,
    'data-pnh="trial"': _TRIAL,
    'data-pnh="worksheet"': _WRITE,
    'data-pnh="write"': _WRITE,
}
"""What a page loads beside course.css and pnh.js, where it has a widget with this mark."""

_GLOSSARY_LINK = re.compile(r'<a class="[^"]*" href="(?P<href>[^"#]*glossary\.html#(?P<term>[\w-]+))">')
# A note is a plain block quote, so that it reads everywhere; the first words of its lead say that it warns.
_WARNING = re.compile(r"<blockquote>(?=\s*<div>\s*<p><strong>(?:Refer|Worried|Not reviewed)\b)")
_TAGS = re.compile(r"<[^>]+>")
_TABLE = re.compile(r'<table class="docutils.*?</table>', re.DOTALL)
_HEADING = re.compile(r"<th\b.*?</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b")
_DRAWING = re.compile(r'(class="pnh-drawing" role="img" aria-label=")([^"]+?\.)(?: [^"]*)?"')


def complete(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Connected to html-page-context."""
    title = html.unescape(_TAGS.sub("", context.get("title") or "Search"))
    course_title = app.config.html_title or app.config.project
    context["plain_title"] = html.escape(
        course_title if pagename == app.config.root_doc else f"{title} · {course_title}", quote=False
    )
    context["root_doc"] = app.config.root_doc
    context["safety_note"] = SAFETY_NOTE
    context["description"] = html.escape(_first_sentences(doctree) or f"{title}. {course_title}.", quote=True)
    context["page_sections"] = _sections(doctree)
    context["course_menu"] = _menu(app, context, pagename)
    if "body" in context:
        context["body"] = mend(context["body"])
        present = [files for mark, files in MORE_FILES.items() if mark in context["body"]]
        context["more_files"] = list(dict.fromkeys(name for files in present for name in files))


def mend(body: str) -> str:
    """Undo what fails a screen reader, give glossary links their definition, warning notes their colour, and
    cells of tables their heading.

    What fails: a label unlike the visible words, code that one cannot scroll by keyboard, and the name of a
    drawing that runs on for a minute.
    """
    body = _WARNING.sub('<blockquote class="warning">', body)
    body = body.replace('<summary aria-label="Toggle hidden content">', "<summary>")
    body = body.replace(
        '<div class="highlight"><pre>',
        '<div class="highlight"><pre tabindex="0" role="group" aria-label="Code">',
    )
    # Only the first sentence: all the words stand under the drawing, where one can stop, go back and read on.
    body = _DRAWING.sub(r'\1\2 The whole figure in words stands below it."', body)
    body = _TABLE.sub(_with_headings, body)
    return _GLOSSARY_LINK.sub(_with_definition, body)


def _with_headings(table: re.Match[str]) -> str:
    """Each cell carries its column's heading: on the narrowest screens the cells of a row stand one under the
    other."""
    headings = [_plain(heading) for heading in _HEADING.findall(table[0])]

    def row(found: re.Match[str]) -> str:
        left = iter(headings)
        return _CELL.sub(lambda cell: f'{cell[0]} data-to="{next(left, "")}"', found[0])

    return _ROW.sub(row, table[0])


def _plain(source: str) -> str:
    """HTML as the value of an attribute."""
    return html.escape(html.unescape(_TAGS.sub("", source)).strip(), quote=True)


def _with_definition(link: re.Match[str]) -> str:
    term = course().glossary.get(link["term"])
    if term is None:
        return link[0]
    return f'<a class="pnh-term" data-def="{_plain(term.definition)}" href="{link["href"]}">'


def _first_sentences(doctree: nodes.document | None, limit: int = 160) -> str:
    if doctree is None:
        return ""
    for paragraph in doctree.findall(nodes.paragraph):
        words = " ".join(paragraph.astext().split())
        if len(words) > 60:
            return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"
    return ""


def _sections(doctree: nodes.document | None) -> list[dict[str, str]]:
    """Second-level headings, for 'On this page'."""
    if doctree is None:
        return []
    top = next((node for node in doctree.children if isinstance(node, nodes.section)), None)
    if top is None:
        return []
    return [
        {"anchor": section["ids"][0], "title": html.escape(section[0].astext(), quote=False)}
        for section in top.children
        if isinstance(section, nodes.section)
    ]


def _menu(app: Sphinx, context: dict[str, Any], pagename: str) -> str:
    """The contents with their part captions, the root page first; the page one is on carries aria-current."""
    if "toctree" not in context:
        return ""
    root = app.config.root_doc
    listed = context["toctree"](maxdepth=2, collapse=False, includehidden=True, titles_only=True) or ""
    listed = re.sub(r'<a class="current reference internal"', '<a aria-current="page"', listed)
    listed = re.sub(r'<a class="reference internal"', "<a", listed)
    listed = re.sub(
        r'<p [^>]*class="caption"[^>]*><span class="caption-text">(.*?)</span></p>',
        r'<p class="part">\1</p>',
        listed,
    )
    listed = re.sub(r' class="(?:toctree-l\d|current|toctree-l\d current|current toctree-l\d)"', "", listed)
    here = ' aria-current="page"' if pagename == root else ""
    welcome = f'<ul><li><a{here} href="{context["pathto"](root)}">Welcome</a></li></ul>'
    return welcome + listed

"""The prose of pages and notebooks: citations name works that exist, under their names; terms exist too."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from pnh.content import places
from pnh.content.evidence_checks import stated_uses
from pnh.content.objects import Reference
from pnh.content.pages import Page
from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.source_checks import DOSE
from pnh.content.yaml_file import Entry, mapping

_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^()\s>#]*)#?([^()\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)"
)
_EMBED = re.compile(r'data-pnh-embed="(question|scenario|explorer|tool)"\s+data-id="([^"]*)"')
_PREFIX = re.compile(
    r"^(?:as (?:quoted|cited|reprinted|reported|described|summarised) in|"
    r"(?:quoted|cited|reprinted|reported) in|see also|see|compare|from|e\.g\.|review:)\s+",
    re.IGNORECASE,
)


def page_problems(shelf: Shelf) -> list[Problem]:
    """All problems of all pages that people write."""
    glossary = {entry.id for entry in shelf.glossary.entries()}
    widgets = {
        "question": {entry.id for entry in shelf.questions},
        "scenario": {entry.id for entry in shelf.scenarios},
        "explorer": {entry.id for entry in shelf.explorers},
        "tool": {entry.id for entry in shelf.tools},
    }
    problems: list[Problem] = list(_sections_named(shelf))
    for page in shelf.pages:
        if page.fault:
            problems.append(Problem(page.file, page.fault[0], page.id, page.fault[1]))
            continue
        problems += _links(shelf, page, glossary)
        problems += _widgets(page, widgets)
        problems += _doses(page)
    return problems


def _links(shelf: Shelf, page: Page, glossary: set[str]) -> Iterator[Problem]:
    for link in _LINK.finditer(page.text):
        label, path, anchor = link.groups()
        target = posixpath.basename(path)
        if target not in ("bibliography.md", "glossary.md"):
            continue
        folder = posixpath.dirname(page.file)
        if posixpath.normpath(posixpath.join(folder, path)) != f"book/{target}":
            right = posixpath.relpath(f"book/{target}", folder)
            yield page.problem(f"the link {path} leads nowhere; allowed from here: {right}", link.start())
        if not anchor:
            continue
        if target == "glossary.md":
            if glossary and anchor not in glossary:
                yield page.problem(f"glossary.md#{anchor}: no such term in data/glossary.yaml", link.start())
        elif not shelf.references:
            continue
        elif anchor not in shelf.references:
            message = f"bibliography.md#{anchor}: not in the bibliography; allowed: a key of references.bib"
            yield page.problem(message, link.start())
        elif not names(label, shelf.references[anchor]):
            wanted = shelf.references[anchor].name
            called = f"the citation of {anchor} is called “{_spoken(label)}”"
            message = f"{called}; allowed: a label that begins “{wanted}”"
            yield page.problem(message, link.start())


def names(label: str, reference: Reference) -> bool:
    """Does a citation's label begin with the work's name? A prefix ("as quoted in") and a tail may stand."""
    spoken = _PREFIX.sub("", _spoken(label)).replace(",", "").casefold()
    return spoken.startswith(_spoken(reference.name).replace(",", "").casefold())


def _spoken(label: str) -> str:
    """A label as it reads: no emphasis marks, escapes or odd spaces."""
    bare = re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)[*_]", "", html.unescape(label)))
    return " ".join(bare.replace("\u2019", "'").split())


def _widgets(page: Page, widgets: dict[str, set[str]]) -> Iterator[Problem]:
    for found in _EMBED.finditer(page.text):
        kind, widget_id = found.groups()
        if widget_id not in widgets[kind]:
            yield page.problem(f"embeds the {kind} '{widget_id}', which does not exist", found.start())
    for kind, widget_id in page.calls:
        if widget_id not in widgets[kind]:
            yield page.problem(f"shows the {kind} '{widget_id}', which does not exist", 0)


def _sections_named(shelf: Shelf) -> Iterator[Problem]:
    """Places of the seed map (or its `#table`) and of uses.yaml are sections of a page."""
    anchors = {page.file: _anchors(page.text) for page in shelf.pages if not page.fault}
    for entry in shelf.seed_map.entries():
        row = mapping(entry.data)
        fault = _no_section(row.get("place"), anchors)
        if fault:
            line = entry.document.line((*entry.place, "place"))
            yield Problem(entry.document.file, line, str(row.get("statement")), f"place: {fault}")
    uses = Entry(shelf.uses, (), shelf.uses.data)
    for place, _, address in stated_uses(shelf):
        fault = _no_section(address, anchors)
        if fault:
            yield uses.problem(fault, place)


def _no_section(address: Any, anchors: dict[str, set[str]]) -> str:
    """What is wrong with `file#anchor`; empty if that is a section, a whole page or no page that was read."""
    file, _, section = address.partition("#") if isinstance(address, str) else ("", "", "")
    if not section or file not in anchors or section in anchors[file]:
        return ""
    return f"#{section} is no section of {file}; allowed: {', '.join(sorted(anchors[file]))}"


def _anchors(text: str) -> set[str]:
    slugs = {places.anchor(heading) for heading in re.findall(r"^#{1,6}\s+(.+?)\s*$", text, re.MULTILINE)}
    return slugs | set(re.findall(r"\bid=\"([^\"]+)\"", text)) | {"table"}


def _doses(page: Page) -> Iterator[Problem]:
    for start, block in page.blocks():
        dose = DOSE.search(block)
        if dose and "bibliography.md#" not in block:
            message = f"the dose “{dose.group()}” cites no source; allowed: a dose that a cited source gives"
            yield page.problem(message, start)

"""Where a lesson shows what: the notebook and its section in which a case, an explorer or a tool stands."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from pnh.content.pages import notebooks_of
from pnh.paths import ROOT

_HEADING = re.compile(r"^(#{1,3})\s+(.+?)\s*$", re.MULTILINE)
_CALL = re.compile(r"\b(question|scenario|explorer|tool)\(\s*[\"']([^\"']*)[\"']")


def lesson_showing(kind: str, item_id: str, root: Path = ROOT) -> str:
    """Stem of the first notebook with a cell ``kind("item_id")``; empty if there is none."""
    return _places(root).get((kind, item_id), "")


def place_showing(kind: str, item_id: str, root: Path = ROOT) -> tuple[str, str]:
    """The same with the anchor of the section in which the cell stands (empty above the first)."""
    return _sections(root).get((kind, item_id), ("", ""))


def sections_of(text: str) -> list[tuple[int, str]]:
    """(offset, anchor) of each heading of a page; empty for the title and for headings that stand twice."""
    found = [(heading.start(), len(heading[1]), anchor(heading[2])) for heading in _HEADING.finditer(text)]
    slugs = [slug for _, _, slug in found]
    return [(start, slug if level > 1 and slugs.count(slug) == 1 else "") for start, level, slug in found]


def anchor(heading: str) -> str:
    """The anchor that the book gives a heading: the words in small letters, with hyphens between."""
    said = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", said).replace(" ", "-")


@cache
def _places(root: Path) -> dict[tuple[str, str], str]:
    lessons = reversed(notebooks_of(root))  # so that the first to show something has the last word
    return {call: page.id for page in lessons for call in page.calls}


@cache
def _sections(root: Path) -> dict[tuple[str, str], tuple[str, str]]:
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for path in sorted(root.glob("notebooks/*.ipynb")):
        text = ""
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                text += source + "\n\n"
                continue
            here = next((slug for _, slug in reversed(sections_of(text))), "")
            for call in _CALL.findall(source):
                found.setdefault(call, (path.stem, here))
    return found

"""Where a lesson shows what: the notebook in which a case, an explorer or a tool stands."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pnh.content.pages import notebooks_of
from pnh.paths import ROOT


def lesson_showing(kind: str, item_id: str, root: Path = ROOT) -> str:
    """Stem of the first notebook with a cell ``kind("item_id")``; empty if there is none."""
    return _places(root).get((kind, item_id), "")


@cache
def _places(root: Path) -> dict[tuple[str, str], str]:
    lessons = reversed(notebooks_of(root))  # so that the first to show something has the last word
    return {call: page.id for page in lessons for call in page.calls}

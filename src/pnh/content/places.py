"""Where a lesson shows what: the notebook in which a case, an explorer or a tool stands."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pnh.paths import ROOT


def lesson_showing(kind: str, item_id: str, root: Path = ROOT) -> str:
    """Stem of the first notebook with a cell ``kind("item_id")``; empty if there is none."""
    return next((stem for stem, shown in _shown(root) if (kind, item_id) in shown), "")


@cache
def _shown(root: Path) -> tuple[tuple[str, frozenset[tuple[str, str]]], ...]:
    call = re.compile(r'\b(question|scenario|explorer|tool)\(\\"([\w-]+)\\"\)')
    return tuple(
        (path.stem, frozenset(call.findall(path.read_text(encoding="utf-8"))))
        for path in sorted((root / "notebooks").glob("*.ipynb"))
    )

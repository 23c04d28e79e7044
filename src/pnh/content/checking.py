"""The whole check of a course folder: form, references, lints, provenance, numbers, pages, seed overlap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pnh.content.case_checks import case_problems
from pnh.content.data_checks import data_problems
from pnh.content.explorer_checks import explorer_problems
from pnh.content.figure_checks import figure_problems
from pnh.content.page_checks import page_problems
from pnh.content.problems import Problem
from pnh.content.question_checks import question_problems
from pnh.content.seed_overlap import overlap_problems
from pnh.content.shelf import Shelf, uncollected
from pnh.content.source_checks import source_problems
from pnh.content.tool_checks import tool_problems, treatment_problems
from pnh.paths import ROOT


def check(root: Path | None = None) -> list[Problem]:
    """Every problem of the course in `root` (by default the repository), by file and line; empty if sound.

    A mistake in one file does not hide those of the others: each check leaves out what it cannot read.
    """
    return problems_of(Shelf(Path(root) if root else ROOT))


@uncollected()
def problems_of(shelf: Shelf) -> list[Problem]:
    """The same of a folder that is being read."""
    return sorted(set(_problems(shelf)))


def _problems(shelf: Shelf) -> Iterator[Problem]:
    yield from data_problems(shelf)
    for entry in shelf.questions:
        yield from question_problems(shelf, entry)
    for entry in shelf.scenarios:
        yield from case_problems(shelf, entry)
    for entry in shelf.explorers:
        yield from explorer_problems(entry)
    for entry in shelf.tools:
        yield from tool_problems(shelf, entry)
    yield from treatment_problems(shelf)
    yield from source_problems(shelf)
    yield from page_problems(shelf)
    yield from figure_problems(shelf)
    yield from overlap_problems(shelf)

"""The whole check of a course folder: form, references, lints, provenance, numbers, pages, seed overlap."""

from __future__ import annotations

from pathlib import Path

from pnh.content.case_checks import case_problems
from pnh.content.data_checks import data_problems
from pnh.content.explorer_checks import explorer_problems
from pnh.content.figure_checks import figure_problems
from pnh.content.page_checks import page_problems
from pnh.content.problems import Problem
from pnh.content.question_checks import question_problems
from pnh.content.seed_overlap import overlap_problems
from pnh.content.shelf import Shelf
from pnh.content.source_checks import source_problems
from pnh.content.tool_checks import tool_problems, treatment_problems
from pnh.paths import ROOT


def check(root: Path | None = None) -> list[Problem]:
    """Every problem of the course in `root` (by default the repository), by file and line; empty if sound.

    A mistake in one file does not hide those of the others: each check leaves out what it cannot read.
    """
    return problems_of(Shelf(Path(root) if root else ROOT))


def problems_of(shelf: Shelf) -> list[Problem]:
    """The same of a folder that is being read."""
    problems = set(data_problems(shelf))
    for entry in shelf.questions:
        problems.update(question_problems(shelf, entry))
    for entry in shelf.scenarios:
        problems.update(case_problems(shelf, entry))
    for entry in shelf.explorers:
        problems.update(explorer_problems(entry))
    for entry in shelf.tools:
        problems.update(tool_problems(shelf, entry))
    problems.update(treatment_problems(shelf))
    problems.update(source_problems(shelf))
    problems.update(page_problems(shelf))
    problems.update(figure_problems(shelf))
    problems.update(overlap_problems(shelf))
    return sorted(problems)

"""What a part of the suite came to, read from what its tools report, and the summary of all parts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """Counts of tests; `not_run` says in plain words what could not run."""

    passed: int = 0
    failed: int = 0
    not_run: tuple[str, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(self.passed + other.passed, self.failed + other.failed, self.not_run + other.not_run)


def from_exit_code(code: int) -> Outcome:
    """For a part that is one test: the tool succeeded or it did not."""
    return Outcome(passed=1) if code == 0 else Outcome(failed=1)


def from_junit(report: Path, code: int) -> Outcome:
    """Counts from pytest's JUnit file. A run that broke off, or collected nothing, is a failure in itself."""
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    except (FileNotFoundError, ElementTree.ParseError):
        return Outcome(failed=1)
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    passed = max(total - failed - skipped, 0)
    if code != 0 and failed == 0:
        failed = 1
    not_run = (f"{skipped} skipped (pytest names them above)",) if skipped else ()
    return Outcome(passed, failed, not_run)


def from_node(output: str, code: int) -> Outcome:
    """Counts from the summary of `node --test`, in its TAP form (`# pass 3`) or readable (`ℹ pass 3`)."""
    counts: dict[str, int] = {}
    for name, number in re.findall(
        r"^(?:#|ℹ) (tests|pass|fail|cancelled|skipped|todo) (\d+)\s*$", output, re.MULTILINE
    ):
        counts[name] = int(number)
    failed = counts.get("fail", 0) + counts.get("cancelled", 0)
    if failed == 0 and (code != 0 or counts.get("pass", 0) == 0):
        failed = 1
    left = counts.get("skipped", 0) + counts.get("todo", 0)
    not_run = (f"{left} skipped (Node names them above)",) if left else ()
    return Outcome(counts.get("pass", 0), failed, not_run)


@dataclass(frozen=True)
class PartResult:
    title: str
    outcome: Outcome
    seconds: float


def total(results: Sequence[PartResult], strict: bool) -> Outcome:
    """The sum over all parts. Where nothing may stay unrun (`strict`), each thing not run is one failure."""
    summed = sum((result.outcome for result in results), Outcome())
    return Outcome(summed.passed, summed.failed + (len(summed.not_run) if strict else 0), summed.not_run)


def summary(results: Sequence[PartResult], strict: bool) -> str:
    """A table of parts, a line for each thing that did not run, and last the sum, alone on its line."""
    width = max(len(result.title) for result in results)
    lines = [f"{'':{width}}  passed  failed  seconds"]
    for result in results:
        outcome = result.outcome
        lines.append(f"{result.title:{width}}  {outcome.passed:6}  {outcome.failed:6}  {result.seconds:7.1f}")
    for result in results:
        lines += [f"NOT RUN: {result.title} ({reason})" for reason in result.outcome.not_run]
    summed = total(results, strict)
    return "\n".join([*lines, "", f"{summed.passed} passed, {summed.failed} failed"])

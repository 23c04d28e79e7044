"""Figure: false alarms of one test, by its published specificity, and of many reference ranges, reckoned."""

from __future__ import annotations

from collections.abc import Mapping

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, RIGHT = 2, WIDTH - 10
TRACK_BELOW, STEP = 17, 46
INSIDE_PCT = 95
"""A reference range that holds the central 95% of healthy people."""

HOW_MANY = (1, 5, 10, 16, 24)
TESTS = {
    "sfn-biopsy-2020": "Skin biopsy, small fibres",
    "als-mus-score": "Ultrasound score, ALS",
    "rls-4criteria": "Four criteria, restless legs",
    "cfs-rns-1hz": "Tibial stimulation at 1 Hz, CFS",
}
"""Rows of diagnostics.csv with a specificity -> what the figure calls them, least false alarms first."""

Row = Mapping[str, str]


def false_alarms() -> Figure:
    """False alarms among 100 people: published specificities, and reckoned for several reference ranges."""
    course = load_course()
    rows = {row["row_id"]: row for row in course.tables["diagnostics"]}
    caption = (
        "<strong>False alarms, once and many times.</strong> Above: 100 minus a published specificity, "
        "rounded, each in the people of its own study; compare with care. Below: arithmetic only. If each "
        "range holds 95% of healthy people and the tests do not depend on one another, the share with at "
        "least one result outside is 1 &minus; 0.95<sup>n</sup> (our calculation; related tests give less). "
        f"{cite(course.references, *(rows[name]['source'] for name in TESTS))}. A range drawn so: "
        f"{cite(course.references, 'yalla2019pth')}"
    )
    return show(_drawing(rows).figure, alt=_alt(rows), caption=caption)


def at_least_one_pct(tests: int, inside_pct: float = INSIDE_PCT) -> float:
    """Per cent of healthy people with at least one result outside `tests` independent reference ranges."""
    return 100 * (1 - (inside_pct / 100) ** tests)


def alarms_of_100(row: Row) -> int:
    """How many of 100 people without the condition a row of diagnostics.csv calls abnormal, rounded."""
    return round(100 - float(row["specificity_pct"]))


def _drawing(rows: Mapping[str, Row]) -> Canvas:
    sheet = Canvas(height=506)
    sheet.text(LEFT, 14, "One test", size=HEAD, weight="bold")
    y = _scale(sheet, 32, "of 100 people without the condition")
    for name, label in TESTS.items():
        y = _bar(sheet, y, label, alarms_of_100(rows[name]), "signal")
    sheet.line((LEFT, WIDTH - LEFT), (y - 4, y - 4), colour="edge", width=1.6)
    sheet.text(LEFT, y + 20, "Many tests, arithmetic only", size=HEAD, weight="bold")
    y = _scale(sheet, y + 38, "of 100 healthy people, at least one red number")
    for tests in HOW_MANY:
        y = _bar(sheet, y, _tests(tests), round(at_least_one_pct(tests)), "nerve")
    return sheet


def _scale(sheet: Canvas, y: float, words: str) -> float:
    sheet.text(LEFT, y, words, size=SMALL, colour="soft")
    return y + 24


def _bar(sheet: Canvas, y: float, label: str, of_100: int, colour: str) -> float:
    """One track from 0 to 100 people, filled as far as the false alarms reach."""
    sheet.text(LEFT, y, label)
    sheet.text(RIGHT + 8, y, f"{of_100} of 100", ha="right", weight="bold")
    track = y + TRACK_BELOW - 5
    sheet.line((LEFT + 3, RIGHT), (track, track), colour="line", width=6)
    sheet.line((LEFT + 3, _x(of_100)), (track, track), colour=colour, width=6)
    return y + STEP


def _tests(number: int) -> str:
    return "1 test" if number == 1 else f"{number} tests"


def _x(of_100: float) -> float:
    return LEFT + (RIGHT - LEFT) * of_100 / 100


def _alt(rows: Mapping[str, Row]) -> str:
    once = ", ".join(f"{label} {alarms_of_100(rows[name])}" for name, label in TESTS.items())
    many = ", ".join(f"{_tests(tests)} {round(at_least_one_pct(tests))}" for tests in HOW_MANY)
    return (
        "Two groups of bars on a scale from 0 to 100 people. One test, people without the condition whom it "
        f"calls abnormal, by published specificity: {once}. Many unrelated tests, each with a range that "
        f"holds {INSIDE_PCT} per cent of healthy people; healthy people with at least one result outside, "
        f"by arithmetic: {many}."
    )

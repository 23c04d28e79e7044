"""Figure: regression to the mean with two throws of a die: who starts in a bad week and who is then shown."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

FACES = range(1, 7)
BAD_WEEK = 5
"""Nights with cramp in the first week from which on somebody comes for treatment."""

LEFT, CELL, GRID_LEFT, GRID_TOP = 2, 46, 62, 66
BELOW = GRID_TOP + 6 * CELL

Pair = tuple[int, int]


@dataclass(frozen=True)
class Outcome:
    """Equally likely pairs of weeks: all, those who come, the better of these, and the responders."""

    pairs: tuple[Pair, ...]
    came: tuple[Pair, ...]
    fewer: tuple[Pair, ...]
    halved: tuple[Pair, ...]


def worst_week() -> Figure:
    """All 36 pairs of two throws; twelve begin with 5 or 6, nine of these fall, five fall by half or more."""
    refs = load_course().references
    counted = outcome()
    caption = (
        "<strong>A week thrown with a die.</strong> Arithmetic only, no patients. Suppose that the nights "
        "with cramp in a week fall like a die, and nothing is ever done. Whoever throws 5 or 6 comes for "
        "help (framed). Of 12 such pairs 9 are lower the second time; of a list that keeps only those at "
        "half or less, all are better. Real weeks resemble one another more than throws do, so in people "
        "the fall is smaller; that it is taken for an effect of treatment is the point. "
        f"{cite(refs, 'ostermann2008rtm', 'zuo2025placebo')}"
    )
    return show(_drawing(counted).figure, alt=_alt(counted), caption=caption)


def outcome() -> Outcome:
    """Count the 36 pairs (first week, second week)."""
    pairs = tuple((first, second) for first in FACES for second in FACES)
    came = tuple(pair for pair in pairs if pair[0] >= BAD_WEEK)
    return Outcome(
        pairs=pairs,
        came=came,
        fewer=tuple(pair for pair in came if pair[1] < pair[0]),
        halved=tuple(pair for pair in came if 2 * pair[1] <= pair[0]),
    )


def before_and_after(pairs: tuple[Pair, ...]) -> tuple[float, float]:
    """Mean nights in the first and in the second week."""
    return mean(first for first, _ in pairs), mean(second for _, second in pairs)


def _drawing(counted: Outcome) -> Canvas:
    sheet = Canvas(height=BELOW + 124)
    sheet.text(LEFT, 14, "Nights with cramp, thrown with a die", size=HEAD, weight="bold")
    sheet.text(GRID_LEFT, 38, "first week", size=SMALL, colour="soft")
    sheet.text(LEFT, GRID_TOP + 12, "second", size=SMALL, colour="soft")
    sheet.text(LEFT, GRID_TOP + 27, "week", size=SMALL, colour="soft")
    for face in FACES:
        sheet.text(GRID_LEFT + CELL * (face - 0.5), GRID_TOP - 8, f"{face}", colour="soft", ha="center")
        sheet.text(GRID_LEFT - 10, GRID_TOP + CELL * (face - 0.5) + 4, f"{face}", colour="soft", ha="right")
    for pair in counted.pairs:
        _cell(sheet, pair, counted)
    left, right = GRID_LEFT + CELL * (BAD_WEEK - 1) - 1, GRID_LEFT + 6 * CELL + 1
    sheet.line(
        (left, right, right, left, left),
        (GRID_TOP - 1, GRID_TOP - 1, BELOW + 1, BELOW + 1, GRID_TOP - 1),
        colour="ink",
        width=2.2,
    )
    _sums(sheet, counted)
    return sheet


def _cell(sheet: Canvas, pair: Pair, counted: Outcome) -> None:
    """One pair: faint if nobody came; otherwise filled when halved, ringed when lower, a dash when not."""
    x = GRID_LEFT + CELL * (pair[0] - 0.5)
    y = GRID_TOP + CELL * (pair[1] - 0.5)
    if pair in counted.halved:
        sheet.mark(x, y, size=20)
    elif pair in counted.fewer:
        sheet.mark(x, y, size=20, fill=None)
    elif pair in counted.came:
        sheet.line((x - 8, x + 8), (y, y), colour="signal", width=3)
    else:
        sheet.mark(x, y, size=5, fill="line", edge="line")


def _sums(sheet: Canvas, counted: Outcome) -> None:
    came, shown = before_and_after(counted.came), before_and_after(counted.halved)
    number = len(counted.came)
    y = BELOW + 26
    sheet.mark(LEFT + 10, y - 4, shape="s", size=13, fill=None, edge="ink")
    sheet.text(LEFT + 28, y, f"{number} came: {_fall(came)} nights, on average")
    sheet.mark(LEFT + 10, y + 24, size=13, fill=None)
    sheet.mark(LEFT + 10, y + 52, size=13)
    better = f"{len(counted.fewer)} of {number} had fewer, filled or hollow"
    sheet.text(LEFT + 28, y + 28, better)
    sheet.text(LEFT + 28, y + 56, f"{len(counted.halved)} of {number} had half or less", weight="bold")
    sheet.text(LEFT + 28, y + 78, f"shown alone: all better, {_fall(shown)} nights", weight="bold")


def _fall(means: tuple[float, float]) -> str:
    return f"{means[0]:.1f}, then {means[1]:.1f}"


def _alt(counted: Outcome) -> str:
    came, shown = before_and_after(counted.came), before_and_after(counted.halved)
    number = len(counted.came)
    return (
        "A grid of six by six: nights with cramp in a first week, thrown with a die, against those in a "
        f"second week, thrown again; nothing was done between. A frame holds the {number} pairs that begin "
        f"with 5 or 6: those who come for help. Their average is {_fall(came)}. Of them "
        f"{len(counted.fewer)} have fewer nights the second time, and {len(counted.halved)} have half or "
        f"less. If only these {len(counted.halved)} are shown, all are better, and the average is "
        f"{_fall(shown)}. The other 24 pairs, who did not come, are faint dots."
    )

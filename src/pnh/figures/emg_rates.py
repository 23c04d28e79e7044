"""Figure: rates of discharges on one logarithmic axis, each drawn by the kind of source it comes from."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.patches import Rectangle

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.palette import colours

MEASURED, TEXTBOOK, WEB = "measured", "review or textbook", "web page or second-hand"
LEFT, RIGHT = 4, WIDTH - 8
LOWEST_HZ, HIGHEST_HZ = 0.5, 400.0
TICKS_HZ = (0.5, 1, 5, 10, 50, 100, 300)
NEXT_ROW, NEXT_HEAD, TRACK_BELOW = 40, 30, 14
LECTURE_HZ = (20.0, 150.0)
"""What the note of the cramp row in discharges.csv and claim m-07 give as repeated second-hand."""

Table = Mapping[tuple[str, str], Mapping[str, str]]


@dataclass(frozen=True)
class Rate:
    """One bar: from `low_hz` to `high_hz`, with the mean where one was measured."""

    label: str
    low_hz: float
    high_hz: float
    kind: str
    mean_hz: float | None = None

    @property
    def words(self) -> str:
        """The range, and the mean behind it."""
        mean = f", mean {self.mean_hz:g}" if self.mean_hz else ""
        return f"{self.low_hz:g}–{self.high_hz:g}{mean}"


def emg_rates() -> Figure:
    """The rates of ``data/evidence/discharges.csv`` as bars; contested ones stand beneath each other."""
    course = load_course()
    groups = _groups({(row["discharge"], row["variant_row"]): row for row in course.tables["discharges"]})
    refs = course.references
    caption = (
        "<strong>Who says how fast.</strong> Rates of discharges, on a scale where each step to the right "
        "multiplies. Solid: measured in people. Outlined: review or textbook. Dotted: web page or passed on "
        "second-hand. Bars of one group count different things or disagree; 6 and 25 are the means of the "
        "lowest and the highest rates of 48 units. Fibrillation: "
        f"{cite(refs, 'davalos2023spontaneous')}. Single unit: {cite(refs, 'posa2020scmusd')}. Complex "
        f"repetitive: {cite(refs, 'wustlndcrd')}. Myotonic: {cite(refs, 'video2018myotonic')}. Cramp: "
        f"{cite(refs, 'minetto2009discharge', 'dejthevaporn2017lecture', 'cochranendcrampprotocol')}. "
        f"Myokymic: {cite(refs, 'wymerndneuromyotonia', 'medscapendmyokymia')}. Neuromyotonic: "
        f"{cite(refs, 'maddison2006neuromyotonia', 'gpnotebookndneuromyotonia')}; a letter gives above 150 "
        f"{cite(refs, 'bednarik2001neuromyotonic')}. Multiplets, after "
        f"stimulation in ALS or progressive muscular atrophy: {cite(refs, 'maathuis2012multiplet')}"
    )
    return show(_drawing(groups).figure, alt=_alt(groups), caption=caption)


def _groups(table: Table) -> dict[str, tuple[Rate, ...]]:
    def rate(name: str, row: str, label: str, kind: str, mean_hz: float | None = None) -> Rate:
        cells = table[name, row]
        return Rate(label, float(cells["rate_low_hz"]), float(cells["rate_high_hz"]), kind, mean_hz)

    return {
        "One by one": (
            rate("fibrillation potential", "1", "Fibrillation, positive waves", TEXTBOOK),
            rate("continuous single motor-unit discharge", "1", "Continuous single unit", MEASURED, 6.3),
        ),
        "Cramp, one unit": (
            rate("cramp discharge", "1", "Counted in healthy feet", MEASURED, 14.5),
            Rate("Repeated in other texts", *LECTURE_HZ, WEB),
        ),
        "Long runs": (
            rate("complex repetitive discharge", "1", "Complex repetitive", TEXTBOOK),
            rate("myotonic discharge", "1", "Myotonic", WEB),
        ),
        "Bursts": (
            rate("myokymic discharge", "1", "Myokymic: groups come back", TEXTBOOK),
            rate("myokymic discharge", "2", "Myokymic: inside a group", TEXTBOOK),
            rate("neuromyotonic discharge", "1", "Neuromyotonic: inside a burst", TEXTBOOK),
            rate("neuromyotonic discharge", "2", "Neuromyotonic: in a train", WEB),
            rate("doublet or multiplet", "1", "Multiplets, after a stimulus", MEASURED),
        ),
    }


def _drawing(groups: Mapping[str, tuple[Rate, ...]]) -> Canvas:
    rows = sum(map(len, groups.values()))
    bottom = 16 + NEXT_HEAD * len(groups) + NEXT_ROW * rows
    sheet = Canvas(height=bottom + 64)
    for hz in TICKS_HZ:
        sheet.line((_x(hz), _x(hz)), (6, bottom), colour="grid", zorder=0)
        sheet.text(_x(hz), bottom + 14, f"{hz:g}", size=SMALL, colour="soft", ha="center")
    sheet.text(RIGHT, bottom + 30, "discharges a second", size=SMALL, colour="soft", ha="right")
    y = 18.0
    for head, rates in groups.items():
        sheet.text(LEFT, y, head, size=HEAD, weight="bold")
        y += 19
        for rate in rates:
            sheet.text(LEFT, y, rate.label)
            sheet.text(RIGHT, y, rate.words, ha="right", weight="bold")
            _bar(sheet, _x(rate.low_hz), _x(rate.high_hz), y + TRACK_BELOW, rate.kind)
            if rate.mean_hz:
                sheet.mark(_x(rate.mean_hz), y + TRACK_BELOW, fill=None, size=9)
            y += NEXT_ROW
        y += NEXT_HEAD - 19
    for x, kind, words in ((0, MEASURED, MEASURED), (92, TEXTBOOK, TEXTBOOK), (244, WEB, "second-hand")):
        _bar(sheet, LEFT + x, LEFT + x + 20, bottom + 50, kind)
        sheet.text(LEFT + x + 26, bottom + 54, words, size=SMALL, colour="soft")
    return sheet


def _bar(sheet: Canvas, left: float, right: float, y: float, kind: str) -> None:
    if kind == WEB:
        sheet.line((left, right), (y, y), colour="signal", width=3, ls=(0, (0.1, 1.7)), dash_capstyle="round")
        return
    sheet.axes.add_patch(
        Rectangle(
            (left, y - 4),
            right - left,
            8,
            lw=1.4,
            clip_on=False,
            fc=colours()["nerve" if kind == MEASURED else "paper"],
            ec=colours()["nerve"],
        )
    )


def _x(hz: float) -> float:
    share = math.log(hz / LOWEST_HZ) / math.log(HIGHEST_HZ / LOWEST_HZ)
    return LEFT + 8 + (RIGHT - LEFT - 16) * share


def _alt(groups: Mapping[str, tuple[Rate, ...]]) -> str:
    def told(rate: Rate) -> str:
        mean = f", mean {rate.mean_hz:g}" if rate.mean_hz else ""
        return f"{rate.label}, {rate.low_hz:g} to {rate.high_hz:g}{mean}, {rate.kind}"

    return (
        "Rates of discharges a second on a logarithmic scale from 0.5 to 400, as bars by kind of source. "
        + " ".join(f"{head}: {'; '.join(map(told, rates))}." for head, rates in groups.items())
        + " The two bars of cramp hardly overlap: what was counted lies below what is repeated."
    )

"""Figure: sixteen of sixteen biopsies, their interval, who was compared, and what selection does to it."""

from __future__ import annotations

from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, RIGHT = 4, WIDTH - 14
TAIL = 0.025
"""Each tail of a two-sided 95% interval."""


@dataclass(frozen=True)
class Series:
    """A published group in which everybody showed what was looked for, and nobody was compared."""

    label: str
    n: int
    key: str


@dataclass(frozen=True)
class Crowd:
    """The sixteen again, among more people: at least `least` and at most `most` per cent of these."""

    label: str
    people: int | None


BIOPSIED, RESPONDERS = 16, 22
"""Of the report (claims s-mms-27 and s-mms-29)."""
TREATED_IF_INERT = 55
"""22 responders, if two in five respond to nothing: the illustration of claim a-13."""

SERIES = (
    Series("Biopsies, multi-microcramps", BIOPSIED, "seed002"),
    Series("Nerve tests, fibromyalgia", 17, "hulens2020fibromyalgia"),
    Series("Gabapentin, cramps gone", 30, "serrao2000gabapentin"),
)
CROWDS = (
    Crowd("Of the 16 with a biopsy", BIOPSIED),
    Crowd("Of the 22 who had responded", RESPONDERS),
    Crowd("Of 55 treated (assumption)", TREATED_IF_INERT),
    Crowd("Of all who were seen", None),
)


def all_of_them() -> Figure:
    """Three times all of them with the exact interval, nobody compared; then the sixteen among more."""
    refs = load_course().references
    caption = (
        "<strong>All of them.</strong> Above: three groups in which everybody showed what was looked for, "
        "each with its exact 95% interval (our calculation) and, dotted, the people they were compared "
        f"with: none. {cite(refs, *(series.key for series in SERIES))}. Below: the 16 again, as a share of "
        "more and more people. The pale bar runs from nobody else to everybody else; it is no interval. "
        "55 is an assumption: so many people would give 22 responders if 40% got better on nothing "
        f"{cite(refs, 'fulda2008placebo')}. How many were seen is not told. An interval counts the play of "
        f"chance, not the choice of people (our remark; on choosing: {cite(refs, 'berger2003runin')})."
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


def exact_lower_pct(n: int) -> float:
    """Lower end, in per cent, of the exact (Clopper-Pearson) two-sided 95% interval for all of n people."""
    return 100 * TAIL ** (1 / n)


def least_pct(people: int) -> float:
    """What the sixteen are, in per cent of so many people, if nobody else among them had the sign."""
    return 100 * BIOPSIED / people


def _drawing() -> Canvas:
    sheet = Canvas(height=490)
    sheet.text(LEFT, 14, "All of them, three times", size=HEAD, weight="bold")
    _scale(sheet, 36)
    y = 62.0
    for series in SERIES:
        sheet.text(LEFT, y, series.label)
        low = exact_lower_pct(series.n)
        words = f"{series.n} of {series.n}: {low:.1f} to 100%"
        sheet.text(RIGHT + 10, y, words, ha="right", weight="bold")
        sheet.line((LEFT, RIGHT), (y + 15, y + 15), colour="line", width=2)
        sheet.line((_x(low), RIGHT), (y + 15, y + 15), colour="nerve", width=6, alpha=0.4)
        sheet.mark(RIGHT, y + 15)
        sheet.nothing(LEFT, RIGHT - 130, y + 34)
        sheet.text(RIGHT + 10, y + 38, "compared: nobody", size=SMALL, colour="signal", ha="right")
        y += 68
    sheet.line((2, WIDTH - 2), (y - 8, y - 8), colour="edge", width=1.6)
    sheet.text(LEFT, y + 18, "Sixteen, of how many?", size=HEAD, weight="bold")
    y += 48
    for crowd in CROWDS:
        sheet.text(LEFT, y, crowd.label)
        if crowd.people is None:
            sheet.text(RIGHT + 10, y, "not told", ha="right", weight="bold")
            sheet.nothing(LEFT, RIGHT, y + 17)
        else:
            share = least_pct(crowd.people)
            words = f"{share:.0f}%" if crowd.people == BIOPSIED else f"{share:.0f}% or more"
            sheet.text(RIGHT + 10, y, words, ha="right", weight="bold")
            sheet.line((LEFT, RIGHT), (y + 17, y + 17), colour="nerve", width=6, alpha=0.25)
            sheet.line((LEFT, _x(share)), (y + 17, y + 17), colour="nerve", width=6)
        y += 48
    return sheet


def _scale(sheet: Canvas, y: float) -> None:
    for share in (0, 50, 100):
        side = {0: "left", 50: "center", 100: "right"}[share]
        sheet.text(
            _x(share) + (10 if share == 100 else 0), y, f"{share}%", size=SMALL, colour="soft", ha=side
        )


def _x(share_pct: float) -> float:
    return LEFT + (RIGHT - LEFT) * share_pct / 100


def _alt() -> str:
    groups = "; ".join(
        f"{series.label}: {series.n} of {series.n}, interval {exact_lower_pct(series.n):.1f} to 100 per cent"
        for series in SERIES
    )
    crowds = "; ".join(
        f"{crowd.label.lower()}, "
        + ("not told" if crowd.people is None else f"{least_pct(crowd.people):.0f} per cent at least")
        for crowd in CROWDS
    )
    return (
        "Two panels on one scale from 0 to 100 per cent. Above, three series in which all were found "
        f"abnormal or better, with exact 95 per cent intervals, ours: {groups}. Beneath each a dotted empty "
        "track: nobody was compared. Below, what the 16 biopsies are of ever more people: "
        f"{crowds}."
    )

"""Figure: how many were treated behind 22 responders, if nobody but the responders is shown. Arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

SHOWN = 22
"""Responders of the report (claim s-mms-28)."""

LEFT, RIGHT = 2, WIDTH - 10
DOT, ACROSS, PITCH = 11, 11, 19
FIRST_BAR, STEP, TRACK_BELOW = 316, 44, 15

Row = Mapping[str, str]


@dataclass(frozen=True)
class Share:
    """A share of all treated who get better: in per cent, and whose figure it is (None: assumed by us)."""

    percent: float
    label: str
    source: str | None = None


def responders_only() -> Figure:
    """55 people on something inert, the 22 who are shown, and the same 22 for five true shares."""
    course = load_course()
    rows = {row["row_id"]: row for row in course.tables["priors"]}
    supposed = shares(rows)
    keys = [share.source for share in supposed if share.source]
    caption = (
        "<strong>The same 22 of 22.</strong> Arithmetic only, no patients. Above: 55 people take something "
        "inert, and 40 in 100 get better by themselves, as on placebo in trials for restless legs (to use "
        "that share here is our assumption). In the middle: what is seen if only those who got better are "
        "shown. Below: people treated for each 22 shown, by the share that gets better; 20 and 10 in 100 "
        "are made up. 100 in 100, and 10 in 100, look the same in print. The report shows responders and "
        f"gives no number treated {cite(course.references, 'seed002')}. Shares: "
        f"{cite(course.references, *keys)}. On choosing by response: "
        f"{cite(course.references, 'berger2003runin')}"
    )
    return show(_drawing(supposed).figure, alt=_alt(supposed), caption=caption)


def treated(percent: float, responders: int = SHOWN) -> int:
    """People who must have been treated for so many responders, rounded to whole people."""
    return round(100 * responders / percent)


def shares(rows: Mapping[str, Row]) -> tuple[Share, ...]:
    """The shares of the figure, highest first; two of them are placebo groups of priors.csv."""
    cramps, legs = rows["placebo-cramps"], rows["placebo-rls"]
    return (
        Share(100, "Everybody"),
        Share(float(cramps["value_pct"]), "As on placebo, rest cramps", cramps["source"]),
        Share(float(legs["value_pct"]), "As on placebo, restless legs", legs["source"]),
        Share(20, "Supposed"),
        Share(10, "Supposed"),
    )


def _drawing(supposed: tuple[Share, ...]) -> Canvas:
    sheet = Canvas(height=FIRST_BAR + STEP * len(supposed) - 30)
    everybody = treated(next(share.percent for share in supposed if share.source == "fulda2008placebo"))
    sheet.text(LEFT, 14, f"Treated with something inert: {everybody} people", size=HEAD, weight="bold")
    _dots(sheet, 36, SHOWN, everybody)
    sheet.text(LEFT + ACROSS * PITCH + 12, 44, f"{SHOWN} better", colour="nerve", weight="bold")
    sheet.text(LEFT + ACROSS * PITCH + 12, 92, f"{everybody - SHOWN} not", colour="soft")

    sheet.line((LEFT, WIDTH - LEFT), (138, 138), colour="edge", width=2.4)
    sheet.text(LEFT, 164, f"Shown: {SHOWN} people", size=HEAD, weight="bold")
    _dots(sheet, 186, SHOWN, SHOWN)
    sheet.text(LEFT + ACROSS * PITCH + 12, 200, f"{SHOWN} of {SHOWN}", colour="nerve", weight="bold")

    sheet.line((LEFT, WIDTH - LEFT), (234, 234), colour="edge", width=2.4)
    sheet.text(LEFT, 260, f"People treated for {SHOWN} responders", size=HEAD, weight="bold")
    sheet.text(LEFT, 280, "dark: those who are shown", size=SMALL, colour="soft")
    for at, share in enumerate(supposed):
        _bar(sheet, FIRST_BAR - 8 + STEP * at, share, treated(supposed[-1].percent))
    return sheet


def _dots(sheet: Canvas, top: float, filled: int, number: int) -> None:
    """People in rows of eleven, those who got better first and filled."""
    for person in range(number):
        x = LEFT + 7 + PITCH * (person % ACROSS)
        y = top + PITCH * (person // ACROSS)
        better = person < filled
        sheet.mark(x, y, size=DOT, fill="nerve" if better else None, edge="nerve" if better else "edge")


def _bar(sheet: Canvas, y: float, share: Share, most: int) -> None:
    """One share: its name, the people treated, and the shown ones as the dark part of the bar."""
    number = treated(share.percent)
    sheet.text(LEFT, y, f"{share.label}: {round(share.percent)} in 100")
    sheet.text(RIGHT + 8, y, f"{number} treated", ha="right", weight="bold")
    track = y + TRACK_BELOW - 4
    sheet.line((LEFT + 3, _x(number, most)), (track, track), colour="line", width=8)
    sheet.line((LEFT + 3, _x(SHOWN, most)), (track, track), colour="nerve", width=8)


def _x(people: int, most: int) -> float:
    return LEFT + (RIGHT - LEFT) * people / most


def _alt(supposed: tuple[Share, ...]) -> str:
    lines = "; ".join(
        f"{share.label.lower()}, {round(share.percent)} in 100: {treated(share.percent)} treated"
        for share in supposed
    )
    return (
        f"Arithmetic in three parts. Above, 55 dots for people treated with something inert: {SHOWN} filled, "
        f"better by themselves, and 33 hollow, not better. In the middle the {SHOWN} filled dots alone: what "
        f"a list of responders shows, {SHOWN} of {SHOWN}. Below, bars for the people who must have been "
        f"treated for {SHOWN} responders, by the share that gets better: {lines}. In each bar the part that "
        "is shown is the same."
    )

"""Figure: how many got better on placebo in neighbouring trials, beside people chosen as responders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, RIGHT = 4, WIDTH - 14
CHOSEN = 22
"""The people of the report, chosen as responders (claims s-mms-27 and s-mms-28)."""
SINGLE_TRIALS_PCT = (0, 60)
"""Placebo responders in single restless-legs trials, by a press report (note of claim a-08)."""
MAGNESIUM_PCT = 66.9
"""669 of 1,000 on magnesium had at least a quarter fewer cramps (claim a-10)."""
FIRST, STEP = 62, 50

Row = Mapping[str, str]


@dataclass(frozen=True)
class Shares:
    """Per cent who got better on placebo, with its interval where there is one."""

    restless: float
    restless_low: float
    restless_high: float
    cramps: float


def placebo_beside_claim() -> Figure:
    """Placebo rows of ``data/evidence/priors.csv``, and magnesium, beside the report's 22."""
    course = load_course()
    shares = of_table({row["row_id"]: row for row in course.tables["priors"]})
    refs = course.references
    caption = (
        "<strong>What a response is measured against.</strong> The ring: 22 people who are in the group "
        f"<em>because</em> they responded, so it is no rate {cite(refs, 'seed002')}. Restless legs, much "
        "or very much improved, with the 95% interval, and as a thin line the range of single trials, by a "
        f"press report {cite(refs, 'fulda2008placebo')}. Cramps at rest, a quarter fewer or better, on "
        "placebo and on magnesium, which made little or no difference "
        f"{cite(refs, 'garrison2020magnesium')}. Other people and other measures: neighbours of the "
        f"report, and no comparison group for it. What makes up such a change: {cite(refs, 'zuo2025placebo')}"
    )
    return show(_drawing(shares).figure, alt=_alt(shares), caption=caption)


def of_table(rows: Mapping[str, Row]) -> Shares:
    """The two placebo rows; fails loudly if the table no longer has them."""
    restless = rows["placebo-rls"]
    low, high = (float(end) for end in restless["ci95_or_range"].split("-"))
    return Shares(float(restless["value_pct"]), low, high, float(rows["placebo-cramps"]["value_pct"]))


def _drawing(shares: Shares) -> Canvas:
    sheet = Canvas(height=FIRST + 4 * STEP - 16)
    sheet.text(LEFT, 14, "Got better", size=HEAD, weight="bold")
    for share, side in ((0, "left"), (50, "center"), (100, "right")):
        shift = 10 if share == 100 else 0
        sheet.text(_x(share) + shift, 36, f"{share}%", size=SMALL, colour="soft", ha=side)
    y = _track(sheet, 0, "Clonazepam, the report", f"{CHOSEN} of {CHOSEN}, chosen")
    sheet.mark(_x(100), y, fill=None, edge="signal")
    y = _track(sheet, 1, "Placebo, restless legs", f"{shares.restless:.0f}%")
    sheet.line(tuple(_x(end) for end in SINGLE_TRIALS_PCT), (y, y), colour="nerve", width=1.4)
    ends = tuple(_x(end) for end in (shares.restless_low, shares.restless_high))
    sheet.line(ends, (y, y), colour="nerve", width=6, alpha=0.4)
    sheet.mark(_x(shares.restless), y)
    y = _track(sheet, 2, "Placebo, cramps at rest", f"{shares.cramps:.0f}%")
    sheet.mark(_x(shares.cramps), y)
    y = _track(sheet, 3, "Magnesium, the same cramps", f"{MAGNESIUM_PCT:.0f}%")
    sheet.mark(_x(MAGNESIUM_PCT), y, shape="s", size=9)
    return sheet


def _track(sheet: Canvas, row: int, label: str, words: str) -> float:
    y = FIRST + STEP * row
    sheet.text(LEFT, y, label)
    sheet.text(RIGHT + 10, y, words, ha="right", weight="bold")
    sheet.line((LEFT, RIGHT), (y + 18, y + 18), colour="line", width=2)
    return y + 18


def _x(share_pct: float) -> float:
    return LEFT + (RIGHT - LEFT) * share_pct / 100


def _alt(shares: Shares) -> str:
    return (
        "Shares who got better on a scale from 0 to 100 per cent. Clonazepam in the report: a ring at 100 "
        f"per cent, {CHOSEN} of {CHOSEN}, because they were chosen as responders. Placebo in restless legs: "
        f"{shares.restless:.1f} per cent, interval {shares.restless_low:.1f} to {shares.restless_high:.1f}, "
        f"single trials {SINGLE_TRIALS_PCT[0]} to {SINGLE_TRIALS_PCT[1]}. Placebo in cramps at rest: "
        f"{shares.cramps:.1f} per cent. Magnesium in the same cramps: {MAGNESIUM_PCT} per cent."
    )

"""Figure: how common cramps and fasciculations are, beside a syndrome whose prevalence nobody has counted."""

from __future__ import annotations

from collections.abc import Mapping

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, RIGHT = 2, WIDTH - 10
TRACK_BELOW, NEXT_LABEL, NEXT_GROUP = 17, 46, 22

Row = Mapping[str, str]


def how_common() -> Figure:
    """Prevalences of ``data/evidence/priors.csv`` on one scale; a dotted track where no figure was found."""
    course = load_course()
    rows = {row["row_id"]: row for row in course.tables["priors"]}
    refs = course.references
    caption = (
        "<strong>Common parts, uncounted whole.</strong> The bar is the 95% interval where one was given; a "
        "hollow mark was read second-hand; dots mean that no figure was found. Age, question and method "
        "differ, so compare with care. Cramps: "
        f"{cite(refs, 'maisonneuve2016cramps', 'annfammed2023cramps', 'grandner2017cramps')}. "
        f"Fasciculation potentials: {cite(refs, 'eeg1994fasciculation')}. "
        f"Both together: {cite(refs, 'healthjadendcfs', 'jansen1991frequency')}. "
        f"Diagnosed CFS, no figure: {cite(refs, 'gard2014cfs')}"
    )
    return show(_drawing(rows).figure, alt=_alt(rows), caption=caption)


def _drawing(rows: Mapping[str, Row]) -> Canvas:
    sheet = Canvas(height=432)
    for share in (0, 50, 100):
        side = ("left", "center", "right")[share // 50]
        sheet.text(_x(share), 12, f"{share}%", size=SMALL, colour="soft", ha=side)
    sheet.line((_x(50), _x(50)), (20, 426), colour="grid")

    y = _head(sheet, 38, "Cramps")
    sixty, clinic = rows["cramps-60plus"], rows["cramps-us-primary"]
    y = _measured(sheet, y, "French primary care, 60 or older", sixty)
    y = _measured(sheet, y, "US primary care, any leg cramp", clinic)
    mild, worse = rows["cramps-nhanes-mild"]["value_text"], float(rows["cramps-nhanes-severe"]["value_pct"])
    track = _track(sheet, y, "US survey, night cramps in the past month", "")
    sheet.mark(_x(worse), track)
    sheet.text(_x(worse) - 5, track + 18, f"{worse:g}%, worse", size=SMALL, colour="soft")
    sheet.mark(_x(sum(map(float, mild.rstrip("%").split("-"))) / 2), track)
    sheet.text(_x(24.5) - 5, track + 18, f"{mild.replace('-', '–')}, mild", size=SMALL, colour="soft")

    y = _head(sheet, y + NEXT_LABEL + NEXT_GROUP + 10, "Fasciculation potentials")
    y = _measured(sheet, y, "One foot muscle, healthy, 18 to 25", rows["fasc-ah-recorded"])
    y = _head(sheet, y + NEXT_GROUP - 6, "Both together")
    men, women = rows["cramp-fasc-men"]["value_pct"], rows["cramp-fasc-women"]["value_pct"]
    track = _track(sheet, y, "Dutch survey 1991, read second-hand", "")
    sheet.mark(_x((float(men) + float(women)) / 2), track, fill=None)
    sheet.text(_x(0) + 14, track + 18, f"{men}% of men, {women}% of women", size=SMALL, colour="soft")
    y += NEXT_LABEL + 12
    sheet.text(LEFT, y, "Diagnosed CFS")
    sheet.text(RIGHT + 8, y, rows["cfs-prevalence"]["value_text"], ha="right", colour="signal", weight="bold")
    sheet.nothing(LEFT, RIGHT, y + TRACK_BELOW)
    return sheet


def _head(sheet: Canvas, y: float, words: str) -> float:
    sheet.text(LEFT, y, words, size=HEAD, weight="bold")
    return y + 22


def _measured(sheet: Canvas, y: float, label: str, row: Row) -> float:
    """One share as a mark on its track; returns where the next label stands."""
    share = float(row["value_pct"])
    whole = row["events"] == row["n"]
    value = f"{row['events']} of {row['n']}" if whole else f"{share:g}%, n = {row['n']}"
    track = _track(sheet, y, label, value)
    if "-" in row["ci95_or_range"]:
        low, high = map(float, row["ci95_or_range"].split("-"))
        sheet.line((_x(low), _x(high)), (track, track), colour="nerve", width=5, alpha=0.4)
    sheet.mark(_x(share), track)
    return y + NEXT_LABEL


def _track(sheet: Canvas, y: float, label: str, value: str) -> float:
    sheet.text(LEFT, y, label)
    if value:
        sheet.text(RIGHT + 8, y, value, ha="right", weight="bold")
    track = y + TRACK_BELOW
    sheet.line((LEFT, RIGHT), (track, track), colour="line", width=2)
    return track


def _x(share_pct: float) -> float:
    return LEFT + (RIGHT - LEFT) * share_pct / 100


def _alt(rows: Mapping[str, Row]) -> str:
    sixty, clinic, foot = rows["cramps-60plus"], rows["cramps-us-primary"], rows["fasc-ah-recorded"]
    low, high = sixty["ci95_or_range"].split("-")
    severe, men, women = rows["cramps-nhanes-severe"], rows["cramp-fasc-men"], rows["cramp-fasc-women"]
    return (
        f"Shares on a scale from 0 to 100 per cent. Cramps: {sixty['value_pct']} per cent of {sixty['n']} "
        f"French primary-care patients of 60 or older, 95 per cent interval {low} to {high}; "
        f"{clinic['value_pct']} per cent of {clinic['n']} US primary-care patients, any leg cramp; night "
        "cramps in the past month in a US survey, mild in 24 to 25 and moderate or severe in "
        f"{severe['value_pct']} per cent. Fasciculation potentials in one foot muscle: {foot['events']} of "
        f"{foot['n']} healthy young adults. Frequent cramps with fasciculations, read second-hand: "
        f"{men['value_pct']} per cent of men and {women['value_pct']} per cent of women. "
        "Diagnosed cramp-fasciculation syndrome: a dotted track, no figure found."
    )

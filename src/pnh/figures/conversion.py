"""Figure: motor neuron disease at follow-up of benign fasciculation: none seen, and what that leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, RIGHT = 22, WIDTH - 12
HIGHEST_PCT = 12
TRACK_BELOW, NEXT_LABEL = 36, 62
BRACKET = 8
DOUBT = 0.025
"""Each tail of a two-sided 95% interval."""

Row = Mapping[str, str]


@dataclass(frozen=True)
class Series:
    """One published group: its row of priors.csv, its name in the figure, and how long it was followed."""

    row: str
    label: str
    followed: str
    key: str
    second_hand: bool = False


SERIES = (
    Series("bfs-to-mnd-pooled", "Three studies pooled", "8 months to several years", "mattiuzzi2024bfs"),
    Series("bfs-to-mnd-mayo", "Mayo Clinic", "2 to 32 years, read second-hand", "healthjadendbfs", True),
    Series("bfs-to-mnd-2018", "One cohort", "24 months", "musclenerve2018bfs"),
)


def conversion() -> Figure:
    """None of n with motor neuron disease, thrice, each with its exact interval; and four case reports."""
    course = load_course()
    rows = {row["row_id"]: row for row in course.tables["priors"]}
    refs = course.references
    keys = [series.key for series in SERIES]
    caption = (
        "<strong>None seen is not none possible.</strong> People with benign fasciculation, and how many had "
        "motor neuron disease when they were asked again: none. The bar is the exact 95% interval (our "
        "calculation): the true share may lie anywhere in it. It holds for the time observed, not for life. "
        "A hollow mark was read second-hand. The bracket: the three groups probably share people, so they "
        f"must not be added. {cite(refs, *keys)}. Beneath, people chosen because they progressed: a count "
        f"without a denominator is no rate. {cite(refs, 'singh2011progressing')}"
    )
    return show(_drawing(rows).figure, alt=_alt(rows), caption=caption)


def exact_upper_pct(n: int) -> float:
    """Upper end, in per cent, of the exact (Clopper-Pearson) two-sided 95% interval for none of n people."""
    return 100 * (1 - DOUBT ** (1 / n))


def _drawing(rows: Mapping[str, Row]) -> Canvas:
    sheet = Canvas(height=336)
    sheet.text(LEFT, 14, "Motor neuron disease at follow-up", size=HEAD, weight="bold")
    for share in (0, 5, 10):
        sheet.text(_x(share), 36, f"{share}%", size=SMALL, colour="soft", ha="center" if share else "left")
    tracks = [_group(sheet, 62 + NEXT_LABEL * at, series, rows) for at, series in enumerate(SERIES)]
    _bracket(sheet, tracks)

    y = tracks[-1] + 38
    sheet.line((2, WIDTH - 2), (y - 6, y - 6), colour="edge", width=2.4)
    sheet.text(LEFT, y + 18, "Later ALS after a benign label", size=HEAD, weight="bold")
    reports = int(rows["cfs-to-als"]["events"])
    sheet.text(LEFT, y + 42, "Case reports")
    sheet.text(RIGHT, y + 42, f"{reports}, of nobody knows how many", ha="right", weight="bold")
    sheet.nothing(LEFT, RIGHT, y + 60)
    for number in range(reports):
        sheet.mark(LEFT + 8 + 20 * number, y + 60, shape="s", size=8, fill="signal", edge="signal")
    return sheet


def _group(sheet: Canvas, y: float, series: Series, rows: Mapping[str, Row]) -> float:
    """One group: its name and size, the time, and the interval on its track; returns where the track lies."""
    row = rows[series.row]
    n = int(row["n"])
    upper = exact_upper_pct(n)
    track = y + TRACK_BELOW
    sheet.text(LEFT, y, series.label)
    sheet.text(RIGHT, y, f"{row['events']} of {n}: up to {upper:.1f}%", ha="right", weight="bold")
    sheet.text(LEFT, y + 17, series.followed, size=SMALL, colour="soft")
    sheet.line((LEFT, RIGHT), (track, track), colour="line", width=2)
    for share in (5, 10):
        sheet.line((_x(share), _x(share)), (track - 5, track + 5), colour="line", width=2)
    sheet.line((_x(0), _x(upper)), (track, track), colour="nerve", width=6, alpha=0.4)
    sheet.mark(_x(0), track, fill=None if series.second_hand else "nerve")
    return track


def _bracket(sheet: Canvas, tracks: list[float]) -> None:
    """Three groups held together: probably the same people in part."""
    sheet.line((BRACKET, BRACKET), (tracks[0], tracks[-1]), colour="signal", width=2)
    for track in tracks:
        sheet.line((BRACKET, BRACKET + 6), (track, track), colour="signal", width=2)


def _x(share_pct: float) -> float:
    return LEFT + (RIGHT - LEFT) * share_pct / HIGHEST_PCT


def _alt(rows: Mapping[str, Row]) -> str:
    groups = "; ".join(
        f"{series.label}, followed {series.followed}: {rows[series.row]['events']} of "
        f"{rows[series.row]['n']}, exact 95 per cent interval, ours, 0 to "
        f"{exact_upper_pct(int(rows[series.row]['n'])):.1f} per cent"
        for series in SERIES
    )
    return (
        "Shares on a scale from 0 to 10 per cent: people with benign fasciculation who had motor neuron "
        f"disease at follow-up. {groups}. A bracket joins the three groups: they "
        "probably share people and must not be added. Beneath a thick line four marks on a dotted track "
        f"without a scale: {rows['cfs-to-als']['events']} people who had ALS after a benign label, reported "
        "because they progressed, of an unknown number."
    )

"""Figure: the published accuracy of tibial nerve stimulation, drawn so that two cut-offs cannot be paired."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, RIGHT = 2, WIDTH - 10
TRACK_BELOW, NEXT_LABEL = 17, 50
NOT_SEEN = "not seen"
Z_95 = 1.959964

Row = Mapping[str, str]


def stimulation_accuracy() -> Figure:
    """Sensitivity and specificity of ``data/evidence/diagnostics.csv``, each in the panel of its own cut-off.

    What was not seen is a dotted track that ends at its bound. The intervals are Wilson's, computed here.
    """
    course = load_course()
    rows = {row["row_id"]: row for row in course.tables["diagnostics"]}
    caption = (
        "<strong>Two cut-offs, one figure each.</strong> A panel is one way of reading the test; no figure "
        "may be carried over the line between panels. The pale bar is a 95% interval (our calculation, "
        "Wilson). Dots: not in what was read; the tick is the highest value that it could have, since a "
        "result abnormal at 1 Hz is abnormal at one of the three rates (our inference). Who counts as "
        f"having CFS was decided clinically. {cite(course.references, 'harrison2007rns')}"
    )
    return show(_drawing(rows).figure, alt=_alt(rows), caption=caption)


def bounds(rows: Mapping[str, Row]) -> tuple[float, float]:
    """(highest LR+ of abnormal at 1 Hz, lowest LR- of normal at every rate): bounds, not ratios."""
    highest_sensitivity = float(rows["cfs-rns-any"]["sensitivity_pct"]) / 100
    highest_specificity = float(rows["cfs-rns-1hz"]["specificity_pct"]) / 100
    return highest_sensitivity / (1 - highest_specificity), (1 - highest_sensitivity) / highest_specificity


def wilson_interval_pct(share_pct: float, n: int) -> tuple[float, float]:
    """95% interval (Wilson) in per cent, from the whole number of n people nearest to the printed share."""
    p = round(share_pct * n / 100) / n
    centre = (p + Z_95**2 / (2 * n)) / (1 + Z_95**2 / n)
    half = Z_95 * sqrt(p * (1 - p) / n + Z_95**2 / (4 * n * n)) / (1 + Z_95**2 / n)
    return 100 * (centre - half), 100 * (centre + half)


def _drawing(rows: Mapping[str, Row]) -> Canvas:
    one, some, roc = rows["cfs-rns-1hz"], rows["cfs-rns-any"], rows["cfs-rns-roc"]
    cases, others = int(one["n_cases"]), int(one["n_controls"])
    specificity, sensitivity = float(one["specificity_pct"]), float(some["sensitivity_pct"])
    sheet = Canvas(height=430)
    for share in (0, 50, 100):
        side = ("left", "center", "right")[share // 50]
        sheet.text(_x(share), 12, f"{share}%", size=SMALL, colour="soft", ha=side)

    y = _head(sheet, 38, "Cut-off A: abnormal at 1 Hz")
    y = _seen(sheet, y, "Specificity, people without CFS", specificity, others)
    y = _unseen(sheet, y, "Sensitivity", sensitivity)
    y = _wall(sheet, y)
    y = _head(sheet, y, "Cut-off B: abnormal at 1, 2 or 5 Hz")
    y = _seen(sheet, y, "Sensitivity, people with CFS", sensitivity, cases)
    y = _unseen(sheet, y, "Specificity", specificity)
    y = _wall(sheet, y)
    y = _head(sheet, y, "Cut-off not named: ROC analysis")
    y = _seen(sheet, y, "Classified correctly, everyone", _correct_pct(roc), cases + others)
    _bounds(sheet, y + 2, rows)
    return sheet


def _head(sheet: Canvas, y: float, words: str) -> float:
    sheet.text(LEFT, y, words, size=HEAD, weight="bold")
    return y + 22


def _seen(sheet: Canvas, y: float, label: str, share: float, n: int) -> float:
    """A published share: its mark, its denominator and the interval that this denominator allows."""
    sheet.text(LEFT, y, label)
    sheet.text(RIGHT + 8, y, f"{share:g}%, n = {n}", ha="right", weight="bold")
    track = y + TRACK_BELOW
    sheet.line((LEFT, RIGHT), (track, track), colour="line", width=2)
    low, high = wilson_interval_pct(share, n)
    sheet.line((_x(low), _x(high)), (track, track), colour="nerve", width=5, alpha=0.4)
    sheet.mark(_x(share), track)
    return y + NEXT_LABEL - 6


def _unseen(sheet: Canvas, y: float, label: str, bound: float) -> float:
    """A figure nobody printed: a dotted track up to the highest value it could have."""
    sheet.text(LEFT, y, label)
    sheet.text(RIGHT + 8, y, f"{NOT_SEEN}; at most {bound:g}%", ha="right", colour="signal", weight="bold")
    track = y + TRACK_BELOW
    sheet.nothing(LEFT, _x(bound), track)
    sheet.line((_x(bound), _x(bound)), (track - 6, track + 6), colour="signal", width=1.6)
    return y + NEXT_LABEL - 8


def _wall(sheet: Canvas, y: float) -> float:
    """The line between two cut-offs."""
    sheet.line((LEFT, WIDTH - LEFT), (y - 6, y - 6), colour="edge", width=2.4)
    return y + 18


def _bounds(sheet: Canvas, y: float, rows: Mapping[str, Row]) -> None:
    highest, lowest = bounds(rows)
    sheet.line((LEFT, WIDTH - LEFT), (y - 8, y - 8), colour="line")
    sheet.text(LEFT, y + 14, "All that follows (our calculation)", size=HEAD, weight="bold")
    sheet.text(LEFT, y + 36, "A: positive likelihood ratio")
    sheet.text(RIGHT + 8, y + 36, f"at most {highest:.2f}", ha="right", weight="bold")
    sheet.text(LEFT, y + 58, "B: negative likelihood ratio")
    sheet.text(RIGHT + 8, y + 58, f"at least {lowest:.2f}", ha="right", weight="bold")


def _correct_pct(row: Row) -> float:
    return float(row["other_metric"].removeprefix("correctly classified ").rstrip("%"))


def _x(share_pct: float) -> float:
    return LEFT + (RIGHT - LEFT) * share_pct / 100


def _alt(rows: Mapping[str, Row]) -> str:
    one, some, roc = rows["cfs-rns-1hz"], rows["cfs-rns-any"], rows["cfs-rns-roc"]
    cases, others = int(one["n_cases"]), int(one["n_controls"])
    specificity, sensitivity = one["specificity_pct"], some["sensitivity_pct"]
    highest, lowest = bounds(rows)

    def interval(share: str | float, n: int) -> str:
        low, high = wilson_interval_pct(float(share), n)
        return f"95 per cent interval, ours, {low:.0f} to {high:.0f}"

    return (
        "Three panels on a scale from 0 to 100 per cent, parted by thick lines. Cut-off A, abnormal at 1 Hz: "
        f"specificity {specificity} per cent of {others} people without CFS, "
        f"{interval(specificity, others)}; sensitivity a dotted track, not seen, at most {sensitivity} per "
        f"cent. Cut-off B, abnormal at 1, 2 or 5 Hz: sensitivity {sensitivity} per cent of {cases} people "
        f"with CFS, {interval(sensitivity, cases)}; specificity a dotted track, not seen, at most "
        f"{specificity} per cent. ROC analysis, cut-off not named: {_correct_pct(roc):g} per cent of "
        f"{cases + others} people classified correctly. Beneath: the positive likelihood ratio of A is at "
        f"most {highest:.2f}, the negative likelihood ratio of B at least {lowest:.2f}."
    )

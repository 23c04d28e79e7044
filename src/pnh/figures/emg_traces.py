"""Simulated EMG on a sheet: a recording in strokes, negative up, with a bar for its size."""

from __future__ import annotations

import numpy as np

from pnh.figures.canvas import SMALL, Canvas
from pnh.figures.palette import colours
from pnh.models.emg import envelope

BARS_UV = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
BAR_ROOM = 8
"""Pixels at the right of a trace that its size bar takes."""
QUIET_UV = 30
"""Below this there is only the baseline noise of data/models/emg.json."""
LEAST_RANGE_UV = 220
"""A trace of noise alone is drawn as if it had this range, or silence would look like a storm."""


def draw_trace(
    sheet: Canvas,
    signal_uv: np.ndarray,
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    per_pixel: int = 1,
) -> int:
    """Draw the recording into a box, as large as it fits; returns the microvolts of the bar at its right end.

    Each column is one stroke from its lowest to its highest value, `per_pixel` columns to a pixel: 2 for fast
    even runs, which would beat with one. Where only noise is, one band as wide as it stands for the strokes.
    """
    seen = envelope(signal_uv, int(width - BAR_ROOM) * per_pixel)
    low, high = np.array(seen["low_uv"]), np.array(seen["high_uv"])
    scale = height / max(float(high.max() - low.min()), LEAST_RANGE_UV)
    zero = top + (height - scale * float(high.max() + low.min())) / 2  # negative is up
    xs = left + np.arange(len(low)) / per_pixel
    quiet = np.maximum(-low, high) < QUIET_UV
    if quiet.any():
        band = scale * float((high - low)[quiet].mean())
        _strokes(sheet, _ends_of_runs(xs, quiet, 1 / per_pixel), zero, zero, max(band, 0.8))
    loud = np.repeat(xs[~quiet], 2).reshape(-1, 2)
    tops = np.round(2 * (zero + scale * low[~quiet])) / 2  # half pixels are fine enough, and short to write
    bottoms = np.round(2 * (zero + scale * high[~quiet])) / 2 + 0.5
    _strokes(sheet, loud, tops, bottoms, 1.1 / per_pixel)
    return _size_bar(sheet, left + width, top, height, scale)


def draw_potential(
    sheet: Canvas, potential_uv: np.ndarray, left: float, top: float, width: float, height: float
) -> None:
    """Draw one potential as a curve that fills the box from its lowest to its highest point."""
    scale = height / float(np.ptp(potential_uv))
    xs = np.round(left + np.linspace(0, width, len(potential_uv)), 1)
    ys = np.round(top + scale * (potential_uv - potential_uv.min()), 1)
    bends = np.flatnonzero(np.diff(ys, n=2)) + 1
    kept = np.unique(np.concatenate(([0], bends, [len(ys) - 1])))
    sheet.line(tuple(xs[kept]), tuple(ys[kept]), colour="nerve", width=1.5, solid_joinstyle="round")


def label_trace(sheet: Canvas, name: str, bar_uv: int, left: float, y: float, width: float) -> None:
    """Name at the left, what the bar stands for at the right."""
    bar = f"{bar_uv} µV" if bar_uv < 1000 else f"{bar_uv // 1000} mV"
    sheet.text(left, y, name, size=12)
    sheet.text(left + width, y, bar, size=SMALL - 0.5, colour="soft", ha="right")


def draw_time_bar(sheet: Canvas, left: float, y: float, bar_s: float, pixels_per_s: float) -> None:
    """A bar of so many seconds, named at its right."""
    sheet.line((left, left + bar_s * pixels_per_s), (y, y), colour="ink", width=1.6)
    words = f"{bar_s:g} s" if bar_s >= 0.1 else f"{bar_s * 1000:g} ms"
    sheet.text(left + bar_s * pixels_per_s + 5, y + 4, words, size=SMALL, colour="soft")


def _strokes(
    sheet: Canvas, xs: np.ndarray, tops: np.ndarray | float, bottoms: np.ndarray | float, width: float
) -> None:
    """Separate straight strokes in one path: from (first x, top) to (second x, bottom) of each row."""
    gap = np.full(len(xs), np.nan)
    first, last = np.broadcast_to(tops, gap.shape), np.broadcast_to(bottoms, gap.shape)
    sheet.axes.plot(
        np.column_stack((xs, gap)).ravel(),
        np.column_stack((first, last, gap)).ravel(),
        color=colours()["nerve"],
        lw=width,
        solid_capstyle="butt",
        clip_on=False,
    )


def _ends_of_runs(xs: np.ndarray, chosen: np.ndarray, step: float) -> np.ndarray:
    """Rows of where each run of chosen columns begins and ends, half a column wider than their middles."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(int)))
    return np.column_stack((xs[edges[::2]] - step / 2, xs[edges[1::2] - 1] + step / 2))


def _size_bar(sheet: Canvas, right: float, top: float, height: float, scale: float) -> int:
    """The largest round size that fits well into the height, as a bar in its middle."""
    bar_uv = max(size for size in BARS_UV if size * scale <= 0.62 * height)
    middle, half = top + height / 2, bar_uv * scale / 2
    sheet.line((right - 1.5, right - 1.5), (middle - half, middle + half), colour="ink", width=1.6)
    return bar_uv

"""A panel for one voltage trace of the model axon, drawn on a canvas: scales, frame, line and labels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pnh.figures.canvas import SMALL, Canvas
from pnh.models.axon import Trace

WITHIN_PX = 0.2
"""A point of the trace may be left out if the line then passes it by no more than this."""


@dataclass(frozen=True)
class Panel:
    """Where a stretch of time and voltage stands on the sheet; edges in page units, y downwards."""

    left: float
    right: float
    top: float
    bottom: float
    from_ms: float
    to_ms: float
    low_mv: float
    high_mv: float

    def x(self, time_ms: float) -> float:
        """Page units from the left of the sheet."""
        share = (time_ms - self.from_ms) / (self.to_ms - self.from_ms)
        return self.left + share * (self.right - self.left)

    def y(self, voltage_mv: float) -> float:
        """Page units from the top of the sheet."""
        share = (voltage_mv - self.low_mv) / (self.high_mv - self.low_mv)
        return self.bottom + share * (self.top - self.bottom)

    def axis_mv(self, sheet: Canvas, *marks_mv: float) -> None:
        """Grid lines with their voltage at the left edge."""
        for mark_mv in marks_mv:
            sheet.line((self.left, self.right), (self.y(mark_mv),) * 2, colour="grid")
            label = f"{mark_mv:g}".replace("-", "−")
            sheet.text(self.left - 6, self.y(mark_mv) + 4, label, size=SMALL, colour="soft", ha="right")

    def axis_ms(self, sheet: Canvas, *marks_ms: float) -> None:
        """Times under the panel; the last one names the unit and ends at the panel's edge."""
        for mark_ms in marks_ms:
            last = mark_ms == marks_ms[-1]
            label, side = (f"{mark_ms:g} ms", "right") if last else (f"{mark_ms:g}", "center")
            x = self.x(mark_ms)
            sheet.line((x, x), (self.bottom, self.bottom + 4), colour="edge")
            sheet.text(x, self.bottom + 17, label, size=SMALL, colour="soft", ha=side)

    def points(self, trace: Trace, zero_ms: float) -> tuple[np.ndarray, np.ndarray]:
        """The trace in page units, (n,) each, with `zero_ms` of the run as time 0 of the panel."""
        times_ms = np.asarray(trace.times_ms) - zero_ms
        inside = (times_ms >= self.from_ms) & (times_ms <= self.to_ms)
        xs, ys = self.x(times_ms[inside]), self.y(np.asarray(trace.voltage_mv)[inside])
        kept = _kept(xs, ys)
        return np.round(xs[kept], 1), np.round(ys[kept], 1)

    def draw(self, sheet: Canvas, trace: Trace, zero_ms: float, *, colour: str = "nerve") -> None:
        """The voltage as a line."""
        xs, ys = self.points(trace, zero_ms)
        sheet.line(tuple(xs), tuple(ys), colour=colour, width=1.5)


def _kept(xs: np.ndarray, ys: np.ndarray) -> np.ndarray:
    """Indices of the points that carry the shape of the line (Ramer, Douglas and Peucker)."""
    keep = np.zeros(len(xs), dtype=bool)
    keep[[0, -1]] = True
    pending = [(0, len(xs) - 1)]
    while pending:
        first, last = pending.pop()
        if last - first < 2:
            continue
        along = np.array([xs[last] - xs[first], ys[last] - ys[first]])
        length = float(np.hypot(*along)) or 1.0
        between = slice(first + 1, last)
        off = np.abs((xs[between] - xs[first]) * along[1] - (ys[between] - ys[first]) * along[0]) / length
        farthest = int(np.argmax(off))
        if off[farthest] > WITHIN_PX:
            middle = first + 1 + farthest
            keep[middle] = True
            pending += [(first, middle), (middle, last)]
    return np.flatnonzero(keep)

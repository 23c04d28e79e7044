"""Strokes for drawings of a motor unit: cell body, sheathed axon, branches, muscle fibres, spikes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from matplotlib.patches import Ellipse, PathPatch
from matplotlib.path import Path

from pnh.figures.canvas import SMALL, Canvas
from pnh.figures.palette import colours

Point = tuple[float, float]


def curve(sheet: Canvas, points: Sequence[Point], *, colour: str = "nerve", width: float = 1.8) -> None:
    """A smooth line: start, two handles, end (and again two handles and an end for every further stretch)."""
    codes = [Path.MOVETO, *[Path.CURVE4] * (len(points) - 1)]
    sheet.axes.add_patch(
        PathPatch(
            Path(list(points), codes),
            zorder=2.4,
            fc="none",
            ec=colours()[colour],
            lw=width,
            capstyle="round",
            clip_on=False,
        )
    )


def soma(sheet: Canvas, x: float, y: float, radius: float, *, colour: str = "nerve") -> None:
    """A motor nerve cell with six dendrites and its nucleus."""
    for turn, reach in zip((-160, -118, -75, -35, 5, 150), (2.0, 1.8, 2.1, 1.9, 1.8, 1.8), strict=True):
        angle = np.radians(turn)
        across = np.array((np.cos(angle), np.sin(angle)))
        bend = np.array((-across[1], across[0])) * radius * 0.35
        root, tip = np.array((x, y)) + across * radius * 0.8, np.array((x, y)) + across * radius * reach
        curve(
            sheet,
            [tuple(root), tuple(root + bend), tuple(tip - bend / 2), tuple(tip)],
            colour=colour,
            width=2.4,
        )
    sheet.mark(x, y, size=2 * radius, fill=colour, edge=colour)
    sheet.mark(x, y, size=0.7 * radius, fill="paper", edge="paper")


def sheath(sheet: Canvas, points: Sequence[Point], *, parts: int = 5, width: float = 8.5) -> None:
    """An axon along one Bézier curve, wrapped in `parts` segments of myelin with bare nodes between."""
    curve(sheet, points, width=1.5)
    for part in range(parts):
        piece = _piece(points, (part + 0.13) / parts, (part + 0.87) / parts)
        curve(sheet, piece, width=width)
        curve(sheet, piece, colour="nerve-wash", width=width - 2.8)


def _piece(points: Sequence[Point], low: float, high: float) -> list[Point]:
    """The stretch of a Bézier curve between two shares of it, as a Bézier curve."""

    def blossom(*shares: float) -> Point:
        left = [np.array(point) for point in points]
        for share in shares:
            left = [(1 - share) * one + share * two for one, two in pairwise(left)]
        return float(left[0][0].round(2)), float(left[0][1].round(2))

    return [blossom(*shares) for shares in ((low,) * 3, (low, low, high), (low, high, high), (high,) * 3)]


GREY_MATTER = (
    (0, -9),
    (13, -13),
    (24, -30),
    (32, -33),
    (33, -25),
    (25, -8),
    (32, 3),
    (45, 14),
    (44, 29),
    (30, 33),
)
"""The right half of the butterfly in a spinal cord cut across, its front below; then back to the middle."""


def cord(sheet: Canvas, x: float, y: float, size: float = 1) -> None:
    """A spinal cord cut across, the front downwards: white matter with the grey butterfly in it."""
    half = [*GREY_MATTER, (14, 15), (0, 9)]
    around = [*half, *((-dx, dy) for dx, dy in half[-2:0:-1])]
    points = [(x + dx * size, y + dy * size) for dx, dy in around]
    look = {"ec": colours()["edge"], "lw": 1, "clip_on": False}
    sheet.axes.add_patch(Ellipse((x, y), 142 * size, 96 * size, fc=colours()["wash"], **look))
    path, codes = [points[0]], [Path.MOVETO]
    for index, point in enumerate(points):  # a smooth closed line through all points (Catmull-Rom)
        before, after, beyond = (points[(index + step) % len(points)] for step in (-1, 1, 2))
        path += [
            (point[0] + (after[0] - before[0]) / 6, point[1] + (after[1] - before[1]) / 6),
            (after[0] - (beyond[0] - point[0]) / 6, after[1] - (beyond[1] - point[1]) / 6),
            after,
        ]
        codes += [Path.CURVE4] * 3
    sheet.axes.add_patch(PathPatch(Path(path, codes), fc=colours()["paper"], **look))


def fibre(
    sheet: Canvas, left: float, right: float, y: float, *, fill: str = "wash", edge: str = "edge"
) -> None:
    """A muscle fibre lying from left to right."""
    for colour, width in ((edge, 10), (fill, 7.8)):
        sheet.line((left + 5, right - 5), (y, y), colour=colour, width=width)


def end_plate(sheet: Canvas, x: float, y: float) -> None:
    """Where a branch touches its fibre."""
    sheet.line((x - 3, x + 3), (y, y), colour="nerve", width=4, zorder=2.5)


def trace(
    sheet: Canvas,
    left: float,
    right: float,
    y: float,
    spikes: Sequence[tuple[float, float]],
    *,
    colour: str = "signal",
    half_width: float = 2.2,
) -> None:
    """A schematic needle recording: a flat line with one spike per (share of the length, height)."""
    xs, ys = [left], [y]
    for share, height in spikes:
        x = left + share * (right - left)
        for step, lift in ((-1, 0), (-0.4, -0.28), (0.1, 1), (0.6, -0.42), (1, 0)):
            xs.append(x + step * half_width)
            ys.append(y - lift * height)
    sheet.line((*xs, right), (*ys, y), colour=colour, width=1.3)


def numbered(sheet: Canvas, x: float, y: float, number: str) -> None:
    """A numbered disc: here something starts, or may start."""
    sheet.mark(x, y, size=17.5, fill="signal", edge="paper")
    sheet.text(x, y + 4.1, number, size=SMALL, colour="paper", weight="bold", ha="center", zorder=5)

"""A sheet to draw on in page units: one unit is a CSS pixel at the drawing's own width, y runs downwards."""

from __future__ import annotations

from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as MatplotlibFigure

from pnh.figures.palette import colours, style

WIDTH = 360
BODY = 12.5
SMALL = 11.5
HEAD = 13


class Canvas:
    """A matplotlib figure with one empty pair of axes that fills it, and three verbs to draw on it."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        with rc_context(style()):
            self.figure = MatplotlibFigure(figsize=(width / 72, height / 72))
            self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.axis("off")

    def text(
        self, x: float, y: float, words: str, *, size: float = BODY, colour: str = "ink", **more: Any
    ) -> None:
        """One line of text, its baseline at y."""
        with rc_context(style()):
            self.axes.text(x, y, words, fontsize=size, color=colours()[colour], clip_on=False, **more)

    def line(
        self,
        xs: tuple[float, ...],
        ys: tuple[float, ...],
        *,
        colour: str = "line",
        width: float = 1,
        **more: Any,
    ) -> None:
        """A line through points."""
        self.axes.plot(
            xs, ys, color=colours()[colour], lw=width, clip_on=False, solid_capstyle="round", **more
        )

    def nothing(self, left: float, right: float, y: float) -> None:
        """A dotted track: in all figures the sign that nothing was reported or found."""
        self.line((left, right), (y, y), colour="edge", width=1.2, ls=(0, (0.1, 3.6)), dash_capstyle="round")

    def mark(
        self,
        x: float,
        y: float,
        *,
        shape: str = "o",
        size: float = 10,
        fill: str | None = "nerve",
        edge: str = "nerve",
    ) -> None:
        """One marker; hollow (filled with the paper) if `fill` is None."""
        inside = colours()[fill or "paper"]
        self.axes.plot(
            [x], [y], shape, ms=size, mfc=inside, mec=colours()[edge], mew=1.6, clip_on=False, zorder=3, ls=""
        )

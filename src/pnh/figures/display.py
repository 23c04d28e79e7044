"""`show`: a matplotlib drawing becomes a captioned figure for the page, for JupyterLab and for paper."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import dataclass
from typing import Any

from matplotlib import rc_context
from matplotlib.figure import Figure as MatplotlibFigure
from PIL import Image

from pnh.figures.palette import colours, style
from pnh.figures.svg import inline_svg

MAX_WIDTH = "30rem"
"""Wider than this the labels, which scale with the drawing, would outgrow the prose."""


@dataclass(frozen=True)
class Figure:
    """A drawing ready to be shown: `svg` for the page, `png` (bytes) for elsewhere, `caption` as HTML."""

    alt: str
    caption: str
    svg: str
    png: bytes

    def __repr__(self) -> str:
        return f"Figure: {self.alt}"

    def html(self) -> str:
        return (
            f'<figure class="pnh-figure" style="max-width:{MAX_WIDTH}">\n{self.svg}\n'
            f'<figcaption><p style="margin:0">{self.caption}</p></figcaption>\n</figure>'
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {
            "text/html": self.html(),
            "image/png": base64.b64encode(self.png).decode("ascii") + "\n",
            "text/plain": repr(self),
        }


def show(fig: MatplotlibFigure, *, alt: str, caption: str) -> Figure:
    """Make `fig` ready for a notebook cell.

    Parameters
    ----------
    fig
        Drawn in the colours of `pnh.figures.palette`, so that both themes of the page fit.
    alt
        What the drawing shows, in words: the reader who does not see it gets this instead.
    caption
        HTML under the figure; citations belong here.

    Raises
    ------
    ValueError
        If `alt` is too short to say anything, or is a file name.
    """
    if len(alt.split()) < 8 or re.search(r"\.(png|svg|jpe?g)\b|[\\/]\w+[\\/]", alt):
        raise ValueError(f"alt: say in words what the figure shows; this is not enough: {alt!r}")
    prefix = "fig-" + hashlib.sha256(alt.encode()).hexdigest()[:6]
    return Figure(alt=alt, caption=caption, svg=inline_svg(fig, alt, prefix), png=_png(fig))


def _png(fig: MatplotlibFigure) -> bytes:
    drawn, written = io.BytesIO(), io.BytesIO()
    with rc_context(style()):
        fig.savefig(drawn, format="png", dpi=144, facecolor=colours()["paper"])
    few = Image.open(drawn).convert("RGB").quantize(48, dither=Image.Dither.NONE)
    few.save(written, "png", optimize=True)
    return written.getvalue()

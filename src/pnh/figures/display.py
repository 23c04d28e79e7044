"""`show`: a matplotlib drawing becomes a captioned figure for the page, for JupyterLab and for paper."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
from dataclasses import dataclass

from IPython.display import display
from matplotlib import rc_context
from matplotlib.figure import Figure as MatplotlibFigure
from PIL import Image

from pnh.figures.palette import colours, style
from pnh.figures.svg import inline_svg


@dataclass(frozen=True)
class Figure:
    """A drawing ready to be shown: `svg` for the page, `png` (bytes) for elsewhere, `caption` as HTML."""

    alt: str
    caption: str
    svg: str
    png: bytes
    table: str = ""

    def __repr__(self) -> str:
        return f"Figure: {self.alt}"

    def drawing(self) -> dict[str, str]:
        """The drawing alone, without text/html: JupyterLab then shows the PNG in a notebook that it does not
        trust yet, where it would strip an inline SVG to its words."""
        return {
            "image/svg+xml": self.svg,
            "image/png": base64.b64encode(self.png).decode("ascii") + "\n",
            "text/plain": repr(self),
        }

    def legend(self) -> dict[str, str]:
        """The caption, and the drawing in words (or as a table) for whoever does not see it."""
        words = self.table or f"<p>{html.escape(self.alt, quote=False)}</p>"
        return {
            "text/html": (
                f'<div class="pnh-caption">\n<p>{self.caption}</p>\n'
                f"<details><summary>The figure in words</summary>{words}</details>\n"
                "</div>"
            ),
            "text/plain": "Caption",
        }

    def _ipython_display_(self) -> None:
        width_px = Image.open(io.BytesIO(self.png)).width * 3 // 5  # JupyterLab would show every pixel as one
        display(self.drawing(), raw=True, metadata={"image/png": {"width": width_px, "drawn-twice": True}})
        display(self.legend(), raw=True)


def show(fig: MatplotlibFigure, *, alt: str, caption: str, table: str = "") -> Figure:
    """Make `fig` ready for a notebook cell.

    Parameters
    ----------
    fig
        Drawn in the colours of `pnh.figures.palette`, so that both themes of the page fit.
    alt
        What the drawing shows, in words: the reader who does not see it gets this instead.
    caption
        HTML under the figure; citations belong here.
    table
        HTML of a table that says all that the drawing shows; without it the words of `alt` are printed.

    Raises
    ------
    ValueError
        If `alt` is too short to say anything, or is a file name.
    """
    if len(alt.split()) < 8 or re.search(r"\.(png|svg|jpe?g)\b|[\\/]\w+[\\/]", alt):
        raise ValueError(f"alt: say in words what the figure shows; this is not enough: {alt!r}")
    prefix = "fig-" + hashlib.sha256(alt.encode()).hexdigest()[:6]
    return Figure(alt=alt, caption=caption, svg=inline_svg(fig, alt, prefix), png=_png(fig), table=table)


def _png(fig: MatplotlibFigure) -> bytes:
    drawn, written = io.BytesIO(), io.BytesIO()
    with rc_context(style()):
        fig.savefig(drawn, format="png", dpi=144, facecolor=colours()["paper"])
    few = Image.open(drawn).convert("RGB").quantize(48, dither=Image.Dither.NONE)
    few.save(written, "png", optimize=True)
    return written.getvalue()

"""The one palette for matplotlib: colours of the light theme, standing in for the page's CSS properties."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from cycler import cycler

from pnh.paths import STATIC

FONT = "DejaVu Sans"
"""Carried by matplotlib, so that a drawing is the same on every machine; the page sets its own font."""


@cache
def _tokens() -> Mapping[str, Any]:
    return json.loads((STATIC / "tokens.json").read_text(encoding="utf-8"))


def colours() -> Mapping[str, str]:
    """Token name -> light colour, such as ``{"ink": "#1b1f24", …}``."""
    return _tokens()["light"]


def style() -> dict[str, Any]:
    """matplotlib settings of the course, for ``matplotlib.rc_context``."""
    colour = colours()
    return {
        "axes.edgecolor": colour["edge"],
        "axes.facecolor": "none",
        "axes.labelcolor": colour["ink"],
        "axes.prop_cycle": cycler(color=[colour["nerve"], colour["signal"], colour["soft"]]),
        "axes.spines.right": False,
        "axes.spines.top": False,
        "figure.facecolor": "none",
        "font.family": FONT,
        "font.size": 12.5,
        "grid.color": colour["grid"],
        "lines.solid_capstyle": "round",
        "savefig.facecolor": "none",
        "svg.fonttype": "none",
        "svg.hashsalt": "pnh",
        "text.color": colour["ink"],
        "xtick.color": colour["soft"],
        "ytick.color": colour["soft"],
    }

"""Explorers that weigh evidence, standing still: microcramps, calcium, an interval, responders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from pnh.figures.canvas import SMALL, WIDTH, Canvas
from pnh.figures.palette import colours
from pnh.models import calcium, interval, microcramp, responders
from pnh.models.protocols import events

LEFT, RIGHT = 34, WIDTH - 12
_PEOPLE = 100


def _along(share: float) -> float:
    return LEFT + (RIGHT - LEFT) * share


def _microcramp(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """The same foci at their own times, and all at once."""
    sheet = Canvas(height=206)
    step = microcramp.force({**values, "synchrony": 1})
    own = microcramp.force({**values, "synchrony": 0})
    top, bottom, high = 34.0, 176.0, max(step.max(), own.max())
    xs = [_along(i / (len(own) - 1)) for i in range(len(own))]
    for force, colour, width in ((step, "edge", 0.9), (own, "nerve", 1.6)):
        sheet.line(tuple(xs), tuple(bottom - force / high * (bottom - top)), colour=colour, width=width)
    sheet.line((LEFT, RIGHT), (bottom, bottom), colour="line")
    sheet.text(2, 14, "Hypothesis. Simulated, not recorded.", size=SMALL, colour="signal")
    sheet.text(2, bottom - 2, "0", size=SMALL, colour="soft")
    sheet.text(2, top + 4, f"{high:.0f} mN", size=SMALL, colour="soft")
    for seconds in (0, 4, 8, 12):
        sheet.text(
            _along(seconds / 12),
            194,
            f"{seconds} s",
            size=SMALL,
            colour="soft",
            ha="right" if seconds else "left",
        )
    return sheet


def _responders(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """Left the people shown, before and after; right the mean fall for every true effect."""
    sheet = Canvas(height=228)
    found = responders.series(values)
    shown = found.responder if values["show"] == "responders" else np.ones(len(found.before), bool)
    top, bottom, middle = 26.0, 180.0, 142.0
    first, last = LEFT + 8.0, middle - 16.0
    for place in np.flatnonzero(shown[:_PEOPLE]):
        ys = tuple(
            bottom - score / 100 * (bottom - top) for score in (found.before[place], found.after[place])
        )
        sheet.line((first, last), ys, colour="signal" if found.responder[place] else "edge", width=0.8)
    sheet.text(2, 14, "score", size=SMALL, colour="soft")
    for score in (0, 50, 100):
        y = bottom - score / 100 * (bottom - top)
        sheet.text(LEFT - 8, y + 4, str(score), size=SMALL, colour="soft", ha="right")
    sheet.text(first, 196, "before", size=SMALL, colour="soft", ha="center")
    sheet.text(last, 196, "after", size=SMALL, colour="soft", ha="center")
    left, high = middle + 44.0, 50.0
    effects = range(0, 41, 2)
    rows = [responders.measures({**values, "effect": effect}) for effect in effects]
    xs = tuple(left + (RIGHT - left) * effect / 40 for effect in effects)
    for name, colour in (("fall_all", "ink"), ("fall_responders", "signal")):
        ys = tuple(bottom - (row[name] or 0) / high * (bottom - top) for row in rows)
        sheet.line(xs, ys, colour=colour, width=1.8)
    ys = tuple(bottom - effect / high * (bottom - top) for effect in effects)
    sheet.line(xs, ys, colour="nerve", ls=(0, (1, 2)), width=1.6)
    sheet.text(left - 34, 14, "mean fall", size=SMALL, colour="soft")
    for points in (0, 20, 40):
        y = bottom - points / high * (bottom - top)
        sheet.text(left - 8, y + 4, str(points), size=SMALL, colour="soft", ha="right")
        sheet.text(
            left + (RIGHT - left) * points / 40, 196, str(points), size=SMALL, colour="soft", ha="center"
        )
    sheet.text(RIGHT, 211, "true effect", size=SMALL, colour="soft", ha="right")
    sheet.text(2, 224, "upper line: responders · lower: all treated · dots: truth", size=SMALL)
    return sheet


def _interval(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """The people one by one, and the interval of their share."""
    found = interval.measures(values)
    sheet = Canvas(height=128)
    for place in range(interval.ALL):
        known = place < interval.WITH_DATA
        normal = found["people"] - found["without"] <= place < found["people"]
        sheet.mark(
            _along((place + 0.5) / interval.ALL),
            20,
            fill="nerve" if known else None,
            edge="nerve" if place < found["people"] and not normal else "signal" if normal else "line",
        )
    low, high = (_along(found[name] / 100) for name in ("low_pct", "high_pct"))
    sheet.line((low, high), (78, 78), colour="ink", width=2.4)
    for x in (low, high):
        sheet.line((x, x), (70, 86), colour="ink", width=2.4)
    sheet.text(low - 6, 82, f"{found['low_pct']:.1f}%", ha="right")
    if found["three_pct"] is not None:
        x = _along(1 - found["three_pct"] / 100)
        sheet.line((x, x), (60, 96), colour="nerve", ls=(0, (1, 2)), width=1.6)
        sheet.text(x, 54, "rule of three", size=SMALL, colour="soft", ha="center")
    sheet.line((LEFT, RIGHT), (104, 104), colour="edge")
    for share in (0, 20, 40, 60, 80, 100):
        sheet.text(_along(share / 100), 120, f"{share}%", size=SMALL, colour="soft", ha="center")
    return sheet


def _calcium(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """Five levels, a row each: single spikes in one colour, groups in another."""
    levels, row = (1.5, 1.2, 1.0, 0.8, 0.6), 27
    sheet = Canvas(height=row * len(levels) + 46)
    seconds = calcium.runs()["seconds"]
    sheet.text(2, 12, "calcium, mmol/L", size=SMALL, colour="soft")
    for number, level in enumerate(levels):
        y = 18 + (number + 1) * row - 4
        sheet.text(LEFT - 10, y - 3, f"{level:.1f}", size=SMALL, colour="soft", ha="right")
        sheet.line((LEFT, RIGHT), (y, y), colour="line")
        for group in events(calcium.spikes_ms({**values, "calcium_mm": level})):
            strokes = [_along(time / seconds / 1000) for time in group]
            xs = [x for place in strokes for x in (place, place, np.nan)]
            sheet.axes.plot(
                xs,
                [y, y - 17, np.nan] * len(strokes),
                lw=0.8,
                color=colours()["signal" if len(group) > 1 else "nerve"],
                solid_capstyle="butt",
            )
    foot = 18 + row * len(levels) + 16
    sheet.text(LEFT, foot, "0", size=SMALL, colour="soft", ha="center")
    sheet.text(RIGHT, foot, f"{seconds} s", size=SMALL, colour="soft", ha="right")
    return sheet


PICTURES: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Canvas]] = {
    "microcramp": _microcramp,
    "responders": _responders,
    "interval": _interval,
    "calcium": _calcium,
}

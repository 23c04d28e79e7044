"""A series of responders: the twin of frontend/src/models/responders.js.

People have a complaint, scored from 0 to 100 on two days. Everybody has an own mean; each day adds noise. Who
scores above `entry` on the first day is treated; on the second day effect and placebo are taken off. Who fell
by `rule_pct` or more of the first score is a responder. The people are drawn once, by a seed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pnh.models.generator import Draws
from pnh.models.thought import numbers

SHOWN = ("all", "responders")
"""Whom the series tells of: everybody treated, or responders only."""


@dataclass(frozen=True, eq=False)
class Series:
    """Everybody treated: scores before and after, and who counts as a responder; shapes (treated,)."""

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    responder: NDArray[np.bool_]


@cache
def _people(count: int, seed: int) -> NDArray[np.float64]:
    """Own mean, first day and second day of each person, as standard normal numbers; shape (people, 3)."""
    return Draws(seed).normals(3 * count).reshape(count, 3)


def series(values: Mapping[str, Any]) -> Series:
    """Everybody treated at these settings. Raises ValueError with what is allowed."""
    _, p = _settings(values)
    own, first, second = _people(p["people"], p["seed"]).T
    usual = p["mean"] + p["between"] * own
    before = np.clip(usual + p["noise"] * first, 0, 100)
    after = np.clip(usual + p["noise"] * second - p["effect"] - p["placebo"], 0, 100)
    treated = before > p["entry"]
    before, after = before[treated], after[treated]
    return Series(before, after, before - after >= before * p["rule_pct"] / 100)


def measures(values: Mapping[str, Any]) -> dict[str, Any]:
    """What such a series would say.

    treated, responders: people; responders_pct; fall_all, fall_responders: mean fall in points; fall_shown:
    of those the series tells of; excess: fall of all beyond the true effect; likelihood_ratio: how much
    likelier a responder is among those shown if the drug has this effect than if it has none. Where only
    responders are shown everybody is one either way, so it is 1. What nobody was there for is None.
    """
    shown, _ = _settings(values)
    found = series(values)
    fall = found.before - found.after
    treated, responders = len(fall), int(found.responder.sum())
    fall_all = float(fall.mean()) if treated else None
    fall_responders = float(fall[found.responder].mean()) if responders else None
    inert = int(series({**values, "effect": 0}).responder.sum())
    ratio = 1.0 if shown == "responders" else responders / inert if inert else None
    return {
        "treated": treated,
        "responders": responders,
        "responders_pct": 100 * responders / treated if treated else None,
        "fall_all": fall_all,
        "fall_responders": fall_responders,
        "fall_shown": fall_responders if shown == "responders" else fall_all,
        "excess": None if fall_all is None else fall_all - _settings(values)[1]["effect"],
        "likelihood_ratio": ratio if responders else None,
    }


def _settings(values: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Whom the series shows, and all its numbers."""
    given = dict(values) if isinstance(values, Mapping) else values
    shown = given.pop("show", "all") if isinstance(given, dict) else "all"
    if shown not in SHOWN:
        raise ValueError(f"show: {shown!r} is not one of {', '.join(SHOWN)}")
    return shown, numbers("responders", given)

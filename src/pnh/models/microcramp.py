"""The microcramp thought model, a HYPOTHESIS made computable: the twin of frontend/src/models/microcramp.js.

A muscle has some foci, places in which a few fibres cramp together. Time goes in spells: in each, a focus
contracts (with the chance `duty`) or rests. Contracting, it discharges at random times, `rate_hz` a second,
each discharge a twitch. With the chance `synchrony` it does not choose for itself but as all others do:
whether to contract in this spell, and when to discharge. Force is the sum of all twitches.

Nothing here was measured. The model shows what the idea would imply; it is no evidence for it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pnh.models.generator import Draws
from pnh.models.thought import numbers

_TWITCH_S = 0.5
"""After this a twitch is over."""


def measures(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the model says at these settings, without chance.

    mean_mn: the steady pull; fluctuation_mn: standard deviation of the force about it; visible: whether that
    reaches the threshold; exponent: how the fluctuation grows with the number of foci, 0.5 like the square
    root, 1 in proportion; active: foci contracting at any moment; site_pct, found_pct: chance that one needle
    site, and that at least one of all, meets a contracting focus.
    """
    p = numbers("microcramp", values)
    foci, shared = p["foci"], p["synchrony"] ** 2
    focus_mn, twitch_s = p["fibres"] * p["fibre_mn"], p["twitch_ms"] / 1000
    area_s, square_s = math.e * twitch_s, math.e**2 * twitch_s / 4  # of the twitch, and of its square
    rest = p["duty"] * (1 - p["duty"])
    # Variance of one focus by itself, and what each pair of foci adds: discharges, then spells, which the
    # length of the twitch smooths a little.
    spells = (p["rate_hz"] * area_s) ** 2 * rest * (1 - 1.5 * twitch_s / p["spell_s"])
    alone = p["rate_hz"] * square_s * p["duty"] + spells
    paired = shared * (p["rate_hz"] * square_s * (p["duty"] ** 2 + shared * rest) + spells)
    variance = foci * alone + foci * (foci - 1) * paired
    fluctuation_mn = focus_mn * math.sqrt(variance)
    met = foci * p["duty"] * (p["reach_mm"] / p["belly_mm"]) ** 2
    return {
        "mean_mn": foci * focus_mn * p["duty"] * p["rate_hz"] * area_s,
        "fluctuation_mn": fluctuation_mn,
        "visible": fluctuation_mn >= p["threshold_mn"],
        "exponent": (foci * alone + foci * (2 * foci - 1) * paired) / (2 * variance),
        "active": foci * p["duty"],
        "site_pct": 100 * (1 - math.exp(-met)),
        "found_pct": 100 * (1 - math.exp(-met * p["sites"])),
    }


def force(values: Mapping[str, Any]) -> NDArray[np.float64]:
    """The force in mN, shape (shown_s / step_ms,), as the seed draws it."""
    p = numbers("microcramp", values)
    draws, step_s = Draws(p["seed"]), p["step_ms"] / 1000
    tail = round(_TWITCH_S / step_s)  # a run-up, so that what is drawn begins as it goes on
    steps, spell = tail + round(p["shown_s"] / step_s), round(p["spell_s"] / step_s)
    count = -(-steps // spell)
    states = [draws.uniform() < p["duty"] for _ in range(count)]
    beats = [draws.uniform() < p["rate_hz"] * step_s for _ in range(steps)]
    twitches = np.zeros(steps)
    for number in range(count):
        active = 0
        for _ in range(p["foci"]):
            follows = draws.uniform() < p["synchrony"]
            active += states[number] if follows else draws.uniform() < p["duty"]
        own = active * p["rate_hz"] * (1 - p["synchrony"]) * step_s
        for step in range(number * spell, min((number + 1) * spell, steps)):
            twitches[step] = _poisson(draws, own)
            if beats[step]:
                twitches[step] += sum(draws.uniform() < p["synchrony"] for _ in range(active))
    times = np.arange(tail) * step_s * 1000 / p["twitch_ms"]
    twitch = p["fibres"] * p["fibre_mn"] * times * np.exp(1 - times)
    return np.convolve(twitches, twitch)[tail:steps]


def _poisson(draws: Draws, mean: float) -> int:
    """How many discharges fall into a step."""
    left, count = draws.uniform(), 0
    chance = math.exp(-mean)
    while left >= chance and count < 10 * mean + 20:
        left -= chance
        count += 1
        chance *= mean / count
    return count

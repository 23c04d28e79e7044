r"""One muscle fibre: two waves run from its end-plate past the needle.

Inside the fibre the potential z mm behind the front is Rosenfalck's :math:`96 z^3 e^{-z} - 90` mV. Its second
derivative is the current that leaves the fibre, and a needle weights this current by nearness:

.. math:: \varphi(u, r) = \int_0^\infty 96 e^{-s} s (s^2 - 6 s + 6)\; w(r, u - s)\, ds

with u the front's place (mm beyond the needle) and r the fibre's radial distance. The weight w is that of a
concentric needle: the mean of :math:`1/\sqrt{r^2 + z^2}` over the core (± 0.29 mm) less its mean over the
15 mm of the shaft, which silences what is far away. Both means have closed forms with asinh. The integral
is tabulated once over u and r and interpolated for each fibre. Conductivity, the angle of the needle and
the fibres' ends are left out, and the start of the two waves is smoothed rather than solved, which is exact
only some millimetres away from the end-plate: the size is set by one fitted factor, and shapes, not
absolute fields, are what the model is for.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pnh.models.generator import Draws

from .parameters import FIBRE, RATE_HZ, SAMPLING, TABLE, pick

Array = NDArray[np.float64]
SAMPLES = SAMPLING.potential_ms * RATE_HZ // 1000
"""Samples of one stored potential, from the moment the end-plate is set off."""
_MS = np.arange(SAMPLES) * 1000 / RATE_HZ
_ONSET = 1 - np.exp(-((_MS / FIBRE.onset_ms) ** 2))
_PLACES = TABLE.from_mm + np.arange(TABLE.columns) * TABLE.step_mm


@cache
def _table() -> Array:
    """What the needle records from a front at each place (columns), for fibres at growing distance (rows)."""
    s = np.arange(math.floor(FIBRE.source_mm / TABLE.step_mm + 0.5) + 1) * TABLE.step_mm
    source = FIBRE.source_scale * np.exp(-s) * s * (s * s - 6 * s + 6) * TABLE.step_mm
    z = TABLE.from_mm - FIBRE.source_mm + np.arange(TABLE.columns + len(s) - 1) * TABLE.step_mm
    r = TABLE.nearest_mm * TABLE.ratio ** np.arange(TABLE.rows)[:, None]
    core = (np.arcsinh((z + FIBRE.core_half_mm) / r) - np.arcsinh((z - FIBRE.core_half_mm) / r)) / (
        2 * FIBRE.core_half_mm
    )
    weight = core - np.arcsinh(FIBRE.cannula_mm / np.hypot(r, z)) / FIBRE.cannula_mm
    return np.array([np.convolve(row, source, "valid") for row in weight])


def add_fibre(
    out: Array, radius_mm: float, start_mm: float, velocity: float, size: float, delay: int = 0
) -> None:
    """Add one fibre's potential to `out` (samples at 20 kHz).

    `start_mm` is its end-plate as seen from the needle (negative: before it), `velocity` in m/s, `delay` in
    samples.
    """
    place = math.log(radius_mm / TABLE.nearest_mm) / math.log(TABLE.ratio)
    place = min(max(place, 0), TABLE.rows - 1.001)
    row = math.floor(place)
    near, far = _table()[row], _table()[row + 1]
    curve = near + (place - row) * (far - near)
    run = velocity * _MS[: len(out) - delay]
    seen = np.interp(start_mm + run, _PLACES, curve, 0, 0) + np.interp(run - start_mm, _PLACES, curve, 0, 0)
    out[delay:] += size * _ONSET[: len(run)] * seen


def fibre_potential(kind: Mapping[str, Any], draws: Draws) -> Array:
    """A single fibre's potential, µV, shape (SAMPLES,), as large as the kind says."""
    wave = np.zeros(SAMPLES)
    radius, distance = pick(draws, kind["radius_mm"]), pick(draws, kind["distance_mm"])
    add_fibre(wave, radius, -distance, pick(draws, kind["velocity_m_per_s"]), 1)
    return _scaled(wave, pick(draws, kind["amplitude_uv"]))


def chain_potential(kind: Mapping[str, Any], draws: Draws) -> Array:
    """Several fibres, each set off by the one before: the potential of a complex repetitive discharge."""
    out = np.zeros(SAMPLES)
    delay = 0
    for _ in range(draws.integer(*kind["fibres"])):
        wave = fibre_potential(kind, draws)
        if delay < SAMPLES:
            out[delay:] += wave[: SAMPLES - delay]
        delay += math.floor(draws.exponential(kind["gap_ms"]) * RATE_HZ / 1000 + 0.5)
    return out


def positive_wave(kind: Mapping[str, Any], draws: Draws) -> Array:
    """A positive sharp wave: sharp and positive first, then a long low negative tail (drawn, not derived)."""
    rise, tail = pick(draws, kind["rise_ms"]), pick(draws, kind["width_ms"]) / 5
    wave = _swell(_MS / rise) - kind["tail_share"] * _swell(_MS / tail)
    return _scaled(wave, pick(draws, kind["amplitude_uv"]))


def ripple_potential(tau_ms: float) -> Array:
    """A small negative potential at the end-plate, of size 1 (a drawn shape)."""
    return -_swell(_MS[: SAMPLES // 5] / tau_ms)


def _swell(x: Array) -> Array:
    return x * np.exp(1 - x)


def _scaled(wave: Array, amplitude_uv: float) -> Array:
    return wave * (amplitude_uv / np.ptp(wave))

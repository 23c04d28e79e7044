"""A motor axon that can be poked: `simulate` runs it and returns a `Trace`.

One node of Ranvier with its paranodes, juxtaparanodes and half internodes; nothing travels, it is one
patch. The equations are in `axon_engine`, the numbers with their sources in data/models/axon.json. The
page computes the same (frontend/src/models/axon.js), equal to 1e-6 mV on the traces in
data/models/golden.

>>> simulate(AxonParameters(kv7_x=0.6, persistent_sodium_x=2), duration_ms=400, pulses_ms=[20])
Trace(400 ms in steps of 0.02 ms, 28 spikes, -79.1 to 34.6 mV)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pnh.models.axon_data import axon_model
from pnh.models.axon_engine import advance, axon_circuit, nearest, settled_state
from pnh.models.axon_parameters import AxonParameters, check_number, check_times
from pnh.models.generator import Draws

__all__ = ["AxonParameters", "Trace", "axon_circuit", "simulate"]


@dataclass(frozen=True, eq=False, repr=False)
class Trace:
    """A run: `voltage_mv[k]` is the potential of the node at `times_ms[k]`, shape (n,); `spikes_ms` when
    it rose through -20 mV."""

    times_ms: NDArray[np.float64]
    voltage_mv: NDArray[np.float64]
    spikes_ms: NDArray[np.float64]
    step_ms: float
    duration_ms: float = field(kw_only=True)

    @property
    def intervals_ms(self) -> NDArray[np.float64]:
        """From each spike to the next."""
        return np.diff(self.spikes_ms)

    def __len__(self) -> int:
        return len(self.voltage_mv)

    def __repr__(self) -> str:
        spikes = "1 spike" if len(self.spikes_ms) == 1 else f"{len(self.spikes_ms)} spikes"
        low, high = self.voltage_mv.min(), self.voltage_mv.max()
        length = f"{self.duration_ms:g} ms in steps of {self.step_ms:g} ms"
        return f"Trace({length}, {spikes}, {low:.1f} to {high:.1f} mV)"


def simulate(
    parameters: AxonParameters | None = None,
    duration_ms: float = 200,
    pulses_ms: Sequence[float] = (),
    pulse_pa: float = 800,
    pulse_ms: float = 0.1,
    noise_pa: float = 0,
    seed: int = 1,
    step_ms: float = 0.02,
    settle_ms: float = 300,
) -> Trace:
    """Runs an axon, which has been left alone for `settle_ms` before time 0.

    `pulses_ms` are the beginnings of stimuli of `pulse_pa` for `pulse_ms`; `noise_pa` is the standard
    deviation of a membrane noise with a correlation time of 2 ms, drawn from `seed`, one number a step:
    another step, another noise. Raises ValueError for what cannot be, with what is allowed.
    """
    parameters = AxonParameters() if parameters is None else parameters
    if not isinstance(parameters, AxonParameters):
        raise ValueError(f"parameters: {parameters!r} is not an AxonParameters")
    options = {
        "duration_ms": duration_ms, "pulse_pa": pulse_pa, "pulse_ms": pulse_ms,
        "noise_pa": noise_pa, "step_ms": step_ms, "settle_ms": settle_ms,
    }  # fmt: skip
    for name, value in options.items():
        check_number(name, value, axon_model().run[name].range)
    pulses = _checked_pulses(pulses_ms, pulse_ms, duration_ms)
    most = axon_model().numerics.most_samples
    if duration_ms / step_ms > most:
        raise ValueError(f"duration_ms: {duration_ms} at step_ms {step_ms} makes more than {most} samples")

    steps = nearest(duration_ms / step_ms)
    current = _noise(noise_pa, seed, step_ms, steps)
    width = max(1, nearest(pulse_ms / step_ms))
    for start in pulses:
        first = nearest(start / step_ms)
        current[first : first + width] += pulse_pa
    state = list(settled_state(parameters, float(settle_ms)))
    voltage, spikes = advance(parameters, state, float(step_ms), current.tolist())
    return Trace(
        times_ms=np.arange(steps + 1) * step_ms,
        voltage_mv=np.array(voltage),
        spikes_ms=np.array([k * step_ms for k in spikes], dtype=float),
        step_ms=step_ms,
        duration_ms=duration_ms,
    )


def _checked_pulses(pulses_ms: Sequence[float], pulse_ms: float, duration_ms: float) -> list[float]:
    pulses = check_times("pulses_ms", pulses_ms, (0, duration_ms))
    for before, start in pairwise(pulses):
        if start < before + pulse_ms:
            raise ValueError(
                f"pulses_ms: {start} after {before}; "
                f"pulses must follow one another by at least pulse_ms ({pulse_ms})"
            )
    return pulses


def _noise(sd: float, seed: int, step: float, steps: int) -> NDArray[np.float64]:
    """Ornstein-Uhlenbeck current (pA), shape (steps,), stationary from the start."""
    draws = Draws(seed)
    if sd == 0:
        return np.zeros(steps)
    keep = math.exp(-step / axon_model().additions.noise_correlation_ms)
    add = sd * math.sqrt(1 - keep * keep)
    normals = draws.normals(steps).tolist()
    values = [sd * normals[0]] if normals else []
    for normal in normals[1:]:
        values.append(keep * values[-1] + add * normal)
    return np.array(values)

"""Golden traces of the axon, by which both languages and every later version are held to the same numbers.

`python -m pnh.models.golden` computes them again and writes data/models/golden/axon-*.json; `--check` only
compares. A change of the model changes them: commit both together, with the reason.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pnh.models.axon import AxonParameters, Trace, simulate
from pnh.models.axon_data import axon_model
from pnh.models.data_file import ModelDataError, read_json, write_whole
from pnh.paths import ROOT

GOLDEN = ROOT / "data" / "models" / "golden"
TOLERANCE_MV = 1e-6
_DIGITS = 9
_PULSE = {"duration_ms": 200, "pulses_ms": [20]}
_NOISE = {"duration_ms": 500, "noise_pa": 6, "seed": 7}
_ISAACS = axon_model().presets["isaacs-like"]
CASES: dict[str, tuple[dict[str, float], dict[str, Any]]] = {
    "healthy": ({}, _PULSE),
    "latent": (axon_model().presets["latent"], {"duration_ms": 250, "pulses_ms": [20, 70, 120, 170]}),
    "cfs-like": (axon_model().presets["cfs-like"], _PULSE),
    "isaacs-like": (_ISAACS, _PULSE),
    "carbamazepine": ({**_ISAACS, "carbamazepine_um": 2}, _PULSE),
    "kv7-opener": ({**_ISAACS, "kv7_shift_mv": -3}, _PULSE),
    "low-calcium": ({"calcium_mm": 0.9, "kv7_x": 0.4}, _PULSE),
    "noise": ({"calcium_mm": 0.8}, _NOISE),
}


@dataclass(frozen=True)
class GoldenTrace:
    """`voltage_mv` holds every `every`-th sample of the run, shape (n,), and all spikes are kept."""

    name: str
    parameters: dict[str, float]
    options: dict[str, Any]
    every: int
    voltage_mv: NDArray[np.float64]
    spikes_ms: NDArray[np.float64]

    def furthest_mv(self, trace: Trace) -> float:
        """Largest difference (mV) of a trace from this one; infinite if the spikes are others."""
        sampled = trace.voltage_mv[:: self.every]
        if sampled.shape != self.voltage_mv.shape or len(trace.spikes_ms) != len(self.spikes_ms):
            return np.inf
        if not np.allclose(trace.spikes_ms, self.spikes_ms, rtol=0, atol=1e-9):
            return np.inf
        return float(np.abs(sampled - self.voltage_mv).max())


def computed(name: str) -> Trace:
    """The trace of a case, computed now."""
    parameters, options = CASES[name]
    return simulate(AxonParameters(**parameters), **options)


def read_golden(path: Path) -> GoldenTrace:
    """Reads one golden file. Raises ModelDataError, which names the file, if it is cut short or malformed."""
    data = read_json(path, "pnh-golden/1")
    try:
        golden = GoldenTrace(
            name=data["name"],
            parameters=dict(data["parameters"]),
            options=dict(data["options"]),
            every=int(data["every"]),
            voltage_mv=np.array(data["voltage_mv"], dtype=float),
            spikes_ms=np.array(data["spikes_ms"], dtype=float),
        )
        step = golden.options.get("step_ms", axon_model().run["step_ms"].value)
        samples = round(golden.options["duration_ms"] / step) // golden.every + 1
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise ModelDataError(f"{path}: no golden trace ({error!r}); restore it from the repository") from None
    if golden.voltage_mv.shape != (samples,) or not np.isfinite(golden.voltage_mv).all():
        raise ModelDataError(
            f"{path}: voltage_mv should hold {samples} finite numbers, has shape {golden.voltage_mv.shape}; "
            "restore it from the repository"
        )
    spikes = golden.spikes_ms
    if spikes.ndim != 1 or not np.isfinite(spikes).all() or (np.diff(spikes) <= 0).any():
        raise ModelDataError(
            f"{path}: spikes_ms should hold finite times, each later than the one before; "
            "restore it from the repository"
        )
    return golden


def write_golden(name: str, folder: Path = GOLDEN) -> None:
    """Computes a case and writes its file whole or not at all."""
    trace, (parameters, options) = computed(name), CASES[name]
    every = 10
    document = {
        "schema": "pnh-golden/1",
        "about": "A run of the axon by python -m pnh.models.golden; every tenth sample of the potential.",
        "name": name,
        "parameters": parameters,
        "options": options,
        "every": every,
        "spikes_ms": [round(time, 6) for time in trace.spikes_ms.tolist()],
        "voltage_mv": [round(value, _DIGITS) for value in trace.voltage_mv[::every].tolist()],
    }
    write_whole(folder / f"axon-{name}.json", json.dumps(document, separators=(",", ":")) + "\n")


def main(check: bool) -> int:
    """Writes all golden traces, or says by how much each differs; returns how many differ too much."""
    wrong = 0
    for name in CASES:
        if not check:
            write_golden(name)
        furthest = read_golden(GOLDEN / f"axon-{name}.json").furthest_mv(computed(name))
        wrong += furthest > TOLERANCE_MV
        print(f"{name:15} {furthest:.1e} mV")
    return wrong


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))

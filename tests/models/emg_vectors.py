"""Writes tests/vectors/emg.json, by which the page proves its EMG: run after a change that is meant to be heard.

    python tests/models/emg_vectors.py

Of every signal: each 100th sample and the mean square of all, so that a slip anywhere shows.
"""

from __future__ import annotations

import hashlib
import json

import numpy as np

from pnh.models.emg import (
    KINDS,
    MotorUnit,
    compose,
    emg,
    envelope,
    from_spikes,
    measure_unit,
    motor_unit_potential,
    wav_bytes,
)
from pnh.paths import ROOT

FILE = ROOT / "tests" / "vectors" / "emg.json"
SPIKES = [0.02, 0.024, 0.029, 0.5]
PARTS = [
    {"kind": "fasciculation", "seed": 4},
    {"kind": "fibrillation", "seed": 2, "from_s": 0.3, "to_s": 0.7},
    {"kind": "fibrillation", "from_s": 0.7, "to_s": 0.9},
    {"kind": "axon", "seed": 9, "spikes_s": [0.1, 0.103, 0.35], "from_s": 0.5, "to_s": 0.8},
]
UNITS = [
    {"unit": {}, "seed": 1},
    {"unit": {"fibres": 60, "needle_offset_mm": 0.5, "fibre_diameter_sd_um": 15}, "seed": 3},
    {
        "unit": {"fibres": 420, "territory_mm": 8, "grouped_share": 0.5, "terminal_delay_ms": 1.4},
        "seed": 4294967295,
    },
]


def signature(signal_uv):
    """What is kept of a signal."""
    return {
        "samples": [round(float(value), 9) for value in signal_uv[::100]],
        "mean_square": float(np.mean(np.square(signal_uv))),
    }


def vectors():
    """Everything the page must reproduce, made by Python now."""
    units = []
    for case in UNITS:
        potential = motor_unit_potential(MotorUnit(**case["unit"]), case["seed"])
        units.append(
            {**case, "expected": signature(potential), "measures": measure_unit(potential)._asdict()}
        )
    cramp = emg("cramp", 5, 0.5)
    return {
        "kinds": [
            {
                "kind": kind,
                "seed": 7 + n,
                "seconds": 1,
                "expected": signature(emg(kind, 7 + n, 1.0).signal_uv),
            }
            for n, kind in enumerate(KINDS)
        ],
        "units": units,
        "from_spikes": {
            "times_s": SPIKES,
            "seed": 3,
            "seconds": 0.4,
            "expected": signature(from_spikes(SPIKES, 3, 0.4).signal_uv),
        },
        "compose": {
            "parts": PARTS,
            "seed": 11,
            "seconds": 1,
            "expected": signature(compose(PARTS, 1.0, 11).signal_uv),
        },
        "envelope": {"kind": "cramp", "seed": 5, "seconds": 0.5, "expected": envelope(cramp.signal_uv, 37)},
        "wav": {
            "kind": "cramp",
            "seed": 5,
            "seconds": 0.5,
            "sha256": hashlib.sha256(wav_bytes(cramp)).hexdigest(),
        },
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), separators=(",", ":")) + "\n", encoding="utf-8")

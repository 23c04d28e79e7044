"""What each bench of the nerve laboratory computes at a setting of its controls, to go on with in Python."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from pnh.models import calcium, emg, interval, microcramp, responders
from pnh.models.axon_parameters import check_names, check_settings
from pnh.models.emg import MotorUnit
from pnh.models.protocols import BENCHES, bench_run

EVIDENCE = {"microcramp": microcramp, "responders": responders, "interval": interval, "calcium": calcium}
"""Benches that are no laboratory: thought models, statistics and runs computed beforehand."""


def measures(bench: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a bench measures at these settings, as its explorers' goals ask for it. Raises ValueError like
    `run`."""
    if bench in EVIDENCE:
        return EVIDENCE[bench].measures(values)
    if bench == "motor-unit":
        return emg.measure_unit(run(bench, values))._asdict()
    return bench_run(bench, values).measures


def run(bench: str, values: Mapping[str, Any]) -> Any:
    """The main trace of a bench at these settings (control id -> value).

    `one-pulse`, `map`, `pharmacy`, `noise` and `repetitive` give the axon's `Trace`; `crackle` the needle EMG
    that the axon drives; `motor-unit` one potential in µV, shape (n,), at 20 kHz; `microcramp` the force in
    mN; `responders` the `Series`; `interval` its measures; `calcium` the spike times in ms. Raises ValueError
    with what is allowed, for a bench or a setting that does not exist, and for `ear`, whose traces have no
    setting.
    """
    if bench == "motor-unit":
        return emg.motor_unit_potential(motor_unit(values))
    if bench == "crackle":
        axon = bench_run("crackle", values).trace
        return emg.from_spikes(
            [float(spike) / 1000 for spike in axon.spikes_ms], seconds=axon.duration_ms / 1000
        )
    if bench == "ear":
        raise ValueError("ear: deals its traces by chance; pnh.models.emg.emg(kind, seed) gives any of them")
    if bench in EVIDENCE:
        return _EVIDENCE_RUN[bench](values)
    check_names("bench", [bench], (*BENCHES, "motor-unit", *EVIDENCE))
    return bench_run(bench, values).trace


_EVIDENCE_RUN = {
    "microcramp": microcramp.force,
    "responders": responders.series,
    "interval": interval.measures,
    "calcium": lambda values: np.array(calcium.spikes_ms(values), float),
}


def motor_unit(values: Mapping[str, Any]) -> MotorUnit:
    """The motor unit of the builder's controls. Raises ValueError with what is allowed."""
    fields = {
        "fibres": "fibres",
        "scatter_mm": "end_plate_scatter_mm",
        "needle_mm": "needle_offset_mm",
        "fibre_um": "fibre_diameter_um",
    }
    check_names("control", check_settings(values), fields)
    return MotorUnit(**{fields[name]: value for name, value in values.items()})

"""Reads data/models/axon.json: the numbers of the motor axon with their units, sources and ranges, checked.

A file that is cut short, or in which something is missing or impossible, is refused with an error that
names the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pnh.models.data_file import ModelDataError, Quantity, filled, is_number, quantities, read_json
from pnh.paths import ROOT

AXON_FILE = ROOT / "data" / "models" / "axon.json"
GATES = ("m", "h", "p", "s", "n")


@dataclass(frozen=True)
class Geometry:
    """Of one fibre of 10 µm."""

    node_diameter_um: float
    node_length_um: float
    axon_diameter_um: float
    fibre_diameter_um: float
    node_spacing_um: float
    paranode_length_um: float
    juxtaparanode_length_um: float
    lamellae: float
    paranode_gap_nm: float
    internode_gap_nm: float
    periaxonal_resistivity_ohm_cm: float


@dataclass(frozen=True)
class Membrane:
    """Capacitances, conductances and reversal potentials per area of membrane."""

    capacitance_uf_cm2: float
    myelin_capacitance_uf_cm2: float
    myelin_conductance_s_cm2: float
    paranode_conductance_s_cm2: float
    internode_conductance_s_cm2: float
    internode_reversal_mv: float
    transient_sodium_s_cm2: float
    persistent_sodium_s_cm2: float
    kv7_s_cm2: float
    kv1_s_cm2: float
    juxtaparanode_kv1_s_cm2: float
    leak_s_cm2: float
    sodium_reversal_mv: float
    potassium_reversal_mv: float
    leak_reversal_mv: float


@dataclass(frozen=True)
class Temperature:
    """How the rates of the gates grow with temperature."""

    q10_activation: float
    q10_inactivation: float
    q10_potassium: float
    sodium_reference_c: float
    potassium_reference_c: float


@dataclass(frozen=True)
class Additions:
    """What the course added to the published axon."""

    normal_calcium_mm: float
    carbamazepine_dissociation_um: float
    carbamazepine_binding_per_um_ms: float
    slow_inactivation_half_mv: float
    slow_inactivation_slope_mv: float
    slow_inactivation_ms: float
    accumulation_decay_ms: float
    accumulation_leak_share: float
    resting_potassium_mm: float
    nernst_slope_mv: float
    noise_correlation_ms: float


@dataclass(frozen=True)
class Numerics:
    """How the equations are solved and spikes found."""

    start_mv: float
    settle_step_ms: float
    spike_mv: float
    most_samples: int


@dataclass(frozen=True)
class Protocols:
    """Timing and words of the experiments."""

    pulse_at_ms: float
    single_pulse_ms: float
    quiet_ms: float
    burst_spikes: int
    event_gap_ms: float
    train_tail_ms: float
    crackle_stimuli: int
    noise_seconds: float
    threshold_step_ms: float
    threshold_window_ms: float
    threshold_accuracy_pa: float


@dataclass(frozen=True)
class AxonModel:
    """The whole of data/models/axon.json; `quantities["kv7_x"].about` and its like tell every number's
    story."""

    quantities: Mapping[str, Quantity]
    parameters: Mapping[str, Quantity]
    run: Mapping[str, Quantity]
    controls: Mapping[str, Quantity]
    presets: Mapping[str, Mapping[str, float]]
    gates: Mapping[str, tuple[tuple[float, float, float], tuple[float, float, float]]]
    geometry: Geometry
    membrane: Membrane
    temperature: Temperature
    additions: Additions
    numerics: Numerics
    protocols: Protocols


@cache
def axon_model() -> AxonModel:
    """The model as committed."""
    return read_axon_model(AXON_FILE)


def read_axon_model(path: Path) -> AxonModel:
    """Reads a file of the form of data/models/axon.json. Raises ModelDataError."""
    data = read_json(path, "pnh-axon/1")
    read = {
        name: quantities(path, data, name)
        for name in (*_SECTIONS, "parameters", "run", "controls", "presets", "gates")
    }
    for name in GATES:
        gate = read["gates"].get(name)
        rates = gate.value if gate else None
        if not isinstance(rates, dict) or not all(_is_rate(rates.get(way)) for way in ("open", "close")):
            raise ModelDataError(f"{path}: gates.{name}: not {{'open': [a, b, c], 'close': [a, b, c]}}")
    for name, entry in read["presets"].items():
        if not isinstance(entry.value, dict) or not all(map(is_number, entry.value.values())):
            raise ModelDataError(f"{path}: presets.{name}: {entry.value!r} is not parameters with numbers")
        unknown = set(entry.value) - set(read["parameters"])
        if unknown:
            raise ModelDataError(
                f"{path}: presets.{name}: no parameter is called {', '.join(sorted(unknown))}"
            )
    everything = {
        f"{section}.{name}": entry for section, entries in read.items() for name, entry in entries.items()
    }
    return AxonModel(
        quantities=everything | dict(read["parameters"]),
        parameters=read["parameters"],
        run=read["run"],
        controls=read["controls"],
        presets={name: dict(entry.value) for name, entry in read["presets"].items()},
        gates={
            name: tuple(tuple(gate.value[way]) for way in ("open", "close"))
            for name, gate in read["gates"].items()
        },
        **{name: filled(path, name, kind, read[name]) for name, kind in _SECTIONS.items()},
    )


_SECTIONS = {
    "geometry": Geometry,
    "membrane": Membrane,
    "temperature": Temperature,
    "additions": Additions,
    "numerics": Numerics,
    "protocols": Protocols,
}


def _is_rate(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 3 and all(map(is_number, value))

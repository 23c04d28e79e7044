"""Reads data/models/axon.json: the numbers of the motor axon with their units, sources and ranges, checked.

A file that is cut short, or in which something is missing or impossible, is refused with an error that
names the file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from numbers import Real
from pathlib import Path
from typing import Any, TypeVar

from pnh.paths import ROOT

AXON_FILE = ROOT / "data" / "models" / "axon.json"
STATUSES = ("published", "derived", "illustrative")
GATES = ("m", "h", "p", "s", "n")

Section = TypeVar("Section")


class ModelDataError(Exception):
    """A data file of the models cannot be used; the message names the file, the place and what would be
    right."""


@dataclass(frozen=True)
class Quantity:
    """One number of the model with its story. `range` is (lowest, highest), or None where nothing may be
    set."""

    name: str
    value: Any
    unit: str
    status: str
    source: str
    about: str
    range: tuple[float, float] | None = None


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
    data = read_json(path)
    if data.get("schema") != "pnh-axon/1":
        raise ModelDataError(f"{path}: schema is {data.get('schema')!r}, not 'pnh-axon/1'")
    read = {
        name: _section(path, data, name)
        for name in (*_SECTIONS, "parameters", "run", "controls", "presets", "gates")
    }
    for name in GATES:
        gate = read["gates"].get(name)
        if gate is None or not all(_is_rate(gate.value.get(way)) for way in ("open", "close")):
            raise ModelDataError(f"{path}: gates.{name}: not {{'open': [a, b, c], 'close': [a, b, c]}}")
    presets = {name: dict(entry.value) for name, entry in read["presets"].items()}
    for name, preset in presets.items():
        unknown = set(preset) - set(read["parameters"])
        if unknown:
            raise ModelDataError(
                f"{path}: presets.{name}: no parameter is called {', '.join(sorted(unknown))}"
            )
    quantities = {
        f"{section}.{name}": entry for section, entries in read.items() for name, entry in entries.items()
    }
    return AxonModel(
        quantities=quantities | dict(read["parameters"]),
        parameters=read["parameters"],
        run=read["run"],
        controls=read["controls"],
        presets=presets,
        gates={
            name: tuple(tuple(gate.value[way]) for way in ("open", "close"))
            for name, gate in read["gates"].items()
        },
        **{name: _filled(path, name, kind, read[name]) for name, kind in _SECTIONS.items()},
    )


def read_json(path: Path) -> dict[str, Any]:
    """One JSON object from a file. Raises ModelDataError, which names the file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelDataError(
            f"{path}: cannot be read ({error.strerror}); restore it from the repository"
        ) from None
    except ValueError as error:
        raise ModelDataError(f"{path}: no whole JSON ({error}); restore it from the repository") from None
    if not isinstance(data, dict):
        raise ModelDataError(f"{path}: holds a {type(data).__name__}, not an object")
    return data


_SECTIONS = {
    "geometry": Geometry,
    "membrane": Membrane,
    "temperature": Temperature,
    "additions": Additions,
    "numerics": Numerics,
    "protocols": Protocols,
}


def _section(path: Path, data: Mapping[str, Any], section: str) -> dict[str, Quantity]:
    entries = data.get(section)
    if not isinstance(entries, dict) or not entries:
        raise ModelDataError(f"{path}: {section}: missing or empty")
    return {name: _quantity(f"{path}: {section}.{name}", name, entry) for name, entry in entries.items()}


def _quantity(where: str, name: str, entry: Any) -> Quantity:
    if not isinstance(entry, dict):
        raise ModelDataError(f"{where}: not an object with value, unit, status, source, about")
    missing = [key for key in ("value", "unit", "status", "source", "about") if entry.get(key) in (None, "")]
    unknown = set(entry) - {"value", "unit", "status", "source", "about", "range"}
    if missing or unknown:
        raise ModelDataError(
            f"{where}: lacks {missing}" if missing else f"{where}: unknown {sorted(unknown)}"
        )
    if entry["status"] not in STATUSES:
        raise ModelDataError(f"{where}: status is {entry['status']!r}, not one of {', '.join(STATUSES)}")
    limits = entry.get("range")
    if limits is not None:
        if not (
            isinstance(limits, list)
            and len(limits) == 2
            and all(map(_is_number, limits))
            and limits[0] < limits[1]
        ):
            raise ModelDataError(f"{where}: range is {limits!r}, not [lowest, highest]")
        if not _is_number(entry["value"]) or not limits[0] <= entry["value"] <= limits[1]:
            raise ModelDataError(f"{where}: value {entry['value']!r} is not in its range {limits}")
    return Quantity(**{**entry, "name": name, "range": tuple(limits) if limits else None})


def _filled(path: Path, section: str, kind: type[Section], entries: Mapping[str, Quantity]) -> Section:
    names = {field.name for field in fields(kind)}
    if names != set(entries):
        missing, unknown = sorted(names - set(entries)), sorted(set(entries) - names)
        raise ModelDataError(f"{path}: {section}: lacks {missing}, does not know {unknown}")
    for name, entry in entries.items():
        if not _is_number(entry.value):
            raise ModelDataError(f"{path}: {section}.{name}: {entry.value!r} is not a number")
    return kind(**{name: entry.value for name, entry in entries.items()})


def _is_number(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def _is_rate(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 3 and all(map(_is_number, value))

"""A motor unit: many fibres, one discharge; the potential it gives at the needle, and its measures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np

from pnh.models.axon_parameters import check_number
from pnh.models.generator import Draws

from .fibre import SAMPLES, Array, add_fibre
from .parameters import FIBRE, MEASURES, RATE_HZ, UNIT_RANGES, UNITS, pick


def _middle(name: str) -> float:
    value = UNITS["normal"][name]
    middle = value[0] + (value[1] - value[0]) * 0.5 if isinstance(value, list) else value
    return math.floor(middle) if name == "fibres" else middle


@dataclass(frozen=True)
class MotorUnit:
    """Build of a motor unit; the defaults are the middle of what normal units are drawn from.

    Ranges and meaning of each field: data/models/emg.json, `units`. A value out of range raises ValueError.
    """

    fibres: int = _middle("fibres")
    territory_mm: float = _middle("territory_mm")
    end_plate_scatter_mm: float = _middle("end_plate_scatter_mm")
    needle_offset_mm: float = _middle("needle_offset_mm")
    fibre_diameter_um: float = _middle("fibre_diameter_um")
    fibre_diameter_sd_um: float = _middle("fibre_diameter_sd_um")
    grouped_share: float = _middle("grouped_share")
    terminal_delay_ms: float = _middle("terminal_delay_ms")

    def __post_init__(self) -> None:
        for field in fields(self):
            check_number(
                field.name, getattr(self, field.name), UNIT_RANGES[field.name], field.name == "fibres"
            )


class UnitMeasures(NamedTuple):
    """Peak-to-peak amplitude; time from the first to the last sample beyond ± 10 µV; number of phases."""

    amplitude_uv: float
    duration_ms: float
    phases: int


def drawn_unit(family: str, draws: Draws) -> MotorUnit:
    """One unit of a family of data/models/emg.json: normal, neurogenic, myopathic, fragment."""
    drawn = {name: pick(draws, value) for name, value in UNITS[family].items()}
    return MotorUnit(**{**drawn, "fibres": math.floor(drawn["fibres"])})


def motor_unit_potential(unit: MotorUnit | None = None, seed: int = 1) -> Array:
    """The potential of one discharge, µV, shape (600,) at 20 kHz, from the moment the end-plates are set off.

    The seed places the fibres and their end-plates: other seeds are other units of the same build.
    """
    unit = MotorUnit() if unit is None else unit
    if not isinstance(unit, MotorUnit):
        raise ValueError(f"unit: {unit!r} is not a MotorUnit")
    draws, n = Draws(seed), int(unit.fibres)
    radii, angles = draws.uniforms(n), draws.uniforms(n)
    group, thickness = draws.normals(n), draws.normals(n)
    pace = 1 + FIBRE.velocity_cv * draws.normal()
    end_plates, delays = draws.normals(n), draws.normals(n)

    grouped = np.arange(n) < math.floor(n * unit.grouped_share)
    near = np.abs(unit.needle_offset_mm + FIBRE.group_mm * group)
    radius = np.where(grouped, near, unit.territory_mm / 2 * np.sqrt(radii))
    angle = np.where(grouped, FIBRE.group_angle, 2 * math.pi) * (angles - 0.5)
    distance = np.hypot(radius * np.cos(angle) - unit.needle_offset_mm, radius * np.sin(angle))
    distance = np.maximum(distance, FIBRE.nearest_mm)
    diameter = unit.fibre_diameter_um + unit.fibre_diameter_sd_um * thickness
    diameter = np.clip(diameter, *FIBRE.diameter_limits_um)
    velocity = FIBRE.velocity_m_per_s + FIBRE.velocity_slope * (diameter - FIBRE.diameter_um)
    velocity = np.clip(velocity, *FIBRE.velocity_limits) * pace
    start = unit.end_plate_scatter_mm * end_plates - FIBRE.needle_from_end_plate_mm
    size = FIBRE.amplitude_uv * (diameter / FIBRE.diameter_um) ** 2
    delay = np.floor(unit.terminal_delay_ms * np.abs(delays) * RATE_HZ / 1000 + 0.5).astype(int)

    out = np.zeros(SAMPLES)
    for fibre in zip(distance, start, velocity, size, delay, strict=True):
        add_fibre(out, *fibre)
    return out


def measure_unit(potential_uv: Sequence[float] | Array) -> UnitMeasures:
    """Amplitude, duration and phases of a potential without noise; criteria: `measures` in emg.json."""
    try:
        potential = np.asarray(potential_uv, dtype=float)
    except (TypeError, ValueError):
        raise ValueError("potential_uv: not one row of finite numbers") from None
    if potential.ndim != 1 or not potential.size or not np.isfinite(potential).all():
        raise ValueError("potential_uv: not one row of finite numbers")
    amplitude = float(np.ptp(potential))
    lasting = np.flatnonzero(np.abs(potential) > MEASURES.duration_uv)
    duration = float(lasting[-1] - lasting[0]) * 1000 / RATE_HZ if lasting.size else 0.0
    swings = potential[np.abs(potential) > MEASURES.phase_share * amplitude] > 0
    phases = int(1 + np.count_nonzero(np.diff(swings))) if swings.size else 0
    return UnitMeasures(amplitude, duration, phases)

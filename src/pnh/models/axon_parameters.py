"""What may be set on the motor axon, and the lumped circuit that its geometry makes.

The numbers stand in data/models/axon.json; every one of them has a unit, a status and a source there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from numbers import Real
from typing import Any

from pnh.models.axon_data import Geometry, Membrane, axon_model


@dataclass(frozen=True, init=False, repr=False)
class AxonParameters:
    """One axon. `_x` means "times normal"; what is not given is normal.

    >>> AxonParameters(kv7_x=0.6, persistent_sodium_x=2)
    AxonParameters(kv7_x=0.6, persistent_sodium_x=2.0)

    Raises ValueError for an unknown name or an impossible value, with what is allowed.
    """

    kv7_x: float
    kv1_x: float
    persistent_sodium_x: float
    transient_sodium_x: float
    calcium_mm: float
    calcium_slope_mv: float
    kv7_shift_mv: float
    inactivation_shift_mv: float
    carbamazepine_um: float
    temperature_c: float
    accumulation_mm_per_pc: float
    slow_inactivation_share: float

    def __init__(self, **values: float) -> None:
        known = axon_model().parameters
        check_names("parameter", values, known)
        for field in fields(self):
            quantity = known[field.name]
            value = check_number(field.name, values.get(field.name, quantity.value), quantity.range)
            object.__setattr__(self, field.name, float(value))

    @classmethod
    def preset(cls, name: str) -> AxonParameters:
        """The axon of a preset: "healthy", "latent", "cfs-like" or "isaacs-like" (choices, not
        measurements)."""
        presets = axon_model().presets
        check_names("preset", [name], presets)
        return cls(**presets[name])

    def with_(self, **changes: float) -> AxonParameters:
        """The same axon, but for these changes."""
        check_names("parameter", changes, axon_model().parameters)
        return replace(self, **changes)

    def __repr__(self) -> str:
        known = axon_model().parameters
        changed = {field.name: getattr(self, field.name) for field in fields(self)}
        told = [f"{name}={value}" for name, value in changed.items() if value != known[name].value]
        return f"AxonParameters({', '.join(told)})"


@dataclass(frozen=True)
class Circuit:
    """One node with its two half internodes, lumped: the axon inside is one point, the space under the
    myelin three.

    Each part (paranode, juxtaparanode, internode) has axolemma between axon and periaxonal space, and
    myelin between that space and the outside. The periaxonal spaces are a chain: outside - paranode -
    juxtaparanode - internode.
    """

    node_cm2: float
    juxtaparanode_cm2: float
    node_pf: float
    axolemma_pf: tuple[float, float, float]
    axolemma_ns: tuple[float, float, float]
    myelin_pf: tuple[float, float, float]
    myelin_ns: tuple[float, float, float]
    chain_ns: tuple[float, float, float]


def lump(g: Geometry, m: Membrane) -> Circuit:
    """The circuit of a geometry.

    Areas are sides of cylinders, both sides of the node together. Axial resistances of the periaxonal
    space are R = resistivity * length / (area of the ring); between the middles of neighbours half of
    each is counted, for the long internode a third, and the two sides of the node are parallel. Myelin of
    n lamellae is 2 n membranes in series.
    """
    cm = 1e-4

    def side(diameter_um: float, length_um: float) -> float:
        return math.pi * diameter_um * cm * length_um * cm

    def axial(length_um: float, diameter_um: float, gap_nm: float) -> float:
        ring = math.pi * ((diameter_um / 2 + gap_nm * 1e-3) ** 2 - (diameter_um / 2) ** 2) * cm * cm
        return g.periaxonal_resistivity_ohm_cm * length_um * cm / ring

    internode_um = (
        g.node_spacing_um - g.node_length_um - 2 * g.paranode_length_um - 2 * g.juxtaparanode_length_um
    )
    node = side(g.node_diameter_um, g.node_length_um)
    areas = (
        2 * side(g.node_diameter_um, g.paranode_length_um),
        2 * side(g.axon_diameter_um, g.juxtaparanode_length_um),
        side(g.axon_diameter_um, internode_um),
    )
    lengths = (2 * g.paranode_length_um, 2 * g.juxtaparanode_length_um, internode_um)
    sheaths = [side(g.fibre_diameter_um, length) / (2 * g.lamellae) for length in lengths]
    paranode = axial(g.paranode_length_um, g.node_diameter_um, g.paranode_gap_nm)
    juxta = axial(g.juxtaparanode_length_um, g.axon_diameter_um, g.internode_gap_nm)
    inter = axial(internode_um / 2, g.axon_diameter_um, g.internode_gap_nm)
    densities = (m.paranode_conductance_s_cm2, m.internode_conductance_s_cm2, m.internode_conductance_s_cm2)
    return Circuit(
        node_cm2=node,
        juxtaparanode_cm2=areas[1],
        node_pf=m.capacitance_uf_cm2 * 1e6 * node,
        axolemma_pf=tuple(area * (m.capacitance_uf_cm2 * 1e6) for area in areas),
        axolemma_ns=tuple(density * area * 1e9 for density, area in zip(densities, areas, strict=True)),
        myelin_pf=tuple(area * (m.myelin_capacitance_uf_cm2 * 1e6) for area in sheaths),
        myelin_ns=tuple(area * (m.myelin_conductance_s_cm2 * 1e9) for area in sheaths),
        chain_ns=(
            2 / (paranode / 2) * 1e9,
            2 / (paranode / 2 + juxta / 2) * 1e9,
            2 / (juxta / 2 + inter / 3) * 1e9,
        ),
    )


def check_number(name: str, value: Any, limits: Sequence[float], whole: bool = False) -> float:
    """The value, if it is a number (a whole one, if asked) within its limits. Raises ValueError."""
    low, high = limits
    good = isinstance(value, Real) and not isinstance(value, bool) and low <= value <= high
    if not good or (whole and value != int(value)):
        raise ValueError(
            f"{name}: {value!r} is not a {'whole number' if whole else 'number'} from {low} to {high}"
        )
    return value


def check_names(what: str, given: Iterable[Any], known: Iterable[str]) -> None:
    """Raises ValueError if a name is not known, with those that are."""
    for name in given:
        if not isinstance(name, str) or name not in known:
            raise ValueError(f"{name}: no such {what}; there are {', '.join(known)}")


def check_settings(values: Any) -> Mapping[str, Any]:
    """The settings of an explorer, if they are a mapping. Raises ValueError."""
    if not isinstance(values, Mapping):
        raise ValueError(f"settings: {values!r} is not a mapping of control id to value")
    return values


def check_times(name: str, times: Any, limits: Sequence[float]) -> list[Any]:
    """The times as a list, if each is a number within the limits. Raises ValueError."""
    if isinstance(times, str) or not isinstance(times, Iterable):
        raise ValueError(f"{name}: {times!r} is not a list of times")
    return [check_number(name, time, limits) for time in times]

"""The numbers and words of the synthesiser, read once from data/models and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from pnh.models.data_file import (
    ModelDataError,
    Quantity,
    filled,
    is_number,
    quantities,
    quantity,
    read_json,
    section_of,
)
from pnh.models.generator import Draws
from pnh.paths import ROOT

NUMBERS_FILE = ROOT / "data" / "models" / "emg.json"
WORDS_FILE = ROOT / "data" / "models" / "emg_kinds.json"


@dataclass(frozen=True)
class Sampling:
    """Samples per second and lengths."""

    rate_hz: int
    seconds: float
    potential_ms: int


@dataclass(frozen=True)
class Noise:
    """Baseline of amplifier and electrode; `taps` weigh the filter that shapes it."""

    level_uv: float
    taps: tuple[float, ...]


@dataclass(frozen=True)
class Sound:
    """How loud a recording is made."""

    quietest_peak_uv: float
    peak_share: float


@dataclass(frozen=True)
class Measures:
    """Criteria by which a potential is measured."""

    duration_uv: float
    phase_share: float


@dataclass(frozen=True)
class Fibre:
    """A muscle fibre, its surroundings and the needle."""

    amplitude_uv: float
    source_scale: float
    source_mm: float
    core_half_mm: float
    cannula_mm: float
    nearest_mm: float
    needle_from_end_plate_mm: float
    onset_ms: float
    velocity_m_per_s: float
    velocity_slope: float
    velocity_limits: tuple[float, ...]
    velocity_cv: float
    diameter_um: float
    group_mm: float
    group_angle: float
    diameter_limits_um: tuple[float, ...]


@dataclass(frozen=True)
class Table:
    """Grid of the table of fibre potentials."""

    from_mm: float
    step_mm: float
    columns: int
    nearest_mm: float
    ratio: float
    rows: int


@dataclass(frozen=True)
class EmgNumbers:
    """The whole of data/models/emg.json: values by name, and in `quantities` each with its story, by path."""

    sampling: Sampling
    noise: Noise
    sound: Sound
    measures: Measures
    fibre: Fibre
    table: Table
    units: Mapping[str, Mapping[str, Any]]
    kinds: Mapping[str, Mapping[str, Any]]
    quantities: Mapping[str, Quantity]


_SECTIONS = {
    "sampling": Sampling,
    "noise": Noise,
    "sound": Sound,
    "measures": Measures,
    "fibre": Fibre,
    "table": Table,
}
_RHYTHM_NEEDS = {
    "none": (),
    "steady": ("rate_hz", "interval_cv"),
    "irregular": ("rate_hz", "dead_time_ms"),
    "groups": ("groups_hz", "groups_cv", "discharges", "interval_ms", "growth"),
    "cramp": (
        *("rate_hz", "rate_sd_hz", "rate_limits_hz", "interval_stages", "doublet_share", "doublet_ms"),
        *("drive_hz", "drive_depth", "recruitment_s"),
    ),
    "train": (
        *("rate_hz", "swing", "fall", "interval_cv", "floor", "wane_s"),
        *("train_s", "first_s", "pause_s"),
    ),
}
_FIBRE_NEEDS = ("amplitude_uv", "distance_mm", "radius_mm", "velocity_m_per_s")
_SHAPE_NEEDS = {
    "fibre": _FIBRE_NEEDS,
    "chain": (*_FIBRE_NEEDS, "fibres", "gap_ms"),
    "positive-wave": ("amplitude_uv", "rise_ms", "width_ms", "tail_share"),
}


def read_emg_numbers(path: Path) -> EmgNumbers:
    """Reads a file of the form of data/models/emg.json. Raises ModelDataError, which names the place."""
    data = read_json(path, "pnh-emg/1")
    read = {name: quantities(path, data, name) for name in _SECTIONS}
    for family in section_of(path, data, "units"):
        read[f"units.{family}"] = quantities(path, data["units"], family)
    if "normal" not in data["units"]:
        raise ModelDataError(f"{path}: units.normal: missing or empty")
    families = {family: _values(path, f"units.{family}", read[f"units.{family}"]) for family in data["units"]}
    for family, values in families.items():
        if set(values) != set(families["normal"]):
            raise ModelDataError(f"{path}: units.{family}: needs {', '.join(families['normal'])}")
    kinds = {}
    for name, entry in section_of(path, data, "kinds").items():
        where, entry = f"kinds.{name}", section_of(path, data["kinds"], name)
        words = {key: value for key, value in entry.items() if key in ("rhythm", "made_of")}
        read[where] = {
            key: quantity(f"{path}: {where}.{key}", key, value)
            for key, value in entry.items()
            if key not in words
        }
        kinds[name] = {**words, **_values(path, where, read[where])}
        _check_kind(f"{path}: {where}", kinds[name], families)
    return EmgNumbers(
        **{name: filled(path, name, kind, read[name]) for name, kind in _SECTIONS.items()},
        units=families,
        kinds=kinds,
        quantities={
            f"{section}.{name}": entry for section, rows in read.items() for name, entry in rows.items()
        },
    )


def _values(path: Path, section: str, entries: Mapping[str, Quantity]) -> dict[str, Any]:
    """Each a number, or a list of two."""
    for name, entry in entries.items():
        pair = entry.value if isinstance(entry.value, list) else [entry.value] * 2
        if len(pair) != 2 or not all(map(is_number, pair)):
            raise ModelDataError(f"{path}: {section}.{name}: {entry.value!r} is not a number, nor two")
    return {name: entry.value for name, entry in entries.items()}


def _check_kind(where: str, kind: Mapping[str, Any], families: Mapping[str, Any]) -> None:
    rhythm, made_of = kind.get("rhythm"), kind.get("made_of")
    if rhythm not in _RHYTHM_NEEDS:
        raise ModelDataError(f"{where}.rhythm: {rhythm!r} is not one of {', '.join(_RHYTHM_NEEDS)}")
    if rhythm != "none" and made_of not in (*_SHAPE_NEEDS, *families):
        raise ModelDataError(
            f"{where}.made_of: {made_of!r} is not one of {', '.join((*_SHAPE_NEEDS, *families))}"
        )
    ripple = ("ripple_hz", "ripple_uv", "ripple_ms") if "ripple_hz" in kind else ()
    missing = {*_RHYTHM_NEEDS[rhythm], *_SHAPE_NEEDS.get(made_of, ()), *ripple} - set(kind)
    if missing:
        raise ModelDataError(f"{where}: lacks {sorted(missing)}")


EMG: EmgNumbers = read_emg_numbers(NUMBERS_FILE)
SAMPLING, NOISE, SOUND, MEASURES = EMG.sampling, EMG.noise, EMG.sound, EMG.measures
FIBRE, TABLE, UNITS, KIND_NUMBERS = EMG.fibre, EMG.table, EMG.units, EMG.kinds
UNIT_RANGES: Mapping[str, Sequence[float]] = {
    name: EMG.quantities[f"units.normal.{name}"].range for name in UNITS["normal"]
}
SECONDS_RANGE: Sequence[float] = EMG.quantities["sampling.seconds"].range
RATE_HZ: int = SAMPLING.rate_hz


@dataclass(frozen=True)
class KindText:
    """The words that go with a kind; `in_words` is for those who can't see the trace or hear the sound."""

    id: str
    name: str
    group: str
    rhythm: str
    shape: str
    sounds_like: str
    in_words: str
    sources: tuple[str, ...]


@cache
def kind_texts() -> dict[str, KindText]:
    """Words of the seventeen kinds by id, from data/models/emg_kinds.json."""
    return read_kind_texts(WORDS_FILE)


def read_kind_texts(path: Path) -> dict[str, KindText]:
    """Reads a file like data/models/emg_kinds.json. Raises ModelDataError, which names the place."""
    rows = read_json(path, "pnh-emg-kinds/1").get("kinds")
    known = [field.name for field in fields(KindText)]
    if not isinstance(rows, list):
        raise ModelDataError(f"{path}: kinds: missing, or no list")
    for number, row in enumerate(rows):
        if not isinstance(row, dict) or set(row) != set(known):
            raise ModelDataError(f"{path}: kinds[{number}]: not an object with {', '.join(known)}")
        for name, value in row.items():
            listed = value if name == "sources" else [value]
            if not isinstance(listed, list) or not all(isinstance(word, str) and word for word in listed):
                what = "a list of keys" if name == "sources" else "words"
                raise ModelDataError(f"{path}: kinds[{number}].{name}: {value!r} is not {what}")
    if [row["id"] for row in rows] != list(KIND_NUMBERS):
        raise ModelDataError(
            f"{path}: kinds: not those of emg.json in their order: {', '.join(KIND_NUMBERS)}"
        )
    return {row["id"]: KindText(**{**row, "sources": tuple(row["sources"])}) for row in rows}


def pick(draws: Draws, value: float | Sequence[float]) -> float:
    """A pair of values is drawn from evenly; a single value stands, and nothing is drawn."""
    return value[0] + (value[1] - value[0]) * draws.uniform() if isinstance(value, list) else value

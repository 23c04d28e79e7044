"""The numbers and words of the synthesiser, read once from data/models."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

from pnh.models.axon_data import ModelDataError
from pnh.models.generator import Draws
from pnh.paths import ROOT

FOLDER = ROOT / "data" / "models"


def _read(name: str) -> dict[str, Any]:
    try:
        return json.loads((FOLDER / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelDataError(f"{FOLDER / name}: cannot be read as JSON: {error}") from error


@cache
def raw_numbers() -> dict[str, Any]:
    """data/models/emg.json as it stands: every number with unit, range, status and source."""
    return _read("emg.json")


def values(node: Any) -> Any:
    """The same tree with every parameter `{"value": …}` replaced by its value."""
    if not isinstance(node, dict):
        return node
    return node["value"] if "value" in node else {name: values(child) for name, child in node.items()}


NUMBERS: Mapping[str, Any] = values(raw_numbers())
SAMPLING, NOISE, SOUND, MEASURES, FIBRE, TABLE = (
    SimpleNamespace(**NUMBERS[name]) for name in ("sampling", "noise", "sound", "measures", "fibre", "table")
)
UNITS: Mapping[str, Mapping[str, Any]] = NUMBERS["units"]
KIND_NUMBERS: Mapping[str, Mapping[str, Any]] = NUMBERS["kinds"]
UNIT_RANGES: Mapping[str, Sequence[float]] = {
    name: entry["range"] for name, entry in raw_numbers()["units"]["normal"].items()
}
SECONDS_RANGE: Sequence[float] = raw_numbers()["sampling"]["seconds"]["range"]
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
    rows = _read("emg_kinds.json")["kinds"]
    return {row["id"]: KindText(**{**row, "sources": tuple(row["sources"])}) for row in rows}


def pick(draws: Draws, value: float | Sequence[float]) -> float:
    """A pair of values is drawn from evenly; a single value stands, and nothing is drawn."""
    return value[0] + (value[1] - value[0]) * draws.uniform() if isinstance(value, list) else value

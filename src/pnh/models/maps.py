"""The map of the two hits: what one stimulus does at every pair of Kv7 and persistent sodium.

`python -m pnh.models.maps` computes it again (about a minute) and writes data/models/map_kv7_nap.json.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pnh.models.axon_data import axon_model
from pnh.models.axon_parameters import AxonParameters
from pnh.models.data_file import ModelDataError, is_number, read_json, write_whole
from pnh.models.protocols import single_pulse
from pnh.paths import ROOT

MAP_FILE = ROOT / "data" / "models" / "map_kv7_nap.json"
CLASSES = ("no-response", "none", "few", "burst", "endless", "spontaneous")
KV7_PCT = tuple(range(0, 125, 5))
NAP_X = tuple(round(0.5 + 0.1 * i, 1) for i in range(26))


@dataclass(frozen=True)
class TwoHitMap:
    """What one stimulus did, `[row][column]` for `nap_x[row]` and `kv7_pct[column]`.

    `end_mv` is the potential at the end of the run, in whole mV: above -70 the axon has not come home, and
    its few spikes are a depolarisation block, not a mild state.
    """

    kv7_pct: tuple[float, ...]
    nap_x: tuple[float, ...]
    spikes: tuple[tuple[int, ...], ...]
    classes: tuple[tuple[str, ...], ...]
    end_mv: tuple[tuple[int, ...], ...]


def point(kv7_pct: float, nap_x: float) -> tuple[int, str, int]:
    """Spikes after one stimulus, class of the answer and potential at the end, of one axon of the map."""
    measures = single_pulse(AxonParameters(kv7_x=kv7_pct / 100, persistent_sodium_x=nap_x)).measures
    return measures["spikes"], measures["class"], round(measures["end_mv"])


@cache
def two_hit_map() -> TwoHitMap:
    """The map as committed."""
    return read_map(MAP_FILE)


def read_map(path: Path) -> TwoHitMap:
    """Reads a file that `write_map` wrote. Raises ModelDataError, which names the file."""
    data = read_json(path, "pnh-map/1")
    try:
        names, codes = dict(enumerate(data["classes"])), data["class"]
        found = TwoHitMap(
            kv7_pct=tuple(data["kv7_pct"]),
            nap_x=tuple(data["nap_x"]),
            spikes=tuple(map(tuple, data["spikes"])),
            classes=tuple(tuple(names[code] for code in row) for row in codes),
            end_mv=tuple(map(tuple, data["end_mv"])),
        )
    except (KeyError, TypeError) as error:
        raise ModelDataError(f"{path}: no map ({error!r}); restore it from the repository") from None
    for grid in (found.spikes, found.classes, found.end_mv):
        if len(grid) != len(found.nap_x) or any(len(row) != len(found.kv7_pct) for row in grid):
            raise ModelDataError(f"{path}: the grid does not fit its axes; restore it from the repository")
    numbers = [
        *found.kv7_pct,
        *found.nap_x,
        *(n for grid in (found.spikes, found.end_mv) for row in grid for n in row),
    ]
    if not all(map(is_number, numbers)) or not set(names.values()) <= set(CLASSES):
        raise ModelDataError(
            f"{path}: holds something else than numbers and the classes {', '.join(CLASSES)}; "
            "restore it from the repository"
        )
    return found


def write_map(path: Path = MAP_FILE) -> None:
    """Computes every point and writes the file whole or not at all."""
    rows = [[point(kv7, nap) for kv7 in KV7_PCT] for nap in NAP_X]
    protocols, run = axon_model().protocols, axon_model().run
    document: dict[str, Any] = {
        "schema": "pnh-map/1",
        "about": "What one stimulus does: a row for each nap_x, a column for each kv7_pct. Spikes after it, "
        "class of the answer (index into classes), potential at the end of the run. "
        "Made by python -m pnh.models.maps.",
        "pulse_pa": run["pulse_pa"].value,
        "duration_ms": protocols.single_pulse_ms,
        "kv7_pct": KV7_PCT,
        "nap_x": NAP_X,
        "classes": CLASSES,
        "spikes": [[spikes for spikes, _, _ in row] for row in rows],
        "class": [[CLASSES.index(name) for _, name, _ in row] for row in rows],
        "end_mv": [[end_mv for _, _, end_mv in row] for row in rows],
    }
    lines = ",\n".join(f" {json.dumps(key)}: {_grid(value)}" for key, value in document.items())
    write_whole(path, "{\n" + lines + "\n}\n")


def _grid(value: Any) -> str:
    """JSON with one line for each row of a grid."""
    if isinstance(value, list):
        return "[\n  " + ",\n  ".join(json.dumps(row, separators=(",", ":")) for row in value) + "\n ]"
    return json.dumps(value)


if __name__ == "__main__":
    write_map()
    print(f"{MAP_FILE} written", file=sys.stderr)

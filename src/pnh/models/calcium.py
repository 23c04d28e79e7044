"""A healthy model axon under random current at several levels of calcium: runs computed beforehand.

`python -m pnh.models.calcium` computes them again (some minutes) and writes data/models/calcium_runs.json,
from which the page draws: its script then needs no axon. `--check` compares instead of writing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from pnh.models.axon_data import axon_model
from pnh.models.axon_parameters import AxonParameters, check_names, check_settings
from pnh.models.data_file import ModelDataError, is_number, read_json, write_whole
from pnh.models.protocols import events, noise_run, threshold_pa
from pnh.paths import ROOT

RUNS_FILE = ROOT / "data" / "models" / "calcium_runs.json"
CALCIUM_MM = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5)
SLOPES_MV = (9, 6)
NOISE_PA, SEED, SECONDS = 6, 1, 10
CONTINUOUS_SHARE = 0.5
"""From this share of the run in one single event on, firing is called continuous."""


def measures_of(spikes_ms: Sequence[float], seconds: float = SECONDS) -> dict[str, Any]:
    """What a run shows: spikes, singles, multiplets (events of two spikes and more), longest (spikes of the
    longest event), and pattern: "silent", "singles", "multiplets" (any), "continuous" (one event fills half
    the run)."""
    groups = events(spikes_ms)
    multiplets = sum(len(group) > 1 for group in groups)
    longest_ms = max((group[-1] - group[0] for group in groups), default=0)
    if longest_ms >= CONTINUOUS_SHARE * seconds * 1000:
        pattern = "continuous"
    else:
        pattern = "multiplets" if multiplets else "singles" if groups else "silent"
    return {
        "spikes": len(spikes_ms),
        "singles": len(groups) - multiplets,
        "multiplets": multiplets,
        "longest": max(map(len, groups), default=0),
        "pattern": pattern,
    }


@cache
def runs() -> Mapping[str, Any]:
    """The file as committed: `calcium_mm`, `slopes_mv`, `seconds`, `gap_ms`; for each slope and level the
    `threshold_pa` of a short pulse, and in `gaps_ms` the time from spike to spike, in whole ms.

    Raises ModelDataError, which names the file.
    """
    data = read_json(RUNS_FILE, "pnh-calcium/1")
    try:
        fits = len(data["gaps_ms"]) == len(data["slopes_mv"]) and all(
            len(rows) == len(pulses) == len(data["calcium_mm"])
            and all(map(is_number, pulses))
            and all(is_number(gap) for row in rows for gap in row)
            for rows, pulses in zip(data["gaps_ms"], data["threshold_pa"], strict=True)
        )
    except (KeyError, TypeError, ValueError):
        fits = False
    if not fits:
        raise ModelDataError(f"{RUNS_FILE}: the runs do not fit their levels; restore it from the repository")
    return data


def _place(values: Mapping[str, Any]) -> tuple[int, int]:
    """Which slope and which level. Raises ValueError with what is allowed."""
    known = {"calcium_mm": runs()["calcium_mm"], "slope_mv": runs()["slopes_mv"]}
    check_names("control", check_settings(values), known)
    given = {"calcium_mm": 1.2, "slope_mv": SLOPES_MV[0]} | dict(values)
    for name, value in given.items():
        if value not in known[name]:
            raise ValueError(f"{name}: {value!r} is not one of {', '.join(map(str, known[name]))}")
    return known["slope_mv"].index(given["slope_mv"]), known["calcium_mm"].index(given["calcium_mm"])


def spikes_ms(values: Mapping[str, Any]) -> list[int]:
    """Spike times in whole ms at these settings (calcium_mm, slope_mv). Raises ValueError with what is
    allowed."""
    slope, level = _place(values)
    return list(accumulate(runs()["gaps_ms"][slope][level]))


def measures(values: Mapping[str, Any]) -> dict[str, Any]:
    """`measures_of` the run at these settings, and threshold_pa, the weakest short pulse that it answers."""
    slope, level = _place(values)
    threshold = runs()["threshold_pa"][slope][level]
    return measures_of(spikes_ms(values), runs()["seconds"]) | {"threshold_pa": threshold}


def computed(calcium_mm: float, slope_mv: float) -> tuple[int, list[int]]:
    """One level, as the file keeps it: the threshold in whole pA, and the time from spike to spike in whole
    ms."""
    axon = AxonParameters(calcium_mm=calcium_mm, calcium_slope_mv=slope_mv)
    times = [round(float(time)) for time in noise_run(axon, NOISE_PA, SEED, SECONDS).trace.spikes_ms]
    return round(threshold_pa(axon)), [now - before for before, now in zip([0, *times], times, strict=False)]


def main(check: bool = False) -> int:
    """Writes the file, or with `check` says how many levels differ from it; returns that."""
    found = [[computed(level, slope) for level in CALCIUM_MM] for slope in SLOPES_MV]
    thresholds = [[threshold for threshold, _ in levels] for levels in found]
    gaps = [[row for _, row in levels] for levels in found]
    if check:
        kept = [pair for name in ("threshold_pa", "gaps_ms") for row in runs()[name] for pair in row]
        new = [pair for rows in (thresholds, gaps) for row in rows for pair in row]
        return sum(a != b for a, b in zip(kept, new, strict=True))
    document = {
        "schema": "pnh-calcium/1",
        "about": "A healthy model axon, for each slope and level of calcium: the weakest short pulse that it "
        "answers, and its spikes under random current, as the time since the one before (the first: since "
        "the start) in whole ms. Made by python -m pnh.models.calcium.",
        "noise_pa": NOISE_PA,
        "seed": SEED,
        "seconds": SECONDS,
        "gap_ms": axon_model().protocols.event_gap_ms,
        "slopes_mv": SLOPES_MV,
        "calcium_mm": CALCIUM_MM,
        "threshold_pa": thresholds,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in document.items()]
    rows = ",\n".join(
        "  [\n" + ",\n".join("   " + json.dumps(row, separators=(",", ":")) for row in level) + "\n  ]"
        for level in gaps
    )
    write_whole(RUNS_FILE, "{\n" + ",\n".join([*lines, f' "gaps_ms": [\n{rows}\n ]']) + "\n}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))

"""What some widgets need of the models beforehand: a grid, kinds of discharge, runs, a question's trace."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from typing import Any

COLUMNS = 640
"""Columns of a question's trace: enough for a page, few enough for a payload."""


AT_HOME_MV = -70
"""At the end of a run of the map: above it the axon has not come home (`pnh.models.maps`)."""


def bench_data(bench: str) -> dict[str, Any]:
    """Fields that a bench's payload has beside its description."""
    if bench == "map":
        return {"map": map_of_two_hits()}
    if bench == "ear":
        return {"kinds": discharge_kinds()}
    if bench == "calcium":
        return {"runs": calcium_runs()}
    return {}


def map_of_two_hits() -> dict[str, Any]:
    """Answers to one pulse: `class[row][column]` is an index into `classes`, for `nap_x[row]` and
    `kv7_pct[column]`. Few spikes after which the axon does not come home are a class of their own: `block`.
    """
    from pnh.models.maps import CLASSES, two_hit_map

    found = two_hit_map()
    classes = [*CLASSES, "block"]
    return {
        "kv7_pct": list(found.kv7_pct),
        "nap_x": list(found.nap_x),
        "classes": classes,
        "class": [
            [
                classes.index("block" if name in ("none", "few") and end_mv > AT_HOME_MV else name)
                for name, end_mv in zip(names, ends, strict=True)
            ]
            for names, ends in zip(found.classes, found.end_mv, strict=True)
        ],
    }


def calcium_runs() -> dict[str, Any]:
    """Spikes at each level of calcium, `gaps_ms[slope][level]`, computed beforehand: the page has no axon."""
    from pnh.models.calcium import runs

    fields = ("seconds", "gap_ms", "slopes_mv", "calcium_mm", "threshold_pa", "gaps_ms")
    return {name: runs()[name] for name in fields}


def discharge_kinds() -> list[dict[str, Any]]:
    """Name, words and sources of each kind of simulated discharge."""
    from pnh.models import emg  # numpy is slow to import, and questions without a trace do without

    return [asdict(kind) for kind in emg.kind_texts().values()]


@cache
def _envelope(signal: str) -> dict[str, Any]:
    from pnh.models import emg

    described = json.loads(signal)
    trace = emg.compose(described["parts"], seconds=described["seconds"], seed=described["seed"])
    seen = emg.envelope(trace.signal_uv, COLUMNS)
    return {
        "columns": COLUMNS,
        "low_uv": [round(value) for value in seen["low_uv"]],
        "high_uv": [round(value) for value in seen["high_uv"]],
    }


def signal_envelope(item_id: str, signal: dict[str, Any]) -> dict[str, Any]:
    """Lowest and highest value of each column of a hotspot question's trace, in whole microvolts.

    Raises
    ------
    ValueError
        With the question's id, if the trace cannot be composed.
    """
    try:
        return _envelope(json.dumps(signal, sort_keys=True))
    except ValueError as error:
        raise ValueError(f"{item_id}: its signal cannot be composed: {error}") from None

"""What some widgets need of the models beforehand: the map's grid, kinds of discharge, a question's trace."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pnh.paths import ROOT

MODELS = ROOT / "data" / "models"
COLUMNS = 640
"""Columns of a question's trace: enough for a page, few enough for a payload."""


def bench_data(bench: str) -> dict[str, Any]:
    """Fields that a bench's payload has beside its description."""
    if bench == "map":
        return {"map": _read("map_kv7_nap.json")}
    if bench == "ear":
        return {"kinds": discharge_kinds()}
    return {}


def discharge_kinds() -> list[dict[str, Any]]:
    """Name, words and sources of each kind of simulated discharge."""
    from pnh.models import emg  # numpy is slow to import, and questions without a trace do without

    return [dict(kind) for kind in emg.kinds()]


@cache
def _envelope(signal: str) -> dict[str, Any]:
    from pnh.models import emg

    described = json.loads(signal)
    trace = emg.compose(described["parts"], seconds=described["seconds"], seed=described["seed"])
    low_uv, high_uv = emg.envelope(trace.signal_uv, COLUMNS)
    return {
        "columns": COLUMNS,
        "low_uv": [round(value) for value in low_uv],
        "high_uv": [round(value) for value in high_uv],
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


@cache
def _read(name: str) -> dict[str, Any]:
    return json.loads((MODELS / name).read_text(encoding="utf-8"))

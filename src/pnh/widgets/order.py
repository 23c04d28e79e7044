"""One stable order per question, with script and without: the twin of frontend/src/shared/shuffle.js."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_MASK = 0xFFFFFFFF


def shuffled(rows: list[Any], seed: str) -> list[Any]:
    """A copy of `rows`, ordered by `seed` alone (FNV-1a, mulberry32, Fisher-Yates from the end)."""
    draws, out = _draws(_fnv1a(seed)), list(rows)
    for last in range(len(out) - 1, 0, -1):
        other = int(next(draws) * (last + 1))
        out[last], out[other] = out[other], out[last]
    return out


def shown_options(item: dict[str, Any], item_id: str) -> list[dict[str, Any]]:
    """The options of a question as they are shown; a list to order never starts in the right order."""
    if item["type"] == "hotspot":
        return item["options"]  # segments keep the order of time
    if item["type"] != "ordering":
        return item["options"] if item.get("shuffle") is False else shuffled(item["options"], item_id)
    start = shuffled(item["options"], item_id)
    solved = all(a["position"] < b["position"] for a, b in pairwise(start))
    return [*start[1:], start[0]] if solved else start


def shown_choices(item: dict[str, Any], item_id: str) -> list[dict[str, Any]]:
    """The right-hand entries of a matching question in the order in which they are offered."""
    return item["right"] if item.get("shuffle") is False else shuffled(item["right"], item_id)


def _fnv1a(text: str) -> int:
    value = 0x811C9DC5
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        value = ((value ^ unit) * 0x01000193) & _MASK
    return value


def _draws(state: int) -> Iterator[float]:
    while True:
        state = (state + 0x6D2B79F5) & _MASK
        t = ((state ^ (state >> 15)) * (1 | state)) & _MASK
        t = ((t + (((t ^ (t >> 7)) * (61 | t)) & _MASK)) & _MASK) ^ t
        yield ((t ^ (t >> 14)) & _MASK) / 4294967296

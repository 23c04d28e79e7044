"""Sixteen of sixteen: an exact interval for a share, and what it would be with the six of whom nothing is
known. The twin of frontend/src/models/interval.js."""

from __future__ import annotations

from collections.abc import Mapping
from math import comb
from typing import Any

from pnh.models.axon_parameters import check_names, check_number, check_settings

WITH_DATA, ALL = 16, 22
"""Biopsies told of in the report of 2010, each with the sign; and patients."""

_RANGES = {"counted": (WITH_DATA, ALL), "normal": (0, ALL - WITH_DATA)}


def clopper_pearson(count: int, of: int) -> tuple[float, float]:
    """Exact 95% interval for a share: the shares at which `count` of `of`, or less, and or more, keep a
    chance of 2.5%."""
    low = 0.0 if count == 0 else _share(lambda share: 1 - _at_most(count - 1, of, share) < 0.025)
    high = 1.0 if count == of else _share(lambda share: _at_most(count, of, share) > 0.025)
    return low, high


def measures(values: Mapping[str, Any]) -> dict[str, Any]:
    """The interval at these settings: `counted` people, of whom `normal` were without the sign (of those
    without data only, so at most counted - 16).

    people; seen, without: how many of them had the sign and had not; low_pct, high_pct: exact 95% interval
    of the share with it; without_pct: how many per cent could be without it; three_pct: the same by the rule
    of three, None where one was without.
    """
    check_names("control", check_settings(values), _RANGES)
    given = {"counted": WITH_DATA, "normal": 0} | dict(values)
    for name, value in given.items():
        check_number(name, value, _RANGES[name], whole=True)
    counted = int(given["counted"])
    normal = min(int(given["normal"]), counted - WITH_DATA)
    low, high = clopper_pearson(counted - normal, counted)
    return {
        "seen": counted - normal,
        "people": counted,
        "without": normal,
        "low_pct": 100 * low,
        "high_pct": 100 * high,
        "without_pct": 100 - 100 * low,
        "three_pct": None if normal else 300 / counted,
    }


def _at_most(count: int, of: int, share: float) -> float:
    return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count + 1))


def _share(lies_above: Any) -> float:
    """The share at which the answer turns from true to false, by halving."""
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if lies_above(middle) else (low, middle)
    return (low + high) / 2

"""When units discharge: each rhythm takes a kind's numbers and gives times and, for trains, gains."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from pnh.models.generator import Draws

from .parameters import pick

REFRACTORY_S = 0.003
Kind = Mapping[str, Any]


class Discharges(NamedTuple):
    """Times in seconds and, where size changes, each discharge's share of full size."""

    times: list[float]
    gains: list[float] | None = None


def steady(kind: Kind, draws: Draws, seconds: float, phase: float = 0.0) -> Discharges:
    """Nearly regular firing; a fibre that tires lengthens each interval by `slowing`."""
    times = []
    interval = 1 / pick(draws, kind["rate_hz"])
    t = draws.uniform() * interval
    while t < seconds:
        times.append(t)
        t += max(REFRACTORY_S, interval * (1 + kind["interval_cv"] * draws.normal()))
        interval *= kind.get("slowing", 1)
    return Discharges(times)


def irregular(kind: Kind, draws: Draws, seconds: float, phase: float = 0.0) -> Discharges:
    """Discharges at random moments, no two closer than the dead time, and at least one."""
    times = []
    dead, wait = kind["dead_time_ms"] / 1000, 1 / kind["rate_hz"]
    t = draws.uniform() * min(wait, seconds)
    while t < seconds:
        times.append(t)
        t += dead + draws.exponential(wait - dead)
    return Discharges(times)


def groups(kind: Kind, draws: Draws, seconds: float, phase: float = 0.0) -> Discharges:
    """Groups of discharges whose intervals lengthen, as Kleine and others saw in one patient."""
    starts = steady({"rate_hz": kind["groups_hz"], "interval_cv": kind["groups_cv"]}, draws, seconds).times
    times = []
    for t in starts:
        n = draws.integer(*kind["discharges"])
        gap = pick(draws, kind["interval_ms"]) / 1000
        for _ in range(n):
            times.append(t)
            t += gap
            gap *= kind["growth"]
    return Discharges(sorted(t for t in times if t < seconds))


def cramp(kind: Kind, draws: Draws, seconds: float, phase: float = 0.0) -> Discharges:
    """Irregular firing of a unit in cramp: gamma intervals, rare doublets, a slow drive shared by all."""
    times = []
    t = kind["recruitment_s"] * draws.uniform()
    mean = kind["rate_hz"] + kind["rate_sd_hz"] * draws.normal()
    mean = min(max(mean, kind["rate_limits_hz"][0]), kind["rate_limits_hz"][1])
    while t < seconds:
        times.append(t)
        rate = mean * (1 + kind["drive_depth"] * math.sin(2 * math.pi * (kind["drive_hz"] * t + phase)))
        interval = 0.0
        for _ in range(kind["interval_stages"]):
            interval += draws.exponential(1 / (rate * kind["interval_stages"]))
        if draws.uniform() < kind["doublet_share"]:
            interval = pick(draws, kind["doublet_ms"]) / 1000
        t += max(REFRACTORY_S, interval)
    return Discharges(times)


def train(kind: Kind, draws: Draws, seconds: float, phase: float = 0.0) -> Discharges:
    """Trains that begin and end at once; rate and size may wane, or swell and wane."""
    times, gains = [], []
    t = pick(draws, kind["first_s"])
    while t < seconds:
        start = t
        length, rate = pick(draws, kind["train_s"]), pick(draws, kind["rate_hz"])
        while t < min(start + length, seconds):
            part = (t - start) / length
            bump = math.sin(math.pi * part) ** 2
            size = math.exp((start - t) / kind["wane_s"]) if kind["wane_s"] else bump
            times.append(t)
            gains.append(kind["floor"] + (1 - kind["floor"]) * size)
            t += (1 + kind["interval_cv"] * draws.normal()) / (
                rate * (1 + kind["swing"] * bump) * (1 - kind["fall"] * part)
            )
        t += pick(draws, kind["pause_s"])
    return Discharges(times, gains)


RHYTHMS = {"steady": steady, "irregular": irregular, "groups": groups, "cramp": cramp, "train": train}

"""What is planted in the recordings and what is found again: `python -m pnh.models.emg.report`.

Found again means: from the signal alone, noise included, by the plain methods of reading.py. Only the
measures of single potentials and of units in cramp, which can't be told apart in the signal, come from what
was planted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from pnh.models.generator import Draws

from .kinds import KINDS, Train, emg
from .parameters import RATE_HZ
from .reading import discharges, leading_discharges, recognised_kind, repetition
from .unit import UnitMeasures, drawn_unit, measure_unit, motor_unit_potential

SECONDS = 6.0


class Recovery(NamedTuple):
    """One measure of one kind over several recordings: what was planted, what was found in the signal."""

    kind: str
    measure: str
    planted: float
    recovered: float


class CrampUnits(NamedTuple):
    """Firing of the units of cramp recordings, one entry per unit."""

    rate_hz: np.ndarray
    interval_cv: np.ndarray
    doublet_share: float


def family_measures(family: str, units: int = 40, first_seed: int = 1) -> list[UnitMeasures]:
    """Measures of some units of a family, without noise."""
    out = []
    for seed in range(first_seed, first_seed + units):
        draws = Draws(seed)
        unit = drawn_unit(family, draws)
        out.append(measure_unit(motor_unit_potential(unit, draws.integer(0, 0xFFFFFFFF))))
    return out


def cramp_units(seeds: Sequence[int], seconds: float = 10.0) -> CrampUnits:
    """Rates and variability of all units planted in cramp recordings."""
    intervals = [np.diff(train.times_s) for seed in seeds for train in emg("cramp", seed, seconds).trains]
    return CrampUnits(
        np.array([1 / own.mean() for own in intervals]),
        np.array([own.std() / own.mean() for own in intervals]),
        float(np.mean(np.concatenate(intervals) <= 0.01)),
    )


def recoveries(seeds: Sequence[int] = (1, 2, 3, 4, 5)) -> list[Recovery]:
    """Planted and recovered firing of the kinds whose discharges can be followed."""
    kinds = ("multiplets", "myokymic", "neuromyotonic", "complex-repetitive", "myotonic")
    rows = [_counted(kind, seeds) for kind in ("fasciculation", "fibrillation", "positive-sharp-wave")]
    rows += [_followed(kind, seeds) for kind in ("mild-normal", "mild-neurogenic")]
    rows += [row for kind in kinds for row in _repeated(kind, seeds)]
    return rows


def _counted(kind: str, seeds: Sequence[int]) -> Recovery:
    """Discharges per second: peaks found against discharges planted."""
    traces = [emg(kind, seed, SECONDS) for seed in seeds]
    planted = sum(len(train.times_s) for trace in traces for train in trace.trains)
    dead_ms = {"fasciculation": 7.0, "fibrillation": 1.0, "positive-sharp-wave": 2.0}[kind]
    upward = kind != "positive-sharp-wave"
    found = sum(len(discharges(trace.signal_uv, dead_ms, upward)) for trace in traces)
    whole = SECONDS * len(traces)
    return Recovery(kind, "discharges per second", planted / whole, found / whole)


def _followed(kind: str, seeds: Sequence[int]) -> Recovery:
    """Rate of one unit among several, found by its shape; which unit it was is told by the times alone."""
    planted, found = [], []
    for trace in (emg(kind, seed, SECONDS) for seed in seeds):
        peaks = leading_discharges(trace.signal_uv) / RATE_HZ
        own = max(trace.trains, key=lambda train: _shared(train, peaks))
        planted.append(1 / np.median(np.diff(own.times_s)))
        found.append(1 / np.median(np.diff(peaks)))
    return Recovery(kind, "rate of one unit, per second", float(np.mean(planted)), float(np.mean(found)))


def _shared(train: Train, peaks_s: np.ndarray) -> int:
    due = np.array(train.times_s) + np.argmin(train.potential_uv) / RATE_HZ
    return int(np.count_nonzero(np.abs(peaks_s[:, None] - due).min(axis=1) < 0.001))


def _repeated(kind: str, seeds: Sequence[int]) -> list[Recovery]:
    autocorrelated = kind in ("neuromyotonic", "complex-repetitive")
    traces = [emg(kind, seed, 2.0 if autocorrelated else SECONDS) for seed in seeds]
    planted = [np.array(trace.trains[0].times_s) for trace in traces]
    if autocorrelated:
        found = [repetition(trace.signal_uv).rate_hz for trace in traces]
        own = [1 / np.median(np.diff(times)) for times in planted]
        return [
            Recovery(kind, "rate by autocorrelation, per second", float(np.mean(own)), float(np.mean(found)))
        ]
    peaks = [discharges(trace.signal_uv, 4.0) / RATE_HZ for trace in traces]
    if kind == "myotonic":
        return [Recovery(kind, "highest rate in a train, per second", _fastest(planted), _fastest(peaks))]
    longest = 0.02 if kind == "multiplets" else 0.06
    rows = [
        Recovery(kind, "rate inside a group, per second", _inside(planted, longest), _inside(peaks, longest))
    ]
    return [*rows, Recovery(kind, "groups per second", _groups(planted, longest), _groups(peaks, longest))]


def _inside(times: list[np.ndarray], longest_s: float) -> float:
    gaps = np.concatenate([np.diff(own) for own in times])
    return float(1 / np.median(gaps[gaps < longest_s]))


def _groups(times: list[np.ndarray], longest_s: float) -> float:
    starts = [1 + np.count_nonzero(np.diff(own) >= longest_s) for own in times]
    return sum(starts) / (SECONDS * len(times))


def _fastest(times: list[np.ndarray]) -> float:
    return float(np.mean([1 / np.percentile(np.diff(own), 10) for own in times]))


def told_apart(seeds: Sequence[int]) -> dict[str, float]:
    """Share of two-second recordings of each kind that the rules of reading.py name rightly."""
    return {
        kind: float(np.mean([recognised_kind(emg(kind, seed).signal_uv) == kind for seed in seeds]))
        for kind in KINDS
    }


@dataclass(frozen=True)
class Report:
    """All that is compared. `families` holds amplitude_uv, duration_ms and phases of some units of each
    family, shape (units, 3); `told_apart` the share of recordings of each kind that the rules name
    rightly."""

    recoveries: list[Recovery]
    cramp: CrampUnits
    families: dict[str, np.ndarray]
    told_apart: dict[str, float]


def report() -> Report:
    """Plants and recovers everything anew; about four seconds. The seeds of the recordings to be named are
    not those that the rules were made with."""
    families = ("normal", "neurogenic", "myopathic")
    return Report(
        recoveries(),
        cramp_units(range(1, 9)),
        {family: np.array(family_measures(family)) for family in families},
        told_apart(range(101, 109)),
    )


def markdown(found: Report) -> str:
    """The report as Markdown tables."""
    lines = ["| kind | measure | planted | recovered | ratio |", "|---|---|---|---|---|"]
    for row in found.recoveries:
        ratio = row.recovered / row.planted
        lines.append(
            f"| {row.kind} | {row.measure} | {row.planted:.2f} | {row.recovered:.2f} | {ratio:.3f} |"
        )
    lines += ["", "| quantity | model | published |", "|---|---|---|"]
    cramp = found.cramp
    lines.append(
        _spread(f"cramp, rate of {len(cramp.rate_hz)} units, per second", cramp.rate_hz, 1, "14.5 ± 5.1")
    )
    lines.append(_spread("cramp, CV of intervals", cramp.interval_cv, 3, "0.446 ± 0.097"))
    lines.append(f"| cramp, share of doublets | {cramp.doublet_share:.3f} | 0.041 |")
    published = {"normal": ("661.5 ± 92", "9.35 ± 0.93", "3.47")}
    for family, measures in found.families.items():
        amplitude, duration, phases = measures.T
        book = published.get(family, ("-", "-", "-"))
        lines.append(_spread(f"{family} unit, amplitude, µV", amplitude, 0, book[0]))
        lines.append(_spread(f"{family} unit, duration, ms", duration, 2, book[1]))
        lines.append(_spread(f"{family} unit, phases", phases, 2, book[2]))
    named = found.told_apart
    weakest = min(named, key=named.__getitem__)
    lines += [
        "",
        f"Told apart by rules, 8 unseen seeds each: {sum(share >= 0.8 for share in named.values())} of "
        f"{len(named)} kinds in at least 80 %; {np.mean(list(named.values())):.1%} of recordings; "
        f"weakest {weakest} ({named[weakest]:.0%}).",
    ]
    return "\n".join(lines)


def _spread(quantity: str, found: np.ndarray, digits: int, published: str) -> str:
    return f"| {quantity} | {found.mean():.{digits}f} ± {found.std():.{digits}f} | {published} |"


if __name__ == "__main__":
    print(markdown(report()))

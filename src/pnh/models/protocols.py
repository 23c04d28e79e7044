"""Experiments on the axon and what is measured in them: the twin of frontend/src/models/protocols.js.

Every experiment returns a frozen object with its trace and `measures`, a plain dict whose keys explorers use.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median
from typing import Any

from pnh.models.axon import AxonParameters, Trace, simulate
from pnh.models.axon_data import axon_model
from pnh.models.axon_parameters import check_names, check_number, check_settings, check_times
from pnh.models.controls import axon_from

_P = axon_model().protocols


@dataclass(frozen=True, eq=False, repr=False)
class Experiment:
    """A trace, the beginnings of its stimuli and what was measured; `untreated` is the trace before
    treatment."""

    trace: Trace
    pulses_ms: tuple[float, ...]
    measures: Mapping[str, Any]
    untreated: Trace | None = None

    def __repr__(self) -> str:
        return f"Experiment({self.trace!r}, {dict(self.measures)})"


@dataclass(frozen=True)
class StrengthDuration:
    """Thresholds, and rheobase and time constant of Weiss' line through the charges."""

    durations_ms: tuple[float, ...]
    thresholds_pa: tuple[float, ...]
    rheobase_pa: float
    tau_ms: float


def after_discharge_class(
    spikes_ms: Sequence[float],
    pulse_at_ms: float = _P.pulse_at_ms,
    duration_ms: float = _P.single_pulse_ms,
) -> str:
    """How an axon answered one stimulus.

    "spontaneous" (it fired before), "no-response", "endless" (still firing in the last 50 ms), "none" (one
    spike, no after-discharge), "few" (2 to 9 spikes) or "burst" (10 or more, and it ends).
    """
    after = [time for time in spikes_ms if time >= pulse_at_ms]
    if len(after) < len(spikes_ms):
        return "spontaneous"
    if not after:
        return "no-response"
    if len(after) > 1 and after[-1] > duration_ms - _P.quiet_ms:
        return "endless"
    if len(after) == 1:
        return "none"
    return "few" if len(after) < _P.burst_spikes else "burst"


def single_pulse(parameters: AxonParameters | None = None, **options: Any) -> Experiment:
    """One stimulus at 20 ms, 400 ms recorded. Options: those of `simulate`, without `pulses_ms`.

    Measures: spikes (after the stimulus), ends, last_spike_ms (after the stimulus), rate_hz (median
    within the burst), class, peak_mv, end_mv (potential at the end of the run).
    """
    options = {"duration_ms": _P.single_pulse_ms} | options
    trace = simulate(parameters, pulses_ms=(_P.pulse_at_ms,), **options)
    after = [float(time) for time in trace.spikes_ms if time >= _P.pulse_at_ms]
    measures = {
        "spikes": len(after),
        "ends": all(time <= trace.duration_ms - _P.quiet_ms for time in trace.spikes_ms),
        "last_spike_ms": after[-1] - _P.pulse_at_ms if after else None,
        "rate_hz": 1000 / median(b - a for a, b in pairwise(after)) if len(after) > 1 else None,
        "class": after_discharge_class(trace.spikes_ms, _P.pulse_at_ms, trace.duration_ms),
        "peak_mv": float(trace.voltage_mv.max()),
        "end_mv": float(trace.voltage_mv[-1]),
    }
    return Experiment(trace, (_P.pulse_at_ms,), measures)


def repetitive_stimulation(
    parameters: AxonParameters | None, rate_hz: float, stimuli: int = 10, **options: Any
) -> Experiment:
    """Repetitive nerve stimulation from 20 ms on. Options: those of `simulate`.

    Measures: spikes, spikes_per_stimulus (up to the next stimulus), extra_spikes (beyond one per stimulus),
    stimuli_with_after_discharge, done.
    """
    check_number("rate_hz", rate_hz, (0.1, 100))
    check_number("stimuli", stimuli, (1, 100), whole=True)
    period = 1000 / rate_hz
    pulses = tuple(_P.pulse_at_ms + i * period for i in range(int(stimuli)))
    duration = pulses[-1] + max(_P.train_tail_ms, period)
    trace = simulate(parameters, duration, pulses, **options)
    ends = (*pulses[1:], float("inf"))
    counts = [
        int(((trace.spikes_ms >= a) & (trace.spikes_ms < b)).sum()) for a, b in zip(pulses, ends, strict=True)
    ]
    measures = {
        "spikes": len(trace.spikes_ms),
        "spikes_per_stimulus": counts,
        "extra_spikes": sum(max(0, count - 1) for count in counts),
        "stimuli_with_after_discharge": sum(count > 1 for count in counts),
        "done": True,
    }
    return Experiment(trace, pulses, measures)


def events(spikes_ms: Sequence[float]) -> list[list[float]]:
    """Spikes gathered into events: a pause of more than 40 ms begins a new one."""
    groups: list[list[float]] = []
    for time in map(float, spikes_ms):
        if groups and time - groups[-1][-1] <= _P.event_gap_ms:
            groups[-1].append(time)
        else:
            groups.append([time])
    return groups


def noise_run(
    parameters: AxonParameters | None,
    noise_pa: float,
    seed: int = 1,
    seconds: float = _P.noise_seconds,
    **options: Any,
) -> Experiment:
    """An axon under membrane noise, without a stimulus. Options: those of `simulate`.

    Measures: spikes, events (see `events`), and how many are singles, doublets, multiplets of 3
    and more; groups are doublets and multiplets.
    """
    check_number("seconds", seconds, axon_model().quantities["protocols.noise_seconds"].range)
    trace = simulate(parameters, seconds * 1000, noise_pa=noise_pa, seed=seed, **options)
    sizes = [len(group) for group in events(trace.spikes_ms)]
    measures = {
        "spikes": len(trace.spikes_ms),
        "events": len(sizes),
        "singles": sizes.count(1),
        "doublets": sizes.count(2),
        "multiplets": sum(size > 2 for size in sizes),
        "groups": sum(size > 1 for size in sizes),
    }
    return Experiment(trace, (), measures)


def threshold_pa(parameters: AxonParameters | None = None, pulse_ms: float = 0.1) -> float | None:
    """The smallest stimulus (pA, to 0.25 pA) that makes the axon fire.

    0 if it fires without one, None if 3000 pA do nothing.
    """
    check_number("pulse_ms", pulse_ms, axon_model().run["pulse_ms"].range)
    at_ms = 1.0

    def fires(pulse_pa: float) -> bool:
        duration = at_ms + pulse_ms + _P.threshold_window_ms
        trace = simulate(parameters, duration, (at_ms,), pulse_pa, pulse_ms, step_ms=_P.threshold_step_ms)
        return len(trace.spikes_ms) > 0

    low, high = axon_model().run["pulse_pa"].range
    if fires(low):
        return 0.0
    if not fires(high):
        return None
    while high - low > _P.threshold_accuracy_pa:
        middle = (low + high) / 2
        low, high = (low, middle) if fires(middle) else (middle, high)
    return high


def strength_duration(
    parameters: AxonParameters | None = None, durations_ms: Sequence[float] = (0.05, 0.1, 0.2, 0.5, 1)
) -> StrengthDuration:
    """Thresholds at several lengths of the stimulus, and Weiss' line: charge = rheobase * (length + tau).

    The stimulus goes into a space-clamped axon: tau is about twice that of human nerves and is not to be
    shown as a human number. Raises ValueError for fewer than two lengths, or if even the strongest stimulus
    does nothing at one of them.
    """
    durations_ms = check_times("durations_ms", durations_ms, axon_model().run["pulse_ms"].range)
    if len(set(durations_ms)) < 2:
        raise ValueError(f"durations_ms: {durations_ms} is not two different lengths or more")
    thresholds = [threshold_pa(parameters, duration) for duration in durations_ms]
    if None in thresholds:
        silent, strongest = durations_ms[thresholds.index(None)], axon_model().run["pulse_pa"].range[1]
        raise ValueError(f"durations_ms: at {silent} ms even {strongest} pA do nothing; leave it out")
    charges = [threshold * duration for threshold, duration in zip(thresholds, durations_ms, strict=True)]
    mean_ms, mean_charge = fmean(durations_ms), fmean(charges)
    slope = fmean(
        (ms - mean_ms) * (charge - mean_charge) for ms, charge in zip(durations_ms, charges, strict=True)
    )
    slope /= fmean((ms - mean_ms) ** 2 for ms in durations_ms)
    return StrengthDuration(tuple(durations_ms), tuple(thresholds), slope, mean_charge / slope - mean_ms)


_UNTREATED = {"carbamazepine_um": 0, "kv7_shift_mv": 0, "sodium_block_pct": 0}


def _pharmacy(values: Mapping[str, Any]) -> Experiment:
    after, stimulus = axon_from(values)
    before, _ = axon_from({**values, **_UNTREATED})
    treated = single_pulse(after, pulse_pa=stimulus["pulse_pa"])
    untreated = single_pulse(before, pulse_pa=stimulus["pulse_pa"])
    threshold, reference = threshold_pa(after), threshold_pa(before)
    measures = {
        **treated.measures,
        "spikes_untreated": untreated.measures["spikes"],
        "threshold_pa": threshold,
        "threshold_rise_pct": None
        if threshold is None or not reference
        else 100 * (threshold / reference - 1),
    }
    return Experiment(treated.trace, treated.pulses_ms, measures, untreated.trace)


def _pulse(values: Mapping[str, Any]) -> Experiment:
    axon, stimulus = axon_from(values)
    return single_pulse(axon, pulse_pa=stimulus["pulse_pa"])


def _train(values: Mapping[str, Any]) -> Experiment:
    axon, stimulus = axon_from(values)
    given = {name: stimulus[name] for name in ("rate_hz", "stimuli", "pulse_pa")}
    return repetitive_stimulation(axon, **given)


def _crackle(values: Mapping[str, Any]) -> Experiment:
    return _train({"stimuli": _P.crackle_stimuli, **check_settings(values)})


def _noise(values: Mapping[str, Any]) -> Experiment:
    axon, stimulus = axon_from(values)
    return noise_run(axon, stimulus["noise_pa"], int(stimulus["seed"]))


BENCHES: dict[str, Callable[[Mapping[str, Any]], Experiment]] = {
    "one-pulse": _pulse,
    "map": _pulse,
    "crackle": _crackle,
    "repetitive": _train,
    "noise": _noise,
    "pharmacy": _pharmacy,
}


def bench_run(bench: str, values: Mapping[str, Any]) -> Experiment:
    """The whole experiment of a bench of the nerve laboratory at these settings (control id -> value).

    "pharmacy" adds to the measures of a single pulse: spikes_untreated, threshold_pa, threshold_rise_pct.
    Raises ValueError for a bench or a control that does not exist.
    """
    check_names("bench", [bench], BENCHES)
    return BENCHES[bench](values)

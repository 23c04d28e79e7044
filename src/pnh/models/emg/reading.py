"""Reading a recording without knowing what was planted in it: discharges, repetition, and a small rule tree.

This is how the synthesiser is checked, not a method for real recordings: the rules were made for these kinds.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from .fibre import Array
from .parameters import NOISE, RATE_HZ

FLOOR_UV = 32.0
"""Smallest peak that counts as a discharge: more than five times the noise."""


def discharges(signal_uv: Array, dead_ms: float = 3.0, upward: bool = True) -> Array:
    """Samples at which a discharge peaks, upward (negative) or downward, each `dead_ms` from a larger one."""
    height = -signal_uv if upward else signal_uv
    dead = int(dead_ms * RATE_HZ / 1000)
    peaks = np.flatnonzero(
        (height > FLOOR_UV) & (height >= np.roll(height, 1)) & (height > np.roll(height, -1))
    )
    taken = np.zeros(len(height), dtype=bool)
    kept = []
    for peak in peaks[np.argsort(-height[peaks], kind="stable")]:
        if not taken[peak]:
            kept.append(peak)
            taken[max(0, peak - dead) : peak + dead + 1] = True
    return np.sort(np.array(kept, dtype=int))


class Repetition(NamedTuple):
    """Rate at which the signal best resembles itself, and how well (1: exactly)."""

    rate_hz: float
    likeness: float


def repetition(signal_uv: Array, slowest_hz: float = 20, fastest_hz: float = 330) -> Repetition:
    """The repetition rate: where the autocorrelation peaks."""
    n = len(signal_uv)
    spectrum = np.fft.rfft(signal_uv - signal_uv.mean(), 2 * n)
    likeness = np.fft.irfft(np.abs(spectrum) ** 2)[:n]
    lags = np.arange(int(RATE_HZ / fastest_hz), min(int(RATE_HZ / slowest_hz), n))
    lag = int(lags[np.argmax(likeness[lags])])
    return Repetition(RATE_HZ / lag, float(likeness[lag] / likeness[0]))


def leading_discharges(signal_uv: Array) -> Array:
    """Samples at which the commonest of the tallest shapes recurs: one unit followed as on a screen."""
    half = 2 * RATE_HZ // 1000
    peaks = discharges(signal_uv)
    peaks = peaks[(peaks >= half) & (peaks < len(signal_uv) - half)]
    shapes = signal_uv[peaks[:, None] + np.arange(-half, half)]
    heights = -signal_uv[peaks]
    tall = heights > 0.6 * np.sort(heights)[-max(1, len(heights) // 20)]
    apart = ((shapes[tall][:, None] - shapes[tall][None]) ** 2).sum(axis=2)
    noise = 2 * shapes.shape[1] * NOISE.level_uv**2
    alike = apart < 1.6 * noise + 0.02 * (shapes[tall] ** 2).sum(axis=1)
    return peaks[tall][alike[np.argmax(alike.sum(axis=1))]]


class Impression(NamedTuple):
    """What an eye would take in of some seconds of signal."""

    peak_uv: float
    upward_share: float
    """Largest upward peak as a multiple of the largest downward one."""
    busy: float
    """Share of 5 ms windows with more than baseline in them."""
    crossings: float
    """Changes of side per sample, among samples well off the baseline: high for thin, jagged potentials."""
    count: int
    interval_ms: float
    """Median interval between upward peaks."""
    interval_cv: float
    alone: float
    """Share of events (peaks less than 15 ms apart) that hold a single peak."""
    repetition: Repetition


def impression(signal_uv: Array) -> Impression:
    """Measures of a recording of about two seconds, from the signal alone."""
    window = RATE_HZ // 200
    pieces = signal_uv[: len(signal_uv) // window * window].reshape(-1, window)
    far = signal_uv[np.abs(signal_uv) > 25]
    peaks = discharges(signal_uv)
    intervals = np.diff(peaks) * 1000 / RATE_HZ
    events = np.split(peaks, np.flatnonzero(intervals > 15) + 1)
    return Impression(
        peak_uv=float(np.abs(signal_uv).max()),
        upward_share=float(-signal_uv.min() / signal_uv.max()),
        busy=float(np.mean(np.ptp(pieces, axis=1) > 60)),
        crossings=float(np.mean(np.diff(far > 0))) if len(far) > 10 else 0.0,
        count=len(peaks),
        interval_ms=float(np.median(intervals)) if len(intervals) else math.inf,
        interval_cv=float(intervals.std() / intervals.mean()) if len(intervals) > 1 else 0.0,
        alone=float(np.mean([len(event) == 1 for event in events])),
        repetition=repetition(signal_uv),
    )


def recognised_kind(signal_uv: Array) -> str:
    """The kind that a few rules of thumb take two seconds of signal for."""
    seen = impression(signal_uv)
    if seen.repetition.likeness > 0.6:
        return "neuromyotonic" if seen.repetition.rate_hz > 100 else "complex-repetitive"
    if seen.peak_uv < 45:
        return "silence"
    if seen.busy > 0.6:
        if seen.peak_uv > 2500:
            return "interference-neurogenic"
        if seen.crossings > 0.034:
            return "interference-myopathic"
        return "cramp" if seen.busy < 0.9 else "interference-normal"
    if seen.upward_share < 0.6:
        return "positive-sharp-wave"
    if seen.peak_uv > 1500:
        return "mild-neurogenic"
    if seen.crossings > 0.036:
        if seen.alone < 0.8 and seen.busy > 0.18:
            return "mild-myopathic"
        return "myotonic" if seen.interval_ms < 25 else "fibrillation"
    if seen.peak_uv < 270 and seen.upward_share > 2:
        return "end-plate-noise"
    if seen.count < 9 and seen.interval_ms > 60:
        return "fasciculation"
    if seen.interval_ms < 12:
        return "multiplets"
    return "myokymic" if seen.interval_cv > 1.1 else "mild-normal"

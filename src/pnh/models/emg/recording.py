"""A recording: baseline noise, potentials put in place, and how it is drawn and heard."""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from pnh.models.axon_parameters import check_number
from pnh.models.generator import Draws

from .fibre import Array
from .parameters import NOISE, RATE_HZ, SOUND

if TYPE_CHECKING:
    from .kinds import EmgTrace

_NOISE_STREAM = 0x5BF03635


class Envelope(TypedDict):
    """Lowest and highest value in each column, ready for JSON."""

    columns: int
    low_uv: list[float]
    high_uv: list[float]


def baseline(seed: int, seconds: float) -> Array:
    """White noise through a short symmetric filter, µV."""
    taps = np.array(NOISE.taps, dtype=float)
    n = math.floor(seconds * RATE_HZ + 0.5)
    white = Draws(seed ^ _NOISE_STREAM).normals(n + len(taps) - 1)
    return np.convolve(white, taps, "valid") * (NOISE.level_uv / math.sqrt(taps @ taps))


def place(
    signal: Array, times_s: list[float], potential_uv: Array, gains: list[float] | None, from_s: float
) -> None:
    """Add the potential to the signal at each time; what reaches beyond the end of the signal is left out."""
    for n, time in enumerate(times_s):
        start = math.floor((time + from_s) * RATE_HZ + 0.5)
        length = min(len(potential_uv), len(signal) - start)
        if length > 0:
            signal[start : start + length] += potential_uv[:length] * (gains[n] if gains else 1)


def envelope(signal_uv: Array, columns: int) -> Envelope:
    """Lowest and highest value in each of `columns` equal pieces of the signal, for drawing it."""
    check_number("columns", columns, (1, len(signal_uv)), whole=True)
    edges = np.arange(columns) * len(signal_uv) // columns
    low, high = np.minimum.reduceat(signal_uv, edges), np.maximum.reduceat(signal_uv, edges)
    return {"columns": int(columns), "low_uv": low.tolist(), "high_uv": high.tolist()}


def sound_gain(trace: EmgTrace) -> float:
    """Share of full scale per µV: the largest peak comes near full scale, but silence stays quiet."""
    return SOUND.peak_share / max(float(np.abs(trace.signal_uv).max()), SOUND.quietest_peak_uv)


def wav_bytes(trace: EmgTrace, gain: float | None = None) -> bytes:
    """A WAV file, 16 bit, one channel, at the recording's own rate. `gain`: share of full scale per µV."""
    if gain is None:
        gain = sound_gain(trace)
    check_number("gain", gain, (0, 1))
    scaled = np.floor(32767 * gain * trace.signal_uv + 0.5)
    samples = np.clip(scaled, -32767, 32767).astype("<i2").tobytes()
    rate = trace.rate_hz
    return (
        struct.pack("<4sI4s", b"RIFF", 36 + len(samples), b"WAVE")
        + struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16)
        + struct.pack("<4sI", b"data", len(samples))
        + samples
    )

"""Seeded random numbers, the same in Python and in the page: the twin of frontend/src/models/generator.js.

The generator is mulberry32. It is counter based: draw number k is a hash of `seed + k * STEP` modulo
2**32, which is why numpy can make a million draws at once and still give the sequence that the page makes
one by one. Uniform numbers and integers are equal bit for bit in both languages; normal and exponential
numbers pass through logarithm and cosine and agree to about 1e-15. Never compare numpy's own generators
with the page.
"""

from __future__ import annotations

import math
from numbers import Integral

import numpy as np
from numpy.typing import NDArray

_STEP = 0x6D2B79F5
_MASK = 0xFFFFFFFF
_RESOLUTION = 2.0**-32


class Draws:
    """A stream of random numbers from one seed, a whole number from 0 to 2**32 - 1.

    >>> Draws(1).uniform()
    0.6270739405881613
    """

    def __init__(self, seed: int) -> None:
        if isinstance(seed, bool) or not isinstance(seed, Integral) or not 0 <= seed <= _MASK:
            raise ValueError(f"seed: {seed!r} is not a whole number from 0 to {_MASK}")
        self._seed = int(seed)
        self._count = 0
        self._spare: float | None = None

    def __repr__(self) -> str:
        return f"Draws({self._seed}), {self._count} drawn"

    def uniform(self) -> float:
        """One number in [0, 1), a multiple of 2**-32."""
        self._count += 1
        a = (self._seed + self._count * _STEP) & _MASK
        t = ((a ^ (a >> 15)) * (1 | a)) & _MASK
        t = ((t + (((t ^ (t >> 7)) * (61 | t)) & _MASK)) & _MASK) ^ t
        return (t ^ (t >> 14)) * _RESOLUTION

    def normal(self) -> float:
        """One standard normal number (Box and Muller; the second of each pair is kept for the next call)."""
        if self._spare is not None:
            value, self._spare = self._spare, None
            return value
        radius = math.sqrt(-2.0 * math.log(1.0 - self.uniform()))
        angle = 2.0 * math.pi * self.uniform()
        self._spare = radius * math.sin(angle)
        return radius * math.cos(angle)

    def exponential(self, mean: float) -> float:
        """One waiting time with this mean (in the unit of `mean`)."""
        return -mean * math.log(1.0 - self.uniform())

    def integer(self, low: int, high: int) -> int:
        """One whole number from `low` to `high`, both included."""
        if high < low:
            raise ValueError(f"integer: nothing lies between {low} and {high}")
        return low + math.floor(self.uniform() * (high - low + 1))

    def uniforms(self, count: int) -> NDArray[np.float64]:
        """The next `count` uniform numbers, shape (count,): what `count` calls of `uniform` would give."""
        _check_count(count)
        numbers = np.arange(self._count + 1, self._count + count + 1, dtype=np.uint64)
        self._count += count
        a = ((self._seed + numbers * np.uint64(_STEP)) & np.uint64(_MASK)).astype(np.uint32)
        t = (a ^ (a >> np.uint32(15))) * (np.uint32(1) | a)
        t = (t + (t ^ (t >> np.uint32(7))) * (np.uint32(61) | t)) ^ t
        return (t ^ (t >> np.uint32(14))) * _RESOLUTION

    def normals(self, count: int) -> NDArray[np.float64]:
        """The next `count` standard normal numbers, shape (count,): as `count` calls of `normal`."""
        _check_count(count)
        out = np.empty(count)
        start = 0
        if count and self._spare is not None:
            out[0], self._spare, start = self._spare, None, 1
        pairs = (count - start + 1) // 2
        u = self.uniforms(2 * pairs)
        radius = np.sqrt(-2.0 * np.log(1.0 - u[0::2]))
        angle = 2.0 * math.pi * u[1::2]
        both = np.empty(2 * pairs)
        both[0::2], both[1::2] = radius * np.cos(angle), radius * np.sin(angle)
        out[start:] = both[: count - start]
        if 2 * pairs > count - start:
            self._spare = float(both[-1])
        return out


def _check_count(count: int) -> None:
    if isinstance(count, bool) or not isinstance(count, Integral) or count < 0:
        raise ValueError(f"count: {count!r} is not a whole number from 0")

"""The seventeen kinds of recording, and recordings put together from them or from an axon's spikes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pnh.models.axon_parameters import check_names, check_number, check_times
from pnh.models.generator import Draws

from .axon_part import axon_spikes_s
from .fibre import Array, chain_potential, fibre_potential, positive_wave, ripple_potential
from .parameters import KIND_NUMBERS, RATE_HZ, SECONDS_RANGE
from .recording import baseline, place
from .rhythm import RHYTHMS
from .unit import drawn_unit, motor_unit_potential

KINDS: tuple[str, ...] = tuple(KIND_NUMBERS)
"""The ids, in the order of data/models/emg.json."""

_SHAPES = {"fibre": fibre_potential, "chain": chain_potential, "positive-wave": positive_wave}
_LAST_SEED = 0xFFFFFFFF
_LONGEST_S = 1e9
"""Spikes after the end of a recording are left out, but their times must still be times."""


class Train(NamedTuple):
    """When a unit (or fibre) discharged, its potential at full size, and each discharge's share of it."""

    times_s: list[float]
    potential_uv: Array
    gains: list[float] | None = None


@dataclass(frozen=True)
class EmgTrace:
    """A synthetic recording: the signal in µV, shape (n,), and what was planted in it."""

    signal_uv: Array
    rate_hz: int
    trains: tuple[Train, ...]
    kind: str


def emg(kind: str, seed: int = 1, seconds: float = 2.0) -> EmgTrace:
    """A synthetic needle recording of one kind (see `KINDS`), 0.05 to 60 seconds at 20 kHz.

    The same kind, seed and length give the same samples, here and in the page. Raises ValueError for another
    kind or length, with what is allowed.
    """
    return _recorded(kind, seed, seconds, [(0.0, _trains(kind, seed, seconds))])


def from_spikes(spike_times_s: Sequence[float], seed: int = 1, seconds: float = 2.0) -> EmgTrace:
    """What a needle records when one normal unit follows these spikes of its axon.

    Spikes after `seconds` are left out; a negative or not finite time raises ValueError.
    """
    _check_seconds(seconds)
    return _recorded("axon", seed, seconds, [(0.0, _spiking(spike_times_s, seed))])


def compose(parts: Sequence[Mapping[str, Any]], seconds: float = 2.0, seed: int = 1) -> EmgTrace:
    """One recording from several parts over one baseline.

    A part is `{"kind", "seed", "from_s", "to_s"}`; only `kind` is needed. Parts of different kinds may
    overlap, as under a real needle; two of the same kind may not. The kind "axon" is one unit that follows
    an axon: either `spikes_s` (seconds after `from_s`), or `preset`, `rate_hz` and `stimuli` for repetitive
    nerve stimulation. A potential that begins before `to_s` is played to its end. What cannot be raises
    ValueError with what is allowed.
    """
    _check_seconds(seconds)
    _check_parts(parts)
    Draws(seed)
    placed = []
    for n, part in enumerate(parts):
        kind, from_s, to_s = part.get("kind"), part.get("from_s", 0), part.get("to_s", seconds)
        check_number("from_s", from_s, (0, seconds))
        check_number("to_s", to_s, (from_s, seconds))
        for other in parts[:n]:
            apart = other.get("to_s", seconds) <= from_s or to_s <= other.get("from_s", 0)
            if other.get("kind") == kind and not apart:
                raise ValueError(
                    f"parts: two parts of the kind {kind} overlap; make them one, or set them apart"
                )
        own = part.get("seed", seed + n + 1)
        length = to_s - from_s
        trains = _spiking(axon_spikes_s(part, length), own) if kind == "axon" else _trains(kind, own, length)
        placed.append((from_s, trains))
    return _recorded("composed", seed, seconds, placed)


def _check_parts(parts: Any) -> None:
    if isinstance(parts, (str, Mapping)) or not isinstance(parts, Sequence):
        raise ValueError(f"parts: {parts!r} is not a list of parts")
    for part in parts:
        if not isinstance(part, Mapping):
            raise ValueError(
                f"parts: {part!r} is not a part like {{'kind': 'cramp', 'from_s': 0, 'to_s': 1}}"
            )
        if part.get("kind") != "axon":
            check_names("field of a part", part, ("kind", "seed", "from_s", "to_s"))


def _trains(kind: str, seed: int, seconds: float) -> list[Train]:
    """What discharges in a recording of this kind, without noise; the order of draws is that of the page."""
    if not isinstance(kind, str) or kind not in KIND_NUMBERS:
        raise ValueError(f"kind: {kind!r} is not one of {', '.join(KINDS)}")
    _check_seconds(seconds)
    numbers = KIND_NUMBERS[kind]
    draws = Draws(seed)
    phase = draws.uniform()
    trains = []
    for _ in range(numbers.get("units", 1) if numbers["rhythm"] in RHYTHMS else 0):
        times, gains = RHYTHMS[numbers["rhythm"]](numbers, draws, seconds, phase)
        shape = _SHAPES.get(numbers["made_of"])
        potential = shape(numbers, draws) if shape else _family_potential(numbers["made_of"], draws)
        trains.append(Train(times, potential, gains))
    if "ripple_hz" in numbers:
        trains.append(_ripple(numbers, draws, seconds))
    return trains


def _ripple(numbers: Mapping[str, Any], draws: Draws, seconds: float) -> Train:
    times, gains = [], []
    t = draws.exponential(1 / numbers["ripple_hz"])
    while t < seconds:
        times.append(t)
        gains.append(draws.exponential(numbers["ripple_uv"]))
        t += draws.exponential(1 / numbers["ripple_hz"])
    return Train(times, ripple_potential(numbers["ripple_ms"]), gains)


def _family_potential(family: str, draws: Draws) -> Array:
    return motor_unit_potential(drawn_unit(family, draws), draws.integer(0, _LAST_SEED))


def _spiking(spike_times_s: Sequence[float], seed: int) -> list[Train]:
    times = check_times("spike time", spike_times_s, (0, _LONGEST_S))
    return [Train([float(time) for time in times], _family_potential("normal", Draws(seed)))]


def _recorded(kind: str, seed: int, seconds: float, parts: list[tuple[float, list[Train]]]) -> EmgTrace:
    signal = baseline(seed, seconds)
    trains = []
    for from_s, own in parts:
        for train in own:
            place(signal, train.times_s, train.potential_uv, train.gains, from_s)
            trains.append(train)
    return EmgTrace(signal, RATE_HZ, tuple(trains), kind)


def _check_seconds(seconds: float) -> None:
    check_number("seconds", seconds, SECONDS_RANGE)

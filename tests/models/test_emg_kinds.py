"""The seventeen kinds: what is planted can be found again, and the kinds can be told apart."""

from __future__ import annotations

import numpy as np
import pytest

from pnh.models.emg import KINDS, compose, emg, from_spikes
from pnh.models.emg.recording import baseline
from pnh.models.emg.report import markdown, report
from pnh.models.emg.rhythm import groups
from pnh.models.generator import Draws


@pytest.fixture(scope="module")
def found():
    return report()


def test_what_is_planted_is_found_again_within_five_percent(found):
    rows = found.recoveries
    assert {row.kind for row in rows} >= {"fasciculation", "neuromyotonic", "complex-repetitive", "myotonic"}
    for row in rows:
        assert row.recovered == pytest.approx(row.planted, rel=0.05), row


def test_units_in_cramp_fire_as_measured_and_not_as_quoted(found):
    cramp = found.cramp
    assert len(cramp.rate_hz) >= 100
    assert cramp.rate_hz.mean() == pytest.approx(14.5, abs=1.5)
    assert 0.35 <= cramp.interval_cv.mean() <= 0.55
    assert cramp.doublet_share == pytest.approx(0.041, abs=0.015)
    assert cramp.rate_hz.max() < 40


def test_at_least_sixteen_kinds_are_told_apart_by_rules_on_seeds_they_were_not_made_with(found):
    named = found.told_apart
    assert set(named) == set(KINDS)
    assert sum(share >= 0.8 for share in named.values()) >= 16, named


def test_myotonic_rate_and_size_rise_and_fall_together_within_the_published_range():
    for seed in range(1, 6):
        train = emg("myotonic", seed).trains[0]
        rates = 1 / np.diff(train.times_s)
        assert rates.min() >= 18 and rates.max() <= 85
        third = len(rates) // 3
        assert rates[third : 2 * third].mean() > 1.3 * rates[:third].mean()
        assert rates[third : 2 * third].mean() > 1.3 * rates[-third:].mean()
        assert np.argmax(train.gains) == pytest.approx(len(train.gains) / 2, abs=0.2 * len(train.gains))


def test_neuromyotonic_trains_wane_and_stop_at_once():
    for seed in range(1, 6):
        train = emg("neuromyotonic", seed).trains[0]
        assert 150 < 1 / np.median(np.diff(train.times_s)) < 300
        assert train.gains == sorted(train.gains, reverse=True)
        assert train.gains[-1] < 0.5
        assert 0.5 <= train.times_s[-1] - train.times_s[0] <= 2


def test_intervals_lengthen_within_a_multiplet():
    kind = {"groups_hz": 1, "groups_cv": 0.1, "discharges": [4, 4], "interval_ms": 6, "growth": 1.25}
    times = np.array(groups(kind, Draws(3), 8.0).times)
    for group in times[: len(times) // 4 * 4].reshape(-1, 4):
        assert np.diff(group) * 1000 == pytest.approx([6, 7.5, 9.375])


def test_complex_repetitive_discharges_hardly_vary():
    intervals = np.diff(emg("complex-repetitive", 4).trains[0].times_s)
    assert intervals.std() / intervals.mean() < 0.01


def test_end_plate_ripple_points_upward():
    ripple = emg("end-plate-noise", 2).trains[-1]
    assert ripple.potential_uv.min() == pytest.approx(-1, abs=0.01)
    assert ripple.potential_uv.max() <= 0


def test_every_recording_of_fasciculation_holds_one():
    for seed in range(1, 30):
        assert sum(len(train.times_s) for train in emg("fasciculation", seed, 0.3).trains) >= 1


def test_silence_is_noise_of_the_stated_level():
    signal = emg("silence", 5, 3.0).signal_uv
    assert signal.std() == pytest.approx(6, rel=0.03)
    assert np.abs(signal).max() < 45


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_recording_and_another_seed_another(kind):
    first, again, other = (emg(kind, seed, 0.4).signal_uv for seed in (6, 6, 7))
    assert first.shape == (8000,)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
    assert np.isfinite(first).all()


def test_an_axon_that_fires_once_more_is_seen_once_more():
    once, twice = from_spikes([0.1], 4, 0.5), from_spikes([0.1, 0.3], 4, 0.5)
    difference = twice.signal_uv - once.signal_uv
    assert np.abs(difference[:6000]).max() < 1e-9
    assert np.abs(difference[6000:]).max() == pytest.approx(np.abs(once.trains[0].potential_uv).max())
    assert np.array_equal(from_spikes([0.1, 7.0], 4, 0.5).signal_uv, once.signal_uv)


def test_a_composed_recording_is_one_baseline_and_its_parts():
    parts = [{"kind": "silence"}, {"kind": "fibrillation", "seed": 2, "from_s": 0.5, "to_s": 1.0}]
    composed = compose(parts, 1.5, 8)
    planted = composed.signal_uv - baseline(8, 1.5)
    assert np.abs(planted[:10_000]).max() < 1e-9
    assert np.abs(planted[10_000:20_000]).max() > 30
    assert np.abs(planted[20_600:]).max() < 1e-9


def test_a_stimulated_axon_drives_a_part():
    axon = {"kind": "axon", "rate_hz": 5, "stimuli": 2, "seed": 3}
    healthy = compose([{**axon, "preset": "healthy"}], 0.5)
    excitable = compose([{**axon, "preset": "cfs-like"}], 0.5)
    assert len(healthy.trains[0].times_s) == 2
    assert len(excitable.trains[0].times_s) > 10


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: emg("hum"), "kind: 'hum' is not one of silence, fasciculation"),
        (lambda: emg("cramp", seconds=61), "seconds: 61 is not a number from 0.05 to 60"),
        (lambda: emg("cramp", seconds=float("nan")), "seconds: nan"),
        (lambda: emg("cramp", seed=-1), "seed: -1"),
        (lambda: emg("cramp", seed=1.5), "seed: 1.5"),
        (lambda: from_spikes([0.1, float("nan")]), "spike time: nan"),
        (lambda: from_spikes([-0.1]), "spike time: -0.1"),
        (lambda: from_spikes(5), "spike time: 5 is not a list of times"),
        (lambda: from_spikes("12"), "spike time: '12' is not a list of times"),
        (lambda: emg(["cramp"]), r"kind: \['cramp'\] is not one of silence"),
        (lambda: compose({"kind": "cramp"}), "parts: {'kind': 'cramp'} is not a list of parts"),
        (lambda: compose(["cramp"]), "parts: 'cramp' is not a part like {'kind': 'cramp', 'from_s': 0"),
        (lambda: compose([{"kind": "silence"}], seed="a"), "seed: 'a' is not a whole number"),
        (
            lambda: compose([{"kind": "cramp", "volume": 3}]),
            "volume: no such field of a part; there are kind, seed, from_s, to_s",
        ),
        (lambda: compose([{"kind": "axon", "spikes_s": ["a"]}]), "spikes_s: 'a' is not a number from 0"),
        (
            lambda: compose([{"kind": "axon", "spikes_s": [0.1], "preset": "latent"}]),
            "preset: no such field of a part with spikes_s; there are kind",
        ),
        (lambda: compose([{"from_s": 0}]), "kind: None is not one of"),
        (lambda: compose([{"kind": "silence", "from_s": -1}]), "from_s: -1 is not a number from 0 to 2"),
        (lambda: compose([{"kind": "silence", "to_s": 3}]), "to_s: 3 is not a number from 0 to 2"),
        (
            lambda: compose([{"kind": "silence", "from_s": 1.5, "to_s": 1}]),
            "to_s: 1 is not a number from 1.5",
        ),
        (lambda: compose([{"kind": "cramp", "from_s": 1, "to_s": 1}]), "seconds: 0"),
        (
            lambda: compose([{"kind": "cramp", "to_s": 1.2}, {"kind": "cramp", "from_s": 1}]),
            "two parts of the kind cramp overlap",
        ),
        (lambda: compose([{"kind": "axon", "preset": "nobody"}]), "patient: 'nobody'"),
        (lambda: compose([{"kind": "axon", "volume": 3}]), "volume: no such control"),
    ],
)
def test_what_cannot_be_is_refused_in_words_that_say_what_could_be(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_the_report_prints_both_tables(found):
    text = markdown(found)
    assert "| kind | measure | planted | recovered | ratio |" in text
    assert "| normal unit, duration, ms |" in text
    assert "of 17 kinds" in text

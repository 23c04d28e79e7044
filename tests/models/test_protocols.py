"""Experiments on the axon: what is counted, how it is named, and what a bench of the laboratory computes."""

from __future__ import annotations

import pytest

from pnh.models.axon import AxonParameters
from pnh.models.protocols import (
    after_discharge_class,
    bench_run,
    events,
    noise_run,
    repetitive_stimulation,
    single_pulse,
    strength_duration,
    threshold_pa,
)


def spaced(count: int) -> list[float]:
    return [20 + 3 * i for i in range(count)]


@pytest.mark.parametrize(
    ("spikes_ms", "name"),
    [
        ([], "no-response"), ([20.1], "none"), (spaced(2), "few"), (spaced(9), "few"), (spaced(10), "burst"),
        (spaced(60), "burst"), (spaced(120), "endless"), ([5, 20.1], "spontaneous"), ([20.1, 360], "endless"),
        ([20.1, 340], "few"),
    ],
)  # fmt: skip
def test_an_answer_has_one_name(spikes_ms, name):
    assert after_discharge_class(spikes_ms) == name


def test_a_single_pulse_is_measured_from_the_stimulus_on():
    measures = single_pulse(AxonParameters.preset("cfs-like")).measures
    assert list(measures) == ["spikes", "ends", "last_spike_ms", "rate_hz", "class", "peak_mv", "end_mv"]
    assert measures["ends"] and 0 < measures["last_spike_ms"] < 330
    assert 150 < measures["rate_hz"] < 450
    silent = single_pulse(pulse_pa=0).measures
    assert silent["class"] == "no-response" and silent["last_spike_ms"] is None and silent["rate_hz"] is None


def test_a_train_counts_spikes_up_to_the_next_stimulus():
    train = repetitive_stimulation(AxonParameters.preset("latent"), 20, 4)
    counts = train.measures["spikes_per_stimulus"]
    assert train.pulses_ms == (20, 70, 120, 170) and train.trace.duration_ms == 470
    assert counts[0] == 1 and counts[1] >= 10
    assert train.measures["extra_spikes"] == sum(counts) - 4
    assert train.measures["stimuli_with_after_discharge"] == sum(count > 1 for count in counts)


@pytest.mark.parametrize(
    ("rate_hz", "stimuli", "message"), [(0, 10, "rate_hz: 0 is not"), (5, 2.5, "stimuli: 2.5 is not a whole")]
)
def test_impossible_trains_are_refused(rate_hz, stimuli, message):
    with pytest.raises(ValueError, match=message):
        repetitive_stimulation(None, rate_hz, stimuli)


def test_spikes_gather_into_events():
    assert events([10, 100, 105, 300, 304, 309, 349, 400]) == [[10], [100, 105], [300, 304, 309, 349], [400]]
    assert events([]) == []


def test_noise_makes_singles_first_and_multiplets_as_calcium_falls():
    healthy, low, lower = (
        noise_run(AxonParameters(calcium_mm=calcium), 6, seed=1, seconds=2).measures
        for calcium in (1.2, 0.9, 0.7)
    )
    assert healthy["spikes"] == 0
    assert low["singles"] > 2 and low["multiplets"] == 0
    assert lower["multiplets"] > lower["singles"]
    assert low["events"] == low["singles"] + low["doublets"] + low["multiplets"]
    with pytest.raises(ValueError, match="seconds: 0 is not a number"):
        noise_run(None, 6, seconds=0)


def test_a_threshold_is_the_smallest_pulse_that_makes_a_spike():
    threshold = threshold_pa()
    assert threshold == pytest.approx(205, abs=15)
    assert single_pulse(pulse_pa=threshold + 2).measures["spikes"] == 1
    assert single_pulse(pulse_pa=threshold - 2).measures["spikes"] == 0
    assert threshold_pa(AxonParameters(calcium_mm=1.5)) >= 1.2 * threshold
    assert threshold_pa(AxonParameters(calcium_mm=0.9)) <= 0.7 * threshold
    assert threshold_pa(AxonParameters(transient_sodium_x=0), pulse_ms=0.01) is None


@pytest.mark.parametrize(
    ("durations_ms", "message"),
    [
        ((0.1,), r"durations_ms: \[0.1\] is not two different lengths or more"),
        (0.1, "durations_ms: 0.1 is not a list of times"),
        ((0.1, float("nan")), "durations_ms: nan is not a number from 0.01 to 100"),
        ((0.01, 0.1), "durations_ms: at 0.01 ms even 3000 pA do nothing"),
    ],
)
def test_lengths_from_which_no_line_can_be_drawn_are_refused(durations_ms, message):
    with pytest.raises(ValueError, match=message):
        strength_duration(AxonParameters(transient_sodium_x=0), durations_ms)


def test_longer_pulses_need_less_current():
    found = strength_duration(durations_ms=(0.1, 0.2, 1))
    assert found.thresholds_pa[0] > found.thresholds_pa[1] > found.thresholds_pa[2] > found.rheobase_pa > 0
    assert 0.5 < found.tau_ms < 1.2


def test_each_bench_computes_the_measures_its_explorers_use():
    pulse = bench_run("one-pulse", {"kv7_pct": 60, "nap_x": 2})
    assert pulse.measures == bench_run("map", {"patient": "cfs-like"}).measures
    treated = bench_run("pharmacy", {"patient": "cfs-like", "carbamazepine_um": 5}).measures
    assert treated["spikes"] == 1 and treated["spikes_untreated"] >= 10
    assert treated["threshold_rise_pct"] > 5
    untreated = bench_run("pharmacy", {"patient": "cfs-like"})
    assert untreated.measures["threshold_rise_pct"] == 0
    assert untreated.measures["spikes"] == untreated.measures["spikes_untreated"]
    train = bench_run("repetitive", {"patient": "latent", "rate_hz": 20, "stimuli": 3})
    assert train.measures == bench_run("crackle", {"patient": "latent", "rate_hz": 20, "stimuli": 3}).measures
    assert train.measures["done"] and train.measures["extra_spikes"] >= 10
    noise = bench_run("noise", {"noise_pa": 12, "seed": 3}).measures
    assert noise["events"] == noise["singles"] + noise["doublets"] + noise["multiplets"] > 0


def test_a_bench_or_control_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="two-pulses: no such bench; there are one-pulse, map"):
        bench_run("two-pulses", {})
    with pytest.raises(ValueError, match="kv7: no such control; there are kv7_pct"):
        bench_run("map", {"kv7": 3})
    with pytest.raises(ValueError, match=r"\['map'\]: no such bench"):
        bench_run(["map"], {})
    for bench in ("map", "crackle", "pharmacy"):
        with pytest.raises(ValueError, match="settings: None is not a mapping of control id to value"):
            bench_run(bench, None)

"""Lesson 2: its figures are sound, and what its text, questions and goals say of the model axon is so."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
import pytest

from pnh.figures.axon_hits import HITS, run
from pnh.figures.axon_panel import Panel
from pnh.figures.axon_spike import PULSE_AT_MS, landmarks
from pnh.models.axon import AxonParameters, simulate
from pnh.models.controls import axon_from
from pnh.models.protocols import threshold_pa

HEALTHY, CFS_LIKE, ISAACS_LIKE = map(AxonParameters.preset, ("healthy", "cfs-like", "isaacs-like"))
ONE, FEW, BURST, ENDLESS = "one spike", "two to nine", "a burst that ends", "no end"


@pytest.fixture(params=["axon_spike", "axon_hits"])
def figure(request, drawn):
    return drawn(request.param)


@pytest.fixture(params=["ex-one-pulse", "ex-map", "ex-crackle", "ex-pharmacy", "ex-taste"])
def explorer(request, course):
    return course.explorers[request.param].data


@cache
def spikes_ms(axon: AxonParameters, duration_ms: float = 400, **options: Any) -> np.ndarray:
    """Times of spikes after the pulse."""
    return simulate(axon, duration_ms=duration_ms, pulses_ms=(20,), **options).spikes_ms - 20


def answer(axon: AxonParameters, **options: Any) -> str:
    times_ms = spikes_ms(axon, **options)
    assert len(times_ms), "no spike"
    if times_ms[-1] > 330:
        return ENDLESS
    return ONE if len(times_ms) == 1 else FEW if len(times_ms) < 10 else BURST


def fires(axon: AxonParameters, pulse_pa: float) -> bool:
    return len(spikes_ms(axon, duration_ms=27, pulse_pa=pulse_pa, step_ms=0.01)) > 0


def test_the_caption_says_that_it_is_a_model_and_cites_where_the_model_is_from(figure):
    keys = re.findall(r'href="\.\./book/bibliography\.md#(\w+)"', figure.caption)
    assert "mcintyre2002mrg" in keys
    assert "model" in figure.caption


def test_the_line_keeps_every_spike_of_the_trace():
    trace = run(HITS[2][2])
    panel = Panel(0, 300, 0, 100, from_ms=-8, to_ms=150, low_mv=-90, high_mv=40)
    _, ys = panel.points(trace, 10)
    rises = np.sum((ys[:-1] > panel.y(-20)) & (ys[1:] <= panel.y(-20)))
    assert rises == len(trace.spikes_ms) > 20
    assert len(ys) < len(trace.times_ms) / 10


def test_the_first_figure_names_a_hump_above_rest_and_a_dip_below():
    found = landmarks(simulate(HEALTHY, duration_ms=115, pulses_ms=(PULSE_AT_MS,)))
    assert 3 < found.hump_mv - found.rest_mv < 6
    assert 0.3 < found.rest_mv - found.dip_mv < 1
    assert 30 < found.peak_mv < 45 and 30 < found.dip_after_ms < 60


@pytest.mark.parametrize("step_ms", [0.02, 0.01])
def test_one_hit_is_silent_and_two_hits_discharge(step_ms):
    for hit in (
        {"kv7_x": 0.6},
        {"kv7_x": 0.2},
        {"kv1_x": 0},
        {"kv7_x": 0.6, "kv1_x": 0.6},
        {"kv7_x": 0.4, "kv1_x": 0.4},
        {"persistent_sodium_x": 2},
        {"kv7_x": 0.6, "persistent_sodium_x": 0.5},
        {"kv7_x": 0.7, "persistent_sodium_x": 2},
    ):
        assert answer(AxonParameters(**hit), step_ms=step_ms) == ONE, hit
    assert answer(AxonParameters(kv7_x=0.6), pulse_pa=1000, step_ms=step_ms) == ONE
    assert answer(CFS_LIKE, step_ms=step_ms) == BURST
    assert len(spikes_ms(CFS_LIKE, step_ms=step_ms)) > 20
    assert answer(AxonParameters(kv7_x=0), step_ms=step_ms) == ENDLESS
    assert answer(AxonParameters(kv7_x=0.4, kv1_x=0), step_ms=step_ms) != ONE


def test_a_silent_hit_lowers_the_threshold_lifts_the_hump_and_flattens_the_dip():
    hit = AxonParameters(kv7_x=0.6)
    assert not fires(HEALTHY, 196) and fires(HEALTHY, 210) and not fires(HEALTHY, 200)
    assert fires(hit, 190) and not fires(hit, 185)
    with_, without = (
        landmarks(simulate(axon, duration_ms=150, pulses_ms=(PULSE_AT_MS,))) for axon in (hit, HEALTHY)
    )
    assert 1 < with_.hump_mv - without.hump_mv < 2
    assert with_.rest_mv - with_.dip_mv < 0.6 * (without.rest_mv - without.dip_mv)
    assert abs(with_.peak_mv - without.peak_mv) < 1


def test_too_far_leaves_a_few_spikes_and_a_voltage_that_does_not_go_home():
    blocked, burst = AxonParameters(kv7_x=0.4, persistent_sodium_x=2.5), CFS_LIKE
    for step_ms in (0.02, 0.01):
        assert answer(blocked, step_ms=step_ms) == FEW
    after = [simulate(axon, duration_ms=200, pulses_ms=(20,)) for axon in (blocked, burst)]
    high, low = (trace.voltage_mv[(trace.times_ms > 60) & (trace.times_ms < 160)] for trace in after)
    assert high.min() > -70
    assert low[-1] < -75


def test_the_burst_ends_only_because_of_the_two_parts_added_by_the_course():
    bare = CFS_LIKE.with_(slow_inactivation_share=0, accumulation_mm_per_pc=0)
    assert spikes_ms(bare, duration_ms=1020)[-1] > 980
    for one_left in ({"slow_inactivation_share": 0}, {"accumulation_mm_per_pc": 0}):
        assert spikes_ms(CFS_LIKE.with_(**one_left), duration_ms=1020)[-1] < 300


def test_carbamazepine_stops_the_near_axon_first_and_the_far_one_by_degrees():
    assert answer(CFS_LIKE.with_(carbamazepine_um=2)) == ONE
    counts = [len(spikes_ms(ISAACS_LIKE.with_(carbamazepine_um=dose))) for dose in (0, 1, 2, 3, 5)]
    assert counts == sorted(counts, reverse=True) and counts[-1] == 1 and counts[-2] >= 10
    for name in ("cfs-like", "isaacs-like"):
        axon, _ = axon_from({"patient": name, "sodium_block_pct": 25})
        assert answer(axon) == ONE


def test_the_price_in_the_text_and_in_its_question_is_the_models():
    untreated = threshold_pa(CFS_LIKE)
    assert untreated == pytest.approx(177, abs=1)
    assert threshold_pa(CFS_LIKE.with_(carbamazepine_um=10)) == pytest.approx(212, abs=1)
    for dose, rise_pct in ((2, 5), (10, 20), (20, 35)):
        treated = threshold_pa(CFS_LIKE.with_(carbamazepine_um=dose))
        assert 100 * (treated / untreated - 1) == pytest.approx(rise_pct, abs=1)


def test_intervals_of_the_isaacs_like_burst_lengthen_after_the_first():
    intervals_ms = np.diff(spikes_ms(ISAACS_LIKE))
    assert intervals_ms[-1] > np.median(intervals_ms) > intervals_ms[1]


def test_the_still_picture_shows_what_its_words_say(explorer):
    times_ms = spikes_ms(axon_from(explorer["still"]["values"])[0])
    assert len(times_ms) >= 10 and times_ms[-1] < 120, "a burst that ends within about a tenth of a second"

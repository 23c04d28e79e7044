"""The motor axon in Python: what it does, what it refuses, and that its numbers are those of the golden traces."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from pnh.models.axon import AxonParameters, axon_circuit, simulate
from pnh.models.axon_data import axon_model
from pnh.models.axon_engine import settled_state
from pnh.models.generator import Draws
from pnh.models.golden import CASES, GOLDEN, TOLERANCE_MV, computed, read_golden
from pnh.models.protocols import repetitive_stimulation, single_pulse, threshold_pa

CFS, ISAACS, LATENT = map(AxonParameters.preset, ("cfs-like", "isaacs-like", "latent"))


def answer(parameters: AxonParameters) -> str:
    return single_pulse(parameters).measures["class"]


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_run_gives_its_golden_trace(name):
    golden = read_golden(GOLDEN / f"axon-{name}.json")
    parameters, options = CASES[name]
    assert (golden.parameters, golden.options) == (parameters, options)
    assert golden.furthest_mv(computed(name)) <= TOLERANCE_MV


def test_a_golden_trace_notices_a_microvolt():
    golden, trace = read_golden(GOLDEN / "axon-healthy.json"), computed("healthy")
    moved = dataclasses.replace(trace, voltage_mv=trace.voltage_mv + 1e-3)
    assert golden.furthest_mv(moved) == pytest.approx(1e-3, rel=1e-3)
    assert golden.furthest_mv(dataclasses.replace(trace, spikes_ms=trace.spikes_ms[:-1])) == math.inf
    assert golden.furthest_mv(dataclasses.replace(trace, voltage_mv=trace.voltage_mv[:-20])) == math.inf


def test_the_healthy_axon_rests_fires_once_and_has_its_afterpotentials():
    experiment = single_pulse()
    mv, step = experiment.trace.voltage_mv, experiment.trace.step_ms
    peak = int(mv.argmax())
    dap, ahp = (mv[peak + round(ms / step)] for ms in (2, 30))
    assert experiment.measures["class"] == "none"
    assert mv[0] == pytest.approx(-80, abs=0.5)
    assert 25 < mv[peak] < 45
    assert dap == pytest.approx(-76.5, abs=1.2) and ahp == pytest.approx(-80.3, abs=0.5)
    assert dap > mv[0] + 2 and ahp < mv[0] - 0.1


@pytest.mark.parametrize(
    "hit", [{"kv7_x": 0.4}, {"kv1_x": 0.4}, {"kv7_x": 0.4, "kv1_x": 0.4}, {"persistent_sodium_x": 2}], ids=str
)
def test_one_hit_is_silent(hit):
    assert answer(AxonParameters(**hit)) == "none"


def test_two_hits_give_a_burst_that_ends_by_itself():
    short, long = single_pulse(CFS).measures, single_pulse(ISAACS).measures
    assert short["class"] == long["class"] == "burst"
    assert short["end_mv"] < -75
    assert long["spikes"] > max(30, short["spikes"])


def test_the_latent_axon_discharges_only_in_a_fast_train():
    assert answer(LATENT) == "none"
    assert repetitive_stimulation(LATENT, 10).measures["extra_spikes"] == 0
    assert repetitive_stimulation(LATENT, 20).measures["extra_spikes"] >= 10


@pytest.mark.parametrize("axon", [CFS, ISAACS])
def test_each_treatment_ends_the_burst_at_a_price(axon):
    before = threshold_pa(axon)
    treatments = (
        {"carbamazepine_um": 5},
        {"kv7_shift_mv": -6},
        {"persistent_sodium_x": 0.6 * axon.persistent_sodium_x},
        {"calcium_mm": 1.5},
    )
    for treatment in treatments:
        assert answer(axon.with_(**treatment)) == "none", treatment
        assert threshold_pa(axon.with_(**treatment)) > before, treatment


def test_the_step_does_not_decide():
    coarse, fine = (single_pulse(CFS, step_ms=step).measures for step in (0.02, 0.005))
    assert coarse["class"] == fine["class"] and abs(coarse["spikes"] - fine["spikes"]) <= 1


def test_noise_starts_with_the_first_draw_of_its_seed_and_keeps_its_strength():
    quiet, noisy = (simulate(duration_ms=0.1, noise_pa=pa, seed=9).voltage_mv for pa in (0, 6))
    pulse = simulate(duration_ms=0.1, pulses_ms=[0], pulse_ms=0.02, pulse_pa=6).voltage_mv
    assert (noisy - quiet)[1] == pytest.approx((pulse - quiet)[1] * Draws(9).normal(), rel=1e-9)
    weak, strong = (simulate(duration_ms=1000, noise_pa=pa, seed=9).voltage_mv.std() for pa in (1, 3))
    assert strong == pytest.approx(3 * weak, rel=0.1)


def test_a_trace_reads_well_in_a_notebook():
    trace = simulate(CFS, 400, [20])
    assert repr(trace).startswith("Trace(400 ms in steps of 0.02 ms, ") and len(repr(trace)) < 90
    assert len(trace) == len(trace.times_ms) == len(trace.voltage_mv) == 20_001
    assert trace.times_ms[0] == 0 and trace.times_ms[-1] == pytest.approx(400)
    assert np.array_equal(trace.intervals_ms, np.diff(trace.spikes_ms))
    assert trace.spikes_ms[0] == pytest.approx(20.1, abs=0.1)


def test_parameters_are_frozen_and_tell_only_what_is_not_normal():
    axon = AxonParameters(kv7_x=0.6, persistent_sodium_x=2)
    assert axon == CFS and hash(axon) == hash(CFS)
    assert repr(axon) == "AxonParameters(kv7_x=0.6, persistent_sodium_x=2.0)"
    assert repr(axon.with_(kv7_x=1, persistent_sodium_x=1)) == "AxonParameters()"
    with pytest.raises(dataclasses.FrozenInstanceError):
        axon.kv7_x = 1
    assert {field.name for field in dataclasses.fields(axon)} == set(axon_model().parameters)


def test_the_circuit_is_computed_from_the_geometry():
    circuit = axon_circuit()
    assert circuit.node_cm2 == pytest.approx(math.pi * 3.3e-4 * 1e-4)
    assert circuit.node_pf == pytest.approx(0.2073, abs=1e-4)
    assert circuit.axolemma_pf[0] == pytest.approx(1.244, abs=1e-3)
    assert circuit.axolemma_pf[0] < circuit.axolemma_pf[1] < circuit.axolemma_pf[2]
    assert circuit.chain_ns[0] > circuit.chain_ns[1] > circuit.chain_ns[2]


def test_settling_reaches_a_rest_that_a_fine_step_holds():
    for axon in (AxonParameters(), LATENT, CFS, ISAACS):
        trace = simulate(axon, 60)
        assert np.ptp(trace.voltage_mv) < 0.05
    assert settled_state(CFS, 300.0) is settled_state(CFS, 300.0)


NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kv7_x": NAN}, "kv7_x: nan is not a number from 0 to 2"),
        ({"persistent_sodium_x": INF}, "persistent_sodium_x: inf is not a number from 0 to 5"),
        ({"calcium_mm": 4.8}, "calcium_mm: 4.8 is not a number from 0.4 to 3"),
        ({"calcium_mm": "1"}, "calcium_mm: '1' is not a number"),
        ({"kv1_x": True}, "kv1_x: True is not a number"),
        ({"kv8_x": 1}, "kv8_x: no such parameter; there are kv7_x, kv1_x"),
    ],
)
def test_impossible_parameters_are_refused_with_what_is_allowed(given, message):
    with pytest.raises(ValueError, match="^" + message):
        AxonParameters(**given)
    with pytest.raises(ValueError, match="^" + message):
        AxonParameters().with_(**given)


def test_an_unknown_preset_is_refused_with_those_that_exist():
    with pytest.raises(
        ValueError, match="isaacs: no such preset; there are healthy, latent, cfs-like, isaacs-like"
    ):
        AxonParameters.preset("isaacs")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"duration_ms": NAN}, "duration_ms: nan is not a number from 0.1 to 60000"),
        ({"duration_ms": -5}, "duration_ms: -5"),
        ({"step_ms": 0.1}, "step_ms: 0.1 is not a number from 0.001 to 0.05"),
        ({"step_ms": 0}, "step_ms: 0 is not"),
        ({"noise_pa": -1}, "noise_pa: -1"),
        ({"pulse_pa": 5000}, "pulse_pa: 5000 is not a number from 0 to 3000"),
        ({"duration_ms": 60_000, "step_ms": 0.001}, "duration_ms: 60000 at step_ms 0.001 makes more than"),
        ({"pulses_ms": [NAN]}, "pulses_ms: nan is not a number from 0 to 200"),
        ({"pulses_ms": [201]}, "pulses_ms: 201 is not a number from 0 to 200"),
        ({"pulses_ms": [20, 10]}, "pulses_ms: 10 after 20; pulses must follow one another by at least"),
        ({"pulses_ms": [20, 20]}, "pulses_ms: 20 after 20"),
        ({"seed": 1.5, "noise_pa": 1}, "seed: 1.5 is not a whole number"),
        ({"parameters": {"kv7_x": 1}}, "parameters: {'kv7_x': 1} is not an AxonParameters"),
    ],
)
def test_impossible_runs_are_refused_with_what_is_allowed(options, message):
    with pytest.raises(ValueError, match="^" + message):
        simulate(**options)


@pytest.mark.parametrize("name", axon_model().parameters)
def test_at_the_ends_of_its_range_a_parameter_still_gives_finite_numbers(name):
    for value in axon_model().parameters[name].range:
        trace = simulate(AxonParameters(**{name: value}), 40, [10], pulse_pa=3000, pulse_ms=5, step_ms=0.05)
        assert np.abs(trace.voltage_mv).max() < 500

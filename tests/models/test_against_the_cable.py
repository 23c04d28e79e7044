"""The course's space-clamped axon beside a full cable of other equations' solvers: reference/cable.py in NEURON."""

import json

import numpy as np
import pytest

from pnh.models.axon import AxonParameters, simulate
from pnh.paths import ROOT

CABLE = json.loads((ROOT / "data" / "models" / "golden" / "cable.json").read_text(encoding="utf-8"))
PULSE_MS = 20.0
BARE = {"accumulation_mm_per_pc": 0, "slow_inactivation_share": 0}  # the cable has neither
SHARES = {"kv7": "kv7_x", "kv1": "kv1_x", "persistent_sodium": "persistent_sodium_x"}


def patch(condition: dict):
    """The same channels and temperature in the course's axon."""
    shares = {SHARES[name]: share for name, share in condition["shares"].items() if name in SHARES}
    axon = AxonParameters(temperature_c=condition["celsius"], **shares, **BARE)
    return simulate(axon, duration_ms=condition["duration_ms"] + PULSE_MS, pulses_ms=[PULSE_MS], step_ms=0.01)


def many(spikes) -> str:
    return "one" if len(spikes) == 1 else "many" if len(spikes) > 9 else "few"


WITH_KV1_UNDER_MYELIN = [
    name for name, condition in CABLE["conditions"].items() if condition["shares"].get("juxtaparanode", 1)
]


@pytest.mark.parametrize("name", WITH_KV1_UNDER_MYELIN)
def test_both_answer_one_pulse_alike(name):
    condition = CABLE["conditions"][name]
    spikes = patch(condition).spikes_ms
    assert many(spikes) == many(condition["spikes_ms"])


def test_after_potentials_agree_within_a_millivolt():
    condition = CABLE["conditions"]["healthy"]
    trace, cable = patch(condition), np.array(condition["voltage_mv"])
    assert abs(trace.voltage_mv[1000] - condition["rest_mv"]) < 0.5
    peak, top = int(np.argmax(trace.voltage_mv)), int(np.argmax(cable))
    for after_ms in (2, 5, 10, 30):
        ours = trace.voltage_mv[peak + round(after_ms / 0.01)]
        theirs = cable[top + round(after_ms / condition["sampled_every_ms"])]
        assert abs(ours - theirs) < 1.0, f"{after_ms} ms after the peak: {ours:.2f} and {theirs:.2f} mV"


@pytest.mark.parametrize("name", ["two-hits", "little-kv1"])
def test_the_patch_fires_up_to_a_quarter_more_slowly_than_the_cable(name):
    condition = CABLE["conditions"][name]
    ours, theirs = (np.diff(spikes[:6]) for spikes in (patch(condition).spikes_ms, condition["spikes_ms"]))
    assert np.all(ours / theirs < 1.3) and np.all(ours / theirs > 0.95)


def test_one_hit_is_silent_thanks_to_the_potassium_channels_under_the_myelin():
    """Said in lesson 2: the cable loses the reserve, and fires on after losing Kv7 alone."""
    assert len(CABLE["conditions"]["one-hit"]["spikes_ms"]) == 1
    assert len(CABLE["conditions"]["one-hit-bare"]["spikes_ms"]) > 9

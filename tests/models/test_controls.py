"""From the settings of an explorer to an axon: the vectors that the page is proved with too."""

from __future__ import annotations

import json

import pytest

from pnh.models.axon import AxonParameters
from pnh.models.controls import axon_from, control_values
from pnh.paths import ROOT

VECTORS = json.loads((ROOT / "tests/vectors/controls.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if "error" not in v], ids=lambda v: json.dumps(v["values"])
)
def test_settings_make_the_axon_and_its_stimulus(vector):
    parameters, stimulus = axon_from(vector["values"])
    assert parameters == AxonParameters(**vector["parameters"])
    assert stimulus == vector["stimulus"]


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if "error" in v], ids=lambda v: json.dumps(v["values"])
)
def test_impossible_settings_are_refused_with_what_is_allowed(vector):
    with pytest.raises(ValueError) as error:
        axon_from(vector["values"])
    assert str(error.value).startswith(vector["error"])


def test_what_is_not_given_stands_at_its_default():
    assert control_values({})["kv7_pct"] == 100
    assert control_values({})["accumulation"] is True
    with pytest.raises(ValueError, match="kv7_pct: nan is not a number from 0 to 120"):
        control_values({"kv7_pct": float("nan")})

"""The seeded generator: one sequence for Python, numpy arrays and the page."""

from __future__ import annotations

import json

import numpy as np
import pytest

from pnh.models.generator import Draws
from pnh.paths import ROOT

VECTORS = json.loads((ROOT / "tests/vectors/generator.json").read_text())
by_seed = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"seed {vector['seed']}")


@by_seed
def test_uniform_numbers_are_those_of_the_page_bit_for_bit(vector):
    draws = Draws(vector["seed"])
    assert [draws.uniform() for _ in vector["uniforms"]] == vector["uniforms"]
    assert Draws(vector["seed"]).uniforms(5).tolist() == vector["uniforms"]


@by_seed
def test_normal_numbers_are_the_same_singly_and_in_arrays_of_any_length(vector):
    draws = Draws(vector["seed"])
    got = [*draws.normals(3), *draws.normals(0), draws.normal(), *draws.normals(1), *draws.normals(2)]
    assert got == pytest.approx(vector["normals"], abs=1e-12)


@by_seed
def test_kinds_may_be_mixed(vector):
    draws = Draws(vector["seed"])
    got = [draws.uniform(), draws.normal(), draws.exponential(2.5), draws.normal()]
    got += [draws.integer(2, 5), draws.integer(0, 1_000_000)]
    assert got == pytest.approx(vector["mixed"], abs=1e-12)


def test_the_numbers_have_the_moments_they_should_have():
    normals = Draws(3).normals(200_001)
    assert abs(normals.mean()) < 0.01 and abs(normals.std() - 1) < 0.01
    uniforms = Draws(4).uniforms(200_000)
    assert np.histogram(uniforms, 10, (0, 1))[0] == pytest.approx(np.full(10, 20_000), rel=0.03)
    draws = Draws(5)
    assert {draws.integer(2, 5) for _ in range(200)} == {2, 3, 4, 5}
    assert np.mean([draws.exponential(3.0) for _ in range(20_000)]) == pytest.approx(3.0, rel=0.03)


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, float("nan"), "1", None, True])
def test_a_seed_that_is_no_whole_number_is_refused_by_name(seed):
    with pytest.raises(ValueError, match=r"seed: .* is not a whole number from 0"):
        Draws(seed)

"""The scores, checked against the vectors that the front end's JavaScript runs too."""

import itertools
import json
from pathlib import Path

import pytest

from pnh.reasoning import case as case_module
from pnh.reasoning import scores

VECTORS = Path(__file__).parents[1] / "vectors"
SCORE_VECTORS = json.loads((VECTORS / "scores.json").read_text(encoding="utf-8"))
CASE_VECTORS = json.loads((VECTORS / "case_scores.json").read_text(encoding="utf-8"))


def same(got, expected):
    """Equal, with numbers compared to 1e-9 at any depth; True is not 1."""
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(same(got[k], expected[k]) for k in got)
        )
    if isinstance(expected, list):
        return isinstance(got, list) and len(got) == len(expected) and all(map(same, got, expected))
    if isinstance(expected, (int, float)) and isinstance(got, (int, float)):
        return isinstance(got, bool) == isinstance(expected, bool) and abs(got - expected) <= 1e-9
    return got == expected


@pytest.mark.parametrize(
    "vector", SCORE_VECTORS, ids=lambda v: f"{v['function']}{json.dumps(v['args'])[:60]}"
)
def test_scores_agree_with_the_shared_vectors(vector):
    got = getattr(scores, vector["function"])(*vector["args"])
    assert same(got, vector["expected"]), f"{got} is not {vector['expected']}"


@pytest.mark.parametrize("vector", CASE_VECTORS["vectors"], ids=lambda v: v["name"])
def test_cases_agree_with_the_shared_vectors(vector):
    got = case_module.case_scores(
        CASE_VECTORS["case"], vector["log"], vector["decisions"], vector["summary_self"]
    )
    assert same(got, vector["expected"]), f"{got} is not {vector['expected']}"


def test_every_public_score_has_a_vector():
    public = {
        name
        for name, value in vars(scores).items()
        if callable(value)
        and getattr(value, "__module__", "") == scores.__name__
        and not name.startswith("_")
    }
    covered = {vector["function"] for vector in SCORE_VECTORS}
    assert public - covered <= {"unit_factor", "within_tolerance", "matches"}  # covered through their callers


def test_honest_probabilities_score_best():
    belief = {"a": 0.6, "b": 0.3, "c": 0.1}
    steps = [i / 20 for i in range(21)]
    grid = [
        dict(zip("abc", g, strict=True)) for g in itertools.product(steps, repeat=3) if abs(sum(g) - 1) < 1e-9
    ]

    def expected(score, stated):
        return sum(belief[truth] * score(stated, truth) for truth in belief)

    assert min(grid, key=lambda stated: expected(scores.brier_score, stated)) == belief
    assert max(grid, key=lambda stated: expected(scores.log_score, stated)) == belief


def test_an_unknown_scoring_rule_is_an_error_not_a_zero():
    with pytest.raises(ValueError, match="per_option, key_feature or all_or_nothing"):
        scores.multiple_response({"rule": "kendall"}, ["a"], ["a", "b"], ["a"])

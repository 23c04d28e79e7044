"""Each case walked four ways: as its expert, carelessly, ordering everything, and guessing at once."""

import pytest

from pnh.reasoning.case import case_scores
from tests.reasoning.case_walks import OUTCOMES, VECTORS, cases, text, walks

CASES = cases()
WALKS = [(case_id, name) for case_id in CASES for name in OUTCOMES]


def scores(case_id, name):
    walk = walks(case_id)[name]
    return case_scores(CASES[case_id], walk["actions"], walk["decisions"])


@pytest.mark.parametrize("case_id", CASES)
def test_a_case_has_its_four_walks(case_id):
    assert set(walks(case_id)) == set(OUTCOMES)


@pytest.mark.parametrize(("case_id", "name"), WALKS)
def test_a_walk_does_what_the_case_offers(case_id, name):
    case, walk = CASES[case_id], walks(case_id)[name]
    assert set(walk["actions"]) <= {action["id"] for action in case["actions"]}
    assert len(set(walk["actions"])) == len(walk["actions"])
    assert set(walk["decisions"]) == {decision["id"] for decision in case["decisions"]}
    diagnoses = {row["id"] for row in case["differential"]}
    for decision in case["decisions"]:
        stated = walk["decisions"][decision["id"]]
        if decision["kind"] == "rate-differential":
            assert set(stated) == diagnoses and sum(stated.values()) == pytest.approx(1)
        elif decision["kind"] == "choose":
            assert stated in {option["id"] for option in decision["options"]}
        else:
            assert len(stated.split()) >= 4, "the page asks for a sentence"


@pytest.mark.parametrize(("case_id", "name"), WALKS)
def test_each_walk_ends_as_it_has_to(case_id, name):
    assert scores(case_id, name)["outcome"] == walks(case_id)[name]["outcome"] == OUTCOMES[name]


@pytest.mark.parametrize("case_id", CASES)
def test_the_expert_scores_best_and_the_guess_worst(case_id):
    of = {name: scores(case_id, name)["scores"] for name in OUTCOMES}
    features = {name: found["key_features"] for name, found in of.items()}
    assert features["expert"] == pytest.approx(1)
    assert features["guess"] < 0.5 and features["guess"] < features["careless"] < features["expert"]
    assert of["guess"]["efficiency"] is None, "an economical guess earns nothing"
    assert of["everything"]["efficiency"] < of["expert"]["efficiency"]
    assert of["expert"]["calibration"]["after"] < of["guess"]["calibration"]["after"]


@pytest.mark.parametrize("case_id", CASES)
def test_ordering_everything_costs_more_and_does_harm(case_id):
    every, expert = scores(case_id, "everything"), scores(case_id, "expert")
    assert every["harmful"] and not expert["harmful"]
    assert every["cost"] > expert["cost"] and every["minutes"] > expert["minutes"]


@pytest.mark.parametrize("case_id", CASES)
def test_the_expert_walk_is_the_debriefs_expert_path(case_id):
    case = CASES[case_id]
    steps = [row["step"] for row in case["debrief"]["expert_path"]]
    actions = {action["id"] for action in case["actions"]}
    assert walks(case_id)["expert"]["actions"] == [step for step in steps if step in actions]


def test_the_vectors_are_those_of_the_walks():
    assert VECTORS.read_text(encoding="utf-8") == text(), "run: python tests/reasoning/case_walks.py"

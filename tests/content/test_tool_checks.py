"""What a tool, and the ladder, may name. (The other mistakes in tools are in mistakes.yaml.)

Broken files are written as JSON, which is YAML without aliases.
"""

import json

import pytest
import yaml

from pnh.content.shelf import Shelf
from pnh.content.tool_checks import tool_problems, treatment_problems

ROW = {"feature": "Wind", "first": "cold", "second": "warm", "matters": "It turns."}


@pytest.fixture
def course(tiny_course):
    """The tiny course with a second case; a notebook shows both."""
    cases = tiny_course / "data/scenarios"
    grey = (cases / "vp-grey-morning.yaml").read_text(encoding="utf-8")
    (cases / "vp-blue-evening.yaml").write_text(grey.replace("vp-grey-morning", "vp-blue-evening"))
    show(tiny_course, "vp-grey-morning", "vp-blue-evening")
    return tiny_course


def show(course, *cases):
    cells = [{"cell_type": "code", "source": f'scenario("{case}")'} for case in cases]
    (course / "notebooks/02_two.ipynb").write_text(json.dumps({"cells": cells}))


def contrast(**changes):
    block = {
        "cases": ["vp-grey-morning", "vp-blue-evening"],
        "same": "a sky",
        "rows": [ROW],
        "parting": "late",
    }
    return {"kind": "contrast", "contrast": {**block, **changes}}


def bayes(**changes):
    block = {"priors": ["rain-1"], "tests": ["sky-1"], "start": {"prior": "rain-1", "test": "sky-1"}}
    return {"kind": "bayes", "bayes": {**block, **changes}}


def found(course, tool):
    path = course / "data/tools/to-new.yaml"
    path.write_text(json.dumps({"id": "to-new", **tool}), encoding="utf-8")
    shelf = Shelf(course)
    return [p.message for entry in shelf.tools if entry.id == "to-new" for p in tool_problems(shelf, entry)]


@pytest.mark.parametrize(
    "tool",
    [
        contrast(),
        contrast(rows=[{**ROW, "actions": {"first": "h-knee", "second": "x-strength"}}]),
        bayes(),
        {"kind": "compare", "compare": {"start": ["hail"]}},
        {"kind": "calibration", "calibration": {"curve_from": 20}},
    ],
)
def test_a_sound_tool_has_no_problem(course, tool):
    assert found(course, tool) == []


def test_a_tool_begins_with_a_prior_and_a_test_for_one_condition(course):
    table = course / "data/evidence/priors.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("rain-1,rain", "rain-1,"), encoding="utf-8")
    (message,) = found(course, bayes())
    assert message.startswith(
        "bayes.start: begins with 'no condition' and a test for 'rain'; allowed: two rows"
    )


@pytest.mark.parametrize(
    ("tool", "says"),
    [
        (
            contrast(cases=["vp-grey-morning", "vp-snow"]),
            "contrast.cases[2]: 'vp-snow' is no case; allowed: vp-",
        ),
        (
            contrast(rows=[{**ROW, "actions": {"second": "x-power"}}]),
            "contrast.rows[1].actions.second: 'x-power' is no action of vp-blue-evening; allowed: c-tell,",
        ),
        (
            bayes(priors=["rain-1", "rain-9"]),
            "bayes.priors[2]: 'rain-9' is no row of priors.csv; allowed: rain-1,",
        ),
        (
            bayes(start={"prior": "rain-2", "test": "sky-1"}),
            "bayes.start.prior: 'rain-2' is not among the priors; allowed: rain-1",
        ),
        (
            bayes(start={"prior": "rain-1", "test": "sky-2"}),
            "bayes.start.test: 'sky-2' is not among the tests; allowed: sky-1",
        ),
        (
            {"kind": "compare", "compare": {"start": ["hail", "fog"]}},
            "compare.start[2]: 'fog' is no card of mimics.yaml; allowed: hail",
        ),
    ],
)
def test_what_a_tool_names_has_to_exist(course, tool, says):
    (message,) = found(course, tool)
    assert message.startswith(says)


def test_a_contrast_needs_cases_that_lessons_show(course):
    show(course, "vp-grey-morning")
    assert found(course, contrast()) == [
        "contrast.cases[2]: 'vp-blue-evening' stands in no lesson; allowed: a case that a notebook shows"
    ]


@pytest.mark.parametrize(
    ("name", "block", "rows", "message"),
    [
        ("to-piles", "sort", "cards", "sort.cards[grey].id: the id 'grey' stands twice; give each its own"),
        ("to-umbrella", "trial", "rows", "trial.rows[indoors].id: the id 'indoors' stands twice; give each"),
        ("to-sheet", "worksheet", "questions", "worksheet.questions[many].id: the id 'many' stands twice;"),
    ],
)
def test_what_a_reader_s_answer_is_kept_under_stands_once(course, name, block, rows, message):
    tool = yaml.safe_load((course / f"data/tools/{name}.yaml").read_text(encoding="utf-8"))
    tool[block][rows].append(dict(tool[block][rows][1]))
    (problem,) = found(course, {**tool, "id": "to-new"})
    assert problem.startswith(message)


def test_a_trial_of_treatment_rests_on_something_published(course):
    tool = yaml.safe_load((course / "data/tools/to-umbrella.yaml").read_text(encoding="utf-8"))
    tool["trial"]["rows"][0]["basis"] = "assumed"
    del tool["trial"]["rows"][0]["sources"]
    assert found(course, {**tool, "id": "to-new"}) == [
        "trial.rows: no row is published; allowed: at least one that is"
    ]


def test_an_order_set_has_a_test_to_begin_with_and_each_once(course):
    tool = yaml.safe_load((course / "data/tools/to-list.yaml").read_text(encoding="utf-8"))
    for test in tool["order_set"]["tests"]:
        test["verdict"] = "later"
    tool["order_set"]["tests"][1]["id"] = "sky"
    assert found(course, {**tool, "id": "to-new"}) == [
        "order_set.tests[sky].id: the id 'sky' stands twice; give each its own",
        "order_set.tests: no test has the verdict first; allowed: at least one",
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"condition": "damp"}, "entries[umbrella].condition: is 'damp'; allowed: wet, dry"),
        ({"rung": "trial"}, "rungs[trial].empty.wet: says the rung is empty, but an entry stands on it"),
    ],
)
def test_the_ladder_has_the_rungs_and_conditions_it_names(course, change, says):
    path = course / "data/evidence/treatments.yaml"
    ladder = yaml.safe_load(path.read_text(encoding="utf-8"))
    ladder["entries"][0].update(change)
    path.write_text(json.dumps(ladder), encoding="utf-8")
    assert [p.message for p in treatment_problems(Shelf(course))] == [says]


def test_the_ladder_says_of_known_conditions_that_a_rung_is_empty_and_has_each_entry_once(course):
    path = course / "data/evidence/treatments.yaml"
    ladder = yaml.safe_load(path.read_text(encoding="utf-8"))
    ladder["rungs"][0]["empty"] = {"damp": "No trial was found."}
    ladder["entries"].append(dict(ladder["entries"][0]))
    path.write_text(json.dumps(ladder), encoding="utf-8")
    assert [p.message for p in treatment_problems(Shelf(course))] == [
        "entries[umbrella].id: the id 'umbrella' stands twice; give each its own",
        "rungs[trial].empty.damp: is no condition; allowed: wet, dry",
    ]

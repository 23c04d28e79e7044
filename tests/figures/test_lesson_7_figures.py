"""Lesson 7: its figures agree with the evidence and with arithmetic, and its order sets with what they teach."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
import yaml

from pnh.figures.false_alarms import HOW_MANY, TESTS, alarms_of_100, at_least_one_pct
from pnh.figures.work_up_map import TIERS
from pnh.paths import ROOT


@pytest.fixture(scope="module")
def diagnostics(course):
    return {row["row_id"]: row for row in course.tables["diagnostics"]}


@pytest.fixture(scope="module")
def lesson():
    cells = json.loads((ROOT / "notebooks/07_work_up.ipynb").read_text("utf-8"))["cells"]
    text = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return re.sub(r"\s+", " ", re.sub(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()]*\)", r"\1", text))


@pytest.fixture(scope="module")
def questions():
    items = yaml.safe_load((ROOT / "data/questions/07_work_up.yaml").read_text("utf-8"))
    return {item["id"]: item for item in items}


@pytest.fixture(scope="module", params=["to-order-set", "to-order-set-young"])
def order_set(request):
    return yaml.safe_load((ROOT / f"data/tools/{request.param}.yaml").read_text("utf-8"))["order_set"]


def words(svg: str) -> list[str]:
    """What is written in a drawing, in the order in which it was drawn."""
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_false_alarms_are_what_the_published_specificity_leaves(drawn, diagnostics):
    text = words(drawn("false_alarms").svg)
    for row_id, label in TESTS.items():
        printed = text[text.index(label) + 1]
        assert printed == f"{alarms_of_100(diagnostics[row_id])} of 100"
        left = 100 - float(diagnostics[row_id]["specificity_pct"])
        assert alarms_of_100(diagnostics[row_id]) == pytest.approx(left, abs=0.5)


def test_many_ranges_are_counted_as_if_by_hand(drawn):
    by_hand = {1: 5, 5: 23, 10: 40, 16: 56, 24: 71}
    assert {tests: round(at_least_one_pct(tests)) for tests in HOW_MANY} == by_hand
    text = words(drawn("false_alarms").svg)
    assert [text[text.index(f"{tests} tests") + 1] for tests in (5, 10, 16, 24)] == [
        "23 of 100",
        "40 of 100",
        "56 of 100",
        "71 of 100",
    ]


def test_what_is_arithmetic_says_so(drawn):
    figure = drawn("false_alarms")
    assert "Many tests, arithmetic only" in words(figure.svg)
    assert "our calculation" in figure.caption and "do not depend on one another" in figure.caption


def test_the_first_question_and_the_dear_panel_use_the_same_reckoning(questions, order_set):
    (red,) = questions["wu-many-results"]["hypotheses"]
    assert red["reference"] == pytest.approx(at_least_one_pct(16) / 100, abs=0.005)
    for test in order_set["tests"]:
        if test["id"] == "panel":
            assert f"{round(at_least_one_pct(24))}%" in test["harm_text"]


def test_the_map_puts_the_question_before_the_test(drawn):
    text = words(drawn("work_up_map").svg)
    for tier in TIERS:
        places = [text.index(words) for question, test in tier.rows for words in (question, test)]
        assert all(question.endswith("?") for question, _ in tier.rows)
        assert places == sorted(places) and text.index(tier.heading) < places[0]
    assert text[-1] == "Schematic, not measured"


def test_the_map_is_climbed_from_the_bedside_to_the_chest():
    assert TIERS[0].heading == "Everyone, at no cost"
    assert TIERS[-1].rows == (("CASPR2, Isaacs, Morvan?", "imaging of the chest"),)
    assert not any("VGKC" in test for tier in TIERS for _, test in tier.rows)


def test_the_first_tests_fit_the_budget_and_the_whole_form_does_not(order_set):
    budget, first = (
        order_set["budget"],
        [test for test in order_set["tests"] if test["verdict"] == "first"],
    )
    assert sum(test["cost"] for test in first) <= budget["cost"] < sum(t["cost"] for t in order_set["tests"])
    assert max(test["days"] for test in first) <= budget["days"]
    assert not any(test["harm"] for test in first)


def test_a_harmful_test_says_what_it_harms_and_changes_nothing(order_set):
    harmful = [test for test in order_set["tests"] if test["verdict"] == "harmful"]
    assert harmful
    for test in harmful:
        assert test["harm"] and test["harm_text"] and not test["changes"], test["id"]


def test_the_same_test_is_right_for_one_and_wrong_for_the_other():
    verdicts = {}
    for name in ("to-order-set", "to-order-set-young"):
        tests = yaml.safe_load((ROOT / f"data/tools/{name}.yaml").read_text("utf-8"))["order_set"]["tests"]
        verdicts[name] = {test["id"]: test["verdict"] for test in tests}
    older, young = verdicts.values()
    assert (older["ck"], young["ck"]) == ("first", "not-now")
    assert older["vgkc"] == young["vgkc"] == "harmful"
    assert older["strength"] == young["strength"] == "first"
    assert list(young.values()).count("harmful") > list(older.values()).count("harmful")


def test_the_lesson_tests_caspr2_and_lgi1_by_name_and_doubts_a_lone_vgkc(lesson):
    assert "Ask for CASPR2 and LGI1 by name" in lesson
    assert re.search(r"positive without either is of doubtful meaning \(our inference\)", lesson)


def test_a_range_of_calcium_is_printed_only_with_its_source(lesson):
    for found in re.finditer(r"8\.[57] to 10\.[57]", lesson):
        assert re.search(r"textbook|series", lesson[found.start() - 90 : found.start()])
    assert "not suppressed" in lesson


def test_the_contested_advice_on_early_reassurance_stands_with_both_its_sides(lesson):
    place = lesson.index("without an EMG, to avoid damaging false positives")
    assert "at least 4 to 5 years" in lesson[place : place + 300]

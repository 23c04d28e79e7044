"""Lesson 11: its three figures are arithmetic that can be done again, and the lesson reckons as they do."""

from __future__ import annotations

import json
import re
from statistics import mean
from xml.etree import ElementTree

import pytest
import yaml

from pnh.figures.all_of_them import (
    BIOPSIED,
    CROWDS,
    RESPONDERS,
    SERIES,
    TREATED_IF_INERT,
    exact_lower_pct,
    least_pct,
)
from pnh.figures.responders_only import SHOWN, shares, treated
from pnh.figures.worst_week import BAD_WEEK, before_and_after, outcome
from pnh.paths import ROOT

STEM = "11_appraising_the_evidence"


@pytest.fixture(scope="module")
def questions():
    file = ROOT / f"data/questions/{STEM}.yaml"
    return {item["id"]: item for item in yaml.safe_load(file.read_text("utf-8"))}


@pytest.fixture(scope="module")
def cells():
    return json.loads((ROOT / f"notebooks/{STEM}.ipynb").read_text("utf-8"))["cells"]


def words(svg: str) -> list[str]:
    """What is written in a drawing, in the order in which it was drawn."""
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


# --- responders only --------------------------------------------------------------------------------------


def test_the_shown_are_those_of_the_report(course):
    assert "22 patients" in course.claims["s-mms-27"].claim and SHOWN == 22
    assert "responsive" in course.claims["s-mms-28"].claim


def test_two_shares_are_placebo_groups_and_the_others_are_said_to_be_made_up(prior_rows, drawn):
    sourced = {share.source: share.percent for share in shares(prior_rows) if share.source}
    assert sourced == {"garrison2020magnesium": 64.4, "fulda2008placebo": 40.09}
    assert "20 and 10 in 100 are made up" in drawn("responders_only").caption


@pytest.mark.parametrize(("percent", "people"), [(100, 22), (64.4, 34), (40.09, 55), (20, 110), (10, 220)])
def test_responders_by_their_share_give_the_treated(percent, people, drawn):
    assert treated(percent) == people
    assert people * percent / 100 == pytest.approx(SHOWN, abs=0.3)
    assert f"{people} treated" in words(drawn("responders_only").svg)


def test_the_question_reckons_as_the_figure_does(questions, prior_rows):
    answer = questions["ap-inert-tablet"]["answer"]
    assert abs(treated(float(prior_rows["placebo-rls"]["value_pct"])) - answer["value"]) < 0.5


# --- a week thrown with a die -----------------------------------------------------------------------------


def test_every_pair_of_throws_is_counted_once():
    counted = outcome()
    assert len(counted.pairs) == len(set(counted.pairs)) == 36
    assert {first for first, _ in counted.came} == set(range(BAD_WEEK, 7))


def test_nothing_was_done_and_yet_they_fall():
    counted = outcome()
    assert mean(first for first, _ in counted.pairs) == mean(second for _, second in counted.pairs) == 3.5
    assert before_and_after(counted.came) == (5.5, 3.5)
    assert (len(counted.came), len(counted.fewer), len(counted.halved)) == (12, 9, 5)
    assert before_and_after(counted.halved) == pytest.approx((5.6, 1.8))
    assert set(counted.halved) < set(counted.fewer) < set(counted.came)


def test_the_throws_of_the_question_are_those_of_the_figure(questions):
    (hypothesis,) = questions["ap-second-throw"]["hypotheses"]
    counted = outcome()
    assert hypothesis["reference"] == len(counted.fewer) / len(counted.came)


def test_both_figures_say_that_they_are_arithmetic(drawn):
    for name in ("responders_only", "worst_week"):
        assert "Arithmetic only, no patients" in drawn(name).caption


# --- all of them ------------------------------------------------------------------------------------------


def test_the_interval_is_the_exact_one_and_that_of_the_claim(claims):
    assert (exact_lower_pct(BIOPSIED) / 100) ** BIOPSIED == pytest.approx(0.025)
    assert f"{exact_lower_pct(BIOPSIED):.1f}% to 100%" in claims["s-mms-70"]
    assert f"{least_pct(RESPONDERS):.1f}%" in claims["s-mms-70"]


def test_a_table_knows_all_of_ten():
    assert exact_lower_pct(10) == pytest.approx(69.15, abs=0.005)


def test_all_of_them_are_groups_of_the_claims_without_a_comparison(claims):
    sizes = {series.key: str(series.n) for series in SERIES}
    assert f"{sizes['seed002']} of 16" in claims["s-mms-30"]
    assert f"{sizes['hulens2020fibromyalgia']} women" in claims["a-26"] and "uncontrolled" in claims["a-26"]
    assert f"{sizes['serrao2000gabapentin']} people" in claims["tx-28"] and "uncontrolled" in claims["tx-28"]


def test_each_interval_is_drawn_and_each_comparison_stands_empty(drawn):
    text = words(drawn("all_of_them").svg)
    assert text.count("compared: nobody") == len(SERIES)
    for series in SERIES:
        assert f"{series.n} of {series.n}: {exact_lower_pct(series.n):.1f} to 100%" in text


def test_a_share_falls_with_every_wider_crowd_and_the_widest_has_none(drawn):
    shares = [least_pct(crowd.people) for crowd in CROWDS if crowd.people]
    assert shares == sorted(shares, reverse=True)
    assert [round(share) for share in shares] == [100, 73, 29]
    assert CROWDS[-1].people is None and "not told" in words(drawn("all_of_them").svg)


def test_what_is_assumed_is_called_an_assumption(drawn):
    assert "55 is an assumption" in drawn("all_of_them").caption
    assert "Of 55 treated (assumption)" in words(drawn("all_of_them").svg)


def test_fifty_five_people_on_nothing_would_give_twenty_two(claims):
    assert f"{RESPONDERS} responders could come from about {TREATED_IF_INERT} people" in claims["a-13"]
    assert round(RESPONDERS / 0.40) == TREATED_IF_INERT


# --- the lesson -------------------------------------------------------------------------------------------


def test_the_lesson_asks_its_questions_in_the_order_of_the_file(questions, cells):
    code = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert re.findall(r'question\("([^"]+)"\)', code) == list(questions)


def test_the_lesson_teaches_what_its_objectives_promise(questions):
    codes = [code for item in questions.values() for code in item["objectives"]]
    assert {code: codes.count(code) for code in sorted(set(codes))} == {"G2": 4, "G5": 2, "H3": 2}


def test_what_is_asked_is_not_given_away_before(cells):
    page = "".join("".join(cell["source"]) for cell in cells)
    for question, fact in (
        ("ap-inert-tablet", "about 55"),
        ("ap-inert-tablet", "figures.responders_only"),
        ("ap-inert-tablet", "figures.all_of_them"),
        ("ap-second-throw", "figures.worst_week"),
        ("ap-published-in-full", "37.3%"),
        ("ap-the-column", "to-worksheet"),
    ):
        assert 0 < page.index(question) < page.index(fact), question


def test_the_lesson_before_does_not_reckon_what_this_one_asks(questions):
    value = questions["ap-inert-tablet"]["answer"]["value"]
    for part in ("notebooks/10_mms_calcium_biopsy_clonazepam.ipynb", "notebooks/09_mms_the_claim.ipynb"):
        cells = json.loads((ROOT / part).read_text("utf-8"))["cells"]
        told = "".join("".join(cell["source"]) for cell in cells)
        assert "all_of_them" not in told
        assert not re.search(rf"\b{value} people|about {value}\b", told), part

"""Lesson 6: its figure agrees with the evidence, and what lesson and questions compute is so."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
import yaml

from pnh.figures.conversion import SERIES, exact_upper_pct
from pnh.paths import ROOT


@pytest.fixture(scope="module")
def questions():
    file = ROOT / "data/questions/06_red_flags_and_differential.yaml"
    return {item["id"]: item for item in yaml.safe_load(file.read_text("utf-8"))}


def words(svg: str) -> list[str]:
    """What is written in a drawing, in the order in which it was drawn."""
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_the_interval_is_the_exact_one():
    assert exact_upper_pct(180) == pytest.approx(2.03, abs=0.005)
    assert exact_upper_pct(10) == pytest.approx(30.85, abs=0.005)  # a table's value for none of 10
    for n in (35, 121, 180):
        assert (1 - exact_upper_pct(n) / 100) ** n == pytest.approx(0.025)


def test_the_intervals_drawn_are_those_of_the_evidence_table(drawn, prior_rows):
    text = "|".join(words(drawn("conversion").svg))
    for series in SERIES:
        row = prior_rows[series.row]
        upper = exact_upper_pct(int(row["n"]))
        assert row["ci95_or_range"].startswith(f"0-{upper:.1f} ")
        assert f"0 of {row['n']}: up to {upper:.1f}%" in text
        assert row["source"] == series.key


def test_none_seen_is_never_drawn_as_a_rate_of_naught(drawn):
    figure = drawn("conversion")
    beside_the_scale = "|".join(words(figure.svg)).replace("0%|5%|10%", "", 1)
    assert not re.search(r"(?<![\d.])0(\.0)?%", beside_the_scale)
    assert "not none possible" in figure.caption and "must not be added" in figure.caption


def test_what_was_read_second_hand_is_the_hollow_mark(prior_rows):
    assert {series.row for series in SERIES if series.second_hand} == {"bfs-to-mnd-mayo"}
    assert prior_rows["bfs-to-mnd-mayo"]["caveat"].startswith("Weak source")


def test_case_reports_are_a_count_without_a_denominator(drawn, prior_rows):
    row = prior_rows["cfs-to-als"]
    assert row["events"] == "4" and not row["n"] and not row["value_pct"]
    assert "4, of nobody knows how many" in words(drawn("conversion").svg)


def test_the_positive_score_counted_in_people_and_by_odds(questions, course):
    (row,) = (row for row in course.tables["diagnostics"] if row["row_id"] == "als-mus-score")
    sensitivity, specificity = float(row["sensitivity_pct"]) / 100, float(row["specificity_pct"]) / 100
    ill, well = 50, 950  # of 1,000 such as the twenty clinicians
    found, alarmed = round(ill * sensitivity), round(well * (1 - specificity))
    assert (found, found + alarmed) == (48, 153)
    odds = ill / well * float(row["lr_positive"])
    (hypothesis,) = questions["rf-positive-score"]["hypotheses"]
    assert hypothesis["reference"] == pytest.approx(odds / (1 + odds), abs=0.001)
    assert found / (found + alarmed) == pytest.approx(hypothesis["reference"], abs=0.005)


def test_both_halves_of_a_ratio_are_of_one_cut_off(questions, course):
    rows = {row["row_id"]: row for row in course.tables["diagnostics"]}
    stem = questions["rf-positive-score"]["stem"]
    pairs = [(row["sensitivity_pct"], row["specificity_pct"]) for row in rows.values()]
    printed = tuple(re.findall(r"(\d+\.\d+)%", stem))
    assert printed in pairs


def test_reckonings_of_the_questions(questions):
    assert pytest.approx(1 / 3, abs=0.03) == 0.95**20, "one in twenty, and none among twenty"
    assert questions["rf-how-many-to-follow"]["answer"]["value"] == pytest.approx(3 / 0.001)


def test_the_lesson_asks_its_questions_in_the_order_of_the_file(questions):
    file = ROOT / "notebooks/06_red_flags_and_differential.ipynb"
    code = [cell for cell in json.loads(file.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    asked = re.findall(r'question\("([^"]+)"\)', "".join("".join(cell["source"]) for cell in code))
    assert asked == list(questions)


def test_the_lesson_teaches_what_its_objectives_promise(questions):
    codes = [code for item in questions.values() for code in item["objectives"]]
    assert {code: codes.count(code) for code in sorted(set(codes))} == {
        "D1": 4,
        "D2": 4,
        "D3": 4,
        "D5": 5,
        "D6": 2,
    }


def test_stated_probabilities_are_asked_before_the_lesson_gives_the_fact_away():
    file = ROOT / "notebooks/06_red_flags_and_differential.ipynb"
    page = "".join("".join(cell["source"]) for cell in json.loads(file.read_text("utf-8"))["cells"])
    for question, fact in (
        ("rf-twenty-clinicians", "One had ALS"),
        ("rf-feels-weak", "35.3%"),
        ("rf-needle-counts", "53.2%"),
        ("rf-four-criteria", "126"),
        ("rf-positive-score", "31%"),
        ("rf-same-criteria", "28.8%"),
    ):
        assert 0 < page.index(question) < page.index(fact), question
    for question, tool in (("rf-four-criteria", "to-mimics"), ("rf-same-criteria", "to-bayes")):
        assert page.index(question) < page.index(tool), "the tool prints the fact"

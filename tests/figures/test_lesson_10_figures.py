"""Lesson 10: its figures agree with the claims, and what lesson, questions and calculator reckon is so."""

from __future__ import annotations

import json
import re
from collections import Counter
from xml.etree import ElementTree

import pytest
import yaml

from pnh.content.source_checks import DOSE
from pnh.figures.placebo_beside_claim import MAGNESIUM_PCT, SINGLE_TRIALS_PCT, of_table
from pnh.paths import ROOT

NOTEBOOK = ROOT / "notebooks/10_mms_calcium_biopsy_clonazepam.ipynb"
QUESTIONS = ROOT / "data/questions/10_mms_calcium_biopsy_clonazepam.yaml"
TOOL = ROOT / "data/tools/to-diagnostic-trial.yaml"


@pytest.fixture(scope="module")
def questions():
    return {item["id"]: item for item in yaml.safe_load(QUESTIONS.read_text("utf-8"))}


@pytest.fixture(scope="module")
def page():
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells)


def words(svg: str) -> list[str]:
    """What is written in a drawing, in the order in which it was drawn."""
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


# --- placebo beside the claim -----------------------------------------------------------------------------


def test_the_shares_on_placebo_are_those_of_the_claims(course, claims):
    shares = of_table({row["row_id"]: row for row in course.tables["priors"]})
    assert f"{shares.restless}% (95% CI {shares.restless_low} to {shares.restless_high})" in claims["a-08"]
    assert f"{shares.cramps * 10:.0f} per 1,000" in claims["a-10"]
    assert f"magnesium {MAGNESIUM_PCT * 10:.0f} per 1,000" in claims["a-10"]
    assert "{}% to {}%".format(*SINGLE_TRIALS_PCT) in claims["a-08"]


def test_a_treatment_without_effect_looks_like_its_placebo(claims, drawn):
    assert "little or no difference" in claims["tx-16"]
    text = words(drawn("placebo_beside_claim").svg)
    assert [
        text[text.index(label) + 1] for label in ("Placebo, cramps at rest", "Magnesium, the same cramps")
    ] == [
        "64%",
        "67%",
    ]


def test_a_rate_is_never_drawn_for_people_chosen_by_it(drawn):
    figure = drawn("placebo_beside_claim")
    assert "22 of 22, chosen" in words(figure.svg) and "no rate" in figure.caption


# --- the lesson, its questions and its calculator -----------------------------------------------------------


def test_the_lesson_asks_its_questions_in_the_order_of_the_file(questions, page):
    assert re.findall(r'^question\("([^"]+)"\)', page, re.MULTILINE) == list(questions)


def test_the_lesson_teaches_what_its_objectives_promise(questions):
    codes = Counter(code for item in questions.values() for code in item["objectives"])
    assert codes == {"E3": 1, "F4": 1, "G3": 4, "D4": 1}


def test_sections_bear_the_names_that_the_seed_map_leads_to(page):
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert {"Calcium", "The biopsies", "Clonazepam"} <= set(headings)


def test_the_start_that_a_response_would_need(questions):
    item = questions["leg-how-sure-before"]
    ratio = 1.0 / 0.40
    wanted = 0.9 / 0.1
    start = (wanted / ratio) / (1 + wanted / ratio)
    assert item["answer"]["value"] == pytest.approx(100 * start, abs=item["answer"]["tolerance"]["abs"])
    ill, well = 783, 217
    assert ill / (ill + 0.40 * well) == pytest.approx(0.9, abs=0.001), "and counted in people"


def test_a_fact_is_asked_for_before_the_lesson_tells_it(page):
    assert page.index("leg-seventeen-of-seventeen") < page.index("All 17")
    assert page.index("leg-asked-or-measured") < page.index("smaller for objective than")
    assert page.index("leg-how-sure-before") < page.index("to-diagnostic-trial")


def test_the_calculators_published_rows_are_those_of_the_evidence(course):
    tool = yaml.safe_load(TOOL.read_text("utf-8"))
    rows = {row["id"]: row for row in tool["trial"]["rows"]}
    table = {row["row_id"]: row for row in course.tables["priors"]}
    for row_id in ("placebo-rls", "placebo-cramps"):
        assert rows[row_id]["response_pct"] == float(table[row_id]["value_pct"])
        assert rows[row_id]["sources"] == [table[row_id]["source"]]
    assert rows["magnesium-cramps"]["response_pct"] == MAGNESIUM_PCT
    for row in rows.values():
        assert (row["basis"] == "published") == bool(row.get("sources"))
    assert tool["trial"]["start"]["others"] in rows


def test_no_amount_of_the_drug_stands_anywhere(page):
    assert not DOSE.search(page)
    for file in (QUESTIONS, TOOL):
        assert not DOSE.search(file.read_text("utf-8"))

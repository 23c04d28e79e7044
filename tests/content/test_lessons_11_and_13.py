"""Lessons 11 and 13: worksheet and written answers are whole, give no dose, and promise nothing."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from pnh.content.source_checks import DOSE
from pnh.paths import ROOT

WRITTEN = ("to-study", "to-explain-cfs", "to-fear-of-als")
TALKS = ("to-explain-cfs", "to-fear-of-als")
LESSONS = ("11_appraising_the_evidence", "13_talking_with_patients")


def tool_data(tool):
    return yaml.safe_load((ROOT / f"data/tools/{tool}.yaml").read_text("utf-8"))


def questions(stem):
    return yaml.safe_load((ROOT / f"data/questions/{stem}.yaml").read_text("utf-8"))


def source(stem, kind=None):
    cells = json.loads((ROOT / f"notebooks/{stem}.ipynb").read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if kind in (None, cell["cell_type"]))


def test_the_worksheet_asks_the_same_of_both_texts():
    sheet = tool_data("to-worksheet")["worksheet"]
    assert [text["id"] for text in sheet["texts"]] == ["first", "second"]
    for row in sheet["questions"]:
        assert set(row["ours"]) == {"first", "second"} and row["question"].endswith("?"), row["id"]
        assert row["sources"] and row["claims"], row["id"]
    ids = [row["id"] for row in sheet["questions"]]
    assert len(set(ids)) == len(ids) == 12


@pytest.mark.parametrize("tool", WRITTEN)
def test_what_is_written_is_compared_with_reasons(tool):
    write = tool_data(tool)["write"]
    assert "composed" in write["setting"].lower()
    assert len(write["checklist"]) >= 10 and len(write["not_to_say"]) >= 4
    assert all(len(row["why"]) >= 15 for row in write["checklist"] + write["not_to_say"])


@pytest.mark.parametrize("tool", WRITTEN)
def test_a_tool_names_all_works_that_its_parts_cite(tool):
    data = tool_data(tool)
    parts = [*data["write"]["checklist"], *data["write"]["not_to_say"], *data["limits"]]
    assert {key for part in parts for key in part.get("sources", ())} == set(data["sources"])


@pytest.mark.parametrize("tool", [*WRITTEN, "to-worksheet"])
def test_no_dose_is_given(tool):
    assert not DOSE.search((ROOT / f"data/tools/{tool}.yaml").read_text("utf-8"))


@pytest.mark.parametrize("tool", TALKS)
def test_a_model_answer_holds_a_net_and_promises_nothing(tool):
    model = tool_data(tool)["write"]["model"]
    assert re.search(r"call us the same day", model)
    assert re.search(r"see you again", model)
    assert not re.search(r"\b(I promise|definitely|certainly|harmless|never)\b", model)


@pytest.mark.parametrize("tool", TALKS)
def test_a_model_answer_gives_at_most_one_number_of_people(tool):
    people = re.findall(r"\b\d{2,}\b", tool_data(tool)["write"]["model"].replace("14 March", ""))
    assert len(people) <= 1


def test_lesson_13_asks_in_order_and_teaches_what_it_promises():
    asked = re.findall(r'question\("([^"]+)"\)', source(LESSONS[1], "code"))
    items = questions(LESSONS[1])
    assert asked == [item["id"] for item in items]
    codes = [code for item in items for code in item["objectives"]]
    assert {code: codes.count(code) for code in sorted(set(codes))} == {"H1": 2, "H2": 2, "H3": 1}


def test_lesson_13_asks_before_it_tells():
    page = source(LESSONS[1])
    for question, fact in (("tk-thirteen", "lack an evidence base"), ("tk-just-tell-me", "up to about 2.0%")):
        assert 0 < page.index(question) < page.index(fact), question


@pytest.mark.parametrize("stem", LESSONS)
def test_calling_it_nerve_hyperexcitability_is_led_by_our_inference(stem):
    for paragraph in source(stem, "markdown").split("\n\n"):
        if "MMS" in paragraph and "hyperexcitab" in paragraph and "does not" not in paragraph:
            assert paragraph.startswith("**Our inference.**") or "and not MMS" in paragraph


@pytest.mark.parametrize("stem", LESSONS)
def test_a_lesson_warns_at_its_head_and_stays_within_its_length(stem):
    text = source(stem, "markdown")
    head = text[: text.index("## What you will be able to do")].replace("\n> ", " ")
    assert "Not reviewed by a clinician" in head and "no medical advice" in head
    assert re.search(r"not\s+start,\s+stop\s+or\s+change", head) and "dailymed2024clonazepam" in head
    assert len(re.sub(r"\]\([^)]*\)", "]", text).split()) <= 2500

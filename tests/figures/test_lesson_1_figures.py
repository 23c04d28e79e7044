"""The figures and the explorer of lesson 1: what they say agrees with each other, with the sources and with the model."""

from __future__ import annotations

import json
import re

import pytest

from pnh.figures.motor_unit import EVENTS, FIBRES, LONE, OWN
from pnh.figures.motor_unit_experiments import EXPERIMENTS
from pnh.paths import ROOT

LESSON = ROOT / "notebooks" / "01_motor_unit.ipynb"


@pytest.fixture(scope="module")
def lesson():
    return json.loads(LESSON.read_text(encoding="utf-8"))["cells"]


@pytest.fixture(params=["motor_unit", "motor_unit_experiments"])
def figure(request, drawn):
    return drawn(request.param)


def test_a_schematic_says_so_in_the_drawing_and_in_words(figure):
    assert ">Schematic, not measured<" in figure.svg
    assert figure.alt.startswith("Schematic, not measured")


def test_both_sides_of_the_debate_on_the_origin_are_cited(figure, course):
    keys = set(re.findall(r'href="\.\./book/bibliography\.md#(\w+)"', figure.caption))
    assert {"layzer1994origin", "minetto2013cramps", "decarvalho2013origin", "kleine2012fresponse"} <= keys
    assert keys <= set(course.references)


def test_only_the_fibrillation_starts_in_a_fibre_and_the_other_two_are_contested():
    starts = {name: where for name, _, where in EVENTS}
    assert starts["Fibrillation"].startswith("starts at 4")
    for name in ("Fasciculation", "Cramp"):
        assert "contested" in starts[name] and "4" not in starts[name]


def test_the_fibre_without_a_nerve_belongs_to_no_unit():
    assert LONE not in OWN and max(*OWN, LONE) < len(FIBRES)


def test_a_thought_experiment_is_named_as_one(drawn):
    invented = [one for one in EXPERIMENTS if "thought experiment" in one.seen]
    assert len(invented) == 1 and "block" in invented[0].seen
    assert "the block, are our reasoning" in drawn("motor_unit_experiments").caption


def test_every_question_of_the_lesson_is_asked_once_in_the_order_of_its_file(lesson):
    asked = re.findall(r'question\("([^"]+)"\)', "\n".join("".join(cell["source"]) for cell in lesson))
    written = re.findall(
        r"^  id: (\S+)",
        (ROOT / "data/questions/01_motor_unit.yaml").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert asked == written and len(asked) == 12


def test_the_lesson_is_short_enough_to_be_read_at_one_sitting(lesson):
    prose = " ".join("".join(cell["source"]) for cell in lesson if cell["cell_type"] == "markdown")
    words = re.sub(r"\]\([^)]*\)", "]", prose).split()
    assert 1_200 < len(words) <= 2_500


def test_both_ends_of_the_nerve_stand_side_by_side_wherever_the_lesson_names_one(lesson):
    for cell in lesson:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and cell["id"] not in ("events", "experiments"):
            assert ("layzer1994origin" in text) == ("minetto2013cramps" in text), cell["id"]

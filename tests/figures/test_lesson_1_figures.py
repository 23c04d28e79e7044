"""The figures and the explorer of lesson 1: what they say agrees with each other, with the sources and with the model."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from pnh import figures
from pnh.content import load_course
from pnh.figures.motor_unit import EVENTS, FIBRES, LONE, OWN
from pnh.figures.motor_unit_experiments import EXPERIMENTS
from pnh.models.emg import MotorUnit, measure_unit, motor_unit_potential
from pnh.paths import ROOT

FIGURES = {
    "motor_unit": figures.motor_unit,
    "motor_unit_experiments": figures.motor_unit_experiments,
}
LESSON = ROOT / "notebooks" / "01_motor_unit.ipynb"


@pytest.fixture(scope="module")
def drawn():
    return {name: draw() for name, draw in FIGURES.items()}


@pytest.fixture(params=FIGURES, ids=str)
def figure(request, drawn):
    return drawn[request.param]


@pytest.fixture(scope="module")
def lesson():
    return json.loads(LESSON.read_text(encoding="utf-8"))["cells"]


def test_the_alternative_text_is_a_description_and_no_path(figure):
    assert len(figure.alt.split()) > 60
    assert not re.search(r"\w/\w|\.(png|svg)|_", figure.alt)


def test_a_schematic_says_so_in_the_drawing_and_in_words(figure):
    assert ">Schematic, not measured<" in figure.svg
    assert figure.alt.startswith("Schematic, not measured")


def test_both_sides_of_the_debate_on_the_origin_are_cited(figure):
    keys = set(re.findall(r'href="\.\./book/bibliography\.md#(\w+)"', figure.caption))
    assert {"layzer1994origin", "minetto2013cramps", "decarvalho2013origin", "kleine2012fresponse"} <= keys
    assert keys <= set(load_course().references)


def test_a_figure_is_light_enough_for_the_page(figure):
    assert len(figure.svg) < 25_000
    assert len(figure.png) < 60_000


def test_no_colour_stays_behind_when_the_theme_changes(figure):
    bare = re.sub(r"var\(--pnh-[\w-]+,[^()]*\)", "", figure.svg)
    assert not re.findall(r"(?:fill|stroke):\s*#\w+", bare)


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
    assert "the block, are our reasoning" in drawn["motor_unit_experiments"].caption


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


# --- the explorer's goals, in the model -----------------------------------------------------------------------

EXPLORER = yaml.safe_load((ROOT / "data/explorers/ex-motor-unit.yaml").read_text(encoding="utf-8"))
SHOWN = {control["id"]: control["value"] for control in EXPLORER["controls"]}
SEEDS = (1, 2, 3)
WAYS = json.loads((ROOT / "tests" / "vectors" / "explorer_goals.json").read_text("utf-8"))["ex-motor-unit"]
"""One way to each goal, starting from what is shown first."""


def _reached(goal, values, seed):
    unit = MotorUnit(
        fibres=values["fibres"],
        end_plate_scatter_mm=values["scatter_mm"],
        needle_offset_mm=values["needle_mm"],
        fibre_diameter_um=values["fibre_um"],
    )
    found = {**values, **measure_unit(motor_unit_potential(unit, seed))._asdict()}
    return all(
        condition.get("min", -1e9) <= found[condition["of"]] <= condition.get("max", 1e9)
        and condition.get("equals", found[condition["of"]]) == found[condition["of"]]
        for condition in goal["when"]
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("goal", EXPLORER["goals"], ids=lambda goal: goal["id"])
def test_a_goal_is_not_met_at_the_start_and_can_be_met_whatever_the_chance(goal, seed):
    assert not _reached(goal, SHOWN, seed)
    assert _reached(goal, {**SHOWN, **WAYS[goal["id"]]}, seed)


def test_a_larger_unit_alone_does_not_reach_the_goal_of_the_needle():
    nearer = next(goal for goal in EXPLORER["goals"] if goal["id"] == "nearer")
    assert not _reached(nearer, {**SHOWN, "fibres": 500}, 1)

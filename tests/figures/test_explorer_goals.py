"""Every goal of every explorer can be reached in the Python model, and none is a gift.

The ways, tests/vectors/explorer_goals.json, are those that the browser tests go in the page.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from pnh.content import load_course
from pnh.models import benches
from pnh.models.emg import measure_unit, motor_unit_potential
from pnh.paths import ROOT

WAYS = json.loads((ROOT / "tests" / "vectors" / "explorer_goals.json").read_text(encoding="utf-8"))
GOALS = [(name, goal_id) for name, ways in WAYS.items() for goal_id in ways]
DONE_BY_THE_LEARNER = {"picked": True, "heard": True}
"""A point was picked on the map, the sound was played."""


@cache
def explorers() -> dict[str, dict[str, Any]]:
    """Read when a test asks, not when tests are gathered."""
    return {name: explorer.data for name, explorer in load_course().explorers.items()}


@cache
def measured(bench: str, settings: str, seed: int) -> dict[str, Any]:
    values = json.loads(settings)
    if bench == "motor-unit":
        return measure_unit(motor_unit_potential(benches.motor_unit(values), seed))._asdict()
    return benches.measures(bench, values)


def reached(explorer_id: str, changes: dict[str, Any], seed: int = 1) -> set[str]:
    """Goals that hold when the controls stand as shown first, but for these changes."""
    explorer = explorers()[explorer_id]
    values = {control["id"]: control["value"] for control in explorer["controls"]} | changes
    known = values | DONE_BY_THE_LEARNER | measured(explorer["bench"], json.dumps(values), seed)

    def holds(condition: dict[str, Any]) -> bool:
        found = known[condition["of"]]
        if "equals" in condition and found != condition["equals"]:
            return False
        return condition.get("min", found) <= found <= condition.get("max", found)

    return {goal["id"] for goal in explorer["goals"] if all(map(holds, goal["when"]))}


def test_each_explorer_with_settings_has_a_way_to_each_goal():
    with_settings = {name for name, explorer in explorers().items() if explorer["bench"] != "ear"}
    assert set(WAYS) == with_settings
    for name in with_settings:
        assert set(WAYS[name]) == {goal["id"] for goal in explorers()[name]["goals"]}


@pytest.mark.parametrize(("explorer_id", "goal_id"), GOALS)
def test_a_goal_is_reached_on_its_way(explorer_id, goal_id):
    assert goal_id in reached(explorer_id, WAYS[explorer_id][goal_id])


@pytest.mark.parametrize("explorer_id", WAYS)
def test_no_goal_is_reached_before_anything_is_moved(explorer_id):
    assert not reached(explorer_id, {})


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("goal_id", WAYS["ex-motor-unit"])
def test_the_ways_to_the_goals_of_the_builder_do_not_hang_on_chance(goal_id, seed):
    assert not reached("ex-motor-unit", {}, seed)
    assert goal_id in reached("ex-motor-unit", WAYS["ex-motor-unit"][goal_id], seed)


def test_a_larger_unit_alone_does_not_reach_the_goal_of_the_needle():
    assert "nearer" not in reached("ex-motor-unit", {"fibres": 500})


def test_what_is_neither_reached_nor_missed_would_be_noticed():
    assert reached("ex-one-pulse", {"kv7_pct": 60, "nap_x": 2}) != reached("ex-one-pulse", {"kv7_pct": 60})

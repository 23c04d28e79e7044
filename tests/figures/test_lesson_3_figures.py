"""The figures of lesson 3, and the traces of its questions: each holds what its words say, and weighs little."""

from __future__ import annotations

import json
import re
from functools import cache

import numpy as np
import pytest

from pnh.figures.canvas import Canvas
from pnh.figures.emg_rates import LECTURE_HZ, MEASURED, WEB, _groups
from pnh.figures.emg_shapes import ROWS, _potential
from pnh.figures.emg_traces import draw_trace
from pnh.figures.emg_wall_chart import CHART
from pnh.models.emg import KINDS, compose, emg, measure_unit

WHAT_TO_MARK = {
    "emg-mark-fasciculations": {"fasciculation"},
    "emg-mark-cramp": {"cramp"},
    "emg-mark-denervation": {"fibrillation", "positive-sharp-wave"},
    "emg-mark-groups": {"myokymic"},
}
"""Kinds that make a segment right, of the questions whose right segments are those of a kind."""


@pytest.fixture(scope="module")
def rates(course):
    table = {(row["discharge"], row["variant_row"]): row for row in course.tables["discharges"]}
    return [rate for group in _groups(table).values() for rate in group]


def question(course, item_id):
    return course.questions[item_id]


@cache
def discharges_s(part: str, seconds: float) -> list[float]:
    """Times at which a part of a recording (as JSON) discharges."""
    part = json.loads(part)
    alone = compose([{**part, "from_s": 0, "to_s": part["to_s"] - part["from_s"]}], seconds)
    return [part["from_s"] + time for train in alone.trains for time in train.times_s]


def planted(item, from_s, to_s):
    """Kinds that discharge within a segment, each with the number of its discharges, from what was planted."""
    signal = item.data["signal"]
    count: dict[str, int] = {}
    for part in signal["parts"]:
        times = discharges_s(json.dumps(part), signal["seconds"])
        inside = sum(from_s <= time < to_s for time in times)
        if inside:
            count[part["kind"]] = count.get(part["kind"], 0) + inside
    return count


def test_every_drawing_of_traces_says_on_it_that_it_is_simulated(drawn):
    for name in ("emg_puzzle", "emg_shapes", "emg_wall_chart"):
        assert re.search(">(Simulated|All simulated.)<", drawn(name).svg), name
        assert re.search("[Ss]imulated", drawn(name).alt + drawn(name).caption), name


def test_the_chart_shows_each_kind_of_the_model_once_and_names_it(drawn):
    panels = [panel for _, _, panels in CHART for panel in panels]
    assert sorted(panel.kind for panel in panels) == sorted(KINDS)
    for panel in panels:
        assert f">{panel.name}<" in drawn("emg_wall_chart").svg
        assert panel.words in drawn("emg_wall_chart").alt


def test_a_negative_potential_is_drawn_upwards():
    sheet = Canvas(height=60)
    signal = np.zeros(20_000)
    signal[5_000:5_200] = -500.0
    draw_trace(sheet, signal, 0, 10, 200, 40)
    strokes = sheet.axes.lines[1].get_ydata()
    baseline = sheet.axes.lines[0].get_ydata()[0]
    assert np.nanmin(strokes) < baseline - 20
    assert np.nanmax(strokes) <= baseline + 1


def test_silence_is_drawn_as_a_thin_line_and_not_as_a_storm():
    sheet = Canvas(height=60)
    draw_trace(sheet, emg("silence", seed=1, seconds=1.0).signal_uv, 0, 10, 200, 40)
    assert sheet.axes.lines[0].get_linewidth() < 10


def test_the_conflict_over_cramp_is_in_the_figure_with_both_sides(rates, drawn):
    measured = next(rate for rate in rates if rate.label == "Counted in healthy feet")
    repeated = next(rate for rate in rates if rate.label == "Repeated in other texts")
    assert (measured.low_hz, measured.high_hz, measured.mean_hz, measured.kind) == (6, 25, 14.5, MEASURED)
    assert (repeated.low_hz, repeated.high_hz, repeated.kind) == (*LECTURE_HZ, WEB)
    assert ">6–25, mean 14.5<" in drawn("emg_rates").svg
    assert ">20–150<" in drawn("emg_rates").svg


def test_means_and_the_lecture_in_the_figure_of_rates_are_those_of_the_evidence(course, rates):
    rows = {(row["discharge"], row["variant_row"]): row for row in course.tables["discharges"]}
    assert "20-150" in rows["cramp discharge", "1"]["note"]
    for name, row in (("cramp discharge", "1"), ("continuous single motor-unit discharge", "1")):
        cells = rows[name, row]
        mean = next(rate.mean_hz for rate in rates if rate.high_hz == float(cells["rate_high_hz"]))
        assert f"mean {mean:g}" in cells["rate_meaning"]


def test_only_what_was_counted_in_people_is_drawn_as_measured(course, rates):
    kinds = {"minetto2009discharge", "posa2020scmusd", "maathuis2012multiplet"}
    assert len([rate for rate in rates if rate.kind == MEASURED]) == len(kinds)
    assert {course.references[key].kind for key in kinds} <= {"cohort", "case-series"}


def test_fibres_are_smaller_than_units_and_neurogenic_units_largest_and_longest():
    measures = {
        kind: measure_unit(_potential(kind, seed)) for _, panels in ROWS for kind, _, seed, _ in panels
    }
    fibre, normal = measures["fibrillation"], measures["mild-normal"]
    neurogenic, myopathic = measures["mild-neurogenic"], measures["mild-myopathic"]
    assert 20 <= fibre.amplitude_uv <= 200
    assert 1 <= fibre.duration_ms <= 5
    assert 10 <= measures["positive-sharp-wave"].duration_ms <= 30
    assert myopathic.amplitude_uv < normal.amplitude_uv < neurogenic.amplitude_uv
    assert myopathic.duration_ms < normal.duration_ms < neurogenic.duration_ms


@pytest.mark.parametrize("item_id", WHAT_TO_MARK)
def test_a_segment_is_right_exactly_if_the_kind_asked_for_discharges_in_it(course, item_id):
    item = question(course, item_id)
    for option in item.data["options"]:
        there = set(planted(item, option["from_s"], option["to_s"]))
        assert option["correct"] == bool(there & WHAT_TO_MARK[item_id]), option["id"]


@pytest.mark.parametrize(
    ("item_id", "segment", "kind", "count"),
    [
        ("emg-mark-fasciculations", "a", "fasciculation", 3),
        ("emg-mark-fasciculations", "b", "fasciculation", 2),
        ("emg-mark-fasciculations", "d", "fasciculation", 2),
        ("emg-mark-fasciculations", "e", "fasciculation", 2),
        ("emg-mark-cramp", "a", "fasciculation", 2),
        ("emg-mark-cramp", "b", "fasciculation", 2),
        ("emg-mark-denervation", "b", "fasciculation", 3),
        ("emg-mark-denervation", "e", "fasciculation", 2),
        ("emg-mark-denervation", "f", "fasciculation", 2),
        ("emg-mark-after-discharge", "b", "fasciculation", 2),
        ("emg-mark-after-discharge", "d", "fasciculation", 2),
        ("emg-mark-after-discharge", "f", "fasciculation", 2),
        ("emg-mark-groups", "e", "fasciculation", 3),
        ("emg-mark-groups", "f", "fasciculation", 2),
    ],
)
def test_the_words_of_a_segment_count_as_many_potentials_as_were_planted(
    course, item_id, segment, kind, count
):
    item = question(course, item_id)
    option = next(option for option in item.data["options"] if option["id"] == segment)
    assert planted(item, option["from_s"], option["to_s"])[kind] == count


def test_an_after_discharge_is_marked_where_the_axon_goes_on_firing_and_only_there(course):
    item = question(course, "emg-mark-after-discharge")
    for option in item.data["options"]:
        spikes = planted(item, option["from_s"], option["to_s"]).get("axon", 0)
        assert spikes <= 1 or spikes >= 10
        assert option["correct"] == (spikes >= 10)

"""Benches that weigh evidence: microcramps, responders, an exact interval, calcium. The page is held to the same
vectors."""

from __future__ import annotations

import json
from math import comb

import numpy as np
import pytest

from pnh.models import benches, calcium, interval, microcramp, responders, thought
from pnh.models.data_file import ModelDataError
from pnh.paths import ROOT

VECTORS = json.loads((ROOT / "tests/vectors/evidence.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: f"{row['bench']} {row['values']}")
def test_the_vectors_hold(row):
    found = benches.measures(row["bench"], row["values"])
    assert set(found) == set(row["measures"])
    for name, expected in row["measures"].items():
        assert type(found[name]) is type(expected), name
        assert found[name] == (pytest.approx(expected) if isinstance(expected, float) else expected), name
    if "force_mn" in row:
        assert microcramp.force(row["values"])[::25] == pytest.approx(row["force_mn"])
    if "after" in row:
        assert responders.series(row["values"]).after[:10] == pytest.approx(row["after"])


# --- microcramps -------------------------------------------------------------------------------------------


def tremble(foci: int, synchrony: float) -> float:
    return microcramp.measures({"foci": foci, "synchrony": synchrony})["fluctuation_mn"]


def test_out_of_time_the_tremble_grows_as_the_square_root_and_in_time_in_proportion():
    assert tremble(800, 0) / tremble(200, 0) == pytest.approx(2)
    assert tremble(800, 1) / tremble(200, 1) == pytest.approx(4)
    for synchrony, exponent in ((0, 0.5), (1, 1)):
        found = microcramp.measures({"synchrony": synchrony})
        assert found["exponent"] == pytest.approx(exponent)
    slope = np.log(tremble(404, 0.1) / tremble(396, 0.1)) / np.log(404 / 396)
    assert microcramp.measures({"foci": 400, "synchrony": 0.1})["exponent"] == pytest.approx(slope, abs=1e-3)


@pytest.mark.parametrize("synchrony", [0, 0.1, 0.3, 1])
def test_the_formula_is_what_the_drawn_force_does(synchrony, monkeypatch):
    """Over 40 minutes; 50 foci, because chance is slow to even out what all do at once."""
    numbers = thought.numbers
    monkeypatch.setattr(microcramp, "numbers", lambda *given: numbers(*given) | {"shown_s": 2400})
    values = {"foci": 50, "synchrony": synchrony}
    force, said = microcramp.force(values), microcramp.measures(values)
    assert force.mean() == pytest.approx(said["mean_mn"], rel=0.08)
    assert force.std() == pytest.approx(said["fluctuation_mn"], rel=0.08)


def test_the_same_activity_hides_or_shows_by_keeping_time_alone():
    hidden, shown = (microcramp.measures({"synchrony": synchrony}) for synchrony in (0, 1))
    assert hidden["mean_mn"] == shown["mean_mn"] and hidden["active"] == shown["active"] == 60
    assert not hidden["visible"] and shown["visible"]


def test_a_needle_misses_few_foci_and_finds_very_many():
    found = {foci: microcramp.measures({"foci": foci})["found_pct"] for foci in (10, 200, 400, 1000)}
    assert [round(value) for value in found.values()] == [2, 31, 53, 85]
    assert microcramp.measures({"sites": 1})["found_pct"] == microcramp.measures({})["site_pct"]


# --- responders --------------------------------------------------------------------------------------------


def test_with_a_drug_that_does_nothing_all_fall_a_little_and_responders_much():
    found = responders.measures({"effect": 0, "placebo": 0})
    assert 6 < found["fall_all"] < 12
    assert found["fall_responders"] > 25
    assert found["likelihood_ratio"] == 1


def test_where_response_is_the_ticket_it_tells_nothing():
    for effect in (2, 20, 40):
        assert responders.measures({"effect": effect, "show": "responders"})["likelihood_ratio"] == 1
        assert responders.measures({"effect": effect})["likelihood_ratio"] > 1


def test_responders_alone_hardly_show_the_true_effect():
    rows = [responders.measures({"effect": effect, "placebo": 0}) for effect in (0, 20)]
    assert rows[1]["fall_all"] - rows[0]["fall_all"] == pytest.approx(20, abs=0.5)
    assert rows[1]["fall_responders"] - rows[0]["fall_responders"] < 10


def test_without_noise_nobody_comes_on_a_bad_day():
    assert responders.measures({"noise": 0, "placebo": 0})["excess"] == pytest.approx(0, abs=0.01)


def test_nobody_to_show_is_none_and_no_error():
    found = responders.measures({"effect": 0, "placebo": 0, "noise": 0, "show": "responders"})
    assert found["responders"] == 0
    assert found["fall_shown"] is None and found["likelihood_ratio"] is None


# --- the interval ------------------------------------------------------------------------------------------


def test_sixteen_of_sixteen():
    found = interval.measures({})
    assert found["low_pct"] == pytest.approx(100 * 0.025 ** (1 / 16)) and round(found["low_pct"], 1) == 79.4
    assert found["high_pct"] == 100 and found["three_pct"] == 18.75
    assert round(interval.measures({"counted": 22})["low_pct"], 1) == 84.6


@pytest.mark.parametrize(("count", "of"), [(0, 16), (5, 16), (16, 22), (21, 22), (22, 22)])
def test_at_each_limit_the_finding_keeps_a_chance_of_one_in_forty(count, of):
    def chance(share: float, counts: range) -> float:
        return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in counts)

    low, high = interval.clopper_pearson(count, of)
    assert (count == 0 and low == 0) or chance(low, range(count, of + 1)) == pytest.approx(0.025)
    assert (count == of and high == 1) or chance(high, range(count + 1)) == pytest.approx(0.025)


def test_none_of_the_sixteen_can_be_made_normal():
    assert interval.measures({"counted": 18, "normal": 6})["without"] == 2
    assert interval.measures({"normal": 6}) == interval.measures({})


# --- calcium -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slope_mv", calcium.SLOPES_MV)
def test_less_calcium_makes_it_livelier_and_more_keeps_it_quiet(slope_mv):
    rows = [calcium.measures({"calcium_mm": level, "slope_mv": slope_mv}) for level in calcium.CALCIUM_MM]
    spikes, thresholds = ([row[name] for row in rows] for name in ("spikes", "threshold_pa"))
    assert spikes == sorted(spikes, reverse=True) and thresholds == sorted(thresholds)
    assert all(row["pattern"] == "silent" for row in rows[6:])
    assert thresholds[-1] > 1.2 * thresholds[6] > thresholds[6]


def test_patterns_follow_one_another():
    levels = [calcium.measures({"calcium_mm": level})["pattern"] for level in (1.2, 1.0, 0.8, 0.6)]
    assert levels == ["silent", "singles", "multiplets", "continuous"]


@pytest.mark.parametrize(("level", "slope_mv"), [(1.0, 9), (0.9, 6)])
def test_the_runs_are_those_of_the_model(level, slope_mv):
    threshold, gaps = calcium.computed(level, slope_mv)
    place = calcium.SLOPES_MV.index(slope_mv), calcium.CALCIUM_MM.index(level)
    kept = calcium.runs()
    assert gaps == kept["gaps_ms"][place[0]][place[1]]
    assert threshold == kept["threshold_pa"][place[0]][place[1]]


# --- what does not fit -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bench", "values", "message"),
    [
        ("microcramp", {"foci": 5}, "foci: 5 is not a whole number from 10 to 1000"),
        ("microcramp", {"duty": 0.5}, "duty: no such control; there are foci, fibres"),
        ("microcramp", None, "settings: None is not a mapping"),
        ("responders", {"show": "some"}, "show: 'some' is not one of all, responders"),
        ("responders", [1], r"settings: \[1\] is not a mapping"),
        ("interval", {"counted": 15}, "counted: 15 is not a whole number from 16 to 22"),
        ("interval", {"seen": 3}, "seen: no such control; there are counted, normal"),
        ("calcium", {"calcium_mm": 0.65}, "calcium_mm: 0.65 is not one of 0.6, 0.7"),
        ("calcium", {"noise_pa": 3}, "noise_pa: no such control; there are calcium_mm, slope_mv"),
    ],
)
def test_impossible_settings_are_refused_with_what_is_allowed(bench, values, message):
    for ask in (benches.measures, benches.run):
        with pytest.raises(ValueError, match=message):
            ask(bench, values)


def test_what_goes_on_in_python_is_the_bench_s_own():
    assert benches.run("microcramp", {}).shape == (600,)
    assert len(benches.run("responders", {}).before) == benches.measures("responders", {})["treated"]
    assert benches.run("interval", {})["people"] == 16
    assert len(benches.run("calcium", {"calcium_mm": 1.0})) == 5


@pytest.mark.parametrize(
    "damage", ["{", '{"schema": "pnh-map/1"}', '{"schema": "pnh-calcium/1", "gaps_ms": [[1]]}']
)
def test_damaged_runs_are_refused_by_name(damage, tmp_path, monkeypatch):
    broken = tmp_path / "calcium_runs.json"
    broken.write_text(damage, encoding="utf-8")
    monkeypatch.setattr(calcium, "RUNS_FILE", broken)
    calcium.runs.cache_clear()
    try:
        with pytest.raises(ModelDataError, match=r"calcium_runs\.json"):
            calcium.runs()
    finally:
        calcium.runs.cache_clear()

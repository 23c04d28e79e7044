"""Lesson 5: its figures agree with the evidence and the model, and what the lesson says of the model is so."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
import yaml

from pnh.figures.stimulation_accuracy import NOT_SEEN, bounds, wilson_interval_pct
from pnh.figures.stimulation_sweeps import MODEL_ONLY, TRAINS, sweeps
from pnh.models.axon import AxonParameters, simulate
from pnh.paths import ROOT

PUBLISHED_HZ = (1, 2, 5)


@pytest.fixture(params=["stimulation_accuracy", "stimulation_sweeps"])
def figure(request, drawn):
    return drawn(request.param)


@pytest.fixture(scope="module")
def accuracy_rows(course):
    return {row["row_id"]: row for row in course.tables["diagnostics"]}


@pytest.fixture(scope="module")
def bench():
    return yaml.safe_load((ROOT / "data/explorers/ex-bench.yaml").read_text("utf-8"))


def words(svg: str) -> list[str]:
    """What is written in a drawing, in the order in which it was drawn."""
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def impulses(preset: str, rate_hz: int, stimuli: int = 10, **changes: float) -> list[list[float]]:
    """Impulse times in ms after each stimulus, in the model itself."""
    pulses = [20 + number * 1000 / rate_hz for number in range(stimuli)]
    duration_ms = pulses[-1] + max(1000 / rate_hz, 300)
    axon = AxonParameters.preset(preset).with_(**changes)
    spikes = simulate(axon, duration_ms=duration_ms, pulses_ms=pulses).spikes_ms
    ends = [*pulses[1:], duration_ms]
    return [
        [float(s) - start for s in spikes if start <= s < end]
        for start, end in zip(pulses, ends, strict=True)
    ]


def followed(counts: list[list[float]]) -> list[int]:
    """Which stimuli, from 1, had more than one impulse."""
    return [number for number, sweep in enumerate(counts, start=1) if len(sweep) > 1]


def test_the_caption_cites_where_the_cut_offs_are_from(figure):
    assert "bibliography.md#harrison2007rns" in figure.caption


def test_each_cut_off_has_one_figure_and_says_of_the_other_that_it_was_not_seen(drawn):
    text = words(drawn("stimulation_accuracy").svg)
    heads = [index for index, line in enumerate(text) if line.startswith("Cut-off")]
    panels = [text[start:end] for start, end in zip(heads, [*heads[1:], len(text)], strict=True)]
    at_1_hz, at_any, roc = ("|".join(panel) for panel in panels)
    assert "76%, n = 72" in at_1_hz and f"Sensitivity|{NOT_SEEN}" in at_1_hz
    assert "83%, n = 36" in at_any and f"Specificity|{NOT_SEEN}" in at_any
    assert "75%, n = 108" in roc and "Sensitivity" not in roc and "Specificity" not in roc


def test_only_bounds_follow_and_they_are_those_of_the_evidence_table(drawn, accuracy_rows):
    highest, lowest = bounds(accuracy_rows)
    assert f"{highest:.2f}" in accuracy_rows["cfs-rns-1hz"]["other_metric"]
    assert f"{lowest:.2f}" in accuracy_rows["cfs-rns-any"]["other_metric"]
    assert [line for line in words(drawn("stimulation_accuracy").svg) if re.search(r"\d\.\d\d", line)] == [
        f"at most {highest:.2f}",
        f"at least {lowest:.2f}",
    ]


def test_the_interval_is_wilsons():
    low, high = wilson_interval_pct(83, 36)
    assert (low, high) == pytest.approx((68.11, 92.13), abs=0.02)  # 30 of 36, by hand
    low, high = wilson_interval_pct(100, 10)
    assert (low, high) == pytest.approx((72.25, 100), abs=0.02)


def test_the_sweeps_show_what_the_lesson_says_of_them():
    latent_slow, latent_fast, cfs_like = map(sweeps, TRAINS)
    assert [len(sweep) for sweep in latent_slow] == [1] * 10
    assert sum(len(sweep) - 1 for sweep in latent_fast) >= 10 and len(latent_fast[0]) == 1
    assert followed(cfs_like) == list(range(1, 11))
    assert all(sweep[-1] < 100 for sweep in cfs_like), "the panels end at 100 ms"


def test_a_rate_that_nobody_published_is_marked_so():
    for train in TRAINS:
        assert (train.remark == MODEL_ONLY) is (train.rate_hz not in PUBLISHED_HZ)


def test_the_latent_axon_hides_at_every_rate_up_to_10_hz():
    for rate_hz in (2, 10):  # 5 Hz is in the figure; 1 Hz leaves the axon still more time
        assert [len(sweep) for sweep in impulses("latent", rate_hz, stimuli=6)] == [1] * 6


def test_faster_is_not_always_more_and_how_much_less_hangs_on_the_potassium_hypothesis():
    fast = impulses("cfs-like", 10)
    assert 1 < len(followed(fast)) < 10
    assert followed(impulses("cfs-like", 10, accumulation_mm_per_pc=0)) == [1]


def test_the_bench_marks_rates_that_nobody_published(bench):
    (rates,) = (control["options"] for control in bench["controls"] if control["id"] == "rate_hz")
    assert {rate["value"]: "published)" in rate["label"] for rate in rates} == {
        rate: rate in PUBLISHED_HZ for rate in (1, 2, 5, 10, 20)
    }
    assert all("no published accuracy" in rate["label"] for rate in rates if rate["value"] > 5)


def test_the_trace_to_mark_is_what_the_model_does():
    (item,) = (
        item
        for item in yaml.safe_load((ROOT / "data/questions/05_cfs_electrodiagnosis.yaml").read_text("utf-8"))
        if item["type"] == "hotspot"
    )
    first, other, second = item["signal"]["parts"]
    drawn_s = [part["from_s"] + time for part in (first, second) for time in part["spikes_s"]]
    model = impulses("cfs-like", 5, stimuli=6, accumulation_mm_per_pc=0)
    model_s = [0.1 + 0.2 * number + time / 1000 for number, sweep in enumerate(model) for time in sweep]
    assert drawn_s == pytest.approx(model_s, abs=0.001)

    right = [(option["from_s"], option["to_s"]) for option in item["options"] if option.get("correct")]
    assert right == [(0.1 + 0.2 * (n - 1), pytest.approx(0.1 + 0.2 * n)) for n in followed(model)]
    (alone,) = (other["from_s"] + time for time in other["spikes_s"])
    assert not any(low <= alone < high for low, high in right), "the decoy lies in a stretch without"


def test_the_lesson_gives_3_46_and_0_22_as_bounds_only():
    cells = json.loads((ROOT / "notebooks/05_cfs_electrodiagnosis.ipynb").read_text("utf-8"))["cells"]
    text = " ".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    for number, bound in (("3.46", "at most"), ("0.22", "at least")):
        places = [found.start() for found in re.finditer(re.escape(number), text)]
        assert places
        for place in places:
            assert bound in re.sub(r"[\s*]+", " ", text[place - 90 : place]), text[place - 90 : place + 10]

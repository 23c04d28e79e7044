"""Lesson 6: its figure agrees with the evidence, and what lesson and questions compute is so."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import yaml

from pnh.figures.conversion import SERIES, exact_upper_pct
from pnh.paths import ROOT


@pytest.fixture(scope="module")
def prior_rows(course):
    return {row["row_id"]: row for row in course.tables["priors"]}


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
    assert not re.search(r"\b0(\.0)?%", "|".join(words(figure.svg)).replace("0%|5%|10%", "", 1))
    assert "not none possible" in figure.caption and "must not be added" in figure.caption


def test_what_was_read_second_hand_is_the_hollow_mark(prior_rows):
    assert {series.row for series in SERIES if series.second_hand} == {"bfs-to-mnd-mayo"}
    assert prior_rows["bfs-to-mnd-mayo"]["caveat"].startswith("Weak source")


def test_case_reports_are_a_count_without_a_denominator(drawn, prior_rows):
    row = prior_rows["cfs-to-als"]
    assert row["events"] == "4" and not row["n"] and not row["value_pct"]
    assert "4, of nobody knows how many" in words(drawn("conversion").svg)

"""The figures of lesson 4: what they say agrees with the evidence tables, and they can be cited and heard."""

from __future__ import annotations

from xml.etree import ElementTree

from pnh.figures.case_series import COLUMNS, NOT_REPORTED, _neighbours, _own


def test_every_study_shows_its_size_and_what_it_did_not_report(drawn):
    svg = drawn("case_series").svg
    for size in (37, 36, 12, 6, 34, 42, 18, 20, 19, 38):
        assert f">n = {size}<" in svg
    assert svg.count(f">{NOT_REPORTED}<") == 17


def test_behind_the_drawing_stands_the_same_as_a_table(drawn):
    table = ElementTree.fromstring(drawn("case_series").legend()["text/html"]).find(".//table")
    rows = [[cell.text for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["Group", "n", *COLUMNS]
    assert ["Poyraz 2017", "6", "6 of 6", "6 of 6", "3 of 6"] in rows
    assert len(rows) == 1 + 2 + 10


def test_people_with_cfs_and_their_neighbours_stand_apart_and_nothing_is_added_up(course, drawn):
    rows = {row["study_id"]: row for row in course.tables["case_series"]}
    own, neighbours = _own(rows), _neighbours(rows)
    named = {row["source"] for row in rows.values() if "CFS" in row["group"]}
    assert {study.source for study in own} <= named
    assert not {study.source for study in neighbours} & named
    svg = drawn("case_series").svg
    assert svg.index(">Poyraz 2017<") < svg.index(">Neighbours<") < svg.index(">Wu 2021, primary PNH<")


def test_counts_in_the_figure_are_those_of_the_table(course):
    rows = {row["study_id"]: row for row in course.tables["case_series"]}
    poyraz = next(study for study in _own(rows) if study.name == "Poyraz 2017")
    told = dict(zip(COLUMNS, (cell.words for cell in poyraz.cells), strict=True))
    assert told == {"Cramps": "6 of 6", "Fasciculations": "6 of 6", "Antibodies": "3 of 6"}


def test_a_group_chosen_by_a_finding_is_not_shown_as_having_found_it(course):
    rows = {row["study_id"]: row for row in course.tables["case_series"]}
    chosen = [cell for study in _own(rows) + _neighbours(rows) for cell in study.cells if cell.chosen]
    assert [cell.words for cell in chosen] == ["by selection", "by selection"]


def test_the_syndrome_itself_has_no_prevalence(drawn):
    assert ">no figure found<" in drawn("how_common").svg
    assert "no figure found" in drawn("how_common").alt


def test_the_spectrum_says_that_it_was_not_measured(drawn):
    assert ">Schematic, not measured<" in drawn("spectrum").svg
    assert drawn("spectrum").alt.startswith("Schematic, not measured")

"""The folded tables: every statement of column and report, judged, cited and linked to where it is taught."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from pnh import figures
from pnh.paths import ROOT


@pytest.fixture(scope="module")
def table():
    return figures.seed_table()


@pytest.fixture(scope="module")
def tree(table):
    return ElementTree.fromstring(table.html())


def test_all_48_statements_are_there_in_their_order(table):
    assert [entry.number for entry in table.entries] == list(range(1, 49))


def test_the_table_is_folded_and_named_and_its_headers_have_a_scope(tree):
    details = tree.find("details")
    assert details is not None and "open" not in details.attrib
    assert "48" in details.find("summary").text
    assert details.find("table/caption").text
    assert {cell.attrib["scope"] for cell in details.iterfind("table/thead/tr/th")} == {"col"}
    rows = details.findall("table/tbody/tr")
    assert len(rows) == 48 and all(row.find("th").attrib["scope"] == "row" for row in rows)


def test_every_row_has_a_verdict_and_words_of_its_own(table):
    verdicts = {"confirmed", "refined", "contradicted", "context", "unsupported"}
    assert {entry.place.verdict for entry in table.entries} == verdicts
    assert len({entry.literature for entry in table.entries}) == 48


def test_a_row_that_judges_the_column_cites_literature(table):
    without = [entry.number for entry in table.entries if not entry.keys]
    judges = ("confirmed", "refined", "contradicted")
    judged = {entry.number for entry in table.entries if entry.place.verdict in judges}
    assert judged & set(without) == {28}, "only the definition of a word stands alone"


def _headings(notebook):
    cells = json.loads((ROOT / notebook).read_text(encoding="utf-8"))["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    lines = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^a-z0-9]+", "-", line.lower()).strip("-") for line in lines}


def test_taught_rows_lead_to_a_heading_of_their_lesson(table):
    for entry in table.entries:
        notebook, _, anchor = entry.place.place.partition("#")
        assert anchor in _headings(notebook), entry.place


def test_a_statement_taught_in_another_lesson_is_linked_there_and_says_so(tree):
    links = {link.attrib["href"]: link for link in tree.iter("a")}
    link = links["../notebooks/01_motor_unit.ipynb#where-does-it-start"]
    assert link.text == "in lesson 1"
    assert link.attrib["aria-label"] == "Statement 11 in lesson 1"


def test_lay_readers_are_not_given_the_addresses_of_the_column(table):
    rows = "".join(entry.says + entry.literature for entry in table.entries)
    assert not re.search(r"@|\d{5}|Boulevard|Blvd", rows)


def test_the_two_contradictions_are_the_reflexes_and_the_missing_test(table):
    contradicted = [entry.place.statement for entry in table.entries if entry.place.verdict == "contradicted"]
    assert contradicted == ["s-cfs-16", "s-cfs-33"]


def test_markdown_and_plain_text_hold_the_same_table(table):
    data = table._repr_mimebundle_()
    assert data["text/markdown"].count("\n") == 49
    assert not re.search(r"^#", data["text/markdown"], re.MULTILINE)
    assert data["text/plain"].startswith("48 statements of the column: ")


def test_no_link_is_left_without_a_name_of_its_own(tree):
    names = [link.attrib.get("aria-label") for link in tree.iter("a") if link.attrib["href"].startswith("#")]
    assert len(names) == len(set(names)) and all("in the lesson" in name for name in names)


def test_every_statement_has_exactly_one_place(course):
    places = [place.statement for place in course.seed_map]
    assert len(places) == len(set(places)) == 48 + 66


@pytest.fixture(scope="module")
def report():
    return figures.seed_table("s-mms")


def test_all_66_statements_of_the_report_are_there_in_their_order(report):
    assert [entry.number for entry in report.entries] == list(range(1, 67))
    assert len({entry.literature for entry in report.entries}) == 66


def test_the_table_of_the_report_speaks_of_the_report(report):
    tree = ElementTree.fromstring(report.html())
    assert tree.find("details/summary").text.startswith("What the report says")
    words = report.html() + report.markdown() + repr(report)
    assert "column" not in words and not re.search(r"\bseed\b", words)


def test_a_row_that_judges_the_report_cites_literature(report):
    judged = [
        entry for entry in report.entries if entry.place.verdict in ("confirmed", "refined", "contradicted")
    ]
    assert judged and all(entry.keys for entry in judged)


def test_the_two_contradictions_of_the_report_are_the_paradox_and_the_trial(report):
    contradicted = [
        entry.place.statement for entry in report.entries if entry.place.verdict == "contradicted"
    ]
    assert contradicted == ["s-mms-58", "s-mms-60"]


def test_statements_of_the_report_lead_to_headings_of_lessons_9_and_10(report):
    for entry in report.entries:
        notebook, _, anchor = entry.place.place.partition("#")
        assert notebook.startswith(("notebooks/09_", "notebooks/10_"))
        assert anchor in _headings(notebook), entry.place

"""Lessons 4 to 13 state nothing without a source: every paragraph cites, says it is ours, or is excused by name."""

import re
from pathlib import Path

import pytest
import yaml

from pnh.content.pages import Page, pages_of
from pnh.content.uncited import parts, uncited
from pnh.paths import ROOT

ROWS = yaml.safe_load((Path(__file__).parent / "uncited_paragraphs.yaml").read_text(encoding="utf-8"))
PAGES = {page.id: page for page in pages_of(ROOT) if re.match(r"notebooks/(?:0[4-9]|1[0-3])_", page.file)}


def page_of(text):
    return Page("notebooks/09_rain.ipynb", text, starts=[0], lines=[1])


def excused(page_id, paragraph):
    return [
        row
        for row in ROWS
        if row["page"] in ("every", page_id)
        and (
            paragraph.startswith(row["opening"]) if "opening" in row else re.search(row["matches"], paragraph)
        )
    ]


def test_the_lessons_are_there():
    assert [page_id[:2] for page_id in PAGES] == [f"{number:02d}" for number in range(4, 14)]


@pytest.mark.parametrize("page_id", PAGES)
def test_no_paragraph_of_a_lesson_states_something_without_a_source(page_id):
    found = [bare for bare in uncited(PAGES[page_id]) if not excused(page_id, bare.text)]
    allowed = "allowed: a citation, a question, a note that is ours, or a reason in uncited_paragraphs.yaml"
    assert not found, "\n".join(
        f"{at.file}:{at.line}: “{at.text[:90]}” cites nothing; {allowed}" for at in found
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.get("opening", row.get("matches"))[:40])
def test_every_excuse_has_a_reason_and_is_still_needed(row):
    assert len(row["reason"]) >= 5 and ("opening" in row) != ("matches" in row)
    pages = PAGES if row["page"] == "every" else [row["page"]]
    found = [
        text.text
        for page_id in pages
        for text in uncited(PAGES[page_id])
        if row in excused(page_id, text.text)
    ]
    assert found, f"nothing on {row['page']} needs this excuse any more"


CITED = "Rain is wet [Kite 2001](../book/bibliography.md#kite2001rain)."


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (CITED, []),
        ("Rain is wet.", ["Rain is wet."]),
        ("## Rain is wet", []),
        ("Is rain wet?", []),
        ("**Our inference.** Rain is wet.", []),
        ("> **Editorial.** Rain is wet.", []),
        ("- Rain is wet.\n- " + CITED, ["Rain is wet."]),
        (CITED + "\n\nSnow is cold.", ["Snow is cold."]),
        ("Two things, " + CITED[:-1] + ":\n\n- Rain is wet.\n- Snow is cold.", []),
        ("| what | how |\n|---|---|\n| rain | wet |\n| snow | cold |", ["rain | wet |", "snow | cold |"]),
    ],
)
def test_what_counts_as_uncited(text, bare):
    assert [found.text for found in uncited(page_of(text))] == bare


def test_parts_know_where_they_stand():
    text = "One.\n\nTwo,\nstill two.\n\n- three\n- four\n"
    assert [(text[start:][:3], part) for start, part in parts(page_of(text))] == [
        ("One", "One."),
        ("Two", "Two, still two."),
        ("- t", "three"),
        ("- f", "four"),
    ]

"""Where a lesson shows what, and the line on which a notebook's text stands."""

import json

import pytest

from pnh.content.pages import pages_of
from pnh.content.places import lesson_showing


def notebook(root, name, *cells):
    """A notebook as nbformat writes it; a cell is (type, source)."""
    written = [{"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells]
    folder = root / "notebooks"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps({"cells": written}, indent=1, ensure_ascii=False), encoding="utf-8")


def test_the_first_lesson_that_shows_a_thing_is_its_place(tmp_path):
    notebook(tmp_path, "01_a.ipynb", ("code", 'tool("to-sky")'))
    notebook(tmp_path, "02_b.ipynb", ("code", "tool('to-sky')\nscenario( 'vp-rain' )"))
    assert lesson_showing("tool", "to-sky", tmp_path) == "01_a"
    assert lesson_showing("scenario", "vp-rain", tmp_path) == "02_b"


def test_what_is_only_talked_about_is_not_shown(tmp_path):
    notebook(tmp_path, "01_a.ipynb", ("markdown", 'Type `tool("to-sky")`, or scenario("vp-rain").'))
    assert lesson_showing("tool", "to-sky", tmp_path) == ""
    assert lesson_showing("scenario", "vp-rain", tmp_path) == ""


def test_a_thing_of_another_kind_has_another_place(tmp_path):
    notebook(tmp_path, "01_a.ipynb", ("code", 'explorer("rain")'))
    assert lesson_showing("tool", "rain", tmp_path) == ""


@pytest.mark.parametrize("stored", ["one string", "a list of rows"])
def test_a_paragraph_of_a_notebook_knows_its_line(tmp_path, stored):
    texts = ["# Rain\n\nIt’s wet.", "Snow\nis cold.\n\nHail is hard."]
    source = (lambda text: text) if stored == "one string" else (lambda text: text.splitlines(keepends=True))
    cells = [("markdown", source(texts[0])), ("code", source("x = 1\ny = 2")), ("markdown", source(texts[1]))]
    notebook(tmp_path, "01_a.ipynb", *cells)
    (page,) = pages_of(tmp_path)
    rows = (tmp_path / page.file).read_text(encoding="utf-8").splitlines()
    for start, block in page.blocks():
        assert block.splitlines()[0] in rows[page.line(start) - 1]
    assert len(list(page.blocks())) == 4

"""Canonical outputs: the same sources give the same bytes, and a failing write leaves the old file whole."""

from __future__ import annotations

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from pnh.content import load_course
from pnh.paths import ROOT
from pnh.site.generated import bibliography_page, glossary_page
from pnh.site.refresh import WIDGET_VIEW, _chosen, _write, canonical


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    question_id = next(iter(load_course().questions))
    notebook = new_notebook(
        cells=[
            new_code_cell("from pnh.widgets import question", id="setup"),
            new_code_cell(f"question({question_id!r})", id="ask"),
        ]
    )
    path = tmp_path_factory.mktemp("notebooks") / "01_trial.ipynb"
    nbformat.write(notebook, path)
    first = canonical(path)
    path.write_text(first, encoding="utf-8")
    return path, first


def test_a_second_refresh_gives_the_same_bytes(executed):
    path, first = executed
    assert canonical(path) == first


def test_outputs_hold_the_page_but_no_widget_view_no_state_and_no_times(executed):
    _, first = executed
    notebook = nbformat.reads(first, as_version=4)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    data = notebook.cells[1].outputs[0].data
    assert WIDGET_VIEW not in data and 'data-pnh="question"' in data["text/html"]
    assert "execution" not in notebook.cells[1].metadata and [c.id for c in notebook.cells] == [
        "setup",
        "ask",
    ]


@pytest.mark.parametrize(
    "page, made", [("bibliography.md", bibliography_page), ("glossary.md", glossary_page)]
)
def test_pages_made_from_data_are_current(page, made):
    assert (ROOT / "book" / page).read_text(encoding="utf-8") == made(load_course()), (
        "run: python3 course.py refresh"
    )


def test_a_cell_that_fails_is_told_and_nothing_is_stored(tmp_path):
    path = tmp_path / "01_broken.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell("1 / 0", id="broken")]), path)
    before = path.read_bytes()
    with pytest.raises(SystemExit, match=r"ZeroDivisionError(?s:.*)01_broken.ipynb was not refreshed"):
        canonical(path)
    assert path.read_bytes() == before


def test_an_unknown_notebook_is_named_with_those_there_are():
    with pytest.raises(SystemExit, match=r"No notebook starts with 77.*04_cfs_clinical_picture"):
        _chosen(ROOT, ["77"])


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "page.md"
    target.write_text("old", encoding="utf-8")

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full_disk)
    with pytest.raises(OSError, match="No space"):
        _write(target, "new")
    assert target.read_text(encoding="utf-8") == "old" and list(tmp_path.iterdir()) == [target]

"""The same widget in a real JupyterLab with a real kernel: a click reaches Python."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from pnh.content import load_course
from pnh.lab import command
from pnh.paths import ROOT
from tests.browser.conftest import visiting

LESSON = "04_cfs_clinical_picture.ipynb"
WITH_EXPLORERS = "02_excitable_axon.ipynb"
TOKEN = "test"


def first_single_best_answer():
    return next(q for q in load_course().questions.values() if q.type == "sba")


def stated_chance():
    """The first question of lesson 6 that asks for one probability."""
    return next(
        q for q in load_course().questions.values() if q.type == "probability" and q.lesson.startswith("06")
    )


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[str]:
    """JupyterLab over a folder of its own, so that nothing it saves touches the repository."""
    folder: Path = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    for lesson in (LESSON, WITH_EXPLORERS):
        (folder / "notebooks" / lesson).write_bytes((ROOT / "notebooks" / lesson).read_bytes())
    (folder / "book").mkdir()
    (folder / "book" / "glossary.md").write_bytes((ROOT / "book" / "glossary.md").read_bytes())
    item = first_single_best_answer()
    trial = new_notebook(
        cells=[
            new_code_cell(f"from pnh.widgets import question\nq = question({item.id!r})\nq"),
            new_code_cell("import json; print('RESULT', json.dumps(q.result))"),
        ]
    )
    trial.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(trial, folder / "try.ipynb")
    poke = new_notebook(
        cells=[
            new_code_cell('from pnh.widgets import explorer\nlab = explorer("ex-one-pulse")\nlab'),
            new_code_cell(
                "print('TRACE', len(lab.trace.spikes_ms), lab.values['kv7_pct'], lab.values['nap_x'])"
            ),
        ]
    )
    poke.metadata["kernelspec"] = trial.metadata["kernelspec"]
    nbformat.write(poke, folder / "poke.ipynb")
    weigh = new_notebook(
        cells=[
            new_code_cell(
                "from pnh.widgets import question, tool\n"
                f't = tool("to-bayes")\nq = question({stated_chance().id!r})\ndisplay(t, q)'
            ),
            new_code_cell(
                "import json; print('WEIGHED', json.dumps([t.state.get('values', {}), q.result, t.result]))"
            ),
        ]
    )
    weigh.metadata["kernelspec"] = trial.metadata["kernelspec"]
    nbformat.write(weigh, folder / "weigh.ipynb")
    log = (folder / "lab.log").open("w+")
    start = command(folder, "/lab", port=0, browser=False)
    start += [f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"]
    settings = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")}
    process = subprocess.Popen(start, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, **settings})
    try:
        yield _address(process, folder / "lab.log")
    finally:
        process.terminate()
        process.wait(30)


def _address(process: subprocess.Popen, log: Path) -> str:
    for _ in range(300):
        found = re.search(r"http://(?:localhost|127\.0\.0\.1):(\d+)/lab", log.read_text())
        if found:
            return f"http://127.0.0.1:{found[1]}"
        assert process.poll() is None, log.read_text()
        time.sleep(0.2)
    raise AssertionError(f"JupyterLab did not start in a minute:\n{log.read_text()}")


def open_notebook(page, address: str, path: str) -> None:
    page.goto(f"{address}/lab/tree/{path}?token={TOKEN}&reset")
    page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for(timeout=60_000)
    page.wait_for_function(
        "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
        timeout=60_000,
    )


def run_all(page) -> None:
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")


def test_a_click_reaches_python(browser, lab):
    item = first_single_best_answer()
    right = next(option for option in item.data["options"] if option.get("correct"))
    with visiting(browser) as visit:
        page = visit.page
        open_notebook(page, lab, "try.ipynb")
        run_all(page)
        card = page.locator(f'.pnh[data-pnh-id="{item.id}"][data-pnh-ready="true"]')
        card.wait_for(timeout=60_000)
        card.locator(f'input[value="{right["id"]}"]').check()
        card.get_by_role("button", name="Check answer").click()
        card.and_(page.locator('[data-pnh-result="correct"]')).wait_for()
        said = run_second_cell_until(page, re.compile(r"RESULT \{"))
        result = json.loads(said.split("RESULT ", 1)[1])
        assert result["item"] == item.id and result["hash"] == item.hash
        assert result["result"] == "correct" and result["score"] == 1 and result["chosen"] == [right["id"]]


def run_second_cell_until(page, words: re.Pattern) -> str:
    """The widget's message and the cell's race for the kernel; a person would run the cell again."""
    said = page.get_by_text(words)
    for _ in range(30):
        page.evaluate(
            "() => { const app = window.jupyterapp; const notebook = app.shell.currentWidget.content;"
            " notebook.activeCellIndex = 1; return app.commands.execute('notebook:run-cell') }"
        )
        page.wait_for_timeout(1000)
        if said.count():
            return said.inner_text()
    raise AssertionError(f"the cell never said {words.pattern}")


def test_a_slider_of_an_explorer_reaches_the_model_in_python(browser, lab):
    with visiting(browser) as visit:
        page = visit.page
        open_notebook(page, lab, "poke.ipynb")
        run_all(page)
        card = page.locator('.pnh[data-pnh-id="ex-one-pulse"][data-pnh-ready="true"]')
        card.wait_for(timeout=60_000)
        card.get_by_role("button", name="Both hits").click()
        card.locator('[data-pnh-goal="burst"][data-pnh-reached="true"]').wait_for()
        shown = json.loads(card.get_attribute("data-pnh-measures"))["spikes"]
        said = run_second_cell_until(page, re.compile(r"TRACE \d+ 60 2"))
        assert int(said.split()[1]) == shown >= 10, "Python computes what the page shows"
        assert not card.get_by_role("button", name="Copy a link to this setting").count(), (
            "no page, no address"
        )


def test_a_tool_and_a_stated_probability_reach_python(browser, lab):
    item = stated_chance()
    [hypothesis] = item.data["hypotheses"]
    with visiting(browser) as visit:
        page = visit.page
        open_notebook(page, lab, "weigh.ipynb")
        run_all(page)
        card = page.locator('.pnh[data-pnh-id="to-bayes"][data-pnh-ready="true"]')
        card.wait_for(timeout=60_000)
        card.get_by_label("Where you start").select_option("sfn-fm")
        card.get_by_label("One test, at one cut-off").select_option("sfn-biopsy-2020")
        card.get_by_label("Positive", exact=True).check()
        card.get_by_role("status").filter(has_text="of these 1,000 people have a positive result").wait_for()
        asked = page.locator(f'.pnh[data-pnh-id="{item.id}"][data-pnh-ready="true"]')
        asked.get_by_role("spinbutton").fill("70")
        asked.get_by_role("button", name="Compare my answer").click()
        asked.and_(page.locator('[data-pnh-result="stated"]')).wait_for()
        said = run_second_cell_until(page, re.compile(r'WEIGHED .*"result": "stated"'))
        values, result, of_tool = json.loads(said.split("WEIGHED ", 1)[1])
        assert values["test"] == "sfn-biopsy-2020" and values["prior"] == "sfn-fm"
        assert values["result"] == "positive" and of_tool is None, "a tool that only shows reports nothing"
        assert result["item"] == item.id and result["score"] is None
        assert result["stated"] == {hypothesis["id"]: 0.7}
        assert result["outcomes"] == {hypothesis["id"]: hypothesis["outcome"]}


def test_an_explorer_of_a_fresh_clone_shows_its_drawing_in_jupyterlab(browser, lab):
    """Untrusted, before any cell has run: the picture must not be stripped to its words."""
    still_of = load_course().explorers["ex-one-pulse"].data["still"]
    with visiting(
        browser, viewport={"width": 1280, "height": 12_000}
    ) as visit:  # cells out of sight are not drawn
        page = visit.page
        open_notebook(page, lab, f"notebooks/{WITH_EXPLORERS}")
        still = page.locator(f'.jp-OutputArea img[alt^="{still_of["alt"][:30]}"]').first
        still.wait_for(timeout=30_000)
        assert still.evaluate("(image) => image.complete && image.naturalWidth > 100")
        assert len(still.get_attribute("alt")) > 40


def test_the_lesson_reads_in_jupyterlab_without_raw_markup(browser, lab):
    with visiting(browser, viewport={"width": 1280, "height": 1400}) as visit:
        page = visit.page
        open_notebook(page, lab, f"notebooks/{LESSON}")
        texts = page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.content.widgets"
            ".filter((cell) => cell.model.type === 'markdown').map((cell) => cell.model.sharedModel.getSource())"
        )
        assert len(texts) > 10
        for text in texts:
            assert not re.search(
                r"^:::|^```\{|\{(?:cite|ref|term|doc|numref)[^}]*\}`|^\([\w-]+\)=", text, re.M
            ), text
        shown = page.locator(".jp-RenderedMarkdown").first.inner_text()
        assert "](" not in shown and "**" not in shown and "{" not in shown
        # before a cell has run, its place says how to bring it to life
        assert page.get_by_text("Run this cell (Shift+Enter)").count()


def test_a_glossary_term_in_jupyterlab_opens_its_meaning_as_a_page(browser, lab):
    with visiting(browser) as visit:
        page = visit.page
        open_notebook(page, lab, f"notebooks/{LESSON}")
        page.locator(".jp-RenderedMarkdown a", has_text="problem representation").first.click()
        meaning = page.locator(".jp-MarkdownViewer li", has_text="One sentence that turns")
        meaning.first.wait_for(timeout=30_000)
        assert meaning.first.is_visible()

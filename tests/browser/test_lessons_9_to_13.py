"""Lessons 9 to 13 in a real browser: in a seminar, for the ear, and without a script."""

from __future__ import annotations

import json
import re

import pytest

from pnh.paths import ROOT
from tests.browser.conftest import visiting, widget
from tests.browser.learner import plain
from tests.browser.test_keyboard_and_reader import UNNAMED
from tests.browser.tools import PAGES, TOOLS, letters, of_kind, shown, words

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb") if path.stem[:2] >= "09")


# --- in a seminar ---------------------------------------------------------------------------------------------


def test_in_a_seminar_models_reasons_and_figures_wait_for_the_teacher(visit, site):
    page = visit.page
    for tool_id in of_kind("write"):
        page.goto(f"{site}{PAGES[tool_id]}?seminar")
        card = widget(page, tool_id)
        card.get_by_role("button", name=re.compile("^Compare")).click()
        model = letters(TOOLS[tool_id].data["write"]["model"])
        assert model not in shown(card)
        card.get_by_role("button", name="Reveal to the room").click()
        assert model in shown(card)
    tool_id = of_kind("trial")[0]
    page.goto(f"{site}{PAGES[tool_id]}?seminar")
    card = widget(page, tool_id)
    assert "Likelihood ratio of a response:" not in words(card)
    card.get_by_role("button", name="Reveal to the room").click()
    assert "Likelihood ratio of a response:" in words(card)
    tool_id = of_kind("worksheet")[0]
    page.goto(f"{site}{PAGES[tool_id]}?seminar")
    card = widget(page, tool_id)
    assert not card.locator(".to-ours").count()
    card.locator("tbody tr").first.get_by_role("button", name=re.compile("^Reveal to the room")).click()
    assert card.locator(".to-ours").count() == 2


# --- for the ear ----------------------------------------------------------------------------------------------


# Names that two buttons or two fields of the page share. How sure one is, is asked or not asked for the whole course.
ALIKE = """() => {
  const names = [...document.querySelectorAll('main .pnh :is(button,textarea,select,input[type=range])')].filter((e) => e.checkVisibility())
    .map((e) => (e.ariaLabel || e.labels?.[0]?.textContent || e.textContent).trim()).filter((name) => name !== 'Ask me how sure I am');
  return names.filter((name, i) => name && names.indexOf(name) !== i);
}"""


@pytest.mark.parametrize("lesson", LESSONS)
def test_in_a_list_of_buttons_or_fields_each_can_be_told_from_the_others(lesson, visit, site):
    page = visit.page
    page.goto(f"{site}notebooks/{lesson}.html")
    page.locator(".pnh[data-pnh-ready=true]").last.wait_for()
    assert not page.evaluate(ALIKE)
    for show in reversed(page.get_by_role("button", name="Show the comparison").all()):
        show.click()
    assert not page.evaluate(UNNAMED)
    assert not page.evaluate(ALIKE)


# --- without a script -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_can_be_read_without_javascript(lesson, browser, book):
    cells = json.loads((ROOT / f"notebooks/{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    headings = [plain(re.sub(r"[*`]", "", line)) for line in re.findall(r"^#{1,3} (.+)$", source, flags=re.M)]
    with visiting(browser, viewport={"width": 320, "height": 800}, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(f"{book.as_uri()}/notebooks/{lesson}.html")
        main = page.locator("main")
        text = shown(main)
        assert headings and page.locator("h1").is_visible()
        for heading in headings:
            assert letters(heading) in text, heading
        widgets = page.locator("main .pnh[data-pnh-id]")
        assert widgets.count() >= 3
        for item in widgets.all():
            name = item.get_attribute("data-pnh-id")
            still = item.locator(".pnh-still")
            assert still.is_visible() and len(words(still)) > 80, f"{name} cannot be read"
            assert not [b for b in item.get_by_role("button").all() if b.is_visible()], (
                f"{name} has a dead button"
            )
        for picture in page.locator("main svg[role=img], main img").all():
            if picture.is_visible():
                box = picture.bounding_box()
                assert 20 < box["width"] <= 320 and box["height"] > 10
        visit.no_faults()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
        seen = [picture.is_visible() for picture in page.locator("main .pnh-drawing").all()]
        page.set_viewport_size({"width": 1000, "height": 800})
        assert seen == [picture.is_visible() for picture in page.locator("main .pnh-drawing").all()], (
            "a picture that stands on a narrow page is gone on a wide one"
        )

"""The laboratory for ears, keys and hard eyes: what is read out and how often, where the focus stays, what high contrast keeps."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.conftest import visiting, widget
from tests.browser.laboratory import PAGES, input_of, labels, wait_for_goal
from tests.browser.test_keyboard_and_reader import LISTEN, heard

REST_MS = 900  # longer than an explorer waits after the last key
FROM_THE_START = f"addEventListener('DOMContentLoaded', {LISTEN});"
MEASURED = "(root) => root.dataset.pnhMeasures"
DONE = "(root) => JSON.parse(root.dataset.pnhMeasures ?? '{}').done"


def said(page) -> list[str]:
    page.wait_for_timeout(REST_MS)
    return heard(page)


def explorer(page, explorer_id: str):
    card = widget(page, explorer_id)
    page.wait_for_function(MEASURED, arg=card.element_handle())
    return card


def press(page, target, *keys: str) -> None:
    target.focus()
    for key in keys:
        page.keyboard.press(key)


def test_explorers_speak_when_something_was_done_and_once(visit, site):
    page = visit.page
    page.add_init_script(FROM_THE_START)
    page.goto(site + PAGES["ex-one-pulse"])
    pulse, plane, crackle = (explorer(page, name) for name in ("ex-one-pulse", "ex-map", "ex-crackle"))
    assert not said(page), "a page that opens is silent, however many explorers it has"

    kv7 = input_of(pulse, labels("ex-one-pulse")["kv7_pct"])
    press(page, kv7, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    assert said(page) == ["One pulse, one spike."], (
        "no change is an outcome too, said once after the last key"
    )
    press(page, pulse.get_by_role("button", name="Reset"), "Enter")
    assert said(page) == ["One pulse, one spike."]
    assert "One pulse, one spike." in pulse.locator("svg[role=img]").first.get_attribute("aria-label")

    press(page, plane.get_by_role("gridcell"), "ArrowRight", "ArrowRight")
    assert not said(page), "the cell has said where one is and that it is one spike"
    page.keyboard.press("End")
    words = said(page)
    assert len(words) == 1 and "end by themselves" in words[0] and "Kv7" not in words[0]

    press(page, crackle.get_by_role("button", name="Play", exact=True), "Enter")
    assert not said(page), "nothing talks over the sound"
    page.keyboard.press("Escape")


def test_a_long_run_says_when_it_is_done_though_the_result_is_the_same(visit, site):
    page = visit.page
    page.add_init_script(FROM_THE_START)
    page.goto(site + PAGES["ex-bench"])
    card = explorer(page, "ex-bench")
    page.wait_for_function(DONE, arg=card.element_handle())
    assert not said(page)
    press(page, input_of(card, labels("ex-bench")["rate_hz"]), "ArrowDown")
    page.wait_for_function(DONE, arg=card.element_handle())
    words = said(page)
    assert len(words) == 1 and words[0].startswith("Each of the 10 stimuli")
    assert card.locator("svg[role=img]").first.get_attribute("aria-label").endswith(words[0])


def test_a_hint_that_holds_the_focus_stays_when_its_goal_is_reached(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-bench"])
    card = explorer(page, "ex-bench")
    press(page, input_of(card, labels("ex-bench")["patient"]), "ArrowDown", "ArrowDown")
    hint = card.locator('[data-pnh-goal="every-time"] summary')
    hint.focus()  # while the run goes on
    wait_for_goal(card, "every-time")
    assert hint.evaluate("(summary) => summary === document.activeElement")
    page.keyboard.press("Tab")
    assert not hint.is_visible() and card.evaluate("(root) => root.contains(document.activeElement)")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_high_contrast_keeps_traces_and_pressed_buttons_in_either_theme(browser, site, theme):
    """The theme of the page and that of the system need not agree."""
    with visiting(browser, forced_colors="active", color_scheme="dark") as visit:
        page = visit.page
        page.goto(site + PAGES["ex-one-pulse"])
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
        card = explorer(page, "ex-one-pulse")
        ink = page.evaluate("() => getComputedStyle(document.body).color")
        curve = card.locator(".pnh-curve").first
        assert curve.evaluate("(path) => getComputedStyle(path).stroke") == ink
        pressed, other = (
            card.locator(f".pnh-pick [aria-pressed={state}]").evaluate(
                "(button) => getComputedStyle(button).backgroundColor"
            )
            for state in ("true", "false")
        )
        assert pressed != other
        visit.no_faults()


def test_nothing_is_wrong_after_an_answer_in_mid_run_and_on_paper(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-ear"])
    ear = explorer(page, "ex-ear")
    press(page, ear.get_by_role("group", name="Which kind is it?").get_by_role("button").first, "Enter")
    ear.get_by_role("button", name="Next recording").wait_for()
    press(page, ear.get_by_text("Your answers so far").first, "Enter")
    marks = page.locator('[data-pnh="question"][data-pnh-ready="true"]:has(.pnh-band)').first
    press(page, marks.get_by_role("checkbox").first, "Space")
    press(page, marks.get_by_role("button", name="Check answer"), "Enter")
    page.evaluate("() => document.querySelector('.pnh-outcome').classList.add('pnh-stale')")
    page.evaluate(AXE_SCRIPT)
    for theme in ("light", "dark"):
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
        found = page.evaluate("() => axe.run('[data-pnh-ready]', { resultTypes: ['violations'] })")[
            "violations"
        ]
        assert not found, [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]
    page.emulate_media(media="print")
    left = "() => [...document.querySelectorAll('[data-pnh=explorer] :is(button, .pnh-sound input, .pnh-screen *)')].filter((e) => e.checkVisibility()).map((e) => e.outerHTML)"
    assert not page.evaluate(left), "what can't be pressed on paper is not printed"

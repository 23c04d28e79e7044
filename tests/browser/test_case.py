"""The case from start to debrief: the expert's path, a careless one, everything ordered, and a guess at once."""

from __future__ import annotations

import re

import pytest

from pnh.content import load_course
from tests.browser.conftest import LESSON, tab_to, visiting, widget
from tests.browser.learner import Learner, best_options, expert_actions, plain

CLINIC = "notebooks/12_the_clinic.html"
CASE = load_course().scenarios["vp-night-cramps"]
DATA = CASE.data
STAGES = [stage["id"] for stage in DATA["stages"]]
ACTIONS = {action["id"]: action for action in DATA["actions"]}
ESSENTIAL = [action["id"] for action in DATA["actions"] if action["value"] == "essential"]
GOOD = expert_actions(CASE)


BEST = best_options(CASE)
DANGEROUS = {
    decision["id"]: next(option["id"] for option in decision["options"] if option["effect"] == "dangerous")
    for decision in DATA["decisions"]
    if decision["kind"] == "choose" and any(option["effect"] == "dangerous" for option in decision["options"])
}


@pytest.mark.parametrize("home", ["http", "file"])
def test_the_expert_path_is_safe_over_http_and_from_a_folder(home, visit, site, book):
    visit.page.goto((site if home == "http" else book.as_uri() + "/") + LESSON)
    learner = Learner(visit.page, CASE)
    learner.run(GOOD, BEST)
    assert learner.outcome == "safe"
    assert learner.score("Key features") == learner.score("Efficiency") == "100%"
    trial = " ".join(DATA["debrief"]["clonazepam_trial"]["text"].split())
    assert trial[:60] in " ".join(learner.card.inner_text().split())


def test_a_careless_path_does_not_pass_the_safety_gate(visit, site):
    visit.page.goto(site + LESSON)
    learner = Learner(visit.page, CASE)
    learner.run([name for name in GOOD if ACTIONS[name]["kind"] != "exam"], BEST)
    assert learner.outcome == "not-checked"
    flag = next(
        flag for flag in DATA["red_flags"] if "weak" in flag["id"] or "weak" in flag["text"].casefold()
    )
    assert flag["text"][:20] in learner.card.inner_text()


def test_ordering_everything_does_harm_and_costs_efficiency(visit, site):
    visit.page.goto(site + LESSON)
    learner = Learner(visit.page, CASE)
    learner.run(list(ACTIONS), BEST)
    assert learner.outcome == "harm"
    assert learner.score("Key features") == "100%" and learner.score("Efficiency") == "0%"


def test_guessing_at_once_checks_nothing(visit, site):
    visit.page.goto(site + LESSON)
    learner = Learner(visit.page, CASE)
    learner.run([], BEST)
    assert learner.outcome == "not-checked"
    assert "not shown" in learner.card.inner_text(), "efficiency must not reward doing nothing"


def test_a_dangerous_decision_is_unsafe_whatever_else_was_right(visit, site):
    visit.page.goto(site + LESSON)
    learner = Learner(visit.page, CASE)
    learner.run(GOOD, {**BEST, **DANGEROUS})
    assert learner.outcome == "unsafe"


def test_progress_inside_a_case_survives_a_reload_and_start_over_asks_first(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    learner = Learner(page, CASE)
    learner.begin()
    learner.do(GOOD[0])
    finding = re.sub(r"<[^>]+>", "", ACTIONS[GOOD[0]]["finding"])
    finding = " ".join(finding.split())[:40]
    assert finding in " ".join(learner.card.inner_text().split())
    page.reload()
    learner = Learner(page, CASE)
    assert learner.stage == STAGES[0] and finding in " ".join(learner.card.inner_text().split())
    learner.card.get_by_role("button", name=re.compile(f"^Start over ?: {DATA['title']}$")).click()
    assert learner.stage == STAGES[0], "one press must not erase"
    learner.press("Yes, start over")
    assert learner.stage == "opening"
    assert finding not in learner.card.inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_findings_are_folded_on_a_phone_only_and_an_answer_stands_under_its_button(width, visit, site):
    visit.page.set_viewport_size({"width": width, "height": 844})
    visit.page.goto(site + LESSON)
    learner = Learner(visit.page, CASE)
    learner.begin()
    learner.do(GOOD[0])
    said = plain(ACTIONS[GOOD[0]]["finding"])[:40]
    assert said in " ".join(learner.card.locator(".vp-answer").inner_text().split())
    folded = learner.card.get_by_text("1 finding here", exact=True)
    found = learner.card.locator(".vp-findings")
    assert found.is_visible() == (width > 640)
    folded.click()
    assert found.is_visible() == (width < 640)


def test_the_search_of_a_menu_finds_by_synonym_and_says_how_many(visit, site):
    visit.page.goto(site + LESSON)
    learner = Learner(visit.page, CASE)
    learner.begin()
    history = [action for action in DATA["actions"] if action["kind"] == "history"]
    target = next(action for action in history if action.get("search"))
    field = learner.card.get_by_role("searchbox")
    field.fill(target["search"][-1])
    assert learner.card.get_by_role("button", name=target["label"], exact=True).is_visible()
    field.fill("zzzz")
    assert not learner.card.get_by_role("button", name=target["label"], exact=True).is_visible()


def test_the_whole_case_by_keyboard(visit, site):
    """Only Tab, Space, Enter and typing, from the opening to the first decision and on to the examination."""
    page = visit.page
    page.goto(site + LESSON)
    learner = Learner(page, CASE)
    start = learner.card.get_by_role("button", name=re.compile("^(Start|Begin|Meet)"))
    start.focus()
    page.keyboard.press("Enter")
    action = learner.card.get_by_role("button", name=ACTIONS[GOOD[0]]["label"], exact=True)
    tab_to(page, action)
    page.keyboard.press("Enter")
    assert learner.card.evaluate("(root) => root.contains(document.activeElement)"), (
        "the focus fell out of the case"
    )
    spread = learner.card.get_by_role("button", name="Spread the rest evenly")
    tab_to(page, spread)
    page.keyboard.press("Enter")
    tab_to(page, learner.card.get_by_role("button", name=re.compile("^Go on to")))
    page.keyboard.press("Enter")
    assert learner.stage == STAGES[1]
    focused = page.evaluate("() => document.activeElement.textContent")
    assert DATA["stages"][1]["title"] in focused, "a new stage starts at its heading"


def test_the_look_back_is_short_and_says_what_the_course_thinks(visit, site):
    """At most sixteen marks, each at neither until the learner moves it, by arrow keys too."""
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + LESSON)
    learner = Learner(page, CASE)
    learner.reflect = lambda: None
    with pytest.raises(AssertionError):  # it stays where the look back begins
        learner.run(GOOD, BEST)
    assert learner.stage == "reflection"
    rows = learner.card.get_by_role("radiogroup")
    assert 0 < rows.count() <= 16
    assert all(row.get_by_role("radio", name="neither").is_checked() for row in rows.all())
    rows.first.get_by_role("radio", name="neither").focus()
    page.keyboard.press("ArrowRight")
    assert rows.first.get_by_role("radio", name="against").is_checked()
    learner.card.get_by_role("button", name="Compare with the course").click()
    course = [" ".join(row.inner_text().split()) for row in rows.all()]
    assert all("as the course" in words or "the course: " in words for words in course)
    page.wait_for_function("() => document.activeElement.textContent.includes('agree on')")


def test_two_cases_of_one_page_have_buttons_and_parts_of_their_own_names(visit, browser, site):
    page = visit.page
    page.goto(site + CLINIC)
    starts = page.get_by_role("button", name=re.compile("^Start ?: ")).all()
    names = [button.text_content() for button in starts]
    assert len(names) > 1 and len(set(names)) == len(names)
    with visiting(browser, java_script_enabled=False) as still:
        still.page.goto(site + CLINIC)
        parts = still.page.locator('[data-pnh="scenario"] .pnh-still > details > summary').all_text_contents()
        assert len(parts) > 5 and len(set(parts)) == len(parts)


def test_the_case_without_javascript_reads_whole(browser, site):
    with visiting(browser, java_script_enabled=False) as visit:
        visit.page.goto(site + LESSON)
        still = visit.page.locator(f'.pnh[data-pnh-id="{CASE.id}"]')
        for summary in still.locator("summary").all():
            summary.click()
        words = " ".join(still.inner_text().split())
        for action in DATA["actions"]:
            assert action["label"] in words


def test_print_gives_a_case_sheet_without_controls_and_questions_without_their_answers(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    learner = Learner(page, CASE)
    learner.begin()
    learner.do(GOOD[0])
    page.emulate_media(media="print")
    visible = page.evaluate(
        "() => [...document.querySelectorAll('button, nav, input[type=search], .vp input, .vp select, .vp textarea')]"
        ".filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80))"
    )
    assert not visible, f"controls on paper: {visible}"
    words = " ".join(page.locator("article").inner_text().split())
    assert " ".join(re.sub(r"<[^>]+>", "", ACTIONS[GOOD[0]]["finding"]).split())[:30] in words
    for question in load_course().questions.values():
        assert " ".join(question.data["feedback"]["general"].split())[:50] not in words, question.id
    assert len(page.pdf()) > 20_000


def test_in_scrolling_the_story_of_the_opening_moves_with_the_rest(visit, site):
    """On a desk it once stuck to the top, and what follows slid over it."""
    page = visit.page
    page.goto(site + LESSON)
    card = widget(page, CASE.id)
    story, rest = card.locator(".vp-opening > div").all()
    for hidden in (0, 200):
        card.evaluate(
            "(root, hidden) => scrollTo(0, scrollY + root.getBoundingClientRect().top + hidden)", hidden
        )
        above, below = story.bounding_box(), rest.bounding_box()
        assert above["y"] + above["height"] <= below["y"] + 1, (
            f"{hidden} px scrolled past the top of the case"
        )

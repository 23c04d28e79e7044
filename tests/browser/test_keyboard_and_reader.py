"""What a keyboard and a screen reader meet: focus never lost, words said once, names that tell things apart."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from pnh.content import load_course
from tests.browser.conftest import LESSON, tab_to, visiting, widget
from tests.browser.test_case import BEST, CASE, GOOD, Learner
from tests.browser.test_questions import HERE, OF_KIND, answer_by_keyboard

COURSE = load_course()
RED_FLAGS, WORK_UP, TREATMENT = (
    f"notebooks/{stem}.html"
    for stem in ("06_red_flags_and_differential", "07_work_up", "08_treatment_and_safety")
)

# Every announcement of the page, in order: a live region speaks when something is added to it or its text changes.
LISTEN = """() => {
  window.said = [];
  new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => (target.closest ? target : target.parentElement)
      .closest('[role=status],[role=alert],[aria-live]')).filter((region) => region && region.ariaLive !== 'off'));
    for (const region of regions) if (region.textContent.trim()) window.said.push(region.textContent.trim());
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""

TOO_SMALL = """() => {
  const visible = [...document.querySelectorAll('main :is(a[href],button,input,select,textarea,summary)')]
    .filter((e) => e.checkVisibility() && !e.disabled);
  return visible.filter((e) => !(e.matches('a') && getComputedStyle(e).display === 'inline')).map((e) => {
    const box = ((e.matches('[type=radio],[type=checkbox]') && e.closest('label')) || e).getBoundingClientRect();
    return [box, e];
  }).filter(([box]) => box.width && (box.width < 24 || box.height < 24)).map(([, e]) => e.outerHTML.slice(0, 90));
}"""

# What a table, a group or a field lacks for whoever hears it.
UNNAMED = """() => [...document.querySelectorAll('.pnh :is(table,fieldset,input,select,textarea,[role=img])')].filter((e) => {
  if (e.matches('table')) return !e.caption?.textContent || !e.querySelector('th[scope=col]') || !e.querySelector('th[scope=row]');
  if (e.matches('fieldset')) return !e.querySelector('legend')?.textContent;
  const by = e.getAttribute('aria-labelledby');
  return !(e.ariaLabel || e.labels?.[0]?.textContent.trim() || (by && document.getElementById(by)?.textContent.trim()));
}).map((e) => e.outerHTML.slice(0, 120))"""

# What lies over the control that has the focus.
COVERS = """() => {
  const it = document.activeElement, { left, top, width, height } = it.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return seen && (it === seen || it.contains(seen)) ? null : (seen?.outerHTML ?? 'the edge').slice(0, 90);
}"""

# Heading levels in reading order; what is not shown does not count.
OUTLINE = """() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((e) => e.checkVisibility())
  .map((e) => [Number(e.tagName[1]), e.textContent.trim().slice(0, 50)])"""


def heard(page) -> list[str]:
    page.wait_for_timeout(60)
    return page.evaluate("() => window.said.splice(0)")


def focused_inside(card) -> bool:
    return card.evaluate("(root) => root !== document.activeElement && root.contains(document.activeElement)")


def press(page, card, name: str) -> None:
    card.get_by_role("button", name=re.compile(f"^{name}")).first.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("kind", OF_KIND)
def test_a_question_keeps_the_focus_and_says_each_thing_once(kind, visit, site):
    question, page = OF_KIND[kind], visit.page
    page.goto(site + LESSON)
    card = widget(page, question.id)
    page.evaluate(LISTEN)
    for _ in range(2):  # the same complaint twice is said twice
        press(page, card, "Check answer")
        assert focused_inside(card)
        assert len(heard(page)) == 1, "what is missing is said once at every press"
    card.evaluate("(root) => { root.tabIndex = -1; root.focus(); root.removeAttribute('tabindex') }")
    answer_by_keyboard(page, card, question)
    heard(page)
    press(page, card, "Check answer")
    assert focused_inside(card)
    verdict = heard(page)
    assert len(verdict) == 1 and "Right." in verdict[0]
    press(page, card, "Try again")
    assert focused_inside(card)
    in_answer = page.evaluate("() => document.activeElement.closest('fieldset') !== null")
    assert in_answer, "trying again starts at the answer"
    assert not heard(page)


def test_words_nobody_recognised_lead_to_the_model_answer(visit, site):
    question, page = OF_KIND["short"], visit.page
    page.goto(site + LESSON)
    card = widget(page, question.id)
    card.get_by_label("Your answer").fill("something else entirely")
    press(page, card, "Check answer")
    assert "model answer" in page.evaluate("() => document.activeElement.textContent")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "I had it"


def test_the_first_stage_of_a_case_speaks_once_and_keeps_the_focus(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    learner = Learner(page, CASE)
    page.evaluate(LISTEN)
    press(page, learner.card, "Start")
    assert not heard(page), "the heading has the focus; nothing else speaks"
    for _ in range(2):
        press(page, learner.card, "Go on to")
        assert len(heard(page)) == 1
        assert page.evaluate("() => document.activeElement.matches('fieldset input')"), "to what is missing"
    for digit in "40":
        page.keyboard.press(digit)
        assert not heard(page), "no chatter while a number is typed"
    page.wait_for_timeout(1100)
    assert heard(page) == ["60% left to spread"]
    action = next(action for action in CASE.data["actions"] if action["id"] == GOOD[0])
    button = learner.card.get_by_role("button", name=action["label"], exact=True)
    for _ in range(2):
        button.focus()
        page.keyboard.press("Enter")
        said = heard(page)
        assert len(said) == 1 and said[0].startswith(action["label"])
        assert button.evaluate("(b) => b === document.activeElement && b.ariaPressed === 'true'")
        assert button.evaluate("(b) => b.ariaDisabled !== 'true'"), (
            "it still answers, so it is not out of use"
        )
    press(page, learner.card, "Start over")
    page.keyboard.press("Enter")
    assert learner.stage != "opening", "a key held down must not erase"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert learner.stage == "opening" and focused_inside(learner.card)


@pytest.mark.parametrize("style", ["forced", "large", "spaced"])
def test_a_whole_case_reflows_and_shows_in_every_guise(style, browser, site):
    """High contrast, text at 200 %, the text spacing of WCAG 1.4.12: the case to its debrief, on a phone."""
    css = {
        "forced": "html{}",
        "large": "html{font-size:200% !important}",
        "spaced": "*{line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important}"
        "p{margin-bottom:2em !important}",
    }[style]
    options = {"forced_colors": "active"} if style == "forced" else {}
    with visiting(browser, viewport={"width": 390, "height": 800}, **options) as visit:
        page = visit.page
        page.goto(site + LESSON)
        page.add_style_tag(content=css)
        learner = Learner(page, CASE)
        learner.run(GOOD, BEST)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390, "scrolls sideways"
        assert not page.evaluate(TOO_SMALL)
        if style == "forced":
            verdict = learner.card.locator("h3").last
            ink, paper = verdict.evaluate(
                "(e) => [getComputedStyle(e).color, getComputedStyle(e.closest('.pnh-card')).backgroundColor]"
            )
            assert ink != paper and len(learner.card.screenshot()) > 20_000


def test_headings_step_down_one_at_a_time_and_every_question_has_one(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    learner = Learner(page, CASE)
    learner.run(GOOD, BEST)
    outline = page.evaluate(OUTLINE)
    assert [level for level, _ in outline].count(1) == 1
    jumps = [(above, below) for above, below in pairwise(outline) if below[0] > above[0] + 1]
    assert not jumps, jumps
    for question in HERE:
        assert widget(page, question.id).get_by_role("heading").count() >= 1


def test_the_main_button_of_each_question_says_whose_it_is(visit, site):
    """A list of all buttons of the lesson would otherwise hold ten of one name."""
    page = visit.page
    page.goto(site + LESSON)
    names = [
        button.evaluate("(b) => b.ariaLabel ?? b.textContent")
        for button in page.locator("[data-pnh=question] button[data-pnh-main]").all()
    ]
    assert len(names) > 5 and len(set(names)) == len(names), names


def test_a_notice_gives_the_focus_back_and_covers_nothing(visit, site):
    page = visit.page
    page.goto(site + "book/about.html")
    page.evaluate("() => { localStorage['pnh.v1'] = '{not json' }")
    page.goto(site + LESSON)
    dismiss = page.get_by_role("button", name="Dismiss")
    dismiss.wait_for()
    check = page.get_by_role("button", name="Check answer").last
    check.focus()
    box, notice = check.bounding_box(), page.locator(".pnh-notices").bounding_box()
    assert box["y"] + box["height"] <= notice["y"], "the notice lies over what has the focus"
    dismiss.focus()
    page.keyboard.press("Enter")
    assert check.evaluate("(b) => b === document.activeElement")


def test_the_search_says_how_many_pages_it_found(visit, site):
    visit.page.goto(site + "search.html?q=fasciculation")
    visit.page.get_by_role("status").filter(has_text="found").wait_for(state="attached")


def test_on_a_narrow_screen_the_sections_of_a_page_are_two_keys_away(browser, site):
    """The list closes when a link is followed, and the next Tab goes on from the section, not from the top."""
    with visiting(browser, viewport={"width": 390, "height": 844}) as visit:
        page = visit.page
        page.goto(site + LESSON)
        page.locator('[data-pnh="question"][data-pnh-ready="true"]').first.wait_for()
        page.get_by_role("button", name="On this page").focus()
        page.keyboard.press("Enter")
        link = page.get_by_role("link", name="Check yourself", exact=True)
        tab_to(page, link)
        page.keyboard.press("Enter")
        assert page.url.endswith("#check-yourself") and not link.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("() => !!document.activeElement.closest('#check-yourself')")
        visit.no_faults()


# --- the lessons of clinical reasoning ---------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", [RED_FLAGS, WORK_UP, TREATMENT])
def test_every_table_group_picture_and_field_of_the_lesson_has_a_name(lesson, visit, site):
    page = visit.page
    page.goto(site + lesson)
    page.locator(".pnh[data-pnh-ready=true]").last.wait_for()
    for show in page.get_by_role("button", name="Show the comparison").all():
        show.click()
    assert not page.evaluate(UNNAMED)
    assert page.locator(".pnh table").count() > 0


def test_a_stated_chance_is_answered_by_one_voice(visit, site):
    """The curve further down takes the statement in without speaking over the answer."""
    page = visit.page
    page.goto(site + RED_FLAGS)
    question = next(q for q in COURSE.questions.values() if q.type == "probability" and q.lesson in RED_FLAGS)
    card, curve = widget(page, question.id), widget(page, "to-calibration")
    page.evaluate(LISTEN)
    card.get_by_role("spinbutton").focus()
    for key in "35":
        page.keyboard.press(key)
    assert not heard(page), "no chatter while a number is typed"
    page.keyboard.press("Enter")
    curve.get_by_text("1 stated probability so far").wait_for()
    said = heard(page)
    assert len(said) == 1 and said[0].startswith("You said 35%")
    assert focused_inside(card)


def test_two_order_sets_have_buttons_of_their_own_names_and_cover_nothing(browser, site):
    """On a screen enlarged four times the bar with the sum gives way."""
    with visiting(browser, viewport={"width": 320, "height": 256}) as visit:
        page = visit.page
        page.goto(site + WORK_UP)
        cards = [widget(page, tool) for tool in ("to-order-set", "to-order-set-young")]
        names = [card.get_by_role("button", name="Send the order").text_content() for card in cards]
        assert len(set(names)) == len(names)
        cards[0].get_by_role("checkbox").first.focus()
        for _ in range(cards[0].get_by_role("checkbox").count()):
            assert page.evaluate("() => document.activeElement.type") == "checkbox"
            assert page.evaluate(COVERS) is None
            page.keyboard.press("Tab")


def test_a_step_taken_out_of_the_diary_comes_back_as_it_was(visit, site):
    page = visit.page
    page.goto(site + TREATMENT)
    card = widget(page, "to-diary")
    page.evaluate(LISTEN)
    cell = card.get_by_role("textbox", name=re.compile("^Step 3: ")).last
    cell.fill("down")
    press(page, card, "Remove step 3")
    assert heard(page) == ["Step 3 removed. Adding a step brings it back."]
    assert focused_inside(card) and not cell.count()
    press(page, card, "Add a step")
    assert cell.input_value() == "down" and focused_inside(card)

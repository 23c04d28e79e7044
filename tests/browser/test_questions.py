"""Each kind of question in a real browser: by mouse, by keyboard only, and again after a reload."""

from __future__ import annotations

import pytest

from pnh.content import load_course
from tests.browser.conftest import LESSON, tab_to, visiting, widget

COURSE = load_course()
HERE = [question for question in COURSE.questions.values() if question.lesson in LESSON]
OF_KIND = {kind: next(q for q in HERE if q.type == kind)
           for kind in ("sba", "multi", "numeric", "ordering", "matching", "short")}  # fmt: skip


def right_ids(question) -> list[str]:
    return [option["id"] for option in question.data["options"] if option.get("correct")]


def right_order(question) -> list[str]:
    return [
        option["id"] for option in sorted(question.data["options"], key=lambda option: option["position"])
    ]


def answer_by_mouse(card, question) -> None:
    data = question.data
    if question.type in ("sba", "multi"):
        for option in right_ids(question):
            card.locator(f'input[value="{option}"]').check()
    elif question.type == "numeric":
        card.get_by_label("Your answer").fill(str(data["answer"]["value"]).replace(".", ","))
    elif question.type == "matching":
        words = {row["id"]: row["text"] for row in data["right"]}
        selects = card.get_by_role("combobox")
        for place, left in enumerate(data["left"]):
            selects.nth(place).select_option(label=words[data["pairs"][left["id"]]["to"]])
    elif question.type == "short":
        card.get_by_label("Your answer").fill(data["model_answer"])
    else:
        drag_into_order(card, right_order(question), question)


def drag_into_order(card, order, question) -> None:
    """Real pointer movements: each entry is dragged to its place from the top down."""
    text = {option["id"]: option["text"] for option in question.data["options"]}
    page = card.page
    card.scroll_into_view_if_needed()
    for place, option in enumerate(order):
        rows = card.locator("ol > li")
        now = next(n for n in range(rows.count()) if text[option] in rows.nth(n).inner_text())
        if now == place:
            continue
        start, goal = rows.nth(now).bounding_box(), rows.nth(place).bounding_box()
        page.mouse.move(start["x"] + 60, start["y"] + start["height"] / 2)
        page.mouse.down()
        page.mouse.move(goal["x"] + 60, goal["y"] + goal["height"] / 2 + 2, steps=12)
        page.mouse.move(goal["x"] + 60, goal["y"] + 3, steps=4)
        page.mouse.up()


def answer_by_keyboard(page, card, question) -> None:
    data = question.data
    if question.type == "sba":
        group = card.get_by_role("radio")
        wanted = card.locator(f'input[value="{right_ids(question)[0]}"]')
        page.keyboard.press("Tab")
        tab_to(page, group.first)
        page.keyboard.press("Space")
        for _ in range(group.count()):
            if wanted.is_checked():
                break
            page.keyboard.press("ArrowDown")
        assert card.get_attribute("data-pnh-result") is None, "choosing by arrow key must not grade"
    elif question.type == "multi":
        for option in right_ids(question):
            box = card.locator(f'input[value="{option}"]')
            tab_to(page, box)
            page.keyboard.press("Space")
    elif question.type == "numeric":
        tab_to(page, card.get_by_label("Your answer"))
        page.keyboard.type(str(data["answer"]["value"]))
    elif question.type == "matching":
        words = {row["id"]: row["text"] for row in data["right"]}
        for place, left in enumerate(data["left"]):
            tab_to(page, card.get_by_role("combobox").nth(place))
            page.keyboard.type(words[data["pairs"][left["id"]]["to"]][:12])
    elif question.type == "short":
        tab_to(page, card.get_by_label("Your answer"))
        page.keyboard.type(data["model_answer"])
    else:
        text = {option["id"]: option["text"] for option in data["options"]}
        for place, option in enumerate(right_order(question)):
            button = card.get_by_role("button", name=f"Move up: {text[option]}")
            for _ in range(6):
                rows = card.locator("ol > li")
                now = next(n for n in range(rows.count()) if text[option] in rows.nth(n).inner_text())
                if now == place:
                    break
                tab_to(page, button)
                page.keyboard.press("Enter")
                assert button.evaluate("(b) => b === document.activeElement"), (
                    "focus left the entry that moved"
                )


@pytest.mark.parametrize("kind", OF_KIND)
def test_answered_by_mouse_and_found_again_after_a_reload(kind, visit, site):
    question, page = OF_KIND[kind], visit.page
    page.goto(site + LESSON)
    card = widget(page, question.id)
    answer_by_mouse(card, question)
    assert card.get_attribute("data-pnh-result") is None
    card.get_by_role("button", name="Check answer").click()
    assert card.get_attribute("data-pnh-result") == "correct"
    assert card.get_by_role("status").inner_text().strip()
    page.reload()
    card = widget(page, question.id)
    assert card.get_attribute("data-pnh-result") == "correct"
    card.get_by_role("button", name="Try again").click()
    assert card.get_attribute("data-pnh-result") is None
    assert card.get_by_role("button", name="Check answer").is_visible()


@pytest.mark.parametrize("kind", OF_KIND)
def test_answered_by_keyboard_only(kind, visit, site):
    question, page = OF_KIND[kind], visit.page
    page.goto(site + LESSON)
    card = widget(page, question.id)
    card.evaluate("(root) => { root.tabIndex = -1; root.focus(); root.removeAttribute('tabindex') }")
    answer_by_keyboard(page, card, question)
    check = card.get_by_role("button", name="Check answer")
    tab_to(page, check)
    page.keyboard.press("Enter")
    assert card.get_attribute("data-pnh-result") == "correct"
    assert card.evaluate("(root) => root.contains(document.activeElement)"), (
        "the focus fell out of the question"
    )


def test_a_wrong_answer_is_explained_option_by_option_with_sources(visit, site):
    question, page = OF_KIND["sba"], visit.page
    page.goto(site + LESSON)
    card = widget(page, question.id)
    wrong = next(option for option in question.data["options"] if not option.get("correct"))
    for option in question.data["options"]:
        assert option["rationale"][:50] not in card.inner_text(), "an explanation shows before the answer"
    card.locator(f'input[value="{wrong["id"]}"]').check()
    card.get_by_role("button", name="Check answer").click()
    assert card.get_attribute("data-pnh-result") == "incorrect"
    shown = " ".join(card.inner_text().split())
    for option in question.data["options"]:
        assert option["rationale"].strip()[:50] in shown
    for link in card.locator('a[href*="bibliography.html#"]').all():
        assert link.get_attribute("href").startswith("../book/bibliography.html#")


def test_checking_without_an_answer_says_what_is_missing(visit, site):
    visit.page.goto(site + LESSON)
    for question in OF_KIND.values():
        if question.type == "ordering":  # an order is always an answer
            continue
        card = widget(visit.page, question.id)
        card.get_by_role("button", name="Check answer").click()
        assert card.get_attribute("data-pnh-result") is None
        assert len(card.get_by_role("status").inner_text().strip()) > 10


def test_a_question_that_was_edited_does_not_take_the_old_answer(visit, site):
    question, page = OF_KIND["sba"], visit.page
    page.goto(site + LESSON)
    card = widget(page, question.id)
    answer_by_mouse(card, question)
    card.get_by_role("button", name="Check answer").click()
    page.evaluate(
        "(id) => { const kept = JSON.parse(localStorage['pnh.v1']); kept.state[id].hash = '00000000';"
        " localStorage['pnh.v1'] = JSON.stringify(kept) }",
        question.id,
    )
    page.reload()
    card = widget(page, question.id)
    assert card.get_attribute("data-pnh-result") is None
    assert card.locator("input:checked").count() == 0
    assert "changed" in card.inner_text()


def test_in_a_seminar_the_explanation_waits_for_the_teacher(visit, site):
    question, page = OF_KIND["sba"], visit.page
    page.goto(site + LESSON)
    size = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
    page.goto(site + LESSON + "?seminar")
    assert page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)") > 1.3 * size
    card = widget(page, question.id)
    answer_by_mouse(card, question)
    card.get_by_role("button", name="Check answer").click()
    general = question.data["feedback"]["general"].strip()[:40]
    assert general not in card.inner_text()
    card.get_by_role("button", name="Reveal to the room").click()
    card.get_by_role("button", name="Reveal to the room").wait_for(state="detached")
    assert general in " ".join(card.inner_text().split())


def test_without_javascript_question_options_and_explanations_can_be_read(browser, site):
    with visiting(browser, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(site + LESSON)
        for question in OF_KIND.values():
            still = page.locator(f'.pnh[data-pnh-id="{question.id}"]')
            assert question.data["stem"].replace("<q>", "“")[:15].strip("“") in still.inner_text().replace(
                "\n", " "
            )
            assert not still.get_by_text("Run this cell").is_visible()
            still.locator("summary").first.click()
            for option in question.data.get("options", []):
                assert still.get_by_text(option["rationale"].strip()[:40]).first.is_visible()
        menu = page.get_by_role("button", name="Menu")
        page.set_viewport_size({"width": 390, "height": 800})
        menu.click()
        assert page.get_by_role("link", name="Glossary").first.is_visible()


def test_glossary_terms_show_their_meaning_on_focus_and_hide_it_on_escape(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    term = page.locator("a.pnh-term").first
    meaning = term.get_attribute("data-def")
    term.focus()
    shown = page.get_by_text(meaning[:40])
    shown.wait_for()
    page.keyboard.press("Escape")
    shown.wait_for(state="hidden")

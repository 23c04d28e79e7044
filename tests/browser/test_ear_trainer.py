"""The ear trainer in a real browser: named blind by mouse and by keyboard, spaced, kept, and honest about mistakes."""

from __future__ import annotations

import pytest

from pnh.models.emg import kind_texts
from tests.browser.conftest import tab_to, visiting, widget
from tests.browser.laboratory import HEARD, PAGES, measures, wait_for_goal

NAMES = {kind_id: kind.name for kind_id, kind in kind_texts().items()}
WORDS = {kind_id: kind.in_words for kind_id, kind in kind_texts().items()}
PAGE = PAGES["ex-ear"]


@pytest.fixture
def card(visit, site):
    visit.page.add_init_script(HEARD)
    visit.page.goto(site + PAGE)
    return alive(visit.page)


def alive(page):
    """The trainer, once its first recording stands."""
    found = widget(page, "ex-ear")
    found.get_by_role("group", name="Which kind is it?").or_(
        found.get_by_role("button", name="Next recording")
    ).first.wait_for()
    found.locator(".pnh-bench svg[role=img]").wait_for()
    return found


def kept(page) -> dict:
    """What the trainer has stored, as the test's own copy: it knows the answer."""
    return page.evaluate("() => JSON.parse(localStorage['pnh.v1']).state['ex-ear'].data.bench")


def choices(card):
    return card.get_by_role("group", name="Which kind is it?").get_by_role("button")


def wait_for_answers(card, count: int) -> None:
    card.page.wait_for_function(
        "([root, count]) => JSON.parse(root.dataset.pnhMeasures ?? '{}').answered === count",
        arg=[card.element_handle(), count],
    )


def answer(card, right: bool, press=lambda button: button.click()) -> str:
    """Choose a name, the right one or another; the first recording of a visit is not stored yet and is guessed."""
    before = measures(card)["answered"]
    if before or card.page.evaluate("() => !!JSON.parse(localStorage['pnh.v1'] ?? '{}').state?.['ex-ear']"):
        true_name = NAMES[kept(card.page)["now"]["kind"]]
        name = (
            true_name
            if right
            else next(text for text in choices(card).all_inner_texts() if text != true_name)
        )
    else:
        name = choices(card).first.inner_text()
    press(choices(card).and_(card.get_by_role("button", name=name, exact=True)))
    wait_for_answers(card, before + 1)
    return name


def go_on(card, press=lambda button: button.click()) -> None:
    press(card.get_by_role("button", name="Next recording"))
    choices(card).first.wait_for()


def has_focus(locator) -> bool:
    return locator.evaluate("(element) => element === document.activeElement")


def test_nothing_on_the_page_gives_the_name_away(card):
    """Neither text nor label nor any attribute outside the choices changes with the name before it is chosen."""
    seen = set()
    for number in range(12):
        if number:
            kind = kept(card.page)["now"]["kind"]
            seen.add(kind)
            shown = card.evaluate(
                """(root) => {
                    const copy = root.cloneNode(true);
                    copy.querySelectorAll('.pnh-kinds, .pnh-answers, .pnh-goals, .pnh-limits, .pnh-stem').forEach((part) => part.remove());
                    return copy.outerHTML;
                }"""
            )
            assert NAMES[kind] not in shown and f'"{kind}"' not in shown and f">{kind}<" not in shown
            assert kind not in card.get_attribute("data-pnh-measures")
            status = card.get_by_role("status").first
            status.get_by_text(f"Recording {number + 1}. Which kind is it?").wait_for()
        answer(card, right=number % 4 != 3)
        go_on(card)
    assert len(seen) >= 4


def test_four_in_a_row_by_mouse_and_the_table_and_the_reload(card, visit, site):
    page = visit.page
    assert choices(card).all_inner_texts() == [
        NAMES[kind]
        for kind in NAMES
        if kind in ("fasciculation", "neuromyotonic", "fibrillation", "interference-normal")
    ]
    answer(card, right=True)
    for _ in range(4):
        go_on(card)
        answer(card, right=True)
    wait_for_goal(card, "four")
    assert measures(card)["right_in_a_row"] >= 4
    card.get_by_text("Your answers so far", exact=True).click()
    table = card.get_by_role("table")
    assert table.get_by_role("rowheader").count() and table.locator("caption").inner_text()
    assert sum(int(text) for text in table.locator("td").all_inner_texts() if text) == 5
    state, before = kept(page), measures(card)
    page.reload()
    card = alive(page)
    wait_for_answers(card, 5)
    assert measures(card) == before and kept(page) == state
    assert card.locator('[data-pnh-goal="four"][data-pnh-reached="true"]').count()
    assert card.get_by_role("button", name="Next recording").is_visible(), (
        "the answer that was given still stands"
    )


def test_four_in_a_row_by_keyboard_alone_and_the_focus_is_never_lost(card, visit):
    page = visit.page
    card.evaluate("(root) => { root.tabIndex = -1; root.focus(); }")

    def press(button) -> None:
        tab_to(page, button, limit=40)
        page.keyboard.press("Enter")

    answer(card, right=True, press=press)
    for number in range(4):
        verdict = card.get_by_role("heading", name="Right:").or_(card.get_by_role("heading", name="It was:"))
        assert has_focus(verdict), "after the answer the focus is on the verdict"
        go_on(card, press=press)
        recording = card.get_by_role("heading", name=f"Recording {number + 2}", exact=True)
        assert has_focus(recording), "and then on the next recording"
        answer(card, right=True, press=press)
        card.get_by_role("heading", name="Right: ").wait_for()
        assert "Right" not in card.get_by_role("status").first.inner_text(), "the heading has said it"
    wait_for_goal(card, "four")


def test_a_mistake_stands_beside_what_it_was_taken_for_and_comes_back_soon(card, visit):
    page = visit.page
    answer(card, right=True)
    go_on(card)
    mistaken = kept(page)["now"]["kind"]
    chosen = answer(card, right=False)
    card.get_by_role("heading", name=f"Not that one. It was: {NAMES[mistaken]}", exact=True).wait_for()
    card.get_by_role("heading", name=f"You chose: {chosen}", exact=True).wait_for()
    assert measures(card)["right_in_a_row"] == 0
    status = card.get_by_role("status").first
    assert NAMES[mistaken] not in status.inner_text(), "the heading has said it, and once is enough"
    assert card.locator(".pnh-known .pnh-cite").count() >= 1, "with the sources of what is said"
    comparison = card.get_by_role("group", name=f"For comparison: {chosen}")
    for play in (
        card.get_by_role("button", name="Play").first,
        comparison.get_by_role("button", name="Play"),
    ):
        play.click()
    page.wait_for_function("() => window.heard.length === 2")
    sounds = page.evaluate("() => window.heard.map(({ samples }) => samples)")
    assert sounds[0] != sounds[1] and len(sounds[0]) == len(sounds[1]) == 40_000
    dealt = []
    for _ in range(4):
        go_on(card)
        dealt.append(kept(page)["now"]["kind"])
        answer(card, right=True)
    assert dealt.index(mistaken) in (2, 3), f"{mistaken} did not come back after two or three others: {dealt}"


def test_more_names_come_in_when_the_first_are_known_and_eight_can_be_named(card, visit):
    answer(card, right=True)
    sizes = []
    for _ in range(24):
        go_on(card)
        sizes.append(choices(card).count())
        answer(card, right=True)
        if measures(card)["kinds_right"] >= 8 and measures(card)["answered"] >= 20:
            break
    assert sizes == sorted(sizes) and sizes[0] == 4 and sizes[-1] > 8
    wait_for_goal(card, "eight")
    wait_for_goal(card, "twenty")


def test_it_can_be_read_in_words_and_the_trace_can_be_hidden(card, visit):
    page = visit.page
    answer(card, right=True)
    go_on(card)
    words = card.get_by_text(WORDS[kept(page)["now"]["kind"]])
    assert not words.is_visible()
    card.get_by_text("Read it in words").click()
    assert words.is_visible()
    card.get_by_label("Show the trace").uncheck()
    card.get_by_text("The trace is hidden.").wait_for()
    answer(card, right=True)
    go_on(card)
    assert card.get_by_text("The trace is hidden.").is_visible(), "it stays hidden for the next one"
    assert not card.locator("details[open]").count(), "and the words are folded up again"
    card.get_by_label("Show the trace").check()
    card.locator(".pnh-bench svg[role=img]").wait_for()


def test_nothing_plays_by_itself_and_each_recording_is_its_own(card, visit):
    page = visit.page
    heard = []
    for _ in range(3):
        answer(card, right=True)
        go_on(card)
        page.wait_for_timeout(300)
        assert page.evaluate("() => window.heard.length") == len(heard)
        card.get_by_role("button", name="Play").first.click()
        page.wait_for_function("(count) => window.heard.length === count", arg=len(heard) + 1)
        heard.append(tuple(page.evaluate("() => window.heard.at(-1).samples")))
    assert len(set(heard)) == 3


def test_reset_clears_the_answers(card, visit):
    answer(card, right=True)
    go_on(card)
    answer(card, right=False)
    card.get_by_role("button", name="Reset").click()
    wait_for_answers(card, 0)
    choices(card).first.wait_for()
    assert not card.get_by_text("Your answers so far").count()
    visit.page.wait_for_function(
        "() => !Object.keys(JSON.parse(localStorage['pnh.v1']).state['ex-ear'].data.bench.counts).length"
    )


def test_two_visitors_are_dealt_different_recordings(browser, site):
    first = []
    for _ in range(3):
        with visiting(browser) as visit:
            visit.page.goto(site + PAGE)
            card = alive(visit.page)
            first.append(card.locator(".pnh-bench svg[role=img] path").first.get_attribute("d"))
            visit.no_faults()
    assert len(set(first)) == 3


def test_a_state_that_makes_no_sense_is_replaced(visit, site):
    page = visit.page
    page.goto(site + PAGE)
    card = alive(page)
    answer(card, right=True)
    page.evaluate(
        """() => {
            const record = JSON.parse(localStorage['pnh.v1']);
            Object.assign(record.state['ex-ear'].data.bench, { now: { kind: 'constructor', seed: '<b>' }, counts: { silence: { silence: 1e999 } } });
            localStorage['pnh.v1'] = JSON.stringify(record);
        }"""
    )
    page.goto("about:blank")
    page.goto(site + PAGE)
    card = alive(page)
    wait_for_answers(card, 0)
    choices(card).first.click()
    wait_for_answers(card, 1)
    assert kept(page)["now"]["kind"] in NAMES
    go_on(card)
    answer(card, right=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_table_scrolls_inside_itself_on_a_phone(browser, site, theme):
    with visiting(browser, viewport={"width": 390, "height": 800}, color_scheme=theme) as visit:
        page = visit.page
        page.goto(site + PAGE)
        card = alive(page)
        answer(card, right=True)
        page.evaluate(
            """(kinds) => {
                const record = JSON.parse(localStorage['pnh.v1']);
                record.state['ex-ear'].data.bench.counts = Object.fromEntries(kinds.map((dealt) => [dealt, Object.fromEntries(kinds.map((chosen) => [chosen, 3]))]));
                localStorage['pnh.v1'] = JSON.stringify(record);
            }""",
            list(NAMES),
        )
        page.goto("about:blank")
        page.goto(site + PAGE)
        card = alive(page)
        card.get_by_text("Your answers so far", exact=True).click()
        region = card.get_by_role("region", name="Your answers so far, a table")
        assert region.evaluate("(box) => box.scrollWidth > box.clientWidth + 100")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("(box) => box.scrollLeft > 0", arg=region.element_handle())
        visit.no_faults()

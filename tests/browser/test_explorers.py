"""The nerve laboratory in a real browser: every explorer by mouse and by keyboard, its goals and address."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import tab_to, visiting, widget
from tests.browser.laboratory import (
    EXPLORERS,
    GOALS,
    HEARD,
    PAGES,
    input_of,
    labels,
    set_values,
    wait_for_goal,
)


def reload_fresh(page, site: str, address: str) -> None:
    """The page as a new learner meets it."""
    page.goto("about:blank")  # what is saved in leaving is saved now
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": site.rstrip("/"), "storageTypes": "local_storage"}
    )
    page.goto(address)


WITH_SETTINGS = [explorer_id for explorer_id in EXPLORERS if explorer_id in GOALS]


def test_every_explorer_stands_on_a_page_and_every_goal_has_a_known_way():
    for explorer_id, explorer in EXPLORERS.items():
        if explorer.bench == "ear":  # its goals are answers, driven below
            continue
        goals = {goal["id"] for goal in explorer.data["goals"]}
        assert set(GOALS[explorer_id]) == goals, explorer_id


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
@pytest.mark.parametrize("home", ["http", "file"])
def test_explorers_come_to_life_and_show_a_picture_with_its_words(visit, site, book, home, name):
    page = visit.page
    page.add_init_script(HEARD)
    page.goto((site if home == "http" else book.as_uri() + "/") + name)
    for explorer_id in (explorer_id for explorer_id, where in PAGES.items() if where == name):
        card = widget(page, explorer_id)
        page.wait_for_function("(root) => root.dataset.pnhMeasures", arg=card.element_handle())
        pictures = card.locator("svg[role=img]")
        assert pictures.count() >= 1
        for picture in pictures.all():
            name = picture.evaluate(
                "(e) => e.getAttribute('aria-label') ?? document.getElementById(e.getAttribute('aria-labelledby')).textContent"
            )
            assert len(name) > 20
        for limit in EXPLORERS[explorer_id].data["limits"]:
            assert limit["text"].split("<")[0][:40] in " ".join(card.inner_text().split())
    assert not page.evaluate("() => window.heard.length"), "nothing plays by itself"


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
def test_explorers_fit_a_phone_in_both_themes(browser, site, name):
    with visiting(browser, viewport={"width": 390, "height": 800}) as visit:
        visit.page.goto(site + name)
        for theme in ("light", "dark"):
            visit.page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
            for explorer_id in (explorer_id for explorer_id, where in PAGES.items() if where == name):
                fits_a_phone(widget(visit.page, explorer_id))
        visit.no_faults()


def fits_a_phone(card) -> None:
    wide = card.evaluate(
        """(root) => [...root.querySelectorAll('*')].filter((e) => {
            const box = e.getBoundingClientRect();
            return box.width && (box.right > innerWidth + 1 || box.left < -1) && !e.closest('.pnh-ears, .pnh-scroll');
        }).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert not wide, "\n".join(wide[:5])
    small = card.evaluate(
        """(root) => [...root.querySelectorAll('button, input, select, summary')].filter((e) => {
            const box = e.getBoundingClientRect();
            return box.width && (box.width < 24 || box.height < 24)
              && !(e.labels?.[0] && e.labels[0].getBoundingClientRect().height >= 24);
        }).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert not small, "\n".join(small[:5])


@pytest.mark.parametrize("explorer_id", WITH_SETTINGS)
def test_every_goal_ticks_itself_when_it_is_reached(visit, site, explorer_id):
    page = visit.page
    page.add_init_script(HEARD)
    for goal_id, values in GOALS[explorer_id].items():
        reload_fresh(page, site, site + PAGES[explorer_id])
        card = widget(page, explorer_id)
        goal = next(goal for goal in EXPLORERS[explorer_id].data["goals"] if goal["id"] == goal_id)
        assert card.locator(f'[data-pnh-goal="{goal_id}"]').get_attribute("data-pnh-reached") is None
        set_values(card, explorer_id, values)
        if any(condition["of"] == "heard" for condition in goal["when"]):
            card.get_by_role("button", name="Play").first.click()
        wait_for_goal(card, goal_id)
        assert card.get_by_role("status").first.inner_text().strip()


@pytest.mark.parametrize("explorer_id", WITH_SETTINGS)
def test_a_goal_is_reached_by_keyboard_alone(visit, site, explorer_id):
    page = visit.page
    page.goto(site + PAGES[explorer_id])
    card = widget(page, explorer_id)
    goal_id, values = next(
        (goal_id, values) for goal_id, values in GOALS[explorer_id].items() if goal_id != "crackle" and values
    )
    card.evaluate("(root) => { root.tabIndex = -1; root.focus(); }")
    for name, value in values.items():
        control = labels(explorer_id)[name]
        found = input_of(card, control)
        tab_to(page, found, limit=40)
        if control["kind"] == "switch":
            if found.is_checked() != value:
                page.keyboard.press("Space")
        elif control["kind"] == "select":
            offered = [option["value"] for option in control["options"]]
            for _ in range(offered.index(value)):
                page.keyboard.press("ArrowDown")
        else:
            presses = round((value - control["value"]) / control["step"])
            for _ in range(abs(presses)):
                page.keyboard.press("ArrowRight" if presses > 0 else "ArrowLeft")
        assert found.evaluate("(input) => input === document.activeElement"), "the control keeps the focus"
    wait_for_goal(card, goal_id)


def test_the_map_is_walked_by_arrow_keys(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-map"])
    card = widget(page, "ex-map")
    card.evaluate("(root) => { root.tabIndex = -1; root.focus(); }")
    cell = card.get_by_role("gridcell")
    tab_to(page, cell, limit=20)
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    for _ in range(8):
        page.keyboard.press("ArrowDown")
    there = card.get_by_role("gridcell", name="Kv7 60% of normal, persistent sodium 2 times normal")
    there.wait_for()
    assert there.evaluate("(cell) => cell === document.activeElement"), "no key is lost, nor the focus"
    wait_for_goal(card, "frontier")


def test_the_corner_of_the_map_is_a_block_and_not_the_healthy_field(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-map"])
    card = widget(page, "ex-map")
    input_of(card, labels("ex-map")["kv7_pct"]).fill("0")
    input_of(card, labels("ex-map")["nap_x"]).fill("3")
    card.get_by_role(
        "gridcell", name=re.compile(r"^Kv7 0%.* 3 times normal: 9 spikes at most, then no rest")
    ).wait_for()
    card.get_by_role("status").get_by_text("this is not rest").wait_for()
    assert "no rest: a block" in card.locator(".pnh-key").first.text_content()


def test_an_opener_slider_runs_from_nothing_on_the_left(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-pharmacy"])
    opener = input_of(widget(page, "ex-pharmacy"), labels("ex-pharmacy")["kv7_shift_mv"])
    opener.focus()
    page.keyboard.press("ArrowRight")
    assert opener.input_value() == "-0.5"


def test_a_click_on_the_map_loads_that_point(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-map"])
    card = widget(page, "ex-map")
    card.get_by_role("grid").scroll_into_view_if_needed()
    box = card.get_by_role("grid").bounding_box()
    page.mouse.click(box["x"] + 0.6 * box["width"], box["y"] + 0.5 * box["height"])
    page.wait_for_function("(root) => JSON.parse(root.dataset.pnhMeasures).picked", arg=card.element_handle())
    kv7 = input_of(card, labels("ex-map")["kv7_pct"]).input_value()
    assert f"Kv7 {kv7}%" in card.get_by_role("gridcell").get_attribute("aria-label")


def test_reset_and_reload_and_the_progress_page(visit, site):
    page = visit.page
    page.goto(site + PAGES["ex-one-pulse"])
    card = widget(page, "ex-one-pulse")
    set_values(card, "ex-one-pulse", {"kv7_pct": 60, "nap_x": 2})
    wait_for_goal(card, "burst")
    page.reload()
    card = widget(page, "ex-one-pulse")
    wait_for_goal(card, "burst")
    assert input_of(card, labels("ex-one-pulse")["kv7_pct"]).input_value() == "60", "the setting is kept"
    card.get_by_role("button", name="Reset").click()
    expect(input_of(card, labels("ex-one-pulse")["kv7_pct"])).to_have_value("100")
    page.goto(site + "book/progress.html")
    row = page.get_by_role("row", name=EXPLORERS["ex-one-pulse"].title)
    assert f"1 of {len(EXPLORERS['ex-one-pulse'].data['goals'])}" in row.inner_text()
    assert row.get_by_role("link").get_attribute("href").endswith(PAGES["ex-one-pulse"])


def test_a_setting_travels_in_the_address(browser, site, book):
    for home in (site, book.as_uri() + "/"):
        with visiting(browser) as first:
            page = first.page
            page.goto(home + PAGES["ex-one-pulse"])
            card = widget(page, "ex-one-pulse")
            set_values(card, "ex-one-pulse", {"kv7_pct": 60, "nap_x": 2})
            card.get_by_role("button", name="Copy a link to this setting").click()
            page.wait_for_function("() => location.hash.includes('kv7_pct=60')")
            address = page.url
            first.no_faults()
        with visiting(browser) as second:
            second.page.goto(address)
            card = widget(second.page, "ex-one-pulse")
            second.page.wait_for_function(
                "(root) => JSON.parse(root.dataset.pnhMeasures ?? '{}').spikes >= 10",
                arg=card.element_handle(),
            )
            assert input_of(card, labels("ex-one-pulse")["nap_x"]).input_value() == "2"
            second.page.wait_for_function(
                "(root) => { const top = root.getBoundingClientRect().top; return top > -40 && top < innerHeight / 2; }",
                arg=card.element_handle(),
            )
            second.no_faults()


HOSTILE = [
    "#ex-one-pulse&kv7_pct=999",
    "#ex-one-pulse&kv7_pct=NaN&nap_x=Infinity",
    "#ex-one-pulse&kv7_pct=1e400",
    "#ex-one-pulse&patient=__proto__",
    "#ex-one-pulse&__proto__=1&constructor=2",
    "#ex-one-pulse&kv7_pct=" + quote("<img src=x onerror=alert(1)>"),
    "#ex-one-pulse&" + "kv7_pct=60&" * 2000,
    "#ex-one-pulse&%E0%A4%A",
]


@pytest.mark.parametrize("hash_", HOSTILE, ids=lambda text: text[14:50])
def test_a_hostile_address_gives_the_defaults_and_a_plain_message(visit, site, hash_):
    page = visit.page
    page.goto(site + PAGES["ex-one-pulse"] + hash_)
    card = widget(page, "ex-one-pulse")
    page.wait_for_function("(root) => root.dataset.pnhMeasures", arg=card.element_handle())
    values = {name: input_of(card, control).input_value() for name, control in labels("ex-one-pulse").items()}
    if "kv7_pct=60" not in hash_:
        assert values["kv7_pct"] == "100"
        words = card.get_by_role("status").first.inner_text()
        assert "does not fit" in words or "no setting" in words, words
    assert not page.locator("img[src=x]").count()


# --- without script, on paper, and where it is not ------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
def test_without_javascript_a_drawing_with_words_stands_in_their_place(browser, site, name):
    with visiting(browser, java_script_enabled=False) as visit:
        visit.page.goto(site + name)
        for explorer_id in (explorer_id for explorer_id, where in PAGES.items() if where == name):
            still = visit.page.locator(f'.pnh[data-pnh-id="{explorer_id}"]')
            drawing = still.locator("svg[role=img]")
            assert drawing.is_visible() and drawing.bounding_box()["width"] > 250
            assert (
                drawing.get_attribute("aria-label")[:40] == EXPLORERS[explorer_id].data["still"]["alt"][:40]
            )
            for goal in EXPLORERS[explorer_id].data["goals"]:
                assert goal["text"].split("<")[0][:30] in " ".join(still.inner_text().split())
            assert not still.get_by_role("button").count()


def test_pages_without_an_explorer_do_not_load_the_laboratory(visit, site):
    visit.page.goto(site + "book/glossary.html")
    assert not [url for url in visit.requests if "pnh-lab" in url or "pnh-case" in url]


def test_without_a_network_the_laboratory_works_on(browser, site):
    """Long runs in their worker too: nothing is fetched after the page has come."""
    with visiting(browser) as visit:
        page = visit.page
        page.goto(site + PAGES["ex-bench"])
        card = widget(page, "ex-bench")
        page.context.set_offline(True)
        set_values(card, "ex-bench", GOALS["ex-bench"]["only-at-20"])
        wait_for_goal(card, "only-at-20")
        visit.no_faults()


def test_where_workers_are_refused_long_runs_still_finish(browser, site):
    with visiting(browser) as visit:
        page = visit.page
        page.add_init_script(
            "window.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };"
        )
        page.goto(site + PAGES["ex-bench"])
        card = widget(page, "ex-bench")
        set_values(card, "ex-bench", GOALS["ex-bench"]["hidden"])
        wait_for_goal(card, "hidden", timeout=60_000)
        visit.no_faults()

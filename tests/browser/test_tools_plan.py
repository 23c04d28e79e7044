"""An order of tests, the ladder and the diary in a real browser."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import tab_to, widget
from tests.browser.learner import plain
from tests.browser.tools import COURSE, TOOLS, is_focused, measures, open_tool, says, start_at, until, words

# --- an order of tests -------------------------------------------------------------------------------------------

ORDERS = [tool_id for tool_id, tool in TOOLS.items() if tool.kind == "order-set"]


def order_of(tool_id: str) -> tuple[list[dict], dict, dict]:
    """Its tests, a harmful one and one that changes something (else one that is harmless)."""
    tests = TOOLS[tool_id].data["order_set"]["tests"]
    harmful = next(test for test in tests if test["verdict"] == "harmful")
    other = [test for test in tests if test["verdict"] != "harmful"]
    return tests, harmful, next((test for test in other if test["changes"]), other[0])


@pytest.mark.parametrize("tool_id", ORDERS)
def test_an_order_is_summed_up_and_explained(tool_id, visit, site):
    tests, harmful, useful = order_of(tool_id)
    page = visit.page
    card = open_tool(page, site, tool_id)
    assert card.get_by_role("checkbox").count() == len(tests)
    card.get_by_role("button", name="Send the order").click()
    assert "at least one test" in card.get_by_role("status").inner_text()
    assert plain(harmful["why"]) not in words(card)
    for test in (harmful, useful):
        card.get_by_role("checkbox", name=plain(test["label"]), exact=True).check()
    cost, days = harmful["cost"] + useful["cost"], max(harmful["days"], useful["days"])
    budget = TOOLS[tool_id].data["order_set"]["budget"]
    till = card.get_by_role("status").inner_text()
    assert f"Cost {cost} of {budget['cost']}" in till and f"after {days} of {budget['days']} days" in till
    card.get_by_role("button", name="Send the order").click()
    assert card.get_attribute("data-pnh-result") == "stated"
    changed = [test for test in (harmful, useful) if test["changes"]]
    missed = [test for test in tests if test["changes"] and test not in changed]
    summed = words(card.locator(".to-sum"))
    assert f"{len(changed)} of 2 tests changed something." in summed and "1 did harm." in summed
    assert (f"{len(missed)} you did not order" in summed) == bool(missed)
    shown = words(card)
    for test in (harmful, useful, *missed):
        assert plain(test["shows"]) in shown and plain(test["why"]) in shown
    item = card.locator("ul.to-list").first.locator("li.to-harmful")
    assert item.count() == 1 and plain(harmful["label"]) in words(item) and "harmful here" in words(item)
    page.reload()
    card = widget(page, tool_id)
    assert card.get_attribute("data-pnh-result") == "stated"
    card.get_by_role("button", name="Try again").click()
    assert card.get_attribute("data-pnh-result") is None
    assert card.locator("input:checked").count() == 0 and plain(harmful["why"]) not in words(card)


def test_an_order_by_keyboard_only(visit, site):
    page = visit.page
    useful = order_of("to-order-set")[2]
    card = open_tool(page, site, "to-order-set")
    start_at(card)
    tab_to(page, card.get_by_role("checkbox", name=plain(useful["label"]), exact=True))
    page.keyboard.press("Space")
    tab_to(page, card.get_by_role("button", name="Send the order"))
    page.keyboard.press("Enter")
    assert card.get_attribute("data-pnh-result") == "stated"
    assert is_focused(card.get_by_role("heading", name="What came back"))
    tab_to(page, card.get_by_role("button", name="Try again"))
    page.keyboard.press("Enter")
    assert is_focused(card.get_by_role("checkbox").first)
    assert measures(card)["tests"] == 0


# --- the ladder --------------------------------------------------------------------------------------------------


def test_the_ladder_filters_opens_an_entry_and_gives_the_focus_back(visit, site):
    page, ladder = visit.page, COURSE.treatments
    card = open_tool(page, site, "to-ladder")
    entries = ladder["entries"]
    until(card, shown=len(entries), of=len(entries))
    assert card.locator("tbody button").count() == len(entries)
    for_cfs = [entry for entry in entries if entry["condition"] == "cfs"]
    label = next(condition["label"] for condition in ladder["conditions"] if condition["id"] == "cfs")
    card.get_by_role("radio", name=label, exact=True).check()
    until(card, shown=len(for_cfs))
    says(card, f"{len(for_cfs)} of {len(entries)} entries are shown.")
    assert card.locator("tbody button").count() == len(for_cfs)
    peopled = {entry["rung"] for entry in for_cfs}
    empty = [rung for rung in ladder["rungs"] if rung["id"] not in peopled]
    assert empty, "no rung is empty for the syndrome"
    for rung in empty:
        assert plain(rung["empty"]["cfs"]) in words(card.get_by_role("row").filter(has_text=rung["label"]))
    entry = next(entry for entry in for_cfs if entry["rung"] == "case-series" and entry["n"])
    button = card.get_by_role("button", name=re.compile(re.escape(plain(entry["treatment"])))).first
    button.focus()
    page.keyboard.press("Enter")
    until(card, open=entry["id"])
    opened = card.get_by_role("group", name=plain(entry["treatment"]))
    assert is_focused(opened.get_by_role("heading")) and plain(entry["says"]) in words(opened)
    assert f"n = {entry['n']}" in words(opened)
    opened.locator("summary").click()
    claims = {name: claim for claim in COURSE.claims.values() for name in (claim.id, *claim.also)}
    for claim_id in entry["claims"]:
        assert plain(claims[claim_id].claim) in words(opened)
    opened.get_by_role("button", name="Close").click()
    until(card, open=None)
    assert is_focused(button) and button.get_attribute("aria-expanded") == "false"
    card.get_by_label("Class").select_option("Immunotherapy")
    until(card, shown=len([e for e in for_cfs if "immunotherapy" in e["class"].casefold()]))


# --- the diary ---------------------------------------------------------------------------------------------------


def test_the_diary_is_kept_grows_shrinks_and_asks_before_it_is_emptied(visit, site):
    page, diary = visit.page, TOOLS["to-diary"].data["diary"]
    card = open_tool(page, site, "to-diary")
    for label in ("Goal", "Measure", "Stopping rule", "Harm watch"):
        card.get_by_label(label, exact=True).fill(f"{label} of mine")
    assert not re.search(r"\bdose|\bmg\b", " ".join(card.locator("th, label").all_inner_texts()).casefold())
    at_first = measures(card)["steps"]
    card.get_by_label("Step 2: date").fill("2026-03-01")
    card.get_by_role("textbox", name=re.compile("^Step 2: ")).nth(1).fill("four")
    add = card.get_by_role("button", name="Add a step")
    for n in range(at_first, diary["steps"]):
        add.click()
        assert is_focused(card.get_by_label(f"Step {n + 1}: date"))
    assert not add.count() and card.locator("tbody tr").count() == diary["steps"]
    card.get_by_role("button", name=f"Remove step {diary['steps']}").click()
    page.reload()
    card = widget(page, "to-diary")
    assert card.get_by_label("Harm watch", exact=True).input_value() == "Harm watch of mine"
    assert card.get_by_label("Step 2: date").input_value() == "2026-03-01"
    assert "four" in card.get_by_role("textbox").evaluate_all(
        "(fields) => fields.map((field) => field.value)"
    )
    assert measures(card)["steps"] == diary["steps"] - 1
    empty = card.get_by_role("button", name="Empty the diary")
    for answer, left in (("Keep it", "Goal of mine"), ("Yes, empty it", "")):
        empty.click()
        assert card.get_by_label("Goal", exact=True).input_value() == "Goal of mine", (
            "one press must not empty"
        )
        card.get_by_role("button", name=answer).click()
        assert card.get_by_label("Goal", exact=True).input_value() == left
        assert is_focused(empty)
    assert measures(card)["steps"] == at_first


def test_the_diary_is_printed_alone_and_without_buttons(visit, site):
    page = visit.page
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1 }")
    card = open_tool(page, site, "to-diary")
    card.get_by_label("Goal", exact=True).fill("To sleep until five")
    card.get_by_role("button", name="Print the diary").click()
    assert page.evaluate("() => window.printed") == 1
    page.emulate_media(media="print")
    assert card.get_by_label("Goal", exact=True).is_visible() and card.get_by_role("table").is_visible()
    assert not [button for button in card.locator("button").all() if button.is_visible()]
    assert not page.locator("h1").is_visible() and not page.locator('[data-pnh-id="to-ladder"]').is_visible()
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible(), "the page comes back after printing"

"""Sorting cards, by keyboard and by mouse, in a real browser."""

from __future__ import annotations

import pytest

from tests.browser.conftest import tab_to, widget
from tests.browser.learner import plain
from tests.browser.tools import (
    TOOLS,
    events_of,
    is_focused,
    letters,
    of_kind,
    open_tool,
    says,
    shown,
    start_at,
    until,
    words,
)


def heap(card, row: dict):
    """The card that says this, while it is still to be sorted."""
    return card.locator("ol.to-cards > li").filter(
        has=card.page.get_by_role("group", name=plain(row["text"]))
    )


@pytest.mark.parametrize("tool_id", of_kind("sort"))
def test_all_cards_are_sorted_by_keyboard_and_every_one_is_explained(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["sort"]
    bins, cards = data["bins"], data["cards"]
    card = open_tool(page, site, tool_id)
    assert card.locator("ol.to-cards > li").count() == len(cards)
    closed = shown(page.locator("main"))
    for row in cards:
        assert letters(row["why"]) not in closed, f"{row['id']} is explained before it is sorted"
    start_at(card)
    names = [plain(row["text"]) for row in cards]
    order = [names.index(words(legend)) for legend in card.locator("ol.to-cards legend").all()]
    assert sorted(order) == list(range(len(cards)))
    for place, at in enumerate(order):
        row = cards[at]
        radios = card.locator("ol.to-cards > li").nth(place).get_by_role("radio")
        tab_to(page, radios.first)
        if place == 3:  # asked too early, it says how many still lie there and goes to the first of them
            card.get_by_role("button", name="Compare with ours").focus()
            page.keyboard.press("Enter")
            says(card, f"{len(cards) - 3} cards still lie unsorted.")
            assert is_focused(radios.first)
        page.keyboard.press("Space")
        for _ in range([pile["id"] for pile in bins].index(row["bin"])):
            page.keyboard.press("ArrowDown")
        until(card, placed=place + 1)
    tab_to(page, card.get_by_role("button", name="Compare with ours"))
    page.keyboard.press("Enter")
    until(card, done=True, same=len(cards))
    assert is_focused(card.get_by_role("heading", name="Yours and ours"))
    assert f"You and we put {len(cards)} of {len(cards)} cards into the same place." in words(
        card.locator(".to-sum")
    )
    opened = shown(card)
    for row in cards:
        assert letters(row["why"]) in opened
    for pile in bins:
        count = sum(row["bin"] == pile["id"] for row in cards)
        part = card.get_by_role("region", name=plain(pile["label"]))
        assert part.get_by_role("heading").inner_text() == f"{plain(pile['label'])}: {count}"
        assert part.locator("li.to-first").count() == part.locator("ul > li").count() == count
    assert card.get_attribute("data-pnh-result") == "stated"
    [event] = events_of(page, tool_id)
    assert event["result"] == "stated" and event["score"] is None and event["attempts"] == 1
    assert sorted(event["chosen"]) == sorted(f"{row['id']}={row['bin']}" for row in cards)


@pytest.mark.parametrize("tool_id", of_kind("sort"))
def test_a_card_put_elsewhere_is_marked_counted_and_may_be_sorted_again(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["sort"]
    label = {pile["id"]: plain(pile["label"]) for pile in data["bins"]}
    wrong, *others = data["cards"]
    elsewhere = next(name for name in label if name != wrong["bin"])
    card = open_tool(page, site, tool_id)
    for row in (wrong, *others):
        to = elsewhere if row is wrong else row["bin"]
        heap(card, row).get_by_role("radio", name=label[to], exact=True).check()
    page.reload()
    card = widget(page, tool_id)
    until(card, placed=len(data["cards"]), done=False)
    card.get_by_role("button", name="Compare with ours").click()
    until(card, done=True, same=len(others))
    summed = words(card.locator(".to-sum"))
    assert f"{len(others)} of {len(data['cards'])} cards" in summed
    assert f"Once you said {label[elsewhere].lower()} where we say {label[wrong['bin']].lower()}" in summed
    marked = card.locator("li.to-not-now")
    assert marked.count() == 1
    assert f"→ you: {label[elsewhere]}" in words(marked) and letters(wrong["why"]) in shown(marked)
    page.reload()
    card = widget(page, tool_id)
    until(card, done=True)
    card.get_by_role("button", name="Sort again").press("Enter")
    until(card, done=False, placed=0)
    assert is_focused(card.get_by_role("radio").first)
    says(card, "The cards lie unsorted again.")
    page.keyboard.press("Shift+Tab")  # what lay there is not lost by one press
    back = card.get_by_role("button", name="Bring my cards back")
    assert is_focused(back)
    page.keyboard.press("Enter")
    until(card, done=True, same=len(others))
    assert is_focused(card.get_by_role("heading", name="Yours and ours"))
    card.get_by_role("button", name="Sort again").press("Enter")
    until(card, done=False, placed=0)
    page.keyboard.press("Space")
    until(card, placed=1)
    assert not back.count()
    assert card.get_attribute("data-pnh-result") is None and letters(wrong["why"]) not in shown(card)
    assert [event["result"] for event in events_of(page, tool_id)] == ["stated"], "sorting again is no result"


def test_a_card_can_be_dragged(visit, site):
    page, data = visit.page, TOOLS["to-sort-claim"].data["sort"]
    card = open_tool(page, site, "to-sort-claim")
    first = card.locator("ol.to-cards > li").first
    first.scroll_into_view_if_needed()
    first.locator(".pnh-grip").drag_to(card.locator(".to-drops > span").nth(1))
    until(card, placed=1)
    assert first.get_by_role("radio", name=plain(data["bins"][1]["label"]), exact=True).is_checked()

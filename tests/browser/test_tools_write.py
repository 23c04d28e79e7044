"""What is written first and compared then: a text with its model, and the worksheet, in a real browser."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser.conftest import tab_to, widget
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

# --- write, then compare --------------------------------------------------------------------------------------


def hidden_in_writing(tool_id: str) -> list[str]:
    data = TOOLS[tool_id].data["write"]
    rows = [*data["checklist"], *data["not_to_say"]]
    return [letters(text) for text in (data["model"], *(row["why"] for row in rows))]


@pytest.mark.parametrize("tool_id", of_kind("write"))
def test_the_model_waits_for_a_text_and_the_ticks_are_kept(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["write"]
    card = open_tool(page, site, tool_id)
    field = card.get_by_role("textbox", name="Your text")
    compare = card.get_by_role("button", name=re.compile("^Compare"))
    compare.click()
    says(card, "Write something first")
    assert is_focused(field)
    main = shown(page.locator("main"))
    sentences = [letters(part) for part in re.split(r"(?<=[.?!])\s+", data["model"]) if len(part) > 50]
    assert sentences
    for text in (*hidden_in_writing(tool_id), *sentences):
        assert text not in main, "the model stands on the page before anything is compared"
    mine = "What I would say, in words of my own."
    start_at(card)
    tab_to(page, field)
    page.keyboard.type(mine)
    tab_to(page, compare)
    page.keyboard.press("Enter")
    until(card, compared=True, ticked=0, of=len(data["checklist"]))
    assert is_focused(card.get_by_role("heading", name=re.compile("^A model answer")))
    opened = shown(card)
    for text in hidden_in_writing(tool_id):
        assert text in opened
    boxes = card.get_by_role("checkbox")
    assert boxes.count() == len(data["checklist"])
    for place in (0, len(data["checklist"]) - 1):
        tab_to(page, boxes.nth(place))
        page.keyboard.press("Space")
    says(card, f"2 of {len(data['checklist'])} ticked.")
    page.reload()
    card = widget(page, tool_id)
    until(card, compared=True, ticked=2)
    ticked = [box.is_checked() for box in card.get_by_role("checkbox").all()]
    assert ticked == [True, *[False] * (len(ticked) - 2), True]
    assert card.get_by_role("textbox", name="Your text").input_value() == mine
    assert card.get_attribute("data-pnh-result") == "stated"
    [event] = events_of(page, tool_id)
    assert event["result"] == "stated" and event["score"] is None and event["chosen"] == []
    assert mine not in json.dumps(event), "what was written is no result"
    card.get_by_role("button", name=re.compile("^Close the model")).click()
    assert letters(data["model"]) not in shown(page.locator("main"))
    assert is_focused(card.get_by_role("textbox", name="Your text"))


# --- the worksheet --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tool_id", of_kind("worksheet"))
def test_ours_appears_row_by_row_and_only_after_words_of_ones_own(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["worksheet"]
    texts, questions = data["texts"], data["questions"]
    card = open_tool(page, site, tool_id)
    rows = card.locator("tbody tr")
    assert rows.count() == len(questions)

    def ours(question: dict) -> list[str]:
        return [letters(question["ours"][text["id"]]) for text in texts]

    def check(compared: list[int]) -> None:
        assert card.locator(".to-ours").count() == len(compared) * len(texts)
        for place, question in enumerate(questions):
            row = shown(rows.nth(place))
            for text in ours(question):
                if len(text) > 25:
                    assert (text in row) == (place in compared), question["id"]

    check([])
    opened: list[int] = []
    for place in (2, 0, len(questions) - 1):
        row = rows.nth(place)
        button = row.get_by_role("button", name=re.compile("^Compare"))
        button.click()
        says(row, "A few words first")
        check(opened)
        field = row.get_by_role("textbox").nth(place % len(texts))
        tab_to(page, field)
        page.keyboard.type("not said")
        tab_to(page, button)
        page.keyboard.press("Enter")
        opened.append(place)
        until(card, compared=len(opened))
        check(opened)
        assert not button.count() and is_focused(row.locator(".to-ours").first)
    assert f"3 of {len(questions)} rows compared." in words(card)
    page.reload()
    card = widget(page, tool_id)
    rows = card.locator("tbody tr")
    until(card, compared=3, written=3)
    check(opened)
    assert rows.nth(2).get_by_role("textbox").nth(2 % len(texts)).input_value() == "not said"
    assert not events_of(page, tool_id), "a worksheet is no result"

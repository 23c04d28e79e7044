"""Every tool on the smallest phone, on paper, from a folder and without a script."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import visiting, widget
from tests.browser.learner import plain
from tests.browser.test_explorers import fits_a_phone
from tests.browser.tools import COURSE, PAGES, TESTS, TOOLS, gives_away, words


def unfold(card, tool_id: str) -> None:
    """Bring the tool to its fullest state."""
    kind = TOOLS[tool_id].kind
    if kind == "bayes":
        card.get_by_label("Positive", exact=True).check()
    elif kind == "order-set":
        card.get_by_role("checkbox").first.check()
        card.get_by_role("button", name="Send the order").click()
    elif kind == "ladder":
        card.locator("tbody button").first.click()
    elif kind == "contrast":
        card.get_by_role("button", name="without playing").click()
    elif kind == "sort":
        for row in card.locator("ol.to-cards > li").all():
            row.get_by_role("radio").last.check()
        fits_a_phone(card)
        card.get_by_role("button", name="Compare with ours").click()
    elif kind == "write":
        card.get_by_role("textbox").fill("Three sentences of my own. " * 3)
        card.get_by_role("button", name=re.compile("^Compare")).click()
    elif kind == "trial":
        card.get_by_role("button", name="Give the tablet: who gets better?").click()
        card.get_by_text("Likelihood ratio of a response").wait_for()
    elif kind == "worksheet":
        for row in card.locator("tbody tr").all():
            row.get_by_role("textbox").first.fill("nobody-is-mentioned, as far as I see")
            row.get_by_role("button", name=re.compile("^Compare")).click()
    for summary in card.locator("summary").all():
        if summary.is_visible():
            summary.click()


SCROLLED = """(root) => [root, ...root.querySelectorAll('*')].filter((e) => {
  const style = getComputedStyle(e);
  return e.clientWidth > 40 && e.scrollWidth > e.clientWidth + 1 && !e.matches('input, select, textarea, .pnh-ears, .pnh-ears *')
    && !(e instanceof SVGElement) && style.display !== 'inline';
}).map((e) => `${e.scrollWidth} in ${e.clientWidth}: ${e.outerHTML.slice(0, 100)}`)"""


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
def test_tools_fit_the_smallest_phone_and_stand_on_paper_from_a_folder(name, browser, book):
    with visiting(browser, viewport={"width": 320, "height": 800}) as visit:
        page = visit.page
        page.goto(f"{book.as_uri()}/{name}")
        here = [tool_id for tool_id, where in PAGES.items() if where == name]
        cards = {tool_id: widget(page, tool_id) for tool_id in here}
        for tool_id, card in cards.items():
            unfold(card, tool_id)
            fits_a_phone(card)
            wide = card.evaluate(SCROLLED)
            assert not wide, "\n".join(wide[:5])
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 720, "height": 1000})
        for tool_id, card in cards.items():
            data = TOOLS[tool_id].data
            assert card.is_visible() and plain(data["title"]) in words(card), f"{tool_id} is not on paper"
            assert plain(data["limits"][0]["text"])[:40] in words(card)
            pressed = [
                b
                for b in card.locator("button").all()
                if b.is_visible() and b.evaluate("(b) => !b.closest('td')")
            ]
            assert not pressed, f"{tool_id} prints buttons"
            if TOOLS[tool_id].kind in ("write", "worksheet"):
                fields = [field for field in card.locator("textarea").all() if field.input_value()]
                assert fields and not [field for field in fields if field.is_visible()]
                assert fields[0].input_value().strip() in words(card), "one's own words are not on paper"
        visit.no_faults()


def to_be_read(tool) -> list[str]:
    """What has to stand on the page without a script."""
    data = tool.data
    match tool.kind:
        case "bayes":
            published = [TESTS[row]["sensitivity_pct"] for row in data["bayes"]["tests"]]
            return [f"{float(figure):g}%" for figure in published if figure]
        case "order-set":
            parts = ("label", "shows", "why")
            return [plain(test[part]) for test in data["order_set"]["tests"] for part in parts]
        case "ladder":
            return [
                plain(entry[part]) for entry in COURSE.treatments["entries"] for part in ("treatment", "says")
            ]
        case "compare":
            return [plain(one[part]["text"]) for one in COURSE.mimics for part in ("finds", "apart")]
        case "contrast":
            return gives_away(tool.id)
        case "calibration":
            return ["from 20 statements on"]
        case "diary":
            return [
                plain(data["diary"][part]["prompt"]) for part in ("goal", "measure", "stop", "harm_watch")
            ]
        case "sort":
            return [plain(one[part]) for one in data["sort"]["cards"] for part in ("text", "why")]
        case "write":
            body = data["write"]
            ticks = [row[part] for row in body["checklist"] for part in ("text", "why")]
            never = [row[part] for row in body["not_to_say"] for part in ("text", "why")]
            return [plain(text) for text in (body["setting"], body["prompt"], body["model"], *ticks, *never)]
        case "trial":
            rows = data["trial"]["rows"]
            return [text for row in rows for text in (plain(row["label"]), f"{row['response_pct']:g}")]
        case "worksheet":
            body = data["worksheet"]
            columns = [text["id"] for text in body["texts"]]
            ours = [row["ours"][column] for row in body["questions"] for column in columns]
            return [plain(text) for text in (*ours, *(row["question"] for row in body["questions"]))]
        case "clinic":
            cases = [COURSE.scenarios[case_id] for case_id in data["clinic"]["cases"]]
            assert len(cases) == 10
            return [f"{place}. {plain(case.title)}" for place, case in enumerate(cases, start=1)]
    raise AssertionError(f"no words are known for a tool of kind {tool.kind}")


def folded(tool) -> list[str]:
    """What has to be folded away without a script, until the reader opens it."""
    data = tool.data
    match tool.kind:
        case "sort":
            return [plain(one["why"]) for one in data["sort"]["cards"]]
        case "write":
            return [plain(data["write"]["model"]), *(plain(row["why"]) for row in data["write"]["checklist"])]
        case "worksheet":
            texts = (plain(text) for row in data["worksheet"]["questions"] for text in row["ours"].values())
            return [text for text in texts if len(text) > 30]
    return []


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
def test_tools_can_be_read_without_javascript(name, browser, book):
    with visiting(browser, viewport={"width": 320, "height": 800}, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(f"{book.as_uri()}/{name}")
        for tool_id in (tool_id for tool_id, where in PAGES.items() if where == name):
            still = page.locator(f'.pnh[data-pnh-id="{tool_id}"]')
            tool = TOOLS[tool_id]
            for limit in tool.data["limits"]:
                assert plain(limit["text"])[:40] in words(still)
            closed = words(still)
            for summary in still.locator("summary").all():
                summary.click()
            opened = words(still)
            wanted = to_be_read(tool)
            for text in wanted:
                assert text in opened, f"{tool_id}: {text}"
            if tool.kind == "contrast":
                assert not [text for text in wanted if text in closed], "the comparison stands open"
            for text in folded(tool):
                assert text in opened and text not in closed, f"{tool_id} stands open: {text}"
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320

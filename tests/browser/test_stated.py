"""Questions that state a view, in a real browser: one chance, a hundred per cent spread, and a script concordance.

Nothing here is right or wrong: the answer is compared with what is so, or with a draft, and kept without a score.
"""

from __future__ import annotations

import json
import math
import re

import jsonschema
import pytest

from pnh.content import load_course
from pnh.paths import ROOT
from tests.browser.conftest import tab_to, visiting, widget
from tests.browser.learner import plain
from tests.browser.tools import is_focused, start_at

QUESTIONS = list(load_course().questions.values())
CHANCES = [question for question in QUESTIONS if question.type == "probability"]
SO = next(q for q in CHANCES if q.data["hypotheses"][0].get("outcome") is True)
NOT_SO = next(q for q in CHANCES if q.data["hypotheses"][0].get("outcome") is False)
RECKONED = next(q for q in CHANCES if "reference" in q.data["hypotheses"][0])
CONCORDANCE = next(q for q in QUESTIONS if q.type == "sct")
LESSON = f"notebooks/{SO.lesson}.html"
STEPS = {
    "-2": "Much less likely",
    "-1": "Less likely",
    "0": "Neither less nor more likely",
    "1": "More likely",
    "2": "Much more likely",
}
THREE = [  # no question of the course spreads a hundred per cent yet, so one of its questions is made to
    {
        "id": "red",
        "text": "A red ball",
        "outcome": False,
        "basis": "source",
        "rationale": "Red was not drawn.",
    },
    {"id": "blue", "text": "A blue ball", "outcome": True, "basis": "source", "rationale": "Blue was drawn."},
    {
        "id": "white",
        "text": "A white ball",
        "outcome": False,
        "basis": "source",
        "rationale": "White was never in the bag.",
    },
]
PROGRESS = "book/progress.html"


def text(card) -> str:
    return " ".join(card.inner_text().split())


def number(card):
    return card.get_by_role("spinbutton")


def check(card) -> None:
    card.get_by_role("button", name="Compare my answer").click()


def state(card, per_cent: float) -> None:
    number(card).fill(str(per_cent))
    check(card)
    assert card.get_attribute("data-pnh-result") == "stated"


def distance(card) -> float:
    """How far the statement lies from what is so, as the page says it."""
    return float(re.search(r"Your statement lies (\d\.\d\d) from", text(card))[1])


def squares(stated: dict[str, float], so: dict[str, float]) -> float:
    return sum((stated[name] - so[name]) ** 2 for name in stated)


def events(page) -> list[dict]:
    return page.evaluate("() => JSON.parse(localStorage['pnh.v1'] ?? '{\"events\": []}').events")


def validate(document: dict) -> None:
    schema = json.loads((ROOT / "data/schema/progress.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)


# --- one chance -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", [SO, NOT_SO, RECKONED], ids=lambda question: question.id)
def test_a_chance_by_mouse_is_compared_kept_and_tried_again(question, visit, site):
    page = visit.page
    [hypothesis] = question.data["hypotheses"]
    so = hypothesis["reference"] if "reference" in hypothesis else float(hypothesis["outcome"])
    why = plain(hypothesis["rationale"])
    page.goto(f"{site}notebooks/{question.lesson}.html")
    card = widget(page, question.id)
    assert why not in text(card), "the reason shows before the answer"
    bar = card.get_by_role("slider")
    assert bar.get_attribute("aria-valuetext") == "not stated yet" and number(card).input_value() == ""
    check(card)
    assert card.get_attribute("data-pnh-result") is None
    assert "State a chance first" in card.get_by_role("status").inner_text()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + 0.7 * box["width"], box["y"] + box["height"] / 2)
    assert 60 < float(number(card).input_value()) < 80
    assert number(card).input_value() == bar.input_value(), "the line and the number go together"
    number(card).fill("140")
    check(card)
    assert "between 0% and 100%" in card.get_by_role("status").inner_text()
    number(card).fill("35")
    assert bar.input_value() == "35"
    state(card, 35)
    assert distance(card) == pytest.approx((0.35 - so) ** 2, abs=0.00501)
    assert why in text(card) and plain(question.data["feedback"]["general"])[:60] in text(card)
    assert not re.search(r"\b(Right|Not right|Partly right)\.", text(card)), "never a verdict"
    page.reload()
    card = widget(page, question.id)
    assert card.get_attribute("data-pnh-result") == "stated"
    assert number(card).input_value() == "35" and why in text(card)
    card.get_by_role("button", name="Answer again").click()
    assert card.get_attribute("data-pnh-result") is None and number(card).input_value() == ""
    assert why not in text(card)


def test_a_chance_by_keyboard_only(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    card = widget(page, SO.id)
    start_at(card)
    bar = card.get_by_role("slider")
    tab_to(page, bar)
    page.keyboard.press("ArrowRight")
    assert number(card).input_value() == bar.input_value() == "51"
    tab_to(page, number(card))
    page.keyboard.press("Control+a")
    page.keyboard.type("80")
    assert bar.input_value() == "80"
    page.keyboard.press("Enter")
    assert card.get_attribute("data-pnh-result") == "stated"
    again = card.get_by_role("button", name="Answer again")
    assert is_focused(again), "the field is locked now, so the focus goes to the button"
    page.keyboard.press("Enter")
    assert card.get_attribute("data-pnh-result") is None
    assert card.evaluate("(root) => document.activeElement.closest('fieldset') && root.contains(document.activeElement)")  # fmt: skip


# --- a hundred per cent spread ----------------------------------------------------------------------------------


def test_a_spread_must_add_up_and_every_hypothesis_is_explained(visit, site, book):
    page = visit.page
    source = (book / LESSON).read_text(encoding="utf-8")
    ours = json.dumps(SO.data["hypotheses"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert ours in source, "the payload is not written as this test expects"
    source = source.replace(ours, json.dumps(THREE))
    page.route(f"**/{LESSON}", lambda route: route.fulfill(body=source, content_type="text/html"))
    page.goto(site + LESSON)
    card = widget(page, SO.id)
    fields = {row["id"]: card.get_by_role("spinbutton", name=row["text"]) for row in THREE}
    fields["red"].fill("20")
    assert "80% left to spread" in text(card)
    check(card)
    assert card.get_attribute("data-pnh-result") is None
    assert "80% is still to be spread" in card.get_by_role("status").inner_text()
    fields["blue"].fill("79")
    check(card)
    assert card.get_attribute("data-pnh-result") is None, "99 is not a hundred"
    assert "1% is still to be spread" in card.get_by_role("status").inner_text()
    fields["blue"].fill("90")
    assert "10% too much" in text(card)
    check(card)
    assert card.get_attribute("data-pnh-result") is None
    fields["blue"].fill("55")
    card.get_by_role("button", name="Spread the rest evenly").click()
    assert fields["white"].input_value() == "25" and "Adds up to 100%" in text(card)
    check(card)
    assert card.get_attribute("data-pnh-result") == "stated"
    stated = {"red": 0.2, "blue": 0.55, "white": 0.25}
    assert distance(card) == pytest.approx(squares(stated, {"red": 0, "blue": 1, "white": 0}), abs=0.00501)
    for row in THREE:
        assert row["rationale"] in text(card)
    [event] = events(page)
    assert event["stated"] == stated and event["score"] is None
    assert event["outcomes"] == {row["id"]: row["outcome"] for row in THREE}


# --- script concordance -----------------------------------------------------------------------------------------


def test_a_concordance_has_five_steps_five_reasons_and_no_panel(visit, site):
    page, told = visit.page, CONCORDANCE.data["sct"]
    page.goto(f"{site}notebooks/{CONCORDANCE.lesson}.html")
    card = widget(page, CONCORDANCE.id)
    for name in STEPS.values():
        assert card.get_by_role("radio", name=name, exact=True).count() == 1
    assert card.get_by_role("radio").count() == 5
    assert plain(told["hypothesis"]) in text(card) and plain(told["new_information"]) in text(card)
    for reason in told["rationales"].values():
        assert plain(reason) not in text(card)
    check(card)
    assert card.get_attribute("data-pnh-result") is None
    assert "Choose one of the five steps" in card.get_by_role("status").inner_text()
    card.get_by_role("radio", name="More likely", exact=True).check()
    check(card)
    assert card.get_attribute("data-pnh-result") == "stated"
    for reason in told["rationales"].values():
        assert plain(reason) in text(card)
    leaning = card.locator(".pnh-leaning")
    assert leaning.count() == 1 and STEPS[str(told["leaning"])] in text(leaning)
    assert "a draft, not a panel" in text(leaning)
    verdict = card.get_by_role("status").inner_text()
    assert f"{1 - told['leaning']} steps away" in verdict and "No panel has answered this" in verdict
    page.reload()
    card = widget(page, CONCORDANCE.id)
    assert card.get_attribute("data-pnh-result") == "stated"
    assert card.locator("input:checked").get_attribute("value") == "1"
    card.get_by_role("button", name="Answer again").click()
    assert card.locator("input:checked").count() == 0 and card.get_attribute("data-pnh-result") is None


def test_a_concordance_by_keyboard_only(visit, site):
    page = visit.page
    page.goto(f"{site}notebooks/{CONCORDANCE.lesson}.html")
    card = widget(page, CONCORDANCE.id)
    start_at(card)
    tab_to(page, card.get_by_role("radio").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert card.locator("input:checked").get_attribute("value") == "0"
    assert card.get_attribute("data-pnh-result") is None, "choosing by arrow key must not send the answer"
    tab_to(page, card.get_by_role("button", name="Compare my answer"))
    page.keyboard.press("Enter")
    assert card.get_attribute("data-pnh-result") == "stated"
    assert is_focused(card.get_by_role("button", name="Answer again"))


# --- held back, without a script, and kept ----------------------------------------------------------------------


def test_in_a_seminar_reasons_wait_for_the_teacher(visit, site):
    page = visit.page
    page.goto(f"{site}{LESSON}?seminar")
    chance = widget(page, SO.id)
    state(chance, 60)
    steps = widget(page, CONCORDANCE.id)
    steps.get_by_role("radio").first.check()
    check(steps)
    held = {
        SO: [row["rationale"] for row in SO.data["hypotheses"]],
        CONCORDANCE: list(CONCORDANCE.data["sct"]["rationales"].values()),
    }
    for question, card in ((SO, chance), (CONCORDANCE, steps)):
        for why in [*held[question], question.data["feedback"]["general"]]:
            assert plain(why) not in text(card)
        assert "draft" not in text(card) and "0 is perfect" not in text(card)
        card.get_by_role("button", name="Reveal to the room").click()
        card.get_by_role("button", name="Answer again").wait_for()
        for why in held[question]:
            assert plain(why) in text(card)


def test_without_javascript_the_answers_stand_in_the_details(browser, site):
    with visiting(browser, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(site + LESSON)
        for question in (q for q in QUESTIONS if q.lesson == SO.lesson and q.type in ("probability", "sct")):
            still = page.locator(f'.pnh[data-pnh-id="{question.id}"]')
            data = question.data
            whys = [row["rationale"] for row in data.get("hypotheses", [])]
            whys += data.get("sct", {}).get("rationales", {}).values()
            shown = text(still)
            for why in whys:
                assert plain(why) not in shown, "an answer stands open"
            still.locator("summary").first.click()
            shown = text(still)
            for why in [*whys, data["feedback"]["general"]]:
                assert plain(why) in shown
            if question.type == "sct":
                assert "No panel has answered this" in shown and still.get_by_role("radio").count() == 5


def test_views_are_kept_without_a_score_shown_as_such_and_survive_a_move(visit, site, tmp_path):
    """Two chances, a concordance, an order of tests: in the record, on the progress page, exported and brought back."""
    page = visit.page
    page.goto(site + LESSON)
    for question, per_cent in ((SO, 80), (RECKONED, 12.5)):
        state(widget(page, question.id), per_cent)
    card = widget(page, CONCORDANCE.id)
    card.get_by_role("radio", name="Less likely", exact=True).check()
    check(card)
    page.goto(f"{site}notebooks/07_work_up.html")
    order = widget(page, "to-order-set")
    order.get_by_role("checkbox").first.check()
    order.get_by_role("button", name="Send the order").click()

    kept = {event["item"]: event for event in events(page)}
    assert set(kept) == {SO.id, RECKONED.id, CONCORDANCE.id, "to-order-set"}
    for event in kept.values():
        assert event["result"] == "stated" and event["score"] is None and event["attempts"] == 1
    [hypothesis] = SO.data["hypotheses"]
    assert kept[SO.id]["hash"] == SO.hash and kept[SO.id]["chosen"] == []
    assert kept[SO.id]["stated"] == {hypothesis["id"]: 0.8}
    assert kept[SO.id]["outcomes"] == {hypothesis["id"]: hypothesis["outcome"]}
    [reckoned] = RECKONED.data["hypotheses"]
    assert kept[RECKONED.id]["stated"] == {reckoned["id"]: 0.125} and kept[RECKONED.id]["outcomes"] is None
    assert kept[CONCORDANCE.id]["chosen"] == ["-1"] and "stated" not in kept[CONCORDANCE.id]
    assert len(kept["to-order-set"]["chosen"]) == 1

    page.goto(site + PROGRESS)
    progress = widget_of_progress(page)
    for question in (SO, RECKONED, CONCORDANCE):
        row = progress.get_by_role("row", name=question.data["title"])
        assert "not marked" in text(row) and "✗" not in text(row)
    assert "✗" not in text(progress) and not re.search(r"\b(undefined|NaN|null)\b", text(progress))
    assert re.search(
        r"4 of \d+ questions answered, 0 right at the last try; 4 of them are views", text(progress)
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / "mine.json"
    download.value.save_as(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    validate(saved)
    page.get_by_role("button", name="Erase", exact=True).click()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_text("Erased.").wait_for()
    assert page.evaluate("() => localStorage['pnh.v1'] ?? null") is None
    page.locator('input[type="file"]').set_input_files(file)
    page.get_by_text("Imported: 4 finished answers or cases").wait_for()
    assert sorted(events(page), key=json.dumps) == sorted(saved["events"], key=json.dumps)
    page.goto(site + LESSON)
    assert widget(page, SO.id).get_attribute("data-pnh-result") == "stated"
    assert widget(page, CONCORDANCE.id).locator("input:checked").get_attribute("value") == "-1"


def widget_of_progress(page):
    found = page.locator('.pnh[data-pnh="progress"][data-pnh-ready="true"]')
    found.wait_for()
    return found


def test_the_second_figure_is_the_logarithm_of_what_was_given_to_what_is_so(visit, site):
    page = visit.page
    page.goto(f"{site}notebooks/{NOT_SO.lesson}.html")
    card = widget(page, NOT_SO.id)
    for per_cent in (35, 100):  # the second is certain and wrong: the figure stops at a hundredth
        state(card, per_cent)
        card.get_by_text("A second figure").click()
        shown = re.search(r"to what is so: (−?\d\.\d\d)\.", text(card))[1].replace("−", "-")
        assert float(shown) == pytest.approx(math.log(max(0.01, 1 - per_cent / 100)), abs=0.00501)
        card.get_by_role("button", name="Answer again").click()
    assert len(events(page)) == 2 and events(page)[1]["attempts"] == 2

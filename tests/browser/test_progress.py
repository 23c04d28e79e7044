"""A learner's record survives what happens to it: corrupt, foreign, newer, full, blocked; export, import, erase."""

from __future__ import annotations

import json

import pytest

from pnh.content import load_course
from tests.browser.conftest import LESSON, visiting, widget

QUESTION = next(q for q in load_course().questions.values() if q.type == "sba" and q.lesson in LESSON)
RIGHT = next(option["id"] for option in QUESTION.data["options"] if option.get("correct"))
PROGRESS = "book/progress.html"


def answer(page) -> None:
    card = widget(page, QUESTION.id)
    card.locator(f'input[value="{RIGHT}"]').check()
    card.get_by_role("button", name="Check answer").click()
    assert card.get_attribute("data-pnh-result") == "correct"


def kept(page):
    return page.evaluate("() => localStorage['pnh.v1'] ?? null")


def told(page, words: str) -> None:
    """The learner is told, in the page, in a live region."""
    page.get_by_role("status").filter(has_text=words).first.wait_for()


@pytest.mark.parametrize(
    "broken", ["{not json", '"a string"', "[]", '{"some": "other program"}', '{"schema": "pnh-progress/1"}']
)
def test_an_unreadable_record_is_set_aside_and_the_learner_told(broken, visit, site):
    page = visit.page
    page.goto(site + "book/about.html")
    page.evaluate("(text) => { localStorage['pnh.v1'] = text }", broken)
    page.goto(site + LESSON)
    widget(page, QUESTION.id)
    told(page, "set aside")
    aside = page.evaluate(
        "() => Object.entries(localStorage).filter(([k]) => k.startsWith('pnh.v1.broken-')).map(([, v]) => v)"
    )
    assert aside == [broken], "the old record must be kept, to the letter"
    answer(page)
    assert json.loads(kept(page))["events"], "and the course goes on saving"


def test_a_record_of_a_newer_version_is_left_alone(visit, site):
    page = visit.page
    newer = json.dumps({"schema": "pnh-progress/9", "course_version": "9.0.0", "events": [], "future": True})
    page.goto(site + "book/about.html")
    page.evaluate("(text) => { localStorage['pnh.v1'] = text }", newer)
    page.goto(site + LESSON)
    widget(page, QUESTION.id)
    told(page, "newer version")
    answer(page)
    assert kept(page) == newer


def test_a_full_disk_is_told_and_the_page_goes_on(visit, site):
    page = visit.page
    page.goto(site + LESSON)
    answer(page)
    before = kept(page)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
    )
    card = widget(page, QUESTION.id)
    card.get_by_role("button", name="Try again").click()
    wrong = next(option["id"] for option in QUESTION.data["options"] if not option.get("correct"))
    card.locator(f'input[value="{wrong}"]').check()
    card.get_by_role("button", name="Check answer").click()
    assert card.get_attribute("data-pnh-result") == "incorrect"
    told(page, "no room left")
    assert kept(page) == before, "what was saved stays"


def test_export_erase_and_import_bring_everything_back(visit, site, tmp_path):
    page = visit.page
    page.goto(site + LESSON)
    answer(page)
    page.goto(site + PROGRESS)
    assert page.get_by_text(QUESTION.data["title"]).first.is_visible()
    page.get_by_text(f"1 of {len(load_course().questions)} questions answered").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert saved["schema"] == "pnh-progress/1" and saved["events"][0]["item"] == QUESTION.id
    _validate(saved)
    page.get_by_role("button", name="Erase", exact=True).click()
    assert kept(page) is not None, "one press must not erase"
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_text("Erased.").wait_for()
    assert kept(page) is None or not json.loads(kept(page))["events"]
    page.locator('input[type="file"]').set_input_files(file)
    page.get_by_text(QUESTION.data["title"]).first.wait_for()
    page.goto(site + LESSON)
    assert widget(page, QUESTION.id).get_attribute("data-pnh-result") == "correct"


def _validate(document) -> None:
    import jsonschema

    from pnh.paths import ROOT

    schema = json.loads((ROOT / "data/schema/progress.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)


@pytest.mark.parametrize(
    "text", ["not json", '{"schema": "else"}', '{"schema": "pnh-progress/1", "events": [{"item": 3}]}']
)
def test_a_file_that_is_no_progress_file_changes_nothing(text, visit, site, tmp_path):
    page = visit.page
    page.goto(site + LESSON)
    answer(page)
    before = kept(page)
    page.goto(site + PROGRESS)
    wrong = tmp_path / "holiday.json"
    wrong.write_text(text, encoding="utf-8")
    page.locator('input[type="file"]').set_input_files(wrong)
    page.locator(
        '.pnh[data-pnh="progress"] [role="status"], .pnh[data-pnh="progress"] [role="alert"]'
    ).filter(has_text=".").first.wait_for()
    assert json.loads(kept(page))["events"] == json.loads(before)["events"]


def test_without_storage_the_page_works_and_says_that_nothing_is_kept(browser, site):
    with visiting(browser) as visit:
        page = visit.page
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
        )
        page.goto(site + LESSON)
        answer(page)
        assert "Saved on this device" not in widget(page, QUESTION.id).inner_text()
        visit.no_faults()


def test_continue_leads_back_to_the_lesson(visit, site):
    page = visit.page
    page.goto(site + "book/welcome.html")
    assert not page.locator('.pnh[data-pnh="continue"] a').is_visible()
    page.goto(site + LESSON)
    answer(page)
    page.goto(site + "book/welcome.html")
    page.locator('.pnh[data-pnh="continue"] a').click()
    page.wait_for_url(f"**/{LESSON}*")

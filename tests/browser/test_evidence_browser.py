"""The evidence browser in a real browser: every claim, filters that count, and the whole list without a script."""

from __future__ import annotations

from pnh.content import load_course
from tests.browser.conftest import tab_to, visiting
from tests.browser.test_keyboard_and_reader import LISTEN, heard

PAGE = "book/evidence.html"
CLAIMS = load_course().claims


def shown(page) -> int:
    return page.locator(".pnh-claim").evaluate_all(
        "(marks) => marks.filter((mark) => mark.closest('li').checkVisibility()).length"
    )


def test_filters_count_and_combine(visit, site):
    page = visit.page
    page.goto(site + PAGE)
    status = page.locator('.pnh[data-pnh="claims"] [role="status"]')
    assert shown(page) == len(CLAIMS) and f"All {len(CLAIMS)} claims" in status.inner_text()
    page.get_by_label("Confidence").select_option(label="low")
    low = [claim for claim in CLAIMS.values() if claim.confidence == "low"]
    page.wait_for_function(
        f"() => document.querySelector('[role=status]').textContent.startsWith('{len(low)} of')"
    )
    assert shown(page) == len(low)
    page.get_by_label("Which").select_option(label="contested ones")
    both = [claim for claim in low if claim.contested]
    page.wait_for_function(
        f"() => document.querySelector('[role=status]').textContent.startsWith('{len(both)} of')"
    )
    page.get_by_label("Confidence").select_option(label="all")
    page.get_by_label("Which").select_option(label="all")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('All')")
    page.get_by_role("searchbox", name="Words").fill("quinine cramp")
    wanted = (
        page.locator("li", has=page.locator(".pnh-claim")).filter(has_text="uinine").filter(has_text="ramp")
    )
    page.wait_for_function("() => !document.querySelector('[role=status]').textContent.startsWith('All')")
    assert 3 <= shown(page) <= wanted.count()
    page.evaluate(LISTEN)
    page.get_by_role("searchbox", name="Words").focus()
    page.keyboard.press("End")
    for key in "zzz":
        page.keyboard.press(key)
        page.wait_for_timeout(180)
    status.get_by_text(f"None of {len(CLAIMS)} claims are shown.").wait_for()
    assert len(heard(page)) == 1, "it is counted when the typing rests, not at every letter"
    everything = page.get_by_role("search", name="Filter the claims").get_by_role("button")
    tab_to(page, everything)
    page.keyboard.press("Enter")
    status.get_by_text(f"All {len(CLAIMS)} claims are shown.").wait_for()
    assert shown(page) == len(CLAIMS) and page.get_by_role("searchbox", name="Words").input_value() == ""
    assert everything.evaluate("(button) => button === document.activeElement")


def test_a_claim_leads_to_its_source_and_to_where_it_is_used(visit, site):
    page = visit.page
    page.goto(site + PAGE + "#tx-16")
    entry = page.locator("li", has=page.locator("#tx-16"))
    assert entry.is_visible() and "Garrison 2020" in entry.inner_text()
    entry.get_by_role("link", name="lesson 8").click()
    page.wait_for_url("**/notebooks/08_treatment_and_safety.html*")


def test_without_a_script_every_claim_is_there(browser, site):
    with visiting(browser, java_script_enabled=False) as visit:
        visit.page.goto(site + PAGE)
        assert shown(visit.page) == len(CLAIMS)

"""Bayes and the mimics in a real browser: what they show, reckoned a second time here."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import tab_to, widget
from tests.browser.learner import plain
from tests.browser.tools import (
    COURSE,
    PRIORS,
    TESTS,
    TOOLS,
    measures,
    open_tool,
    says,
    start_at,
    until,
    whole,
    words,
)

# --- before and after a test -------------------------------------------------------------------------------------


def expected(prior: str, test: str, result: str) -> dict:
    """A thousand people and the chance after the result, from the published rows, by Bayes' formula."""
    p = float(PRIORS[prior]["value_pct"]) / 100
    se = float(TESTS[test]["sensitivity_pct"]) / 100
    sp = float(TESTS[test]["specificity_pct"]) / 100
    sick = whole(1000 * p)
    tp, tn = whole(sick * se), whole((1000 - sick) * sp)
    with_it, without = (se, 1 - sp) if result == "positive" else (1 - se, sp)
    return {
        "with_condition": sick,
        "true_positives": tp,
        "false_negatives": sick - tp,
        "true_negatives": tn,
        "false_positives": 1000 - sick - tn,
        "after": p * with_it / (p * with_it + (1 - p) * without),
    }


def test_bayes_agrees_with_the_published_rows(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-bayes")
    prior, test = card.get_by_label("Where you start"), card.get_by_label("One test, at one cut-off")
    assert measures(card)["posterior_pct"] == measures(card)["prior_pct"], (
        "before any result nothing has moved"
    )
    for start, row, result in (
        ("clinician-als", "als-mus-score", "positive"),
        ("clinician-als", "als-goldcoast-italy", "negative"),
        ("sfn-fm", "sfn-biopsy-2020", "positive"),
    ):
        prior.select_option(start)
        test.select_option(row)
        card.get_by_label(result.capitalize(), exact=True).check()
        wanted = expected(start, row, result)
        after = wanted.pop("after")
        found = until(card, **wanted)
        assert sum(found[name] for name in wanted if name != "with_condition") == found["people"] == 1000
        assert found["posterior_pct"] == pytest.approx(100 * after, abs=0.051)
        drawn = card.locator("svg.to-crowd path").evaluate_all(
            "(paths) => paths.reduce((n, path) => n + path.getAttribute('d').split('M').length - 1, 0)"
        )
        assert drawn == 1000, "one shape for each person"
        having = found["positives"] if result == "positive" else found["negatives"]
        says(card, f"{having} of these 1,000 people have a {result} result")
        says(card, f": {whole(100 * after)} in 100.")
        published = TESTS[row]["sensitivity_pct"]
        assert f"{float(published):g}%" in words(card)
    page.wait_for_timeout(400)  # the setting is kept a moment after it rests
    page.reload()
    card = widget(page, "to-bayes")
    assert card.get_by_label("One test, at one cut-off").input_value() == "sfn-biopsy-2020"
    prior.select_option("clinician-als")
    says(card, "Choose two that belong together")
    assert not measures(card), "a start for one condition and a test for another are never combined"


def test_a_start_of_ones_own_is_set_by_keyboard(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-bayes")
    start_at(card)
    tab_to(page, card.get_by_label("Where you start"))
    page.keyboard.press("End")
    tab_to(page, card.get_by_role("spinbutton"))
    page.keyboard.press("Control+a")
    page.keyboard.type("50")
    tab_to(page, card.get_by_role("radio", name="Not done"))
    page.keyboard.press("ArrowDown")
    se, sp = (float(TESTS["als-mus-score"][f"{name}_pct"]) for name in ("sensitivity", "specificity"))
    found = until(card, prior_pct=50, true_positives=whole(5 * se))
    assert found["posterior_pct"] == pytest.approx(100 * se / (se + 100 - sp), abs=0.051)


def test_a_half_published_row_stays_open_until_a_figure_is_assumed(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-bayes")
    card.get_by_label("Where you start").select_option("cfs-in-rns-clinic")
    card.get_by_label("One test, at one cut-off").select_option("cfs-rns-1hz")
    card.get_by_label("Positive", exact=True).check()
    found = until(card, with_condition=333, true_positives=None, posterior_pct=None)
    assert found["true_negatives"] == whole(667 * 0.76) and found["assumed"] is None
    says(card, "no sensitivity was published for this cut-off")
    assert "not published for this cut-off" in words(card)
    card.get_by_label("Assume one").check()
    assert "Sensitivity: assumed, not published (at most 83%)" in words(card)
    assert measures(card)["posterior_pct"] is None, "a ticked box alone assumes nothing"
    field = card.get_by_role("spinbutton", name=re.compile("assumed, not published"))
    field.fill("60")
    found = until(card, assumed=60, true_positives=whole(333 * 0.6))
    p = float(PRIORS["cfs-in-rns-clinic"]["value_pct"])
    assert found["posterior_pct"] == pytest.approx(100 * p * 60 / (p * 60 + (100 - p) * 24), abs=0.051)
    says(card, "rests on an assumed sensitivity, not on a published one")
    field.fill("95")
    until(card, assumed=83)  # what its row says it cannot exceed
    card.get_by_label("One test, at one cut-off").select_option("cfs-rns-any")
    until(card, assumed=None, false_positives=None)


# --- cards side by side ------------------------------------------------------------------------------------------


def test_three_cards_side_by_side_turned_and_trimmed(visit, site):
    page, cards = visit.page, {card["id"]: card for card in COURSE.mimics}
    card = open_tool(page, site, "to-mimics")
    start = TOOLS["to-mimics"].data["compare"]["start"]
    chosen = [*start[:2], next(name for name in cards if name not in start)]
    card.get_by_label("Third", exact=True).select_option(chosen[2])
    table = card.get_by_role("table")

    def heads(scope: str) -> list[str]:
        return [words(head) for head in table.locator(f'th[scope="{scope}"]').all()]

    names = [plain(cards[name]["name"]) for name in chosen]
    features = ["Who has it", "What they say", "What you find", "What settles it", "What sets it apart"]
    assert [head.startswith(name) for head, name in zip(heads("col"), names, strict=True)] == [True] * 3
    assert heads("row") == features
    for name in chosen:
        for part in ("who", "says", "finds", "settles", "apart"):
            assert plain(cards[name][part]["text"]) in words(table)
    card.get_by_role("button", name="Turn the table").click()
    assert heads("col") == features and len(heads("row")) == 3
    card.get_by_role("checkbox", name="What they say").uncheck()
    assert heads("col") == [feature for feature in features if feature != "What they say"]
    assert plain(cards[chosen[0]]["says"]["text"]) not in words(table)
    for feature in features:
        if feature not in ("What they say", "Who has it"):
            card.get_by_role("checkbox", name=feature).uncheck()
    last = card.get_by_role("checkbox", name="Who has it")
    last.click()
    assert last.is_checked() and "One line at least stays" in card.get_by_role("status").inner_text()
    card.get_by_label("Cards to choose from").select_option("urgent")
    offered = (
        card.get_by_label("Third", exact=True)
        .locator("option")
        .evaluate_all("(options) => options.map((option) => option.value)")
    )
    urgent = {name for name, one in cards.items() if one["urgency"] == "urgent"}
    assert set(offered) == (urgent - set(chosen[:2])) | {"", chosen[2]}
    page.wait_for_timeout(400)
    page.reload()
    card = widget(page, "to-mimics")
    assert card.get_by_label("Third", exact=True).input_value() == chosen[2], "the choice is kept"

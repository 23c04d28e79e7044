"""A trial of treatment, held to Bayes' formula, in a real browser."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import tab_to, widget
from tests.browser.laboratory import measures
from tests.browser.tools import (
    TOOLS,
    is_focused,
    of_kind,
    open_tool,
    says,
    start_at,
    until,
    whole,
    words,
)


def until_kept(page, item: str) -> None:
    """Wait until the tool's settings have rested and are in the record."""
    page.wait_for_function("(item) => (localStorage['pnh.v1'] ?? '').includes(item)", arg=item)
    page.wait_for_timeout(400)


def reckoned(prior: float, response: float, others: float) -> dict:
    """A thousand people, the ratio and the chance after a response, by Bayes' formula."""
    sick = whole(10 * prior)
    sick_better, well_better = whole(sick * response / 100), whole((1000 - sick) * others / 100)
    p, true, false = prior / 100, response / 100, others / 100
    return {
        "sick": sick,
        "well": 1000 - sick,
        "sickBetter": sick_better,
        "wellBetter": well_better,
        "better": sick_better + well_better,
        "chance": p * true / (p * true + (1 - p) * false),
        "ratio": response / others,
    }


@pytest.mark.parametrize("tool_id", of_kind("trial"))
def test_a_trial_of_treatment_agrees_with_the_formula(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["trial"]
    card = open_tool(page, site, tool_id)
    prior = card.get_by_role("spinbutton", name=re.compile("^How many have the disorder"))
    response = card.get_by_role("spinbutton", name=re.compile("^How many with the disorder get better"))
    choice = card.get_by_label("Who the others are")
    start = data["start"]
    found = measures(card)
    assert (found["prior"], found["response"], found["others"]) == tuple(start.values())
    assert not {"chance", "ratio", "better"} & set(found), "the figures wait until the tablet is given"
    assert "Likelihood ratio of a response" not in words(card)
    give = card.get_by_role("button", name="Give the tablet: who gets better?")
    start_at(card)
    tab_to(page, give)
    page.keyboard.press("Enter")
    assert is_focused(card.get_by_role("group", name="One thousand people"))
    settings = [(start["prior_pct"], start["response_pct"], start["others"])]
    settings += [
        (have, 100, row["id"]) for have, row in zip((2.5, 10, 30, 50, 80), data["rows"], strict=False)
    ]
    settings += [(20, 60, data["rows"][0]["id"])]
    for have, better, others in settings:
        row = next(row for row in data["rows"] if row["id"] == others)
        prior.fill(str(have))
        response.fill(str(better))
        choice.select_option(others)
        wanted = reckoned(have, better, row["response_pct"])
        exact = {name: wanted.pop(name) for name in ("chance", "ratio")}
        found = until(card, prior=have, response=better, others=others, **wanted)
        for name, value in exact.items():
            assert found[name] == pytest.approx(value), name
        drawn = card.locator("svg.to-crowd path").evaluate_all(
            "(paths) => paths.reduce((n, path) => n + path.getAttribute('d').split('M').length - 1, 0)"
        )
        assert drawn == 1000, "one shape for each person"
        says(card, f"{wanted['better']} of these 1,000 people got better.")
        says(card, f": {whole(100 * exact['chance'])} in 100.")
        line = words(card)
        assert f"Likelihood ratio of a response: {better} / {row['response_pct']:g} = " in line
        shown_ratio = float(re.search(r"/ [\d.]+ = ([\d.]+)\. A response", line).group(1))
        assert shown_ratio == pytest.approx(exact["ratio"], rel=0.005)
        assert ("and the second is assumed, too" in line) == (row["basis"] == "assumed")
        chip = card.locator(".pnh-chip", has_text=re.compile("^(published|assumed)")).first
        assert words(chip).startswith(row["basis"])
    prior.fill("120")
    says(card, "Set both numbers between 0 and 100.")
    assert not card.locator("svg.to-crowd").count()
    prior.fill("20")
    until(card, prior=20)
    until_kept(page, tool_id)
    page.reload()
    card = widget(page, tool_id)
    until(card, prior=20, response=60, others=data["rows"][0]["id"], shown=True)

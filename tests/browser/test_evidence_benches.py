"""The four benches that weigh evidence, in a real browser: microcramps, calcium, an exact interval, responders."""

from __future__ import annotations

import re

import pytest

from pnh.models import calcium
from tests.browser.conftest import visiting, widget
from tests.browser.laboratory import EXPLORERS, GOALS, measures, set_values
from tests.browser.laboratory import PAGES as BENCH_PAGES
from tests.browser.tools import says, until, words

BENCHES = ("microcramp", "calcium", "interval", "responders")


def picture_of(card, place: int = 0) -> str:
    """What a drawing says to whoever cannot see it."""
    return card.locator("svg[role=img]").nth(place).get_attribute("aria-label")


def bench(page, site, explorer_id: str):
    page.goto(site + BENCH_PAGES[explorer_id])
    return widget(page, explorer_id)


def test_every_bench_of_the_evidence_stands_in_a_lesson_with_a_way_to_each_goal():
    """That the ways lead there is tried for every explorer in test_explorers.py."""
    found = {
        explorer.bench: explorer_id
        for explorer_id, explorer in EXPLORERS.items()
        if explorer.bench in BENCHES
    }
    assert set(found) == set(BENCHES)
    for explorer_id in found.values():
        assert BENCH_PAGES[explorer_id][10:12] in ("09", "10", "11")
        assert set(GOALS[explorer_id]) == {goal["id"] for goal in EXPLORERS[explorer_id].data["goals"]}


def test_the_evidence_benches_come_without_the_laboratory(visit, site):
    for explorer_id in ("ex-microcramp", "ex-calcium", "ex-responders"):
        visit.requests.clear()
        bench(visit.page, site, explorer_id)
        assert [url for url in visit.requests if "pnh-evidence" in url]
        assert not [url for url in visit.requests if "pnh-lab" in url]


def test_microcramps_are_called_a_hypothesis_wherever_they_are_seen(browser, visit, site):
    card = bench(visit.page, site, "ex-microcramp")
    label = card.get_by_text("Hypothesis.", exact=True)
    for values in ({}, {"foci": 1000, "synchrony": 1}, {"foci": 10, "sites": 1}):
        set_values(card, "ex-microcramp", values)
        card.page.wait_for_timeout(100)
        assert label.is_visible() and "Simulated, not recorded." in words(card)
        for picture in card.locator("svg[role=img]").all()[:1]:
            assert picture.get_attribute("aria-label").startswith("Hypothesis, simulated.")
        across = re.search(r"(\d+) of (\d+) needle sites? meets?", picture_of(card, 1))
        assert int(across.group(1)) == card.locator(".pnh-met").count()
        assert int(across.group(2)) == card.locator(".pnh-site").count()
    visit.page.emulate_media(media="print")
    assert label.is_visible()
    with visiting(browser, java_script_enabled=False) as still:
        still.page.goto(site + BENCH_PAGES["ex-microcramp"])
        part = still.page.locator('.pnh[data-pnh-id="ex-microcramp"]')
        assert part.get_by_text("Hypothesis, simulated.").first.is_visible()


@pytest.mark.parametrize("slope_mv", [9, 6])
def test_calcium_silences_when_high_and_excites_when_low(slope_mv, visit, site):
    card = bench(visit.page, site, "ex-calcium")
    thresholds = []
    for level in (0.7, 1.2, 1.4):
        values = {"calcium_mm": level, "slope_mv": slope_mv}
        set_values(card, "ex-calcium", values)
        found = until(card, **calcium.measures(values))
        thresholds.append(found["threshold_pa"])
        strokes = card.locator("svg[role=img] path.pnh-spikes, svg[role=img] path.pnh-lone").evaluate_all(
            "(paths) => paths.reduce((n, path) => n + (path.getAttribute('d') || '').split('M').length - 1, 0)"
        )
        assert strokes == found["spikes"], "one stroke for each spike"
        if level == 1.4:
            assert found["pattern"] == "silent" and found["spikes"] == 0
            says(card, "Silent for 10 seconds.")
            says(card, "the paradox of cramps with high calcium stays open")
        elif level == 0.7:
            assert found["pattern"] != "silent" and found["spikes"] > 0
            says(card, "ontinuous firing" if found["pattern"] == "continuous" else "single spike")
    assert thresholds == sorted(thresholds) and thresholds[0] < thresholds[-1]


def test_sixteen_of_sixteen_has_the_exact_interval(visit, site):
    card = bench(visit.page, site, "ex-biopsy")
    low = measures(card)["low_pct"]
    assert low == pytest.approx(100 * 0.025 ** (1 / 16), abs=0.01) == pytest.approx(79.4, abs=0.05)
    set_values(card, "ex-biopsy", {"counted": 22})
    found = until(card, people=22, without=0)
    assert picture_of(card).startswith(
        "22 people as dots: 16 with the sign reported, 6 with the sign assumed. "
    )
    assert found["low_pct"] == pytest.approx(100 * 0.025 ** (1 / 22), abs=0.01)
    says(card, "22 of 22 with the sign")


def test_responders_alone_cannot_tell_what_a_drug_does(visit, site):
    card = bench(visit.page, site, "ex-responders")
    falls = {}
    for effect in (0, 20):
        for show in ("all", "responders"):
            set_values(card, "ex-responders", {"effect": effect, "placebo": 0, "show": show})
            card.page.wait_for_timeout(150)
            falls[effect, show] = measures(card)["fall_shown"]
            if show == "responders":
                assert measures(card)["likelihood_ratio"] == 1
        assert f"Everybody treated: from {round(falls[0, 'all'])} to " in picture_of(card, 1)
        assert picture_of(card, 1).endswith(f"The drug is now set to {effect}.")
    assert falls[0, "responders"] > falls[0, "all"] + 10
    assert falls[20, "all"] - falls[0, "all"] > 2 * (falls[20, "responders"] - falls[0, "responders"])

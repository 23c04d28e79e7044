"""The laboratory's sound in a real browser: the axon's crackle as it is played, saved and stopped, by measurement."""

from __future__ import annotations

import wave

import numpy as np
import pytest

from tests.browser.conftest import widget
from tests.browser.laboratory import HEARD, PAGES, measures, play_and_keep, set_values


@pytest.fixture
def crackle(visit, site):
    """The explorer on its page, all that is played being kept."""
    visit.page.add_init_script(HEARD)
    visit.page.goto(site + PAGES["ex-crackle"])
    return widget(visit.page, "ex-crackle")


def clicks(samples: np.ndarray, rate_hz: float, dead_s: float = 0.012) -> np.ndarray:
    """Times (s) of the discharges in a sound: where it first exceeds a third of its largest value."""
    loud = np.flatnonzero(np.abs(samples) > np.abs(samples).max() / 3)
    times: list[float] = []
    for index in loud:
        if not times or index / rate_hz - times[-1] > dead_s:
            times.append(index / rate_hz)
    return np.array(times)


def played_once_computed(page, card) -> tuple[np.ndarray, float]:
    """The sound of the first setting, when its run has come to rest."""
    page.wait_for_function(
        "(root) => JSON.parse(root.dataset.pnhMeasures ?? '{}').spikes > 0", arg=card.element_handle()
    )
    page.wait_for_timeout(800)
    return play_and_keep(page, card)


def test_the_crackle_is_heard_and_the_drug_quietens_it(visit, crackle):
    """One click for each stimulus, a burst for each with both hits, one click again with carbamazepine."""
    page, card = visit.page, crackle
    assert not page.evaluate("() => window.heard.length"), "nothing plays by itself"
    lengths = {}
    for name, values in {
        "one hit": {"kv7_pct": 60},
        "two hits": {"nap_x": 2},
        "drug": {"carbamazepine_um": 5},
    }.items():
        set_values(card, "ex-crackle", values)
        expected = {"one hit": "extra === 0", "two hits": "extra >= 9", "drug": "extra === 0"}[name]
        page.wait_for_function(
            f"(root) => {{ const extra = JSON.parse(root.dataset.pnhMeasures).extra_spikes; return {expected}; }}",
            arg=card.element_handle(),
        )
        page.wait_for_timeout(600)  # the run behind the picture has come to rest
        samples, rate_hz = play_and_keep(page, card)
        assert np.abs(samples).max() <= 0.9 + 1e-6 and rate_hz == 20000
        loud = np.abs(samples) > 0.25 * np.abs(samples).max()
        lengths[name] = loud.sum() / rate_hz
        card.get_by_role("button", name="Stop").first.click()
    assert lengths["two hits"] > 4 * lengths["one hit"]
    assert lengths["drug"] < 1.5 * lengths["one hit"]


def test_the_rate_of_the_sound_is_the_rate_of_the_stimuli(visit, crackle):
    page, card = visit.page, crackle
    samples, rate_hz = played_once_computed(page, card)
    times = clicks(samples, rate_hz, dead_s=0.2)
    assert len(times) == measures(card)["spikes"]
    assert len(times) > 1
    assert np.allclose(np.diff(times), np.diff(times)[0], rtol=0.05)


def test_the_saved_sound_is_what_was_played(visit, crackle):
    page, card = visit.page, crackle
    samples, rate_hz = played_once_computed(page, card)
    with page.expect_download() as download:
        card.get_by_role("button", name="Save the sound (WAV)").first.click()
    with wave.open(str(download.value.path()), "rb") as saved:
        assert saved.getframerate() == rate_hz and saved.getnchannels() == 1 and saved.getsampwidth() == 2
        stored = np.frombuffer(saved.readframes(saved.getnframes()), dtype="<i2") / 32767
    assert len(stored) == len(samples)
    assert np.corrcoef(stored, samples)[0, 1] > 0.999


def test_escape_stops_the_sound_and_the_volume_is_kept(visit, crackle):
    page, card = visit.page, crackle
    volume = card.get_by_role("slider", name="Volume").first
    assert float(volume.input_value()) / float(volume.get_attribute("max")) <= 0.5, "it starts quiet"
    play_and_keep(page, card)
    stop = card.get_by_role("button", name="Stop").first
    assert stop.is_enabled()
    page.keyboard.press("Escape")
    page.wait_for_function("(button) => button.disabled || button.getAttribute('aria-disabled') === 'true' || !button.isConnected",
                           arg=stop.element_handle())  # fmt: skip
    volume.focus()
    page.keyboard.press("ArrowRight")
    kept = volume.input_value()
    page.reload()
    assert widget(page, "ex-crackle").get_by_role("slider", name="Volume").first.input_value() == kept

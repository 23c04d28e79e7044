"""What the tests of the nerve laboratory share: where each explorer stands, how it is set, read and heard."""

from __future__ import annotations

import json

import numpy as np

from pnh.content import load_course
from pnh.paths import ROOT

EXPLORERS = load_course().explorers
GOALS = json.loads((ROOT / "tests" / "vectors" / "explorer_goals.json").read_text(encoding="utf-8"))
"""Settings that reach each goal: the Python model is held to them too (tests/figures)."""

HEARD = """
  window.heard = [];
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (...when) {
    const { sampleRate, length } = this.buffer;
    window.heard.push({ sampleRate, length, samples: Array.from(this.buffer.getChannelData(0)) });
    return start.apply(this, when);
  };
"""
"""Keeps what is sent to the loudspeaker."""


def page_of(explorer_id: str) -> str:
    """The page on which an explorer stands: a lesson, else the welcome page."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        if f'explorer(\\"{explorer_id}\\")' in path.read_text(encoding="utf-8"):
            return f"notebooks/{path.stem}.html"
    assert explorer_id in (ROOT / "book/welcome.md").read_text(encoding="utf-8"), (
        f"no page shows {explorer_id}"
    )
    return "book/welcome.html"


PAGES = {explorer_id: page_of(explorer_id) for explorer_id in EXPLORERS}


def measures(card) -> dict:
    """What the explorer has measured last."""
    return json.loads(card.get_attribute("data-pnh-measures"))


def labels(explorer_id: str) -> dict[str, dict]:
    return {control["id"]: control for control in EXPLORERS[explorer_id].data["controls"]}


def input_of(card, control: dict):
    role = {"range": "slider", "select": "combobox", "switch": "checkbox"}[control["kind"]]
    return card.get_by_role(role, name=control["label"])


def set_values(card, explorer_id: str, values: dict) -> None:
    """Move the controls as a mouse does: sliders and selects change, switches are clicked."""
    for name, value in values.items():
        control = labels(explorer_id)[name]
        found = input_of(card, control)
        if control["kind"] == "range":
            found.evaluate(
                "(input, value) => { input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); }",
                value,
            )
        elif control["kind"] == "select":
            label = next(option["label"] for option in control["options"] if option["value"] == value)
            found.select_option(label=label)
        else:
            found.set_checked(value)


def wait_for_goal(card, goal_id: str, timeout: int = 30_000) -> None:
    card.locator(f'[data-pnh-goal="{goal_id}"][data-pnh-reached="true"]').wait_for(timeout=timeout)


def play_and_keep(page, card) -> tuple[np.ndarray, float]:
    page.evaluate("() => { window.heard.length = 0; }")
    card.get_by_role("button", name="Play").first.click()
    page.wait_for_function("() => window.heard.length > 0")
    heard = page.evaluate("() => window.heard.at(-1)")
    return np.array(heard["samples"]), heard["sampleRate"]

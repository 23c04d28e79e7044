"""How soon a slider is followed by its picture: a thumb dragged by the mouse in Chromium, on the built book.

Part of `axon_speed.py`, which prints what is measured here.
"""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import Any

from pnh import serve

MOVES, FRAME_MS = 60, 1000 / 60
PAGE, EXPLORER, SLIDER, PRESET = "notebooks/02_excitable_axon.html", "ex-one-pulse", "kv7_pct", "Both hits"
CHROMIUM = os.environ.get("PNH_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
SLOWED = (1, 4)
"""The processor as it is, and as slow as a simple phone's: Chromium's own brake."""

WATCH = """({ id, slider }) => {
  const root = document.querySelector(`[data-pnh-id="${id}"]`);
  const input = root.querySelector(`input[id$="${slider}"]`);
  let begun = 0, done = null;
  addEventListener("input", () => { begun ||= performance.now(); }, true);
  new MutationObserver((changes) => {
    if (!begun || !changes.some(({ target }) => target.classList.contains("pnh-curve"))) return;
    const from = begun, drawn = performance.now();
    begun = 0;
    requestAnimationFrame(() => done?.([drawn - from, performance.now() - from]));
  }).observe(root, { subtree: true, attributeFilter: ["d"] });
  globalThis.watchMove = () => {
    begun = 0;
    globalThis.move = new Promise((found) => { done = found; setTimeout(found, 2000, null); });
  };
  input.scrollIntoView({ block: "end" });
  const { left, width, top, height } = input.getBoundingClientRect();
  return { left, width, y: top + height / 2, steps: (input.max - input.min) / input.step };
}"""


def in_the_page(book: Path) -> dict[str, Any] | str:
    """A slider dragged by the mouse in Chromium: times (ms) to the new path, and to the frame after it."""
    if not (book / PAGE).is_file():
        return f"{book} holds no {PAGE}; make it with python3 course.py build"
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "playwright is missing: pip install -r requirements.txt"
    if CHROMIUM is None:
        return "no Chromium or Chrome found: name one in PNH_CHROMIUM"
    server = serve.listen(book, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for slowed in SLOWED:
            page = browser.new_page(viewport={"width": 1000, "height": 900})
            page.goto(server.address + PAGE, wait_until="load")
            page.wait_for_selector(f'[data-pnh-id="{EXPLORER}"][data-pnh-ready]')
            page.get_by_role("button", name=PRESET, exact=True).first.click()
            page.wait_for_timeout(700)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            rows[slowed] = _dragged(page)
            page.close()
        version = f"Chromium {browser.version}"
        browser.close()
    server.shutdown()
    return {"version": version, "rows": rows}


def _dragged(page: Any) -> list[list[float] | None]:
    """One entry for each move of the thumb, up and down the slider; None where no path changed."""
    track = page.evaluate(WATCH, {"id": EXPLORER, "slider": SLIDER})
    thumb, steps = 16, int(track["steps"])
    places = [*range(1, steps + 1), *range(steps - 1, -1, -1)]

    def to(place: int) -> None:
        page.mouse.move(track["left"] + thumb / 2 + (track["width"] - thumb) * place / steps, track["y"])

    to(0)
    page.mouse.down()
    page.wait_for_timeout(300)
    taken = []
    for index in range(MOVES):
        page.evaluate("watchMove()")
        to(places[index % len(places)])
        taken.append(page.evaluate("() => move"))
        page.wait_for_timeout(7 * (index % 5))  # so that moves fall anywhere between two frames
    page.mouse.up()
    return taken

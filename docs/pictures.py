"""Takes the README's pictures from the book that `course.py build` made: `python docs/pictures.py`."""

from __future__ import annotations

import os
import re
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from pnh.paths import ROOT

LESSONS = ROOT / "_build" / "html" / "notebooks"
IMAGES = Path(__file__).parent / "images"
CHROMIUM = os.environ.get("PNH_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def lesson(page: Page) -> None:
    """A question, answered and explained, under the text that it belongs to."""
    card = page.locator('.pnh[data-pnh-id="cfs-letter-first-guess"]')
    card.locator('input[value="b"]').check()
    card.get_by_role("button", name="Check answer").click()
    page.evaluate("() => document.querySelector('h1').scrollIntoView()")
    page.get_by_role("heading", name="A letter, and your first guess").scroll_into_view_if_needed()
    page.evaluate(
        "() => { scrollTo(0, document.querySelector('#a-letter-and-your-first-guess').offsetTop - 24) }"
    )


def case(page: Page) -> None:
    """The first stage of the case, two questions asked."""
    card = page.locator('.pnh[data-pnh-id="vp-night-cramps"]')
    card.get_by_role("button", name=re.compile("^Start")).click()
    for question in ("What a cramp is like now, where and how often", "All her medicines, with the dates"):
        card.get_by_role("button", name=question).click()
    page.evaluate(
        "() => { scrollTo(0, document.querySelector('[data-pnh-id=\"vp-night-cramps\"]').offsetTop - 24) }"
    )


def laboratory(page: Page) -> None:
    """From axon to muscle: both hits, one pulse a second."""
    card = page.locator('.pnh[data-pnh-id="ex-crackle"]')
    card.get_by_role("button", name="Both hits", exact=True).click()
    page.wait_for_function(
        "(root) => JSON.parse(root.dataset.pnhMeasures).extra_spikes > 20", arg=card.element_handle()
    )
    page.wait_for_timeout(800)
    page.evaluate(
        "() => { scrollTo(0, document.querySelector('[data-pnh-id=\"ex-crackle\"]').offsetTop - 24) }"
    )


def evidence(page: Page) -> None:
    """A drug that does nothing, and only its responders on the poster."""
    card = page.locator('.pnh[data-pnh-id="ex-responders"]')
    card.get_by_label("True effect of the drug").fill("0")
    card.get_by_label("On the poster").select_option(label="Responders only")
    page.evaluate("() => document.activeElement.blur()")
    page.wait_for_timeout(800)
    page.evaluate(
        "() => { scrollTo(0, document.querySelector('[data-pnh-id=\"ex-responders\"]').offsetTop - 24) }"
    )


PICTURES = {
    "lesson": ("04_cfs_clinical_picture", lesson),
    "case": ("04_cfs_clinical_picture", case),
    "laboratory": ("02_excitable_axon", laboratory),
    "evidence": ("11_appraising_the_evidence", evidence),
}


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for theme in ("light", "dark"):
            for name, (notebook, arrange) in PICTURES.items():
                page = browser.new_page(
                    viewport={"width": 1240, "height": 900}, color_scheme=theme, reduced_motion="reduce"
                )
                page.goto((LESSONS / f"{notebook}.html").as_uri())
                page.locator('[data-pnh="question"][data-pnh-ready="true"]').first.wait_for()
                arrange(page)
                page.mouse.move(0, 0)
                page.wait_for_timeout(300)
                few = (
                    Image.open(BytesIO(page.screenshot()))
                    .convert("RGB")
                    .quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
                )
                few.save(IMAGES / f"{name}-{theme}.png", optimize=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()

"""One Chromium and one server for all browser tests, and a guard that lets nothing leave this computer.

PNH_BOOK names the built book (default `_build/html`), PNH_CHROMIUM the browser (default: found on PATH).
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from pnh import serve
from pnh.paths import ROOT
from pnh.suite.chromium import NAMES

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
LESSON = "notebooks/04_cfs_clinical_picture.html"


class OneByOne(LoadScopeScheduling):
    """Each test to whichever process is free, but JupyterLab's to one: one server is enough.

    The plug-in's own groups mark a test's id, which pytest 9.2 no longer lets it change.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        return file if file.endswith("test_lab.py") else nodeid


def pytest_xdist_make_scheduler(config, log):
    return OneByOne(config, log)


@dataclass
class Visit:
    """A page together with everything it must not do: outside requests, console errors, uncaught errors."""

    page: Page
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def no_faults(self) -> None:
        assert not self.faults, "\n".join(self.faults)


@pytest.fixture(scope="session")
def book() -> Path:
    folder = Path(os.environ.get("PNH_BOOK") or ROOT / "_build" / "html")
    if not (folder / "index.html").is_file():
        pytest.fail(f"no built book in {folder}: run `python3 course.py build` first", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def site(book: Path) -> Iterator[str]:
    """The book served over http by the course's own server; the address ends with a slash."""
    server = serve.listen(book, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("PNH_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        # Without a browser on PATH playwright looks for its own, and says how to get it.
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@contextmanager
def visiting(browser: Browser, **options) -> Iterator[Visit]:
    """A fresh profile whose requests may only reach this computer."""
    options.setdefault("viewport", {"width": 1280, "height": 900})
    options.setdefault("reduced_motion", "reduce")  # no measuring in mid-transition
    context: BrowserContext = browser.new_context(**options)
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page())

    def watch(route) -> None:
        url = urlsplit(route.request.url)
        visit.requests.append(route.request.url)
        if url.scheme in ("file", "data", "blob", "about") or url.hostname in ("127.0.0.1", "localhost"):
            route.continue_()
        else:
            visit.faults.append(f"request to the outside: {route.request.url}")
            route.abort()

    context.route("**/*", watch)
    visit.page.on("pageerror", lambda error: visit.faults.append(f"page error: {error}"))
    visit.page.on(
        "console",
        lambda said: (
            visit.faults.append(f"console {said.type}: {said.text}") if said.type == "error" else None
        ),
    )
    try:
        yield visit
    finally:
        context.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A desktop visit; whatever the test does, faults on the way fail it."""
    with visiting(browser) as started:
        yield started
        started.no_faults()


def widget(page: Page, item_id: str):
    """The widget of one question or case, once it is alive."""
    found = page.locator(f'.pnh[data-pnh-id="{item_id}"]')
    found.and_(page.locator('[data-pnh-ready="true"]')).wait_for()
    return found


def tab_to(page: Page, target, limit: int = 120) -> None:
    """Reach `target` by the Tab key alone, from wherever the focus is; with Shift when it stands before."""
    before = target.evaluate(
        "(e) => !!(document.activeElement.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)"
    )
    for _ in range(limit):
        if target.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if before else "Tab")
    raise AssertionError(f"not reachable by keyboard: {target}")

"""A Chromium for the browser pass: the one that is here, else one installed now, else a plain instruction."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # Chromium without its windows: a visit costs a third
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
INSTRUCTION = (
    "no Chromium was found and none could be installed: install Chromium or Google Chrome, or set "
    "PNH_CHROMIUM to a browser's path, and run the tests again"
)


class NoChromium(Exception):
    """Its text tells the reader what to do."""


def obtain() -> str:
    """The path of a Chromium that starts; NoChromium with an instruction when there is no way to one."""
    start_driver()
    named = os.environ.get("PNH_CHROMIUM")
    if named:
        if starts(named):
            return named
        raise NoChromium(f"PNH_CHROMIUM names '{named}', which does not start: correct or unset it")
    for install in (nothing, with_apt, with_playwright):
        if install():
            for candidate in candidates():
                if starts(candidate):
                    return candidate
    raise NoChromium(INSTRUCTION)


def start_driver() -> None:
    """playwright's own program must start; on a bare Debian it lacks one library."""
    if driver_starts() or (apt_allowed() and apt_install("libatomic1") and driver_starts()):
        return
    raise NoChromium("playwright does not start: run 'python -m playwright --version' in .venv to see why")


def driver_starts() -> bool:
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, capture_output=True, timeout=60).returncode == 0


def candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    yield from filter(os.path.exists, PLACES)
    yield from filter(os.path.exists, [playwrights_own()])


def starts(browser: str) -> bool:
    """Ubuntu's chromium-browser may be a stub that asks for a snap: finding a name is not enough."""
    if os.name == "nt":
        return Path(browser).is_file()  # `--version` opens a window there
    try:
        return subprocess.run([browser, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwrights_own() -> str:
    """Where playwright's installer would have put its browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def nothing() -> bool:
    return True


def with_apt() -> bool:
    """As root on Debian or Ubuntu, install the system's own."""
    if not apt_allowed():
        return False
    print("No Chromium found: installing it with apt-get.", flush=True)
    return apt_install("chromium-headless-shell") or apt_install("chromium")


def apt_allowed() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(package: str) -> bool:
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    update = ["apt-get", "update", "-qq"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    return all(subprocess.run(command, env=environment).returncode == 0 for command in (update, install))


def with_playwright() -> bool:
    print("No Chromium found: asking playwright to install one.", flush=True)
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode == 0

"""JupyterLab on a lesson: the command that starts it, and (overrides.json) settings that suit a reader."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path


def start(root: Path, lesson: str | None, port: int, browser: bool) -> int:
    """Run JupyterLab until it is stopped; its exit code."""
    first_page = f"/lab/tree/{lesson_file(root, lesson)}" if lesson else "/lab"
    child = subprocess.Popen(command(root, first_page, port, browser), cwd=root)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # JupyterLab has it too: it asks, and a second Ctrl-C stops it
            continue


def command(root: Path, first_page: str, port: int, browser: bool) -> list[str]:
    """What starts JupyterLab over `root`: Markdown opens as a page, and no other server is asked anything."""
    settings = {
        "ServerApp.root_dir": root,
        "ServerApp.port": port,
        "LabApp.default_url": first_page,
        "LabApp.app_settings_dir": Path(__file__).parent,
        # No news, no updates, no list of extensions.
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
    }
    words = [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in settings.items())]
    if not browser:
        words.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        words.append("--allow-root")
    return words


def lesson_file(root: Path, number: str) -> str:
    """`notebooks/NN_name.ipynb` of a lesson given as 4 or 04; SystemExit names the lessons there are."""
    lessons = {path.name[:2]: path for path in sorted((root / "notebooks").glob("[0-9][0-9]_*.ipynb"))}
    found = lessons.get(number.zfill(2)) if re.fullmatch(r"\d{1,2}", number) else None
    if found is None:
        raise SystemExit(f"There is no lesson '{number}': choose from {', '.join(lessons)}.")
    return found.relative_to(root).as_posix()

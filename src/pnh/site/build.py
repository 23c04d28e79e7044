"""Building the book: the data are checked first, then Jupyter Book runs with every warning an error."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from pnh.content import check
from pnh.paths import ROOT

# Jupyter Book has no `python -m` of its own, and its script may not be on PATH.
JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"
STRICT = ["-W", "-n", "--keep-going"]


def build_book(root: Path = ROOT, out: Path | None = None, strict: bool = True) -> Path:
    """Build the book of `root` into `out`/_build/html and return that folder.

    Always from nothing, beside the present build, which is replaced at the end: Jupyter Book's own second
    build would keep old styles and pages that no longer exist. Raises SystemExit with a sentence if the data
    have a mistake or the build fails; an earlier build then stays.
    """
    problems = check(root)
    if problems:
        listing = "\n".join(str(problem) for problem in problems)
        raise SystemExit(f"{listing}\nThe book was not built: the data need mending first (lines above).")
    target = (out or root) / "_build" / "html"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="new-") as fresh:
        command = [sys.executable, "-c", JUPYTER_BOOK, "build", str(root), "--path-output", fresh, "-q"]
        # Its closing words name the folder of this run, which is gone a moment later; warnings stay visible.
        done = subprocess.run([*command, *(STRICT if strict else [])], cwd=root, stdout=subprocess.DEVNULL)
        if done.returncode != 0:
            raise SystemExit("The book was not built: Jupyter Book stopped (its messages are above).")
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(Path(fresh) / "_build" / "html", target)
    return target

"""Building the book: the data are checked first, then Jupyter Book runs with every warning an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pnh.content import check
from pnh.paths import ROOT


# Jupyter Book has no `python -m` of its own, and its script may not be on PATH.
JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"


def build_book(root: Path = ROOT, out: Path | None = None, strict: bool = True) -> Path:
    """Build the book of `root` into `out`/_build/html and return that folder.

    Raises SystemExit with a sentence if the data have a mistake or the build fails; an earlier build stays.
    """
    problems = check(root)
    if problems:
        listing = "\n".join(str(problem) for problem in problems)
        raise SystemExit(f"{listing}\nThe book was not built: the data need mending first (lines above).")
    command = [sys.executable, "-c", JUPYTER_BOOK, "build", str(root), "--path-output", str(out or root)]
    command += ["-W", "-n", "--keep-going"] if strict else []
    done = subprocess.run([*command, "-q"], cwd=root)
    if done.returncode != 0:
        raise SystemExit("The book was not built: Jupyter Book stopped (its messages are above).")
    return (out or root) / "_build" / "html"

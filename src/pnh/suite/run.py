"""Running the parts one after the other: a failing one does not keep the next from running."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from pnh.suite.outcome import PartResult, summary, total
from pnh.suite.parts import PARTS, Workshop


def run_suite(root: Path, only: Sequence[str] | None = None) -> int:
    """Run all parts, or the named ones, in their order; 0 when nothing failed.

    With CI set in the environment, a part that could not run counts as failed.
    """
    strict = bool(os.environ.get("CI"))
    results = []
    with tempfile.TemporaryDirectory(prefix="course-test-", ignore_cleanup_errors=True) as scratch:
        shop = Workshop(root, Path(scratch))
        isolate(shop)
        for name, part in PARTS.items():
            if only and name not in only:
                continue
            print(f"\n== {part.title} ==", flush=True)
            start = time.monotonic()
            outcome = part.run(shop)
            results.append(PartResult(part.title, outcome, time.monotonic() - start))
    print("\n" + summary(results, strict))
    return 1 if total(results, strict).failed else 0


def isolate(shop: Workshop) -> None:
    """Keep a reader's own Jupyter and IPython settings out of the outputs that are compared."""
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR"):
        folder = shop.scratch / name.lower()
        folder.mkdir()
        shop.environment[name] = str(folder)

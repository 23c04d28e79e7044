"""`python -m pnh.content [folder]`: prints every problem of the course, ends with 1 if there is one."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from pnh.content.checking import check


def main(arguments: list[str]) -> int:
    """Check the course in the folder given, or in this repository."""
    start = time.perf_counter()
    problems = check(Path(arguments[0]).resolve() if arguments else None)
    for problem in problems:
        print(problem)
    took = time.perf_counter() - start
    count = "no problem" if not problems else f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    print(f"Data check: {count} ({took:.2f} s).", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

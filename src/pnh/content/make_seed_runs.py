"""Makes data/evidence/seed_runs.txt from a folder with the seed texts, which are not in the repository:
`python -m pnh.content.make_seed_runs FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from pnh.content.seed_overlap import run_hash, runs_of
from pnh.paths import ROOT

HEADER = """\
# Truncated hashes of every run of eight words in the two seed texts (lower case, letters and digits only),
# sorted. The texts are not in this repository. Made by: python -m pnh.content.make_seed_runs FOLDER
"""


def seed_run_hashes(folder: Path) -> list[str]:
    """Sorted hashes of the eight-word runs in the .txt files of `folder`; FileNotFoundError if none."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise FileNotFoundError(f"no .txt file in {folder}")
    runs = set()
    for file in files:
        runs.update(map(run_hash, runs_of(file.read_text(encoding="utf-8", errors="replace"))))
    return sorted(runs)


def main(arguments: list[str]) -> int:
    """Write the file for the folder named."""
    if len(arguments) != 1:
        print(
            "Usage: python -m pnh.content.make_seed_runs FOLDER (with the seed texts as .txt files)",
            file=sys.stderr,
        )
        return 2
    hashes = seed_run_hashes(Path(arguments[0]))
    target = ROOT / "data" / "evidence" / "seed_runs.txt"
    target.write_text(HEADER + "\n".join(hashes) + "\n", encoding="utf-8")
    print(f"Wrote {len(hashes)} runs to {target}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""No text of this course shares eight consecutive words with the two seed texts.

The seed texts belong to their publishers and are not in the repository. What is here, in
data/evidence/seed_runs.txt, are truncated hashes of their eight-word runs, sorted, from which the texts
cannot be read back. make_seed_runs.py makes the file again from a folder with the texts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry, Place

RUN = 8
"""Words in a run."""

_WORD = re.compile(r"[a-z0-9]+")
_TAG = re.compile(r"<[^<>]*>")
_LINK_TARGET = re.compile(r"\]\([^)\s]*\)")


def words_of(text: str) -> list[str]:
    """Lower-case words of letters and digits; tags and link targets are no words."""
    return _WORD.findall(_LINK_TARGET.sub("]", _TAG.sub(" ", text)).lower())


def run_hash(run: bytes) -> str:
    """Ten hex digits of one run, its words joined by spaces."""
    return hashlib.blake2b(run, digest_size=5).hexdigest()


def runs_of(text: str) -> Iterator[bytes]:
    """Every eight consecutive words, joined by spaces."""
    words = words_of(text)
    joined, begins = " ".join(words).encode("ascii"), [0]
    for word in words:
        begins.append(begins[-1] + len(word) + 1)
    for begin, end in zip(begins, begins[RUN:], strict=False):
        yield joined[begin : end - 1]


def shared_run(text: str, hashes: frozenset[str]) -> str | None:
    """The first run of eight words that `text` shares with the seeds, or None."""
    if len(text) < 2 * RUN - 1:
        return None  # too short for eight words
    return next((run.decode("ascii") for run in runs_of(text) if run_hash(run) in hashes), None)


def overlap_problems(shelf: Shelf) -> list[Problem]:
    """Overlap in all data, tables and pages."""
    path = shelf.evidence / "seed_runs.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return [
            Problem("data/evidence/seed_runs.txt", 1, "seed_runs", "is missing; the overlap check needs it")
        ]
    hashes = frozenset(line for line in lines if line and not line.startswith("#"))
    return [*_in_data(shelf, hashes), *_in_tables(shelf, hashes), *_in_pages(shelf, hashes)]


def _message(run: str) -> str:
    return f"shares eight words with a seed text (“{run}”); say it in our own words"


def _in_data(shelf: Shelf, hashes: frozenset[str]) -> Iterator[Problem]:
    for _, document in shelf.documents():
        for entry in document.entries() or [Entry(document, (), document.data)]:
            for place, text in strings_in(entry.data):
                run = shared_run(text, hashes)
                if run:
                    yield entry.problem(_message(run), place)


def strings_in(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """(place, text) of every string inside `value`."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, (dict, list)):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(part, str):
                yield (*place, step), part
            elif isinstance(part, (dict, list)):
                yield from strings_in(part, (*place, step))


def _in_tables(shelf: Shelf, hashes: frozenset[str]) -> Iterator[Problem]:
    for name, rows in shelf.tables.items():
        for line, cells in enumerate(rows, 1):
            run = shared_run(" ".join(cells), hashes)
            if run:
                yield Problem(f"data/evidence/{name}.csv", line, cells[0], _message(run))


def _in_pages(shelf: Shelf, hashes: frozenset[str]) -> Iterator[Problem]:
    for page in shelf.pages + shelf.documentation:
        for start, block in page.blocks():
            run = shared_run(block, hashes)
            if run:
                yield page.problem(_message(run), start)

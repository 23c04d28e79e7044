"""Whether the built book still matches its sources, and building it when it does not."""

from __future__ import annotations

import hashlib
from pathlib import Path

SOURCES = ("book", "notebooks", "data", "src/pnh", "_config.yml", "_toc.yml")
IGNORED = {"__pycache__", ".ipynb_checkpoints"}


def book_folder(root: Path) -> Path:
    return root / "_build" / "html"


def stamp_file(root: Path) -> Path:
    return root / "_build" / "html.stamp"


def fingerprint(root: Path) -> str:
    """A hash over the name and content of every source file: a changed time alone rebuilds nothing."""
    digest = hashlib.sha256()
    for source in SOURCES:
        start = root / source
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file() and not IGNORED & set(path.relative_to(root).parts):
                content = path.read_bytes()
                digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()


def is_fresh(root: Path) -> bool:
    try:
        remembered = stamp_file(root).read_text()
    except FileNotFoundError:
        return False
    return (book_folder(root) / "index.html").is_file() and remembered == fingerprint(root)


def build(root: Path, strict: bool) -> Path:
    """Build into `_build/html`. The stamp goes first and comes back last: half a build is never fresh."""
    from pnh.site import build_book

    stamp_file(root).unlink(missing_ok=True)
    before = fingerprint(root)
    book = build_book(root, strict=strict)
    stamp_file(root).write_text(before)
    return book


def build_if_stale(root: Path) -> None:
    """For readers: a Sphinx warning does not keep the book from them, bad data does."""
    if is_fresh(root):
        print("The book is up to date.", flush=True)
        return
    print("Building the book; this takes a minute or less.", flush=True)
    build(root, strict=False)

"""When the book is built again, and when it is not."""

from __future__ import annotations

import os

import pytest

import pnh.site
from pnh import freshness


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A course that counts its builds: (root, list of the `strict` each build was asked for)."""
    for name in ("book", "notebooks", "data/questions", "src/pnh"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("_config.yml", "_toc.yml", "book/welcome.md", "data/questions/04.yaml", "src/pnh/a.py"):
        (tmp_path / name).write_text(name)
    builds = []

    def build_book(root, out=None, strict=True):
        builds.append(strict)
        freshness.book_folder(root).mkdir(parents=True, exist_ok=True)
        (freshness.book_folder(root) / "index.html").write_text("book")
        return freshness.book_folder(root)

    monkeypatch.setattr(pnh.site, "build_book", build_book)
    freshness.build_if_stale(tmp_path)
    assert builds == [False]
    return tmp_path, builds


def test_an_unchanged_book_is_not_built_again(built):
    root, builds = built
    os.utime(root / "book" / "welcome.md", (0, 0))
    freshness.build_if_stale(root)
    assert len(builds) == 1


@pytest.mark.parametrize(
    "name", ["book/welcome.md", "data/questions/04.yaml", "src/pnh/a.py", "_toc.yml", "notebooks/new.ipynb"]
)
def test_a_changed_or_new_source_builds_it_again(built, name):
    root, builds = built
    (root / name).write_text("changed")
    freshness.build_if_stale(root)
    freshness.build_if_stale(root)
    assert len(builds) == 2


def test_a_removed_source_builds_it_again(built):
    root, _ = built
    (root / "data/questions/04.yaml").unlink()
    assert not freshness.is_fresh(root)


def test_what_python_and_jupyter_leave_behind_does_not_matter(built):
    root, _ = built
    for name in ("src/pnh/__pycache__", "notebooks/.ipynb_checkpoints"):
        (root / name).mkdir()
        (root / name / "left.pyc").write_text("")
    assert freshness.is_fresh(root)


def test_a_missing_book_is_built_again(built):
    root, _ = built
    (freshness.book_folder(root) / "index.html").unlink()
    assert not freshness.is_fresh(root)


def test_a_build_that_breaks_off_leaves_the_book_stale(built, monkeypatch):
    root, _ = built

    def broken(root, out=None, strict=True):
        raise SystemExit("The book was not built.")

    monkeypatch.setattr(pnh.site, "build_book", broken)
    with pytest.raises(SystemExit):
        freshness.build(root, strict=True)
    assert not freshness.is_fresh(root)

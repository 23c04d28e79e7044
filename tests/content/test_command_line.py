"""Broken files through the command line, in a copy of the whole course: a line each, no exit 0, nothing built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pnh.paths import ROOT

BROKEN = {
    "a key that the bibliography lacks": (
        "data/questions/04_cfs_clinical_picture.yaml", "maisonneuve2016cramps", "nobody2016cramps", "nobody2016cramps",
    ),
    "YAML that cannot be read": ("data/glossary.yaml", "- id: ", "- id: [", "glossary.yaml"),
    "starting probabilities that do not sum to 1": (
        "data/scenarios/vp-night-cramps.yaml", "start: 0.", "start: 0.9", "start",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("course")
    for name in ("data", "book", "notebooks", "src"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    return root


def run(root: Path, verb: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    return subprocess.run(
        [sys.executable, "-m", "pnh", verb],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_copy_itself_is_sound(copy):
    done = run(copy, "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_copies_that_jupyterlab_keeps_aside_are_no_pages(copy):
    aside = copy / "book" / ".ipynb_checkpoints"
    aside.mkdir(exist_ok=True)
    (aside / "glossary-checkpoint.md").write_text("[gone](nowhere.md)\n", encoding="utf-8")
    done = run(copy, "check")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gives_its_line_and_stops_check_and_build(name, copy):
    file, old, new, said = BROKEN[name]
    path = copy / file
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace(old, new, 1), encoding="utf-8")
    try:
        checked = run(copy, "check")
        assert checked.returncode == 1
        lines = [line for line in (checked.stdout + checked.stderr).splitlines() if line.startswith(file)]
        assert lines and re.match(rf"{re.escape(file)}:\d+: ", lines[0])
        assert any(said in line for line in lines)
        assert "Traceback" not in checked.stderr
        built = run(copy, "build")
        assert built.returncode != 0 and "not built" in built.stderr
        assert not (copy / "_build" / "html").exists()
    finally:
        path.write_text(sound, encoding="utf-8")


def test_a_broken_file_stops_refresh_with_its_line(copy):
    path = copy / "data/glossary.yaml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("- id: ", "- id: [", 1), encoding="utf-8")
    try:
        refused = run(copy, "refresh")
    finally:
        path.write_text(sound, encoding="utf-8")
    assert refused.returncode == 1 and "Traceback" not in refused.stderr
    assert refused.stderr.startswith("data/glossary.yaml:") and "Nothing was refreshed" in refused.stderr

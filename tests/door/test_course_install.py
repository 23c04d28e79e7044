"""The environment: made once, made again when it must be, and one plain sentence when it cannot be made."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLED_ONCE = ["venv --allow-existing", "pip install"]

specification = importlib.util.spec_from_file_location("course", ROOT / "course.py")
door = importlib.util.module_from_spec(specification)
specification.loader.exec_module(door)


def break_python(venv: Path) -> None:
    for python in (venv / "bin").glob("python*"):
        python.unlink()


# The way in


@pytest.mark.parametrize("words", [[], ["--help"], ["open", "-h"]])
def test_a_plain_run_explains_itself_and_installs_nothing(course, words):
    done = course.run(*words)
    assert done.returncode == 0
    for verb in door.VERBS:
        assert f"course.py {verb}" in done.stdout
    assert not course.venv.exists()


def test_an_unknown_verb_is_answered_with_the_known_ones(course):
    done = course.run("opne")
    assert done.returncode == 2
    assert done.stderr == "There is no 'opne': choose one of open, test, lab, build, refresh, check.\n"
    assert not course.venv.exists()


def test_a_fresh_clone_installs_and_hands_over_every_word(course):
    done = course.run("open", "--port", "9000", "--no-browser")
    assert done.returncode == 0, done.stderr
    assert "pnh was asked: ['open', '--port', '9000', '--no-browser']" in done.stdout
    assert course.installer_calls() == INSTALLED_ONCE
    assert course.stamp.is_file()


def test_the_exit_code_of_the_verb_is_the_doors(course):
    assert course.run("check", STAND_IN_CODE="7").returncode == 7


def test_a_second_run_installs_nothing_and_says_nothing(course):
    course.run("check")
    done = course.run("check")
    assert done.stdout == "pnh was asked: ['check']\n"
    assert course.installer_calls() == INSTALLED_ONCE


# When it installs again


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_changed_requirements_are_installed_into_the_same_environment(course, name):
    course.run("check")
    with open(course.root / name, "a") as file:
        file.write("# one more thing\n")
    (course.venv / "kept.txt").write_text("")
    assert course.run("check").returncode == 0
    assert course.installer_calls() == [*INSTALLED_ONCE, "pip install"]
    assert (course.venv / "kept.txt").exists()
    course.run("check")
    assert len(course.installer_calls()) == 3


@pytest.mark.parametrize("damage", ["no stamp", "no python", "truncated", "no package"])
def test_a_damaged_environment_is_made_anew(course, damage):
    course.run("check")
    leftover = course.venv / "leftover.txt"
    leftover.write_text("")
    if damage == "no stamp":
        course.stamp.unlink()
    elif damage == "no python":
        break_python(course.venv)
    elif damage == "truncated":
        for path in course.venv.iterdir():
            if path.name != "made-by-course.txt":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        leftover.write_text("")
    else:
        next(course.venv.rglob("pnh.pth")).unlink()
    done = course.run("check")
    assert done.returncode == 0, done.stderr
    assert "making it anew" in done.stdout
    assert not leftover.exists()
    assert course.installer_calls() == INSTALLED_ONCE * 2


def test_a_moved_folder_is_noticed(course):
    course.run("check")
    course.root = course.root.rename(course.root.with_name("elsewhere"))
    done = course.run("check")
    assert (done.returncode, course.installer_calls()) == (0, INSTALLED_ONCE * 2)


def test_an_environment_made_by_hand_is_kept_and_completed(course):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", course.venv], check=True)
    (course.venv / "mine.txt").write_text("")
    assert course.run("check").returncode == 0
    assert course.installer_calls() == ["pip install"]
    assert (course.venv / "mine.txt").exists()


def test_something_else_called_venv_is_left_alone(course):
    course.venv.mkdir()
    (course.venv / "thesis.txt").write_text("precious")
    done = course.run("check")
    assert done.returncode == 1
    assert "is in the way" in done.stderr and done.stderr.count("\n") == 1
    assert (course.venv / "thesis.txt").read_text() == "precious"


# When it cannot


def test_a_full_disk_gets_a_sentence_and_the_next_run_recovers(course):
    done = course.run("open", UV_TROUBLE="error: failed to write: No space left on device (os error 28)")
    assert done.returncode == 1
    assert done.stderr.startswith("The disk is full: free about 1.5 GB and run the same command again.")
    assert done.stderr.count("\n") == 1
    assert "os error 28" in (course.root / "_build" / "install.log").read_text()
    assert not course.venv.exists()
    assert course.run("open").returncode == 0


@pytest.mark.parametrize("made_by", ["nobody", "uv"])
def test_no_network_gets_a_sentence_without_the_password_and_the_next_run_recovers(course, made_by):
    """With the real pip, which uv's environments lack: the index is a closed port of this computer."""
    if made_by == "uv":
        course.run("check")
        (course.root / "requirements.txt").write_text("-e .\nsix==1.16.0\n")
    folders = [folder for folder in os.environ["PATH"].split(os.pathsep) if not Path(folder, "uv").exists()]
    done = course.run(
        "open",
        PATH=os.pathsep.join(folders),
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://reader:secret@127.0.0.1:9/simple",
        PIP_RETRIES="0",
        PIP_NO_CACHE_DIR="1",
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The packages could not be fetched: check the Internet connection")
    assert done.stderr.count("\n") == 1
    log = (course.root / "_build" / "install.log").read_text()
    assert "127.0.0.1" in log
    assert "secret" not in done.stdout + done.stderr + log
    recovered = course.run("open")
    assert recovered.returncode == 0


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_install_ends_cleanly_and_the_next_run_recovers(course, kind):
    environment = {**course.environment, "UV_TROUBLE": "slow"}
    process = subprocess.Popen(
        course.command("open"), env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 30
    while "pip install" not in course.installer_calls():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(kind)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said == "Stopped; the next run picks up where it can.\n"
    assert not course.stamp.exists()
    assert course.run("open").returncode == 0


def test_two_terminals_install_once(course):
    processes = [
        subprocess.Popen(course.command("check"), env=course.environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    for process in processes:
        assert b"pnh was asked" in process.communicate(timeout=60)[0]
    assert course.installer_calls() == INSTALLED_ONCE


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("There is not enough space on the disk. (os error 112)", "The disk is full"),
        ("[Errno 30] Read-only file system: '/media/cd/course/_build'", "This folder cannot be written to"),
        ("PermissionError: [WinError 5] Access is denied", "This folder cannot be written to"),
        ("The environment was not created because ensurepip is not available", "This Python cannot make"),
        ("No module named venv", "This Python cannot make"),
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", "The packages could not be"),
        ("error: Failed to fetch: error sending request for url", "The packages could not be"),
        ("SSLError: certificate verify failed: unable to get local issuer", "The packages could not be"),
        ("ERROR: No matching distribution for six==1 (from versions: none)", "The packages could not"),
        ("ERROR: No matching distribution found for argon2-cffi-bindings", "A package has no ready-made"),
        ("Segmentation fault", "The install failed"),
    ],
)
def test_what_installers_say_becomes_a_plain_sentence(said, sentence):
    assert door.sentence_for(said, door.FAILED).startswith(sentence)


def test_every_sentence_is_one_sentence():
    for _, sentence in door.REASONS:
        assert "\n" not in sentence
        assert sentence.endswith((".", ")."))

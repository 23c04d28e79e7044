"""The suite: counts as its tools report them, one summary, and no silence about what did not run."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from pnh.lab import lesson_file
from pnh.paths import ROOT
from pnh.suite import chromium, parts, run
from pnh.suite.outcome import Outcome, PartResult, from_exit_code, from_junit, from_node, summary, total
from pnh.suite.parts import Part, Workshop

NODE_TAP = """\
TAP version 13
# a line of a test's own, with a number 7
1..3
# tests 3
# suites 0
# pass 2
# fail 1
# cancelled 0
# skipped 0
# todo 0
"""
NODE_READABLE = """\
✔ scores (1ms)
ℹ tests 3
ℹ pass 3
ℹ fail 0
ℹ cancelled 0
ℹ skipped 0
ℹ todo 0
"""


def workshop(tmp_path):
    """A workshop whose pytest loads no plug-ins: ten times quicker."""
    return Workshop(tmp_path, tmp_path, {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"})


def test_pytests_counts_are_read(tmp_path):
    tests = tmp_path / "test_few.py"
    tests.write_text(
        "import pytest\ndef test_a(): pass\ndef test_b(): pass\ndef test_c(): assert False\n"
        "def test_d(): pytest.skip('not here')\n"
        "@pytest.fixture\ndef broken(): raise ValueError\ndef test_e(broken): pass\n"
    )
    outcome = workshop(tmp_path).pytest("few", str(tests))
    assert (outcome.passed, outcome.failed) == (2, 2)
    assert outcome.not_run == ("1 skipped (pytest names them above)",)


@pytest.mark.parametrize("text", ["", "def broken(:\n", "import os\nos._exit(0)\n"])
def test_a_run_without_tests_or_without_an_end_is_a_failure(tmp_path, text):
    tests = tmp_path / "test_none.py"
    tests.write_text(text)
    outcome = workshop(tmp_path).pytest("none", str(tests))
    assert (outcome.passed, outcome.failed) == (0, 1)


def test_a_missing_report_is_a_failure(tmp_path):
    assert from_junit(tmp_path / "nothing.xml", 0) == Outcome(failed=1)


@pytest.mark.parametrize(
    ("output", "code", "counts"),
    [
        (NODE_TAP, 1, (2, 1)),
        (NODE_READABLE, 0, (3, 0)),
        (NODE_READABLE, 1, (3, 1)),
        ("# pass 0\n# fail 0\n", 0, (0, 1)),
        ("# pass 4\n# fail 0\n# cancelled 2\n", 1, (4, 2)),
        ("Segmentation fault", 139, (0, 1)),
    ],
)
def test_nodes_counts_are_read(output, code, counts):
    outcome = from_node(output, code)
    assert (outcome.passed, outcome.failed) == counts


def test_a_skipped_javascript_test_is_named():
    assert from_node("# pass 1\n# fail 0\n# skipped 1\n", 0).not_run


def test_a_tool_without_counts_is_one_test():
    assert from_exit_code(0) == Outcome(passed=1)
    assert from_exit_code(2) == Outcome(failed=1)


RESULTS = [
    PartResult("Unit tests", Outcome(passed=12, failed=1), 3.21),
    PartResult("JavaScript", Outcome(not_run=(parts.NODE_NEEDED,)), 0.0),
]


def test_the_last_line_of_the_summary_is_the_sum():
    lines = summary(RESULTS, strict=False).splitlines()
    assert lines[-1] == "12 passed, 1 failed"
    assert "NOT RUN: JavaScript (install Node 18 or newer)" in lines
    assert [line.split() for line in lines[:2]] == [
        ["passed", "failed", "seconds"],
        ["Unit", "tests", "12", "1", "3.2"],
    ]


def test_what_did_not_run_fails_where_nothing_may_stay_unrun():
    assert summary(RESULTS, strict=True).splitlines()[-1] == "12 passed, 2 failed"
    assert total(RESULTS[1:], strict=False).failed == 0
    assert total(RESULTS[1:], strict=True).failed == 1


@pytest.fixture
def three_parts(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    asked = []

    def part(name, outcome):
        def act(shop):
            asked.append(name)
            return outcome

        return Part(name, act)

    known = {
        "data": part("data", Outcome(failed=1)),
        "unit": part("unit", Outcome(passed=5)),
        "js": part("js", Outcome(passed=2)),
    }
    monkeypatch.setattr(run, "PARTS", known)
    return asked


def test_a_failing_part_does_not_stop_the_next(three_parts, tmp_path, capsys):
    assert run.run_suite(tmp_path) == 1
    assert three_parts == ["data", "unit", "js"]
    assert capsys.readouterr().out.endswith("\n7 passed, 1 failed\n")


def test_only_the_named_parts_run_in_their_own_order(three_parts, tmp_path):
    assert run.run_suite(tmp_path, ["js", "unit"]) == 0
    assert three_parts == ["unit", "js"]


def test_without_node_the_javascript_part_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert parts.javascript(workshop(tmp_path)) == Outcome(not_run=("install Node 18 or newer",))


def test_an_old_node_counts_as_none(tmp_path, monkeypatch):
    for name, said in (("node", "v16.20.0"), ("npm", "8")):
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\necho {said}\n")
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert parts.node_version(str(tmp_path / "node")) == (16, 20)
    assert parts.javascript(workshop(tmp_path)).not_run == (parts.NODE_NEEDED,)


def test_a_committed_bundle_that_its_source_does_not_build_is_a_failure(tmp_path, capsys):
    rebuilt, committed = tmp_path / "rebuilt", tmp_path / "committed"
    for folder in (rebuilt, committed):
        folder.mkdir()
        (folder / "pnh.js").write_text("same")
        (folder / "pnh.css").write_text(folder.name)
    (rebuilt / "new.mjs").write_text("")
    assert parts.same_files(rebuilt, committed) == Outcome(passed=1, failed=2)
    said = capsys.readouterr().out
    assert "src/pnh/static/pnh.css is not what frontend/ builds" in said
    assert "src/pnh/static/new.mjs" in said


def test_an_empty_rebuild_is_a_failure(tmp_path):
    assert parts.same_files(tmp_path, tmp_path).failed == 1


# Finding a browser


@pytest.fixture
def no_browser(tmp_path, monkeypatch):
    monkeypatch.delenv("PNH_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "PLACES", ())
    monkeypatch.setattr(chromium, "playwrights_own", lambda: str(tmp_path / "playwrights-chrome"))
    monkeypatch.setattr(chromium, "driver_starts", lambda: True)
    monkeypatch.setattr(chromium, "with_apt", lambda: False)
    monkeypatch.setattr(chromium, "with_playwright", lambda: False)
    return tmp_path


def executable(path, code=0):
    path.write_text(f"#!/bin/sh\nexit {code}\n")
    path.chmod(0o755)
    return path


def test_a_browser_on_the_path_is_found(no_browser):
    browser = executable(no_browser / "google-chrome")
    assert chromium.obtain() == str(browser)


def test_a_chromium_without_windows_is_preferred(no_browser):
    executable(no_browser / "chromium")
    quick = executable(no_browser / "chromium-headless-shell")
    assert chromium.obtain() == str(quick)


def test_where_debian_does_not_pack_it_apart_the_whole_chromium_is_installed(monkeypatch):
    asked = []
    monkeypatch.setattr(chromium, "apt_allowed", lambda: True)
    monkeypatch.setattr(
        chromium, "apt_install", lambda package: asked.append(package) or package == "chromium"
    )
    assert chromium.with_apt()
    assert asked == ["chromium-headless-shell", "chromium"]


def test_a_stub_that_does_not_start_is_passed_over(no_browser):
    executable(no_browser / "chromium", code=1)
    browser = executable(no_browser / "google-chrome")
    assert chromium.obtain() == str(browser)


def test_a_browser_named_in_the_environment_comes_first(no_browser, monkeypatch):
    executable(no_browser / "chromium")
    mine = executable(no_browser / "mine")
    monkeypatch.setenv("PNH_CHROMIUM", str(mine))
    assert chromium.obtain() == str(mine)
    mine.unlink()
    with pytest.raises(chromium.NoChromium, match=r"PNH_CHROMIUM names .* does not start"):
        chromium.obtain()


def test_a_missing_browser_is_installed(no_browser, monkeypatch):
    def install():
        executable(no_browser / "playwrights-chrome")
        return True

    monkeypatch.setattr(chromium, "with_playwright", install)
    assert chromium.obtain().endswith("playwrights-chrome")


def test_a_driver_that_lacks_a_library_gets_it_where_that_is_allowed(no_browser, monkeypatch):
    browser = executable(no_browser / "chromium")
    installed = []
    monkeypatch.setattr(chromium, "driver_starts", lambda: bool(installed))
    monkeypatch.setattr(chromium, "apt_install", lambda package: installed.append(package) or True)
    monkeypatch.setattr(chromium, "apt_allowed", lambda: False)
    with pytest.raises(chromium.NoChromium, match="playwright does not start"):
        chromium.obtain()
    monkeypatch.setattr(chromium, "apt_allowed", lambda: True)
    assert chromium.obtain() == str(browser)
    assert installed == ["libatomic1"]


def test_without_any_browser_the_part_fails_with_an_instruction(no_browser, capsys):
    assert parts.browser(workshop(no_browser)) == Outcome(failed=1)
    assert "install Chromium or Google Chrome, or set PNH_CHROMIUM" in capsys.readouterr().out


# The command line around it


def pnh(*words):
    wide = {**os.environ, "COLUMNS": "200"}
    return subprocess.run([sys.executable, "-m", "pnh", *words], capture_output=True, text=True, env=wide)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["test", "--only", "js,tea"], "there is no 'tea': choose from data, unit, js, nbval, book, browser"),
        (["open", "--port", "many"], "'many' is not a port"),
        (["open", "--port", "70000"], "'70000' is not a port"),
        (["lab", "99"], "There is no lesson '99': choose from "),
        (["lab", "../.."], "There is no lesson '../..': choose from "),
    ],
)
def test_wrong_words_get_an_answer(words, said):
    done = pnh(*words)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_lesson_is_found_by_its_number():
    assert lesson_file(ROOT, "4") == lesson_file(ROOT, "04") == "notebooks/04_cfs_clinical_picture.ipynb"

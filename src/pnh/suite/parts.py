"""The parts of the suite, in their order. Each runs its tools as processes and says what it came to."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pnh.suite import chromium
from pnh.suite.outcome import Outcome, from_exit_code, from_junit, from_node

NODE_NEEDED = "install Node 18 or newer"


SIDE_BY_SIDE = ("-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile")
"""The test files of a part on all processors, each file in one process (pytest-xdist)."""

ONE_BY_ONE = (*SIDE_BY_SIDE[:2], "--dist", "loadscope")
"""Single tests on all processors, those that tests/browser/conftest.py names kept together."""


@dataclass
class Workshop:
    """What the parts share: the course's folder, a scratch folder, and the environment of their processes."""

    root: Path
    scratch: Path
    environment: dict[str, str] = field(default_factory=lambda: dict(os.environ))

    def run(self, command: Sequence[str | Path], folder: Path | None = None) -> int:
        """Run a command with its output on the screen; the exit code."""
        with started(command, cwd=folder or self.root, env=self.environment) as process:
            return process.wait()

    def run_and_read(self, command: Sequence[str | Path], folder: Path) -> tuple[int, str]:
        """Run a command, show its output as it comes and return it too."""
        lines = []
        with started(
            command,
            cwd=folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process:
            for line in process.stdout:
                print(line, end="", flush=True)
                lines.append(line)
            return process.wait(), "".join(lines)

    def pytest(self, name: str, *arguments: str) -> Outcome:
        report = self.scratch / f"{name}.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
        # One file that cannot be read is one failure, and the others run.
        return from_junit(report, self.run([*command, "--continue-on-collection-errors", *arguments]))


@contextmanager
def started(command: Sequence[str | Path], **options) -> Iterator[subprocess.Popen]:
    """A process that does not outlive an interrupted suite."""
    process = subprocess.Popen([str(word) for word in command], **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def data_check(shop: Workshop) -> Outcome:
    return from_exit_code(shop.run([sys.executable, "-m", "pnh", "check"]))


def unit_tests(shop: Workshop) -> Outcome:
    return shop.pytest("unit", *SIDE_BY_SIDE, "tests", "--ignore=tests/browser")


def javascript(shop: Workshop) -> Outcome:
    """The front end's own tests, and proof that the committed bundle is what its source builds."""
    node, npm = shutil.which("node"), shutil.which("npm")
    version = node_version(node) if node and npm else (0, 0)
    if version < (18, 20) or (19, 0) <= version < (20, 10):  # these cannot import the models' JSON files
        return Outcome(not_run=(NODE_NEEDED,))
    frontend = shop.root / "frontend"
    if not (frontend / "node_modules").is_dir() and shop.run([npm, "ci"], frontend) != 0:
        print("The front end's packages could not be installed (npm ci).")
        return Outcome(failed=1)
    code, output = shop.run_and_read([node, "--test", "--test-reporter=spec"], frontend)
    rebuilt = shop.scratch / "static"
    if shop.run([node, "build.mjs", "--out", rebuilt], frontend) != 0:
        return from_node(output, code) + Outcome(failed=1)
    return from_node(output, code) + same_files(rebuilt, shop.root / "src" / "pnh" / "static")


def node_version(node: str) -> tuple[int, int]:
    """(20, 11) of `v20.11.0`; (0, 0) when Node does not start."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30).stdout
        major, minor, *_ = said.strip().lstrip("v").split(".")
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return 0, 0


def same_files(rebuilt: Path, committed: Path) -> Outcome:
    """One test for each file the build makes: the committed one has the same bytes."""
    passed = failed = 0
    for path in sorted(path for path in rebuilt.rglob("*") if path.is_file()):
        name = path.relative_to(rebuilt)
        twin = committed / name
        if twin.is_file() and twin.read_bytes() == path.read_bytes():
            passed += 1
        else:
            failed += 1
            print(f"src/pnh/static/{name.as_posix()} is not what frontend/ builds: run 'npm run build'.")
    return Outcome(passed, failed) if passed + failed else Outcome(failed=1)


def notebooks(shop: Workshop) -> Outcome:
    """Every cell runs again and gives the output that is committed."""
    sanitise = "tests/nbval_sanitize.cfg"
    options = ("--nbval", "--nbval-current-env", "--nbval-sanitize-with", sanitise)
    return shop.pytest("notebooks", *SIDE_BY_SIDE, *options, "notebooks")


def book(shop: Workshop) -> Outcome:
    """The whole book into an empty folder, every warning an error."""
    out = shop.scratch / "book"
    outcome = from_exit_code(shop.run([sys.executable, "-m", "pnh", "build", "--out", out]))
    if outcome.failed == 0:
        shop.environment["PNH_BOOK"] = str(out / "_build" / "html")  # the browser pass reads this very build
    return outcome


def browser(shop: Workshop) -> Outcome:
    try:
        shop.environment["PNH_CHROMIUM"] = chromium.obtain()
    except chromium.NoChromium as problem:
        print(f"The browser pass failed: {problem}.")
        return Outcome(failed=1)
    return shop.pytest("browser", *ONE_BY_ONE, "tests/browser")


@dataclass(frozen=True)
class Part:
    title: str
    run: Callable[[Workshop], Outcome]


PARTS = {
    "data": Part("Data", data_check),
    "unit": Part("Unit tests", unit_tests),
    "js": Part("JavaScript", javascript),
    "nbval": Part("Notebooks", notebooks),
    "book": Part("Book", book),
    "browser": Part("Browser", browser),
}

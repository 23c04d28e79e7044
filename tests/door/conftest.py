"""A small copy of the course for the door to open: the real course.py, a stand-in package and installer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def interrupts_arrive():
    """A suite started with `nohup` or in the background inherits deafness to Ctrl-C and would hand it on."""
    before = signal.getsignal(signal.SIGINT)
    if before == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


PYPROJECT = """\
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"
[project]
name = "pnh"
version = "0"
"""

# Answers as pnh would: says what it was asked, and ends with the code it was told.
STAND_IN_PACKAGE = """\
import os, sys
print("pnh was asked:", sys.argv[1:])
sys.exit(int(os.environ.get("STAND_IN_CODE", "0")))
"""

# Called as uv is. It makes a real environment, and puts the package there as an editable install does.
STAND_IN_UV = """\
import os, subprocess, sys, time
from pathlib import Path
words = sys.argv[1:]
with open(os.environ["UV_CALLS"], "a") as calls:
    calls.write(" ".join(words[:2]) + "\\n")
if words[0] == "venv":
    python = words[words.index("--python") + 1]
    sys.exit(subprocess.call([python, "-m", "venv", "--without-pip", words[-1]]))
trouble = os.environ.get("UV_TROUBLE")
if trouble == "slow":
    print("Resolving", flush=True)
    time.sleep(120)
if trouble:
    print(trouble)
    sys.exit(2)
python = words[words.index("--python") + 1]
where = "import sysconfig; print(sysconfig.get_path('purelib'))"
site = subprocess.check_output([python, "-c", where], text=True)
Path(site.strip(), "pnh.pth").write_text(str(Path(words[-1]).parent / "src"))
"""


@dataclass
class CourseCopy:
    """A folder with a door, and the environment in which to open it."""

    root: Path
    environment: dict[str, str]

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        return self.venv / "installed.txt"

    def command(self, *words: str, python: str = sys.executable) -> list[str]:
        return [python, str(self.root / "course.py"), *words]

    def run(self, *words: str, **extra: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            self.command(*words),
            capture_output=True,
            text=True,
            env={**self.environment, **extra},
            cwd=self.root.parent,
            timeout=120,
        )

    def installer_calls(self) -> list[str]:
        calls = Path(self.environment["UV_CALLS"])
        return calls.read_text().splitlines() if calls.exists() else []


@pytest.fixture
def course(tmp_path: Path) -> CourseCopy:
    """A fresh clone under a path with spaces and accents, with the stand-in installer on PATH."""
    root = tmp_path / "my cours\u00e9 copy"
    (root / "src" / "pnh").mkdir(parents=True)
    shutil.copy(ROOT / "course.py", root)
    (root / "requirements.txt").write_text("-e .\nsix==1.17.0\n")
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / "src" / "pnh" / "__init__.py").write_text("")
    (root / "src" / "pnh" / "__main__.py").write_text(STAND_IN_PACKAGE)
    tools = tmp_path / "tools"
    tools.mkdir()
    (tmp_path / "uv.py").write_text(STAND_IN_UV)
    uv = tools / "uv"
    uv.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path / "uv.py"}" "$@"\n')
    uv.chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    environment.update(PATH=f"{tools}{os.pathsep}{os.environ['PATH']}", UV_CALLS=str(tmp_path / "calls.txt"))
    return CourseCopy(root, environment)

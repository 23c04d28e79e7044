"""course.py must be readable by every Python 3, or the sentence about the wrong version never appears."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

COURSE = Path(__file__).resolve().parents[2] / "course.py"
TREE = ast.parse(COURSE.read_text(encoding="utf-8"), feature_version=(3, 4))

# Runs course.py on this Python as if it were the version named first.
PRETEND = """\
import runpy, sys
sys.version_info = tuple(int(n) for n in sys.argv[1].split(".")) + (0, "final", 0)
sys.argv[:] = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_it_uses_no_syntax_younger_than_python_3_4():
    young = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Await, ast.Match)
    assert [node.lineno for node in ast.walk(TREE) if isinstance(node, young)] == []
    functions = [node for node in ast.walk(TREE) if isinstance(node, ast.FunctionDef)]
    assert functions
    for function in functions:
        arguments = function.args
        assert not arguments.posonlyargs, function.name
        assert not function.returns, function.name
        assert not any(argument.annotation for argument in arguments.args), function.name


def test_it_imports_the_standard_library_only():
    named = {alias.name for node in ast.walk(TREE) if isinstance(node, ast.Import) for alias in node.names}
    assert named
    assert named <= sys.stdlib_module_names
    assert not [node for node in ast.walk(TREE) if isinstance(node, ast.ImportFrom)]


def test_it_is_plain_ascii():
    assert COURSE.read_bytes().isascii()


@pytest.mark.parametrize("version", ["3.4", "3.10", "3.15", "4.0"])
def test_a_wrong_python_gets_one_sentence(version):
    done = subprocess.run(
        [sys.executable, "-c", PRETEND, version, str(COURSE), "open"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"needs Python 3.11, 3.12, 3.13 or 3.14 and this is {version}" in done.stderr


def test_the_sentence_names_a_suitable_python_that_is_there(tmp_path):
    suitable = tmp_path / "python3.12"
    suitable.write_text("#!/bin/sh\n")
    suitable.chmod(0o755)
    command = [sys.executable, "-c", PRETEND, "3.8", str(COURSE), "lab", "04"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PATH": str(tmp_path)})
    assert "run 'python3.12 course.py lab 04' instead." in done.stderr

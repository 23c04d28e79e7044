"""What the tests of the figures share: the course, read once, and every figure, drawn once."""

from __future__ import annotations

from functools import cache

import pytest

from pnh import figures
from pnh.content import load_course


@pytest.fixture(scope="session")
def course():
    return load_course()


@pytest.fixture(scope="session")
def drawn():
    """A figure by the name of its function, drawn when it is first asked for."""
    return cache(lambda name: getattr(figures, name)())

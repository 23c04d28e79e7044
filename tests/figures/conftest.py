"""What the tests of the figures share: the course, read once, and every figure, drawn once."""

from __future__ import annotations

import sys
from functools import cache

import pytest

from pnh import figures
from pnh.content import load_course


@pytest.fixture(scope="session")
def course():
    return load_course()


@pytest.fixture(scope="session")
def claims(course):
    """The words of a claim, with its note, by its id."""
    return {claim_id: f"{claim.claim} {claim.note}" for claim_id, claim in course.claims.items()}


@pytest.fixture(scope="session")
def prior_rows(course):
    return {row["row_id"]: row for row in course.tables["priors"]}


@pytest.fixture(scope="session")
def drawn(course):
    """A figure by the name of its function, drawn when it is first asked for, from the course already read."""

    def draw(name):
        function = getattr(figures, name)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys.modules[function.__module__], "load_course", lambda: course, raising=False)
            return function()

    return cache(draw)

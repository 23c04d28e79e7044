"""The register of taught quantities holds what is taught, each once: no entry that nothing needs, no figure twice."""

import re
from copy import copy

import pytest

from pnh.content.figure_checks import figure_problems
from pnh.content.numbers import numbers, spelling
from pnh.content.yaml_file import Document


@pytest.fixture(scope="module")
def register(shelf):
    return [entry.data for entry in shelf.figures.entries()]


def without_register(shelf):
    """What is wrong without the register: (number, works) that only it backs, and numbers it alone tells apart."""
    bare = copy(shelf)
    bare.__dict__["figures"] = Document(shelf.figures.file, [], (), shelf.figures.node)
    problems = [str(problem) for problem in figure_problems(bare)]
    said = re.compile(r"the number (\S+) stands beside (.+?), but in none")
    bare = [(spelling(hit[1]), set(hit[2].split(", "))) for hit in map(said.search, problems) if hit]
    pair = re.compile(r"“(.+?)” here and “(.+?)” in .+ two values")
    return bare, [numbers(f"{hit[1]}; {hit[2]}") for hit in map(pair.search, problems) if hit]


def test_the_whole_register_leaves_nothing_open(shelf):
    assert figure_problems(shelf) == []


def test_every_entry_is_needed(shelf, register):
    (bare, alike), claims = without_register(shelf), shelf.claim_ids
    assert bare and alike, "without the register some numbers are bare"
    idle = []
    for row in register:
        works = {*claims[row["claim"]]["sources"], row.get("source")}
        held = numbers(row["text"])
        if any(pair <= held for pair in alike):
            continue
        if not any(
            number in held and (works & beside or "the claims named" in beside) for number, beside in bare
        ):
            idle.append(row["id"])
    assert not idle, f"nothing teaches these any more: {', '.join(idle)}"


def test_one_claim_has_no_figure_registered_twice(register):
    seen = {}
    for row in register:
        for number in numbers(row["text"]):
            key = (row["claim"], row.get("source"), number)
            first = seen.setdefault(key, row)
            shared = numbers(first["text"]) == numbers(row["text"])
            assert first is row or not shared, f"{row['id']} says what {first['id']} says"

"""The register of taught quantities holds what is taught, each once: no entry that nothing needs, no figure twice."""

import re

from pnh.content.figure_checks import figure_problems
from pnh.content.numbers import numbers, spelling
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Document
from pnh.paths import ROOT


def register():
    return [entry.data for entry in Shelf(ROOT).figures.entries()]


def open_without_register():
    """(number, works) of every number beside a citation that only the register backs."""
    shelf = Shelf(ROOT)
    shelf.__dict__["figures"] = Document(shelf.figures.file, [], (), shelf.figures.node)
    said = re.compile(r"the number (\S+) stands beside (.+?), but in none")
    found = [said.search(str(problem)) for problem in figure_problems(shelf)]
    return [(spelling(hit[1]), set(hit[2].split(", "))) for hit in found if hit]


def test_the_whole_register_leaves_nothing_open():
    assert figure_problems(Shelf(ROOT)) == []


def test_every_entry_is_needed():
    bare, claims = open_without_register(), Shelf(ROOT).claim_ids
    assert bare, "without the register some numbers are bare"
    idle = []
    for row in register():
        works = {*claims[row["claim"]]["sources"], row.get("source")}
        held = numbers(row["text"])
        if not any(
            number in held and (works & beside or "the claims named" in beside) for number, beside in bare
        ):
            idle.append(row["id"])
    assert not idle, f"nothing teaches these any more: {', '.join(idle)}"


def test_one_claim_has_no_figure_registered_twice():
    seen = {}
    for row in register():
        for number in numbers(row["text"]):
            key = (row["claim"], row.get("source"), number)
            first = seen.setdefault(key, row)
            shared = numbers(first["text"]) == numbers(row["text"])
            assert first is row or not shared, f"{row['id']} says what {first['id']} says"

"""Options stand in the same order without script as with it; the vectors are shared with the front end's tests."""

from __future__ import annotations

import json

import pytest

from pnh.content import load_course
from pnh.paths import ROOT
from pnh.widgets.order import shown_options, shuffled

VECTORS = json.loads((ROOT / "tests/vectors/shuffle.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["seed"] or "empty")
def test_a_seed_gives_the_order_that_the_page_gives(vector):
    assert shuffled(list(range(vector["length"])), vector["seed"]) == vector["order"]


def test_the_right_answer_does_not_always_stand_first_and_no_order_starts_solved():
    first = []
    for question in load_course().questions.values():
        options = shown_options(question.data, question.id) if "options" in question.data else []
        if question.type == "sba":
            first.append(bool(options[0].get("correct")))
        if question.type == "ordering":
            assert [option["position"] for option in options] != sorted(
                option["position"] for option in options
            )
    assert not all(first)

"""What loading makes of the files: safe HTML, hashes that follow the task, not the explanation."""

import pytest

from pnh.content import load_course
from pnh.content.loading import content_hash

Q = "data/questions/01_rain.yaml"


def edit(root, file, old, new):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_plain_signs_become_safe_html_and_ids_stay(tiny_course):
    edit(tiny_course, Q, "a grey sky in the west", "5 < 6 & a <em>grey</em> sky")
    edit(tiny_course, Q, "tolerance: {abs: 1}", 'tolerance: {abs: 1}, working: "3 & 3"')
    course = load_course(tiny_course)
    assert (
        course.questions["sba-first-sign"]
        .data["stem"]
        .startswith("A walker sees 5 &lt; 6 &amp; a <em>grey</em> sky")
    )
    data = course.questions["num-half-rain"].data
    assert data["answer"]["working"] == "3 &amp; 3"
    assert data["answer"]["units"] == {"%": 1, "fraction": 100}


def test_search_words_and_patterns_are_not_html(tiny_course):
    edit(tiny_course, Q, '"\\\\bfine rain\\\\b"', '"^fine & small$"')
    assert load_course(tiny_course).questions["sh-name-it"].data["accept"][1]["value"] == "^fine & small$"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The wind came before the clouds in the study.", "The wind came first in the study."),
        ("status: draft", "status: reviewed"),
        ("claims: [rain-01]", "claims: [old-01]"),
        ("Wind, then clouds, then rain: the order of the study.", "First the wind, then the rest of it."),
    ],
)
def test_a_better_explanation_keeps_old_answers(tiny_course, old, new):
    before = load_course(tiny_course).questions["sba-first-sign"].hash
    edit(tiny_course, Q, old, new)
    assert load_course(tiny_course).questions["sba-first-sign"].hash == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a cold wind", "a warm wind"),
        ("Which sign comes first?", "Which sign comes last?"),
        ("The stones grow damp", "The stones turn dark"),
    ],
)
def test_another_task_is_another_question(tiny_course, old, new):
    before = load_course(tiny_course).questions["sba-first-sign"].hash
    edit(tiny_course, Q, old, new)
    assert load_course(tiny_course).questions["sba-first-sign"].hash != before


def test_another_key_is_another_question(tiny_course):
    before = load_course(tiny_course).questions["ord-before-rain"].hash
    edit(tiny_course, Q, "position: 1", "position: 9")
    edit(tiny_course, Q, "position: 2", "position: 1")
    edit(tiny_course, Q, "position: 9", "position: 2")
    assert load_course(tiny_course).questions["ord-before-rain"].hash != before


def test_the_hash_of_a_text_is_the_same_on_every_machine():
    assert content_hash({"stem": "ü", "options": [1, 2.5, None]}) == content_hash(
        {"options": [1, 2.5, None], "stem": "ü"}
    )
    assert content_hash({"stem": "rain"}) == "f5a03b9a"


def test_references_carry_label_line_and_size(tiny_course):
    reference = load_course(tiny_course).references["kite2001rain"]
    assert (reference.name, reference.label, reference.size) == ("Kite 2001", "Kite 2001, n = 6", 6)
    assert (
        reference.title
        == "Kite A, Müller J et al. (2001). Rain and its drops. Journal of Puddles 3(2): 11–19."
    )

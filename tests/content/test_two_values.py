"""One quantity, one value: what the check finds when two texts differ, and what it lets stand."""

import json

import pytest
import yaml

from pnh.content.figure_checks import all_texts, figure_problems
from pnh.content.shelf import Shelf
from pnh.content.two_values import figures_of, near, text_of, two_value_problems

KITE = "[Kite 2001, n = 6](bibliography.md#kite2001rain)"
SEED = "[Ask the Doctors](bibliography.md#seed000)"
SAID = "In the western valley swallows flew low over the meadow on {} mornings before rain"
Q = "data/questions/01_rain.yaml"


@pytest.fixture
def course(tiny_course):
    """The tiny course with claims that say nothing in numbers."""
    path = tiny_course / "data/evidence/claims.yaml"
    claims = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for claim in claims:
        claim["claim"] = "It rains."
    path.write_text(json.dumps(claims), encoding="utf-8")
    return tiny_course


def two_values(course, *paragraphs):
    """The pairs that the check names when these stand on one page."""
    text = "# Welcome\n\n" + "\n\n".join(paragraphs) + "\n"
    (course / "book/welcome.md").write_text(text, encoding="utf-8")
    found = [p.message for p in figure_problems(Shelf(course))]
    return [message for message in found if "two values" in message or "is called" in message]


PAIRS = [
    ("83%", "83.3%"),
    ("83%", "84%"),
    ("83 per cent of", "83.3%"),
    ("22 of 23", "95%"),
    ("14.5", "15.1"),
    ("14.5 a day on", "15 a day on"),
    ("20 to 150", "20 to 140"),
    ("20 to 150 a second on", "20 to 140 Hz on"),
    ("40–60", "45–60"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_quantity_with_two_values_is_named(course, one, other):
    (found,) = two_values(course, f"{SAID.format(one)} {KITE}.", f"{SAID.format(other)} {KITE}.")
    assert "seem to be one quantity" in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("83%", "83.0%"),
        ("1,250.5", "1250.5"),
        ("22 of 23", "96%"),
        ("22 of 23", "95.7%"),
        ("22 of 23", "40%"),
        ("83%", "38%"),
        ("20 to 150", "20–150"),
        ("20 to 150 a second on", "20 to 140 years on"),
        ("14.5 a day on", "15 a year on"),
    ],
)
def test_one_value_in_two_spellings_and_other_quantities_may_stand(course, one, other):
    assert two_values(course, f"{SAID.format(one)} {KITE}.", f"{SAID.format(other)} {KITE}.") == []


def test_a_text_of_the_data_is_compared_with_the_pages(course):
    path = course / Q
    text = path.read_text(encoding="utf-8").replace(
        "Wind, then clouds, then rain: the order of the study.", f"{SAID.format('83.3%')}."
    )
    path.write_text(text, encoding="utf-8")
    (found,) = two_values(course, f"{SAID.format('83%')} {KITE}.")
    assert "83%" in found and "83.3%" in found


def test_a_text_that_cites_nothing_is_compared_with_all(course):
    assert two_values(course, f"{SAID.format('83%')} {KITE}.", f"{SAID.format('83.3%')}.")


def test_other_works_and_other_words_are_other_quantities(course):
    first = f"{SAID.format('83%')} {KITE}."
    assert two_values(course, first, f"{SAID.format('83.3%')} {SEED}.") == []
    assert two_values(course, first, f"Of the whales in the northern sea 83.3% sang {KITE}.") == []


def test_the_interval_s_95_per_cent_is_no_value(course):
    one, other = SAID.format("92%"), SAID.format("50% (95% CI 40 to 60) of")
    assert two_values(course, f"{one} {KITE}.", f"{other} {KITE}.") == []


def test_what_stands_side_by_side_is_told_apart(course):
    both = [f"{SAID.format('83%')} {KITE}.", f"{SAID.format('83.3%')} {KITE}."]
    assert two_values(course, *both)
    assert two_values(course, *both, f"About 83%, exactly 83.3% {KITE}.") == []


@pytest.mark.parametrize("where", ["a claim", "the register"])
def test_the_evidence_tells_two_quantities_apart(course, where):
    both = [f"{SAID.format('83%')} {KITE}.", f"{SAID.format('83.3%')} {KITE}."]
    if where == "a claim":
        path = course / "data/evidence/claims.yaml"
        text = path.read_text(encoding="utf-8")
        at = text.index('"id": "rain-01"')
        changed = text[at:].replace('"It rains."', '"83% of days, 83.3% of nights."', 1)
        path.write_text(text[:at] + changed, encoding="utf-8")
    else:
        path = course / "data/evidence/figures.yaml"
        row = '- {id: fg-low, text: "83%, or 83.3%", claim: rain-01, how: "one decimal more"}\n'
        path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    assert two_values(course, *both) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("sensitivity 83%, specificity 76%", False),
        ("76% specificity and a sensitivity of 83%", False),
        ("sensitivity 76%", True),
        ("a specificity of 83%", True),
        ("83% specificity", True),
    ],
)
def test_a_measure_keeps_its_name(course, text, fault):
    path = course / "data/evidence/claims.yaml"
    claims = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    next(claim for claim in claims if claim["id"] == "rain-01")["claim"] = (
        "Specificity was 76%; sensitivity 83%."
    )
    path.write_text(json.dumps(claims), encoding="utf-8")
    assert bool(two_values(course, f"The swallows had {text} {KITE}.")) is fault


def test_figures_know_their_kind():
    text = text_of(
        "Of 23, 22 of 23 (95.7%); 2.5 mm, 20 to 150 a second, 14 times a day, in lesson 4.", (), None
    )
    assert [(figure.kind, figure.parts) for figure in figures_of(text)] == [
        ("share", ("95.7",)),
        ("count", ("22", "23")),
        ("decimal", ("2.5",)),
        ("rate", ("150",)),
        ("rate", ("14",)),
        ("range", ("20", "150")),
    ]
    share, count, *_ = figures_of(text)
    assert not near(share, count)


# --- the course itself, with a fault put in ------------------------------------------------------------------


@pytest.fixture(scope="module")
def texts(shelf):
    return shelf, list(all_texts(shelf))


def test_the_course_teaches_no_quantity_with_two_values(texts):
    shelf, there = texts
    assert two_value_problems(shelf, there) == []


@pytest.mark.parametrize(
    ("works", "said", "value", "wrong"),
    [
        ("harrison2007rns", "83%", "83%", "83.4%"),
        ("fulda2008placebo", "40.09% responded to placebo", "40.09%", "41.3%"),
        ("maisonneuve2016cramps", "46%", "46%", "45.2%"),
        ("minetto2009discharge", "14.5", "14.5", "14.9"),
    ],
)
def test_a_fault_in_one_place_is_seen(texts, works, said, value, wrong):
    shelf, there = texts
    original = next(text for text in there if works in text.works and said in text.words)
    spoilt = text_of(original.words.replace(value, wrong), original.works, original.report)
    found = [p.message for p in two_value_problems(shelf, [*there, spoilt])]
    assert any(wrong in message for message in found)

"""What counts as a source's number, on a page and in data. The source says 17 of 40, 62.5%, 1,250 and 0.5 mm."""

import json

import pytest
import yaml

from pnh.content.figure_checks import figure_problems, parts, sentences
from pnh.content.numbers import numbers, unbacked
from pnh.content.shelf import Shelf

KITE = "[Kite 2001, n = 6](bibliography.md#kite2001rain)"
SEED = "[Ask the Doctors](bibliography.md#seed000)"
SAID = "Of 40 days 17 were dry; 62.5% were cold, with 1,250 drops a minute of 0.5 mm."


@pytest.fixture
def course(tiny_course):
    """The tiny course, whose claims rain-01 and s-cfs-01 say something with numbers."""
    path = tiny_course / "data/evidence/claims.yaml"
    claims = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for claim in claims:
        claim["claim"] = {"rain-01": SAID, "s-cfs-01": "It rains 88 times."}.get(claim["id"], "It rains.")
    path.write_text(json.dumps(claims), encoding="utf-8")
    return tiny_course


def on_page(course, text):
    """The numbers that the check does not let stand in this text of a page."""
    (course / "book/welcome.md").write_text(f"# Welcome\n\n{text}\n", encoding="utf-8")
    return [p.message.split()[2] for p in figure_problems(Shelf(course)) if p.file == "book/welcome.md"]


def in_file(course, file, old, new):
    """The fields in which the check does not let a number stand after this change."""
    path = course / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [p.message.split(":")[0] for p in figure_problems(Shelf(course)) if p.file == file]


@pytest.mark.parametrize(
    "right",
    [
        f"On 17 of 40 days it was dry {KITE}.",
        f"It was dry on 17{KITE}.",
        f"Dry: **17 of 40** {KITE}.",
        f"Between 17–40 days {KITE}.",
        f"62.5% of days {KITE}.",
        f"62.50 per cent, or 62·5%, of days {KITE}.",
        f"1250, 1,250 or 1\u202f250 drops {KITE}.",
        f"Drops of .5 mm and of 0.5 mm {KITE}.",
        f"(17/40) {KITE}.",
        f"As in lesson 3 and figures 8 and 9, CASPR2 and Kv7.2 were not looked at {KITE}.",
        f"2 of 3 days, as figures.yaml reckons {KITE}.",
        f"In 2001 six people walked {KITE}, ([n = 6](bibliography.md#kite2001rain)).",
        f"| 1 Wind | it was dry on 17 of 40 days {KITE} |",
        f"3. It was dry on 17 of 40 days {KITE}.",
        f"Dry on 17 days {KITE}, which the letter calls 88 times {SEED}.",
        f"In our model 99 spikes follow. Dry on 17 days {KITE}.",
        "Nobody cites anything here: 99 of 100.",
        "See [the 40 words](glossary.md#drizzle).",
    ],
)
def test_a_right_number_may_be_written_in_many_ways(course, right):
    assert on_page(course, right) == []


@pytest.mark.parametrize(
    ("wrong", "numbers_named"),
    [
        (f"On 18 of 40 days it was dry {KITE}.", ["18"]),
        (f"It was dry on **18** days {KITE}.", ["18"]),
        (f"Between 17–41 days {KITE}.", ["41"]),
        (f"On 17,18 days {KITE}.", ["18"]),
        (f"625% of days {KITE}.", ["625"]),
        (f"1,251 drops {KITE}.", ["1,251"]),
        (f"It was dry {KITE} on 18 days.", ["18"]),
        (f"It was dry on 18 days. So says the study {KITE}.", ["18"]),
        (f"- it was dry on 17 days {KITE}\n- it was cold on 18 days {KITE}", ["18"]),
        (f"- one study. 18 days were dry {KITE}", ["18"]),
        (f"| what | how often |\n|---|---|\n| dry {KITE} | 18 of 40 |", ["18"]),
        (f"Dry on 17 days {KITE}, which the letter calls 89 times {SEED}.", ["89"]),
        (f"It rains 88 times {KITE}. The letter says so {SEED}.", ["88"]),
        (f"It was dry on 18 of [the 41 days](glossary.md#drizzle) {KITE}.", ["18", "41"]),
        (f"Dry in 1998 {KITE}.", ["1998"]),
        (f"Case 18 of 40 was dry {KITE}.", ["18"]),
    ],
)
def test_a_wrong_number_is_named_wherever_it_stands(course, wrong, numbers_named):
    assert sorted(on_page(course, wrong)) == numbers_named


def test_a_wrong_number_is_named_with_its_line(course):
    (course / "book/welcome.md").write_text(f"# Welcome\n\nDry.\n\nOn 18 days {KITE}.\n", encoding="utf-8")
    (found,) = figure_problems(Shelf(course))
    assert str(found).startswith("book/welcome.md:5: welcome: the number 18 stands beside kite2001rain,")
    assert "allowed: one that is there, or an entry in data/evidence/figures.yaml" in found.message


Q, S = "data/questions/01_rain.yaml", "data/scenarios/vp-grey-morning.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        (Q, "came before the clouds in", "came on 18 days in", "options[a].rationale"),
        (Q, "Swallows follow their food", "On 18 days swallows follow", "options[b].rationale"),
        (Q, "Wind, then clouds, then rain", "Wind on 18 days", "feedback.general"),
        (Q, "It rained on that day of the study.", "It rained on 18.", "hypotheses[rain].rationale"),
        (S, "Time is of little use here.", "On 18 of 40 days it was.", "actions[h-hurry].why"),
        ("data/evidence/treatments.yaml", "Five of them", "18 of them", "entries[umbrella].says"),
        ("data/evidence/treatments.yaml", "n: 6", "n: 7", "entries[umbrella].n"),
        ("data/evidence/mimics.yaml", "Whoever walks", "Of 18 one who walks", "who.text"),
        ("data/glossary.yaml", "very small drops", "drops below 18 mm", "definition"),
        ("data/tools/to-sky.yaml", "One study of one", "18 studies of one", "limits[1].text"),
        (
            "data/tools/to-list.yaml",
            "It comes before the",
            "On 18 days before the",
            "order_set.tests[wind].why",
        ),
    ],
)
def test_a_wrong_number_in_data_is_named_by_its_field(course, file, old, new, field):
    assert in_file(course, file, old, new) == [field]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (Q, "came before the clouds in", "came on 17 of 40 days in"),
        (Q, "A walker sees", "A walker of 18 sees"),
        (S, "Time is of little use here.", "On 17 of 40 days it was."),
        ("data/tools/to-list.yaml", "It comes before the", "She is 40; on 17 days it comes before the"),
    ],
)
def test_a_source_s_number_and_a_made_up_patient_s_may_stand(course, file, old, new):
    assert in_file(course, file, old, new) == []


def test_a_made_up_number_of_one_action_excuses_no_other(course):
    path = course / S
    case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    first, second = case["actions"][:2]
    first["finding"], first["why"] = "It fell 18 times.", "She fell 18 times."
    first["sources"] = second["sources"] = ["kite2001rain"]
    path.write_text(json.dumps(case), encoding="utf-8")
    assert figure_problems(Shelf(course)) == []
    second["why"] = "In the study they fell 18 times."
    path.write_text(json.dumps(case), encoding="utf-8")
    (found,) = figure_problems(Shelf(course))
    assert f"actions[{second['id']}].why" in found.message


def test_numbers_have_one_spelling():
    assert numbers("1,250 and 1250.0, .50 and 0.5; 3D, 1st, x2, Kv7, COVID-19") == {"1250", "0.5"}
    assert unbacked("12–34 <em>5</em>", {"12"}) == ["34", "5"]


def test_sentences_and_parts_know_where_they_stand():
    block = "- One. Two.\n- Three\n"
    assert [(at, text.strip()) for at, text in parts(block)] == [(2, "One. Two."), (14, "Three")]
    assert [(at, text.strip()) for at, text in sentences("One. Two.")] == [(0, "One."), (4, "Two.")]

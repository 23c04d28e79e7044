"""Rich text, patterns, labels and the overlap check, in isolation."""

import re

import pytest

from pnh.content import rich_text
from pnh.content.make_seed_runs import seed_run_hashes
from pnh.content.objects import Reference
from pnh.content.page_checks import names
from pnh.content.question_checks import findings, regex_fault
from pnh.content.seed_overlap import shared_run
from pnh.content.source_checks import DOSE

SEED = "One two three four five six seven eight nine."


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "a < b & c > d",
        "p<0.05",
        "x < y",
        "<em>a</em> H<sub>2</sub>O <q>b</q>",
        '<abbr title="x & y">b</abbr>',
        "AT&T",
        "caf\u00e9 \u2019",
        "3 &lt; 4",
    ],
)
def test_text_that_may_stand(text):
    assert rich_text.fault(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        "<em>x",
        "<script>x</script>",
        '<em class="x">a</em>',
        '<a href="x">a</a>',
        "<img src=x>",
        "x<br>y",
        "a <!-- b --> c",
        '<abbr onclick="x">b</abbr>',
        "</em>",
    ],
)
def test_text_that_may_not(text):
    assert "only <em>" in rich_text.fault(text)


def test_cleaning_escapes_what_is_not_markup():
    assert rich_text.clean("a < b & <em>c</em>") == "a &lt; b &amp; <em>c</em>"
    assert rich_text.clean("the patient's and the days' \"x'") == "the patient’s and the days’ \"x'"
    assert rich_text.fault("the <em>patient's</em> word") is None
    assert rich_text.plain("a &lt; <em>b</em>") == "a < b"


def test_only_hashes_of_runs_reveal_the_seed(tmp_path):
    (tmp_path / "seed.txt").write_text(SEED, encoding="utf-8")
    hashes = seed_run_hashes(tmp_path)
    assert len(hashes) == 2 and hashes == sorted(hashes)
    assert all(re.fullmatch("[0-9a-f]{10}", run) for run in hashes)
    known = frozenset(hashes)
    assert (
        shared_run("Zero, one <em>two</em> three: four-five SIX seven eight!", known)
        == "one two three four five six seven eight"
    )
    assert shared_run("one [two three](../x.md#one) four five six seven eight", known)
    assert shared_run("one two three four five six seven ate nine", known) is None


def test_a_folder_without_texts_makes_no_empty_check(tmp_path):
    with pytest.raises(FileNotFoundError):
        seed_run_hashes(tmp_path)


@pytest.mark.parametrize(
    "pattern", ["^a|b$", r"\bals\b", "house ?bound", r"(?:a|b){1,2}", r"[a-z\-]+x", r"\d+\.\d"]
)
def test_patterns_both_languages_read(pattern):
    assert regex_fault(pattern) is None


@pytest.mark.parametrize("pattern", ["(?i)a", "(?P<n>a)", r"\Aa\Z", "a++", "(a", r"a\-b", r"\N{DASH}", "ALS"])
def test_patterns_that_would_differ(pattern):
    assert regex_fault(pattern)


def reference(name):
    return Reference("k", name, name, "", "", "web", "page", "", "", "", None)


@pytest.mark.parametrize(
    "label",
    [
        "Poyraz 2017",
        "Poyraz 2017, n = 6",
        "as quoted in Poyraz 2017",
        "*Poyraz 2017*",
        "Poyraz 2017, our reading",
        "see Poyraz 2017",
        "Poyraz, 2017",
    ],
)
def test_labels_that_name_the_work(label):
    assert names(label, reference("Poyraz 2017"))


@pytest.mark.parametrize("label", ["Poyraz", "2017", "here", "Harrison 2007", "the series of Poyraz 2017"])
def test_labels_that_do_not(label):
    assert not names(label, reference("Poyraz 2017"))


@pytest.mark.parametrize(
    "text", ["5 mg", "0.5 mg", "300mg a day", "50 µg", "20 micrograms", "two or 3 tablets"]
)
def test_doses(text):
    assert DOSE.search(text)


@pytest.mark.parametrize("text", ["5 mg/dL", "25 mmol/l", "n = 6 grammars", "5 of 6", "2 minutes", "10 mg/l"])
def test_no_doses(text):
    assert not DOSE.search(text)


def item(lead_in, *texts, correct=0):
    options = [{"id": str(n), "text": text, "correct": n == correct} for n, text in enumerate(texts)]
    return {"type": "sba", "stem": "A stem.", "lead_in": lead_in, "options": options}


@pytest.mark.parametrize(
    ("lead_in", "rule"),
    [
        ("Which of these is not a sign?", "negative-stem"),
        ("All are signs except which?", "negative-stem"),
        ("Which is least likely?", "negative-stem"),
        ("The sign.", "no-question"),
    ],
)
def test_stems_that_are_found_wanting(lead_in, rule):
    assert rule in {found for found, _ in findings(item(lead_in, "wind", "rain", "snow"))}


@pytest.mark.parametrize(
    "lead_in",
    ["Which sign comes first?", "Select two.", "The first sign is:", "What can it not show, and why?"],
)
def test_stems_that_ask(lead_in):
    assert not {"no-question", "negative-stem"} & {
        found for found, _ in findings(item(lead_in, "wind", "rain", "snow"))
    }


def test_an_absolute_term_in_the_right_option_is_no_giveaway():
    options = ("it never comes alone", "it comes as snow", "it comes as hail")
    assert "absolute-term" not in {found for found, _ in findings(item("What is said?", *options))}
    assert "absolute-term" in {found for found, _ in findings(item("What is said?", *options, correct=1))}

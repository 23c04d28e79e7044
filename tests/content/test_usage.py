"""Where the course says a claim: by id in the data, by words and figures in the prose; the rest is listed by name.

The rule was measured by hand on pairs of a claim and a page that cites its source without naming the claim. Of 40
pairs that it counts, drawn at random, 37 fitted; of 60 others drawn from all, it had 15 of the 21 that a reader would
call a use, and 1 that a reader would not. Most of what it missed stands in data/evidence/uses.yaml since.
"""

import json
from pathlib import Path

import pytest
import yaml

from pnh.content import usage
from pnh.content.figure_checks import segments
from pnh.content.loading import course_of
from pnh.content.places import anchor, sections_of
from pnh.content.usage import passages, uses, uses_in

LISTED = yaml.safe_load((Path(__file__).parent / "orphans.yaml").read_text(encoding="utf-8"))
NOTES = {f"s-mms-{number}" for number in range(67, 75)}
"""Notes about the second text, not statements in it: they have no place in the seed map."""


@pytest.fixture(scope="module")
def claims(shelf):
    return course_of(shelf).claims


@pytest.fixture(scope="module")
def used(shelf):
    return uses_in(shelf)


@pytest.fixture(scope="module")
def there(shelf):
    return list(passages(shelf))


@pytest.fixture(scope="module")
def unused(claims, used):
    return [claim for claim in claims if claim not in used]


def test_the_unused_claims_are_those_that_are_listed_each_with_a_reason(unused):
    assert [claim for claim in unused if claim not in NOTES] == list(LISTED)
    assert all(isinstance(reason, str) and len(reason) > 10 for reason in LISTED.values())


def test_the_notes_about_the_report_are_taught_except_those_about_its_print(unused):
    print_alone = {"s-mms-68", "s-mms-69"}  # advertisements in between, and a name that may be misspelt
    assert NOTES & set(unused) == print_alone


@pytest.mark.parametrize(
    ("claim", "page", "section"),
    [
        ("s-cfs-30", "notebooks/08_treatment_and_safety", "without-drugs"),  # the seed map leads there
        ("def-01", "book/glossary", "fasciculation"),  # a term names it
        ("d-rls-03", "notebooks/07_work_up", None),  # its figures: 126 of 788
        ("a-10", "book/what_is_mms", "why-do-we-not-simply-believe-it"),  # about 64%, as figures.yaml has it
        ("e-03", "notebooks/10_mms_calcium_biopsy_clonazepam", "calcium"),  # words alone, no figure
        ("a-17", "book/what_is_mms", "why-do-we-not-simply-believe-it"),  # stated in uses.yaml
    ],
)
def test_a_claim_is_used_where_a_reader_finds_what_it_says(used, claim, page, section):
    assert page in used[claim]
    assert section is None or used[claim][page] == section


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("epi-08", "notebooks/13_talking_with_patients"),  # its source is cited for something else
        ("p-05", "notebooks/07_work_up"),  # Turken 1989 is cited for its 22 of 42
        ("d-als-08", "notebooks/04_cfs_clinical_picture"),  # the same cohort, another result
        ("a-23", "book/about"),  # the report is cited, not where it stands in the order
        ("prog-07", "notebooks/07_work_up"),  # the second study of a paper cited for the first
    ],
)
def test_to_cite_the_same_source_is_not_to_use_the_claim(used, there, claims, claim, page):
    sources = set(claims[claim].sources)
    citing = {passage.place[0] for passage in there if sources & set(passage.keys)}
    assert page in citing and page not in used.get(claim, {})


def test_every_page_and_section_named_exists(used, shelf, claims):
    assert set(used) <= set(claims)
    known = {page.file.rsplit(".", 1)[0]: {s for _, s in sections_of(page.text)} for page in shelf.pages}
    known["book/glossary"] = {term.id for term in shelf.glossary.entries()}
    for claim, pages in used.items():
        for page, section in pages.items():
            assert section in known[page] | {""}, (claim, page, section)


def test_each_use_stated_by_hand_is_needed_and_cites(monkeypatch, shelf, claims, there):
    """That the claim, the page and the section exist is for the check of the data."""
    monkeypatch.setattr(usage, "_stated", lambda shelf: [])
    found = uses_in(shelf)
    for claim, places in shelf.uses.data.items():
        for address in places:
            page, section = usage._place(address)
            assert page not in found.get(claim, {}), f"{claim} is found in {page} without being stated"
            cited = {key for passage in there if passage.place == (page, section) for key in passage.keys}
            assert cited & set(claims[claim].sources), f"{address} cites no source of {claim}"


# --- the rule, in the tiny course ----------------------------------------------------------------------------

KITE = "[Kite 2001, n = 6](bibliography.md#kite2001rain)"


def used_on_page(course, text):
    """The claims of the one work that this text of a page says."""
    path = course / "data/evidence/claims.yaml"
    claims = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    own = {"rain-01": "Of 40 days 17 were dry, in 2001.", "rain-02": "Swallows fly low before thunder."}
    for claim in claims:
        claim["claim"] = own.get(claim["id"], claim["claim"])
    path.write_text(json.dumps(claims), encoding="utf-8")
    (course / "book/welcome.md").write_text(f"# Welcome\n\n## The sky\n\n{text}\n", encoding="utf-8")
    found = uses(course)
    return {claim for claim in own if found.get(claim, {}).get("book/welcome") == "the-sky"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"It was dry on 17 of 40 days {KITE}.", {"rain-01"}),
        (f"Dry days were counted {KITE}. There were 17 of them, of 40.", {"rain-01"}),
        (f"Before thunder swallows fly low {KITE}.", {"rain-02"}),
        (
            f"Dry on 17 days of 40 {KITE}; and swallows flew low before thunder {KITE}.",
            {"rain-01", "rain-02"},
        ),
        (f"- low swallows mean thunder {KITE}\n- elephants, whales and foxes {KITE}", {"rain-02"}),
        (f"In 2001 six elephants, whales and foxes walked {KITE}.", set()),
        ("It was dry on 17 of 40 days.", set()),
        ("Before thunder swallows fly low.", set()),
    ],
)
def test_a_passage_says_what_it_cites_and_shares_words_or_figures_with(tiny_course, text, said):
    assert used_on_page(tiny_course, text) == said


def test_a_citation_stands_for_what_is_said_since_the_one_before():
    part = (
        "One [A](b/bibliography.md#aa), two [B](b/bibliography.md#bb); [C](b/bibliography.md#cc) more. Three."
    )
    said = [(keys, text.strip(" ,"), tail.strip()) for keys, text, tail in segments(part)]
    assert said == [(("aa",), "One", ""), (("bb", "cc"), "two", "more. Three.")]
    assert list(segments("Nobody is cited.")) == []


def test_headings_have_the_anchors_that_the_book_gives_them():
    assert anchor("Three questions: rhythm, shape, *sound*") == "three-questions-rhythm-shape-sound"
    text = "# Rain\n\n## Wet\n\nIt is.\n\n## Dry\n\n## Wet\n"
    assert [slug for _, slug in sections_of(text)] == ["", "", "dry", ""]

"""Which claims the course uses: by id in the data, by source in the prose; the rest is listed by name."""

from pathlib import Path

import yaml

from pnh.content import load_course
from pnh.content.usage import orphans, uses

LISTED = yaml.safe_load((Path(__file__).parent / "orphans.yaml").read_text(encoding="utf-8"))
NOTES = {f"s-mms-{number}" for number in range(67, 75)}
"""Notes about the second text, not statements in it: they have no place in the seed map."""


def test_the_unused_claims_are_those_that_are_listed():
    assert [claim for claim in orphans() if claim not in NOTES] == LISTED


def test_the_notes_about_the_report_are_taught_except_those_about_its_print():
    print_alone = {"s-mms-68", "s-mms-69"}  # advertisements in between, and a name that may be misspelt
    assert NOTES & set(orphans()) == print_alone


def test_a_claim_is_used_where_a_question_names_it_and_where_its_source_is_cited():
    used = uses()
    assert "notebooks/05_cfs_electrodiagnosis" in used["edx-02"]
    assert "notebooks/08_treatment_and_safety" in used["tx-16"]
    assert "notebooks/08_treatment_and_safety" in used["s-cfs-30"], "the seed map leads there"


def test_every_page_named_exists():
    pages = {page for found in uses().values() for page in found}
    root = Path(__file__).parents[2]
    assert all(list(root.glob(f"{page}.*")) for page in pages)
    assert set(uses()) <= set(load_course().claims)

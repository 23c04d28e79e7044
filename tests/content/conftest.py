"""A tiny, valid course about rain, copied fresh for each test that wants to break it."""

import shutil
from pathlib import Path

import pytest

from pnh.content.evidence_checks import STATEMENTS
from pnh.content.make_seed_runs import HEADER, seed_run_hashes
from pnh.content.shelf import Shelf
from pnh.paths import ROOT

TINY = Path(__file__).parent / "tiny"
SCHEMAS = Path(__file__).parents[2] / "data" / "schema"
LETTER = "My aunt says that whenever her old brown dog sneezes twice before breakfast it will rain all day."
"""Stands for the seed text, which only its hashes may reveal."""

CLAIM = """\
- id: {id}
  topic: {topic}
  claim: {claim}
  sources: [{source}]
  evidence: {evidence}
  confidence: {confidence}
{rest}
"""


def claims_text():
    """The statements of the letters, one sound claim and one of low confidence."""
    seeds = [
        CLAIM.format(
            id=statement,
            topic="seed",
            claim=f"The letter says a thing about rain, number {int(statement[-2:])}.",
            source="seed000",
            evidence="letter",
            confidence="high",
            rest="  verdict: refines\n  comment: Rain is wetter than that.",
        )
        for statement in STATEMENTS
    ]
    others = [
        CLAIM.format(
            id=claim_id,
            topic="clinical",
            claim="Drops were small on most of the days.",
            source="kite2001rain",
            evidence="cohort n=6",
            confidence=confidence,
            rest=f"  audited: 1\n  audit: holds{also}",
        )
        for claim_id, confidence, also in (("rain-01", "high", "\n  also: [old-01]"), ("rain-02", "low", ""))
    ]
    return "".join(seeds + others)


def seed_map_text():
    """A place for each statement."""
    return "".join(
        f"- statement: {statement}\n  place: notebooks/01_rain.ipynb#what-the-letter-says\n"
        "  how: taught\n  verdict: refined\n"
        for statement in STATEMENTS
    )


@pytest.fixture(scope="session")
def shelf():
    """The course itself, read once for all tests that only ask of it."""
    return Shelf(ROOT)


@pytest.fixture(scope="session")
def made_course(tmp_path_factory):
    """The course as it is copied, with all that is made for it."""
    folder = tmp_path_factory.mktemp("tiny")
    root = folder / "course"
    shutil.copytree(TINY, root)
    shutil.copytree(SCHEMAS, root / "data" / "schema")
    evidence = root / "data" / "evidence"
    (evidence / "claims.yaml").write_text(claims_text(), encoding="utf-8")
    (evidence / "seed_map.yaml").write_text(seed_map_text(), encoding="utf-8")
    texts = folder / "letters"
    texts.mkdir()
    (texts / "letter.txt").write_text(LETTER, encoding="utf-8")
    (evidence / "seed_runs.txt").write_text(
        HEADER + "\n".join(seed_run_hashes(texts)) + "\n", encoding="utf-8"
    )
    return root


@pytest.fixture
def tiny_course(tmp_path, made_course):
    """The root of a fresh copy."""
    return shutil.copytree(made_course, tmp_path / "course")

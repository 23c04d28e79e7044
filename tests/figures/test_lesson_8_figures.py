"""Lesson 8: its figures agree with the ladder and the claims, and the ladder names what the column names."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import yaml

from pnh.content.source_checks import DOSE
from pnh.figures.carbamazepine_harms import SKIN_PER_10000, TIMES_MORE, lines
from pnh.figures.evidence_rungs import COLUMNS, shown, studies
from pnh.paths import ROOT

STUDIES = ("systematic-review", "rct", "cohort")
"""Rungs with a comparison or a count of many: what the syndrome does not have."""


@pytest.fixture(scope="module")
def ladder(course):
    return course.treatments


@pytest.fixture(scope="module")
def claims(course):
    return {claim_id: claim.claim for claim_id, claim in course.claims.items()}


@pytest.fixture(scope="module")
def harms(course):
    return lines({row["row_id"]: row for row in course.tables["priors"]})


def words(svg: str) -> list[str]:
    """What is written in a drawing, in the order in which it was drawn."""
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def on(ladder, **where):
    return [
        entry for entry in ladder["entries"] if all(entry[name] == value for name, value in where.items())
    ]


# --- the ladder -------------------------------------------------------------------------------------------


def test_no_firm_study_stands_under_the_syndrome_and_each_empty_rung_says_so(ladder):
    rungs = {rung["id"]: rung for rung in ladder["rungs"]}
    for rung in STUDIES:
        assert not on(ladder, condition="cfs", rung=rung)
        assert re.search(r"found in (the syndrome in )?the sources we read", rungs[rung]["empty"]["cfs"])


@pytest.mark.parametrize("statement", [30, 31, 39, 40, 41, 42, 43, 45])
def test_what_the_column_names_has_its_entry_on_the_lowest_rung(ladder, statement):
    (entry,) = (e for e in ladder["entries"] if f"s-cfs-{statement}" in e.get("claims", ()))
    assert (entry["rung"], entry["condition"], entry["n"]) == ("seed", "cfs", None)
    assert "seed000" in entry["sources"] and "column" in entry["says"]


@pytest.mark.parametrize(
    "name",
    ["botulinum", "IVIG", "mexiletine", "quinine", "magnesium", "vitamin B", "clonazepam", "hip fracture"],
)
def test_what_the_evidence_adds_is_there(ladder, name):
    assert any(name.lower() in entry["treatment"].lower() for entry in ladder["entries"])


def test_sizes_of_the_ladder_stand_in_its_claims(ladder, claims):
    for entry in ladder["entries"]:
        if entry["n"] is None or entry["n"] == 1:
            continue
        said = " ".join(claims[claim_id] for claim_id in entry["claims"])
        numbers = {int(number) for number in re.findall(r"\d+", said.replace(",", ""))}
        sums = {a + b for a in numbers for b in numbers}
        assert entry["n"] in numbers or (entry["id"] == "carbamazepine-sodium" and entry["n"] in sums), entry[
            "id"
        ]


def test_neither_the_ladder_nor_the_diary_gives_a_dose(ladder):
    diary = yaml.safe_load((ROOT / "data/tools/to-diary.yaml").read_text("utf-8"))
    for entry in ladder["entries"]:
        assert not DOSE.search(" ".join(str(value) for value in entry.values())), entry["id"]
    assert not DOSE.search(str(diary))
    assert not [column for column in diary["diary"]["rows"] if re.search(r"dose|mg|amount", column)]


# --- people on the rungs ----------------------------------------------------------------------------------


def test_the_picture_has_every_study_once(ladder):
    cfs = {rung["id"]: [study.n for study in studies(ladder, "cfs", rung["id"])] for rung in shown(ladder)}
    assert cfs == {
        "systematic-review": [],
        "rct": [],
        "cohort": [],
        "case-series": [6, 12, 14, None],
        "case-report": [1],
    }


def test_the_largest_review_of_ordinary_cramps_is_the_one_without_effect(ladder):
    sized = [s for s in studies(ladder, "cramps", "systematic-review") if s.n]
    (entry,) = on(ladder, condition="cramps", rung="systematic-review", n=max(s.n for s in sized))
    assert entry["direction"] == "no-better" and entry["treatment"] == "Magnesium"


def test_empty_rungs_are_written_out_and_sizes_stand_beside_their_discs(ladder, drawn):
    text = words(drawn("evidence_rungs").svg)
    assert text.count("none found") == 3 and text.count("none listed") == 1
    for condition in COLUMNS:
        for rung in shown(ladder):
            for study in studies(ladder, condition, rung["id"]):
                assert (f"{study.n} (harm)" if study.harm else str(study.n or "?")) in text


def test_every_first_source_in_the_picture_is_cited_beneath_it(ladder, drawn):
    keys = {
        study.key
        for condition in COLUMNS
        for rung in shown(ladder)
        for study in studies(ladder, condition, rung["id"])
    }
    cited = set(re.findall(r"bibliography\.md#(\w+)", drawn("evidence_rungs").caption))
    assert keys - cited == {"clinmed2015cfs"}, "the single case report is an example of weak evidence"


# --- harms of carbamazepine -------------------------------------------------------------------------------


def test_the_harms_are_those_of_the_claims(harms, claims):
    with_drug, without, white, asian = harms
    assert (with_drug.sure, without.sure) == (39, 5)
    assert "82 of 21,191 (0.39%)" in claims["tx-20"] and "30 of 63,573 (0.05%)" in claims["tx-20"]
    low, high = SKIN_PER_10000
    assert f"{low} to {high} per 10,000" in claims["tx-18"] and "ten times" in claims["tx-18"]
    assert (white.sure, white.most) == SKIN_PER_10000
    assert (asian.sure, asian.most) == (low * TIMES_MORE, high * TIMES_MORE)


def test_one_more_admission_among_294(harms):
    with_drug, without, *_ = harms
    assert round(10_000 / (with_drug.sure - without.sure)) == 294
    assert round(1 / (82 / 21_191 - 30 / 63_573)) == 294, "rounding before or after makes no difference"


def test_there_is_one_dot_for_each_person(harms, drawn):
    svg = ElementTree.fromstring(drawn("carbamazepine_harms").svg)
    dots = list(svg.iter("{http://www.w3.org/2000/svg}use"))
    assert len(dots) == sum(line.most for line in harms)

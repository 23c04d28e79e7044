"""Figure: how many people stand on each rung of evidence, in CFS and in ordinary cramps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

COLUMNS = {"cfs": 2.0, "cramps": 190.0}
"""Condition -> where its half of the sheet begins."""
CRAMP_WORKS = (
    "garrison2020magnesium",
    "cochrane2021nondrug",
    "katzberg2010cramps",
    "hallegraeff2012stretching",
    "khandalavala2024cramps",
    "serrao2000gabapentin",
    "fda2010quinine",
)
FIRST_ROW, ROW, TRACK_BELOW = 52, 58, 27
UNIT = 1.5
"""Diameter of a disc per square root of its people, so that the area grows with their number."""
LEAST = 3.4
OPINIONS = {"review", "seed"}
"""Rungs on which nobody was studied: they have no place in a picture of people."""


@dataclass(frozen=True)
class Study:
    """A study or group of studies on a rung: its people (None where no figure was seen), its first source."""

    n: int | None
    harm: bool
    key: str


def evidence_rungs() -> Figure:
    """The entries of ``data/evidence/treatments.yaml`` for two conditions; one disc for each first source."""
    course = load_course()
    ladder = course.treatments
    refs = course.references
    caption = (
        "<strong>Where the people are.</strong> A disc is a study or a review, its area the number of "
        "people; a hollow disc, one whose number was not in what we read; dots, that nothing was found "
        "or listed. In red: a study of harm. A series that stands behind several treatments is drawn "
        "once. A higher rung is a firmer kind of study and not a better treatment: the largest disc "
        "of a review is that of magnesium, which made little or no difference, and the "
        "trial may be one of those in the other review (our remark). "
        f"CFS: {cite(refs, 'poyraz2017cfs', 'gard2014cfs', 'harinesan2025anhsd', 'bertolasi1997botulinum')}. "
        f"Ordinary cramps: {cite(refs, *CRAMP_WORKS)}"
    )
    return show(_drawing(ladder).figure, alt=_alt(ladder), caption=caption)


def studies(ladder: Mapping[str, Any], condition: str, rung: str) -> list[Study]:
    """What stands on a rung, the smallest first: each first source once, without what was not studied."""
    found: dict[tuple[str, bool], Study] = {}
    for entry in ladder["entries"]:
        if (entry["condition"], entry["rung"]) == (condition, rung) and entry["direction"] != "not-studied":
            key, harm = entry["sources"][0], entry["direction"] == "harm"
            found.setdefault((key, harm), Study(entry["n"], harm, key))
    return sorted(found.values(), key=lambda study: (study.n is None, study.n or 0))


def shown(ladder: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rungs that are kinds of study, the firmest first."""
    return [rung for rung in ladder["rungs"] if rung["id"] not in OPINIONS]


def _drawing(ladder: Mapping[str, Any]) -> Canvas:
    rungs = shown(ladder)
    sheet = Canvas(height=FIRST_ROW + ROW * len(rungs) - 12)
    sheet.text(COLUMNS["cfs"], 14, "CFS", size=HEAD, weight="bold")
    sheet.text(COLUMNS["cramps"], 14, "Ordinary cramps", size=HEAD, weight="bold")
    sheet.line((2, WIDTH - 2), (24, 24), colour="edge", width=1.2)
    for index, rung in enumerate(rungs):
        y = FIRST_ROW + ROW * index
        sheet.text(2, y - 10, _plain(rung["label"]), size=SMALL, colour="soft")
        for condition, left in COLUMNS.items():
            row = studies(ladder, condition, rung["id"])
            _cell(sheet, left, y + TRACK_BELOW - 10, row, _if_empty(rung, condition))
        sheet.line((2, WIDTH - 2), (y + 34, y + 34), colour="grid")
    return sheet


def _if_empty(rung: Mapping[str, Any], condition: str) -> str:
    """The ladder says where it was looked for in vain; elsewhere nothing was listed."""
    return "none found" if condition in rung.get("empty", {}) else "none listed"


def _cell(sheet: Canvas, left: float, y: float, row: list[Study], if_empty: str) -> None:
    if not row:
        sheet.nothing(left, left + 70, y)
        sheet.text(left + 78, y + 4, if_empty, size=SMALL, colour="signal", weight="bold")
    x = left
    for study in row:
        size = max(LEAST, UNIT * sqrt(study.n)) if study.n else 8
        colour = "harm" if study.harm else "nerve"
        sheet.mark(x + size / 2 + 1, y, size=size, fill=colour if study.n else None, edge=colour)
        words = "?" if study.n is None else f"{study.n} (harm)" if study.harm else str(study.n)
        sheet.text(x + size + 6, y + 4, words, size=SMALL, weight="bold")
        x += size + 14 + 7 * len(words)


def _plain(label: str) -> str:
    return label.replace("&amp;", "&")


def _alt(ladder: Mapping[str, Any]) -> str:
    """Rung by rung, both columns."""
    parts = []
    for rung in shown(ladder):
        said = " In ordinary cramps ".join(
            _said(studies(ladder, condition, rung["id"]), _if_empty(rung, condition)) for condition in COLUMNS
        )
        parts.append(f"{_plain(rung['label'])}: in cramp-fasciculation syndrome {said}")
    return (
        f"{len(parts)} rungs of a ladder, kinds of study from the firmest to the weakest, in two columns; "
        "each study is a disc with its number of people. " + " ".join(parts)
    )


def _said(row: list[Study], if_empty: str) -> str:
    if not row:
        return f"{if_empty}."
    words = [
        "one without a number"
        if study.n is None
        else f"{study.n}{' (a study of harm)' if study.harm else ''}"
        for study in row
    ]
    return ", ".join(words) + "."

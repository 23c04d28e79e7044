"""The folded tables of lessons 4 and 9: what a seed text says and what the literature says, row by row."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass
from typing import Any

from pnh.content import Claim, Course, SeedPlace, load_course
from pnh.figures.citing import cite, cite_markdown

SUMMARY = "What the {text} says / what the literature says: all {n} statements"
READING = (
    "Citations follow the literature’s side. “The sources read” are those of this course, mostly abstracts."
)
# Narrow screens stack each row; wide ones set the two sides beside each other.
CSS = (
    ".pnh-seeds{font:.9rem/1.5 var(--pnh-sans,sans-serif)}"
    ".pnh-seeds summary{cursor:pointer;font-weight:600;color:var(--pnh-nerve,#0a6a6f);padding:.4rem 0}"
    ".pnh-seeds table{border-collapse:collapse;width:100%;font:inherit}"
    ".pnh-seeds :is(th,td){text-align:left;vertical-align:top;white-space:normal;overflow-wrap:anywhere}"
    ".pnh-seeds tbody th{font-weight:400;width:34%;color:inherit}"
    ".pnh-seeds .pnh-where{font-size:.86em;white-space:nowrap}"
    "@media (max-width:40rem){.pnh-seeds :is(table,tbody,tr,caption){display:block}"
    ".pnh-seeds thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}"
    ".pnh-seeds tbody th,.pnh-seeds td{display:block;width:auto;border:0;padding:.1rem 0}"
    ".pnh-seeds tbody th{font-weight:600}"
    ".pnh-seeds tr{padding:.7rem 0;border-bottom:1px solid var(--pnh-line,#e4e0d8)}}"
)


@dataclass(frozen=True)
class Seed:
    """A seed text: what the course calls it, the lesson that prints its table, and abbreviations there."""

    text: str
    home: str
    abbreviations: str


SEEDS = {
    "s-cfs": Seed(
        "column",
        "notebooks/04_cfs_clinical_picture.ipynb",
        "CFS: cramp-fasciculation syndrome. ALS: amyotrophic lateral sclerosis. EMG: electromyography. ",
    ),
    "s-mms": Seed(
        "report",
        "notebooks/09_mms_the_claim.ipynb",
        "MMS: multi-microcramps syndrome. ME/CFS: chronic fatigue syndrome. "
        "ALS: amyotrophic lateral sclerosis. EMG: electromyography. "
        "PTH: parathyroid hormone. AAN: American Academy of Neurology. ",
    ),
}
"""By the first letters of their statements."""


@dataclass(frozen=True)
class Entry:
    """One row: the statement, where it is taught, the verdict, the literature's side and its citations."""

    number: int
    says: str
    place: SeedPlace
    literature: str
    keys: tuple[str, ...]


class SeedTable:
    """The table in three forms: HTML for the page, Markdown for print, plain text for a terminal."""

    def __init__(self, course: Course, seed: str = "s-cfs") -> None:
        self._references = course.references
        self._seed = SEEDS[seed]
        self.entries = tuple(
            _entry(place, course.claims[place.statement], self._seed)
            for place in sorted(course.seed_map, key=lambda place: place.statement)
            if place.statement.startswith(seed)
        )

    def __repr__(self) -> str:
        tally = Counter(entry.place.verdict for entry in self.entries)
        counted = ", ".join(f"{number} {verdict}" for verdict, number in sorted(tally.items()))
        return f"{len(self.entries)} statements of the {self._seed.text}: {counted}"

    def html(self) -> str:
        rows = "\n".join(map(self._html_row, self.entries))
        text = self._seed.text
        summary = SUMMARY.format(text=text, n=len(self.entries))
        return (
            f'<div class="pnh-seeds"><style>{CSS}</style>\n<details>\n<summary>{summary}</summary>\n'
            f"<p>{self._seed.abbreviations}{READING}</p>\n<table>\n"
            f"<caption>The {text}’s statements in our words, each with a verdict. {_tally(self)}</caption>\n"
            f'<thead><tr><th scope="col">The {text} says</th>'
            '<th scope="col">The literature says</th></tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>\n</details></div>"
        )

    def markdown(self) -> str:
        head = f"| The {self._seed.text} says | Verdict | The literature says |\n|---|---|---|"
        return "\n".join([head, *(self._markdown_row(entry) for entry in self.entries)])

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": self.html(), "text/markdown": self.markdown(), "text/plain": repr(self)}

    def _html_row(self, entry: Entry) -> str:
        cited = f" {cite(self._references, *entry.keys)}" if entry.keys else ""
        where = f" {_where(entry, self._seed.home)}" if entry.place.how == "taught" else ""
        says, literature = (html.escape(side, quote=False) for side in (entry.says, entry.literature))
        return (
            f'<tr><th scope="row">{entry.number}. {says}</th>'
            f"<td><b>{entry.place.verdict.capitalize()}.</b> {literature}{cited}{where}</td></tr>"
        )

    def _markdown_row(self, entry: Entry) -> str:
        cited = cite_markdown(self._references, entry.keys)
        literature = f"{entry.literature} {cited}".strip()
        return f"| {entry.number}. {entry.says} | {entry.place.verdict} | {literature} |"


def seed_table(seed: str = "s-cfs") -> SeedTable:
    """All statements of one seed text, from seed_map.yaml and claims.yaml: column, or report (`s-mms`)."""
    return SeedTable(load_course(), seed)


def _entry(place: SeedPlace, claim: Claim, seed: Seed) -> Entry:
    return Entry(
        number=int(place.statement.rpartition("-")[2]),
        says=claim.claim.replace("the seed", f"the {seed.text}"),
        place=place,
        literature=place.note or claim.comment,
        keys=claim.literature,
    )


def _where(entry: Entry, home: str) -> str:
    """A link to the section that teaches the statement, in this lesson or in another."""
    file, _, anchor = entry.place.place.partition("#")
    name = "the lesson" if file == home else f"lesson {int(file.rpartition('/')[2].split('_')[0])}"
    href = f"#{anchor}" if file == home else f"../{file}#{anchor}"
    label = f"Statement {entry.number} in {name}"
    return f'<a class="pnh-where" href="{href}" aria-label="{label}">in {name}</a>'


def _tally(table: SeedTable) -> str:
    tally = Counter(entry.place.verdict for entry in table.entries)
    order = ("confirmed", "refined", "contradicted", "unsupported", "context")
    return ", ".join(f"{tally[verdict]} {verdict}" for verdict in order) + "."

"""The course as typed, frozen objects: what the rest of the package works with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Objective:
    """What a learner can do afterwards; `practice`, `exam`, `vp` are the questions and cases wanted."""

    code: str
    area: str
    area_title: str
    bloom: str
    text: str
    practice: int
    exam: int
    vp: int


@dataclass(frozen=True)
class Described:
    """What a data file describes and a widget shows.

    `hash` (eight hex digits) changes when what the learner meets, works on or is scored by changes, not when
    an explanation does.
    """

    id: str
    title: str
    hash: str
    json: str

    @property
    def data(self) -> dict[str, Any]:
        """The description as written, its text made safe HTML; a fresh copy each time."""
        return json.loads(self.json)


@dataclass(frozen=True)
class Question(Described):
    """One question of the practice bank; `number` of `of` in its lesson."""

    type: str
    lesson: str
    number: int
    of: int


@dataclass(frozen=True)
class Scenario(Described):
    """One case."""


@dataclass(frozen=True)
class Explorer(Described):
    """One bench of the nerve laboratory."""

    bench: str


@dataclass(frozen=True)
class Tool(Described):
    """One workbench of clinical reasoning."""

    kind: str


@dataclass(frozen=True)
class Term:
    """A glossary entry; `kind` is `medical` or `method`."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: str
    kind: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """One fact of the evidence base (fields: data/evidence/README.md)."""

    id: str
    topic: str
    claim: str
    sources: tuple[str, ...]
    evidence: str
    confidence: str
    verdict: str | None
    comment: str
    literature: tuple[str, ...]
    seed: tuple[str, ...]
    also: tuple[str, ...]
    note: str
    audit: str | None
    contested: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A work of the bibliography.

    `name` is author and year ("Poyraz 2017"), `label` adds the study's size where it matters, `title` is the
    whole reference in one plain line, `url` is empty where none is known.
    """

    key: str
    name: str
    label: str
    title: str
    url: str
    kind: str
    seen: str
    year: str
    note: str
    annote: str
    size: int | None


@dataclass(frozen=True)
class SeedPlace:
    """Where one statement of a seed text is taught, and what the literature makes of it (`note`, plain)."""

    statement: str
    place: str
    how: str
    verdict: str
    note: str


@dataclass(frozen=True)
class Course:
    """All content, checked. Mappings keep the order of the files."""

    objectives: Mapping[str, Objective]
    questions: Mapping[str, Question]
    scenarios: Mapping[str, Scenario]
    explorers: Mapping[str, Explorer]
    tools: Mapping[str, Tool]
    glossary: Mapping[str, Term]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    lessons: Mapping[str, tuple[str, ...]]
    seed_map: tuple[SeedPlace, ...]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    mimics_json: str
    treatments_json: str

    @property
    def mimics(self) -> list[dict[str, Any]]:
        """The cards of data/evidence/mimics.yaml, their text made safe HTML; a fresh copy each time."""
        return json.loads(self.mimics_json)

    @property
    def treatments(self) -> dict[str, Any]:
        """data/evidence/treatments.yaml, its text made safe HTML; a fresh copy each time."""
        return json.loads(self.treatments_json)

"""What statements rest on: no dose without a source, no fact on a weak claim or page, provenance kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pnh.content.data_checks import references_from
from pnh.content.evidence_checks import is_weak
from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry, Place, mapping, texts

DOSE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:mg|\u00b5g|\u03bcg|mcg|micrograms?|milligrams?|grams?|g|ml|tablets?|drops)\b(?!/d?l)",
    re.IGNORECASE,
)
"""A dose of a drug; laboratory values per (deci)litre are none."""

SHARES_SOURCES_WITH_PARENT = {"feedback", "answer", "script"}
"""Parts of an entry that stand on the sources of what holds them."""

PERSONAL_KINDS = {"seed", "case-report", "case-series"}
"""Kinds of text that say something of one person, as `prov: source` claims."""


def source_problems(shelf: Shelf) -> list[Problem]:
    """All problems of questions, cases and glossary terms."""
    problems: list[Problem] = []
    for entry in references_from(shelf):
        excused = mapping(mapping(entry.data).get("lint_ok"))
        problems += _doses(entry, entry.data, (), False)
        if entry.place:
            problems += _low_claims(shelf, entry, (), list(_claims_in(entry.data)))
        for place, part in _mappings(entry.data, ()):
            if not entry.place:
                problems += _low_claims(shelf, entry, place, part.get("claims"))
            problems += _provenance(shelf, entry, place, part)
            if "weak-source" not in excused:
                problems += _weak_sources(shelf, entry, place, part)
    return problems


def _mappings(value: Any, place: Place) -> Iterator[tuple[Place, dict]]:
    if isinstance(value, dict):
        yield place, value
    if isinstance(value, (dict, list)):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(part, (dict, list)):
                yield from _mappings(part, (*place, step))


def _doses(entry: Entry, value: Any, place: Place, sourced: bool) -> Iterator[Problem]:
    if isinstance(value, str):
        dose = None if sourced else DOSE.search(value)
        if dose:
            message = f"the dose “{dose.group()}” has no `sources`; allowed: a dose that a cited source gives"
            yield entry.problem(message, place)
    elif isinstance(value, dict):
        prov = value.get("prov")
        own = bool(value.get("sources")) or bool(isinstance(prov, dict) and prov.get("sources"))
        inherits = bool(place) and place[-1] in SHARES_SOURCES_WITH_PARENT
        for name, part in value.items():
            yield from _doses(entry, part, (*place, name), own or (inherits and sourced))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _doses(entry, part, (*place, index), sourced and isinstance(part, (str, list)))


def _claims_in(value: Any) -> Iterator[str]:
    for _, part in _mappings(value, ()):
        yield from texts(part.get("claims"))


def _low_claims(shelf: Shelf, entry: Entry, place: Place, named: Any) -> Iterator[Problem]:
    """A question or term as a whole, and each part of a case, has not only low-confidence claims."""
    claims = [shelf.claim_ids.get(claim_id) for claim_id in texts(named)]
    if claims and all(claim is not None and claim.get("confidence") == "low" for claim in claims):
        message = "rests on claims of low confidence only; allowed: at least one of medium or high confidence"
        yield entry.problem(message, (*place, "claims") if place else ())


def _weak_sources(shelf: Shelf, entry: Entry, place: Place, part: dict) -> Iterator[Problem]:
    sources = texts(part.get("sources"))
    if sources and all(is_weak(shelf, key) for key in sources):
        message = "rests on a weak web page only; allowed: a stronger source beside it"
        yield entry.problem(message, (*place, "sources"))


def _provenance(shelf: Shelf, entry: Entry, place: Place, part: dict) -> Iterator[Problem]:
    """`source` is said of this person, so one of its texts has to tell of a person."""
    prov = part.get("prov")
    if not isinstance(prov, dict) or prov.get("kind") != "source":
        return
    keys = texts(prov.get("sources"))
    kinds = {shelf.records[key].fields.get("kind") for key in keys if key in shelf.records}
    if keys and not kinds & PERSONAL_KINDS:
        message = (
            "`source` means said of this person; allowed: a seed, case report or series, else source-group"
        )
        yield entry.problem(message, (*place, "prov", "kind"))

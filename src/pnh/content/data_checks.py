"""Form and references of the data: schemas, unique ids, and that every key, claim and objective exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pnh.content.evidence_checks import evidence_problems
from pnh.content.problems import Problem
from pnh.content.schema import load_schema, violations
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Document, Entry, Place

LISTS = {"item", "glossary", "claims", "seed_map", "mimics", "figures"}
"""Schemas whose file is a list of entries with ids."""


def data_problems(shelf: Shelf) -> list[Problem]:
    """Everything that keeps the data from being loaded, sorted by file and line."""
    problems: list[Problem] = list(shelf.bibliography_problems)
    for name, document in shelf.documents():
        problems += document.problems or _form(shelf, name, document)
    problems += _unique_ids(shelf)
    problems += [p for entry in references_from(shelf) for p in _resolve(shelf, entry)]
    problems += evidence_problems(shelf)
    return sorted(set(problems))


def _form(shelf: Shelf, name: str, document: Document) -> list[Problem]:
    """What the schema has against a document."""
    schema = load_schema(shelf.data / "schema", name)
    whole = Entry(document, (), document.data)
    if name not in LISTS:
        return [whole.problem(message, place) for place, message in violations(document.data, schema)]
    if not isinstance(document.data, list):
        return [whole.problem("the file is not a list; allowed: entries that begin with `- id: …`")]
    one = schema if name == "item" else {**schema["items"], "$defs": schema.get("$defs", {})}
    return [
        entry.problem(message, place)
        for entry in document.entries()
        for place, message in violations(entry.data, one)
    ]


def _unique_ids(shelf: Shelf) -> Iterator[Problem]:
    """Questions, cases, explorers and tools share one space of ids; other lists have their own."""
    widgets = shelf.questions + shelf.scenarios + shelf.explorers + shelf.tools
    lists = (shelf.glossary, shelf.mimics, shelf.figures)
    for entries in (widgets, *(document.entries() for document in lists)):
        first: dict[str, Entry] = {}
        for entry in entries:
            if not isinstance(entry.data, dict) or not isinstance(entry.data.get("id"), str):
                continue
            if entry.id in first:
                other = first[entry.id].document
                where = f"{other.file}:{other.line(first[entry.id].place)}"
                yield entry.problem(f"the id stands twice (first in {where}); give each its own", ("id",))
            first.setdefault(entry.id, entry)
    for document in shelf.scenario_files + shelf.explorer_files + shelf.tool_files:
        entry, stem = Entry(document, (), document.data), document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if isinstance(document.data, dict) and document.data.get("id") not in (None, stem):
            yield entry.problem(f"the file is named {stem}; name it after the id inside", ("id",))


def references_from(shelf: Shelf) -> Iterator[Entry]:
    """Entries whose `sources`, `claims` and `objectives` have to exist."""
    yield from shelf.questions
    yield from shelf.scenarios
    yield from shelf.explorers
    yield from shelf.tools
    yield from shelf.glossary.entries()
    yield from shelf.mimics.entries()
    yield Entry(shelf.treatments, (), shelf.treatments.data)


def _resolve(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    for place, name, value in named_ids(entry.data):
        if not shelf.readable(name):
            continue
        if name in ("sources", "read_more") and value not in shelf.records:
            yield entry.problem(
                f"'{value}' is not in the bibliography; allowed: a key of references.bib", place
            )
        elif name == "claims" and value not in shelf.claim_ids:
            yield entry.problem(f"'{value}' is no claim; allowed: an id or alias of claims.yaml", place)
        elif name == "objectives" and value not in shelf.objective_codes:
            yield entry.problem(f"'{value}' is no objective; allowed: a code of objectives.yaml", place)


def named_ids(value: Any, place: Place = ()) -> Iterator[tuple[Place, str, str]]:
    """(place, field name, id) of every id in a list called sources, read_more, claims or objectives."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in ("sources", "read_more", "claims", "objectives") and isinstance(part, list):
                for index, member in enumerate(part):
                    if isinstance(member, str):
                        yield (*place, name, index), name, member
            else:
                yield from named_ids(part, (*place, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from named_ids(part, (*place, index))

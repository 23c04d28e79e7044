"""From the files of a course folder to one `Course` of typed, frozen objects."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pnh.content import rich_text
from pnh.content.data_checks import data_problems
from pnh.content.objects import Claim, Course, Explorer, Objective, Question, Scenario, SeedPlace, Term, Tool
from pnh.content.problems import ContentError
from pnh.content.schema import load_schema
from pnh.content.shelf import Shelf, uncollected
from pnh.content.yaml_file import Entry
from pnh.paths import ROOT

NOT_HASHED = {
    "rationale",
    "why",
    "thinking",
    "expert",
    "working",
    "model_answer",
    "feedback",
    "misconception",
    "debrief",
    "sources",
    "claims",
    "prov",
    "fiction",
    "title",
    "status",
    "level",
    "bloom",
    "objectives",
    "tags",
    "search",
    "est_seconds",
    "est_minutes",
    "confidence",
    "lint_ok",
    "schema",
    "media",
    "script",
    "intro",
    "limits",
    "still",
    "hint",
    "help",
    "alt",
}
"""Fields that explain, cite or sort: changing them leaves a learner's old answer comparable."""


@uncollected()
def load_course(root: Path | None = None) -> Course:
    """Read and check the data of the course in `root` (the repository by default).

    Raises
    ------
    ContentError
        With every problem of form or reference in the data; item lints and the text of pages are left to
        `pnh.content.check`.
    """
    shelf = Shelf(Path(root) if root else ROOT)
    problems = data_problems(shelf)
    if problems:
        raise ContentError(problems)
    return course_of(shelf)


@uncollected()
def course_of(shelf: Shelf) -> Course:
    """The course of a folder that has been checked: what is not well formed raises any error."""
    questions, lessons = _questions(shelf)
    return Course(
        objectives=MappingProxyType(_objectives(shelf)),
        questions=MappingProxyType(questions),
        scenarios=MappingProxyType(_scenarios(shelf)),
        explorers=MappingProxyType(_explorers(shelf)),
        tools=MappingProxyType(_tools(shelf)),
        glossary=MappingProxyType(_glossary(shelf)),
        claims=MappingProxyType({entry.id: _claim(entry.data) for entry in shelf.claims.entries()}),
        references=MappingProxyType(shelf.references),
        lessons=MappingProxyType(lessons),
        seed_map=tuple(
            SeedPlace(row["statement"], row["place"], row["how"], row["verdict"], row.get("note", ""))
            for row in shelf.seed_map.data
        ),
        tables=MappingProxyType({name: _rows(rows) for name, rows in shelf.tables.items()}),
        mimics_json=_json(shelf, "mimics", shelf.mimics.data),
        treatments_json=_json(shelf, "treatments", shelf.treatments.data),
    )


def content_hash(data: dict[str, Any]) -> str:
    """Eight hex digits over what the learner is asked and scored by."""
    text = json.dumps(_hashed(data), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _hashed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _hashed(part) for key, part in value.items() if key not in NOT_HASHED}
    return [_hashed(part) for part in value] if isinstance(value, list) else value


def sanitised(value: Any, schema: dict, defs: dict | None = None) -> Any:
    """A copy of `value` with every rich-text string (as the schema marks them) made safe HTML."""
    defs = schema.get("$defs", {}) if defs is None else defs
    if "$ref" in schema:
        schema = {**defs[schema["$ref"].removeprefix("#/$defs/")], **schema}
    if isinstance(value, str):
        return rich_text.clean(value) if schema.get("format") == "rich-text" else value
    if isinstance(value, list):
        return [sanitised(member, schema.get("items", {}), defs) for member in value]
    if isinstance(value, dict):
        inner, other = schema.get("properties", {}), schema.get("additionalProperties")
        other = other if isinstance(other, dict) else {}
        return {key: sanitised(part, inner.get(key, other), defs) for key, part in value.items()}
    return value


def _json(shelf: Shelf, schema: str, data: Any) -> str:
    return json.dumps(sanitised(data, load_schema(shelf.data / "schema", schema)), ensure_ascii=False)


def _described(shelf: Shelf, schema: str, entry: Entry) -> dict[str, str]:
    """The fields that every description has."""
    return {
        "id": entry.id,
        "title": rich_text.clean(entry.data["title"]),
        "hash": content_hash(entry.data),
        "json": _json(shelf, schema, entry.data),
    }


def _objectives(shelf: Shelf) -> dict[str, Objective]:
    data = shelf.objectives.data
    return {
        code: Objective(
            code=code,
            area=code[0],
            area_title=rich_text.clean(data["areas"][code[0]]["title"]),
            bloom=row["bloom"],
            text=rich_text.clean(row["text"]),
            practice=row["practice"],
            exam=row["exam"],
            vp=row["vp"],
        )
        for code, row in data["objectives"].items()
    }


def _questions(shelf: Shelf) -> tuple[dict[str, Question], dict[str, tuple[str, ...]]]:
    questions: dict[str, Question] = {}
    lessons: dict[str, tuple[str, ...]] = {}
    for document in shelf.question_files:
        lesson, entries = Path(document.file).stem, document.entries()
        lessons[lesson] = tuple(entry.id for entry in entries)
        for number, entry in enumerate(entries, 1):
            questions[entry.id] = Question(
                type=entry.data["type"],
                lesson=lesson,
                number=number,
                of=len(entries),
                **_described(shelf, "item", entry),
            )
    return questions, lessons


def _scenarios(shelf: Shelf) -> dict[str, Scenario]:
    return {
        entry.id: Scenario(
            **_described(shelf, "scenario", entry),
        )
        for entry in shelf.scenarios
    }


def _explorers(shelf: Shelf) -> dict[str, Explorer]:
    return {
        entry.id: Explorer(
            bench=entry.data["bench"],
            **_described(shelf, "explorer", entry),
        )
        for entry in shelf.explorers
    }


def _tools(shelf: Shelf) -> dict[str, Tool]:
    return {
        entry.id: Tool(
            kind=entry.data["kind"],
            **_described(shelf, "tool", entry),
        )
        for entry in shelf.tools
    }


def _glossary(shelf: Shelf) -> dict[str, Term]:
    return {
        entry.id: Term(
            id=entry.id,
            term=entry.data["term"],
            also=tuple(entry.data.get("also", ())),
            definition=rich_text.clean(entry.data["definition"]),
            kind=entry.data.get("kind", "medical"),
            sources=tuple(entry.data.get("sources", ())),
            claims=tuple(entry.data.get("claims", ())),
        )
        for entry in shelf.glossary.entries()
    }


def _claim(data: dict[str, Any]) -> Claim:
    lists = {
        name: tuple(data.get(name, ())) for name in ("sources", "literature", "seed", "also", "contested")
    }
    words = {name: data.get(name, "") for name in ("comment", "note")}
    plain = {name: data[name] for name in ("id", "topic", "claim", "evidence", "confidence")}
    return Claim(**plain, **lists, **words, verdict=data.get("verdict"), audit=data.get("audit"))


def _rows(rows: list[list[str]]) -> tuple[MappingProxyType[str, str], ...]:
    return tuple(MappingProxyType(dict(zip(rows[0], row, strict=True))) for row in rows[1:])

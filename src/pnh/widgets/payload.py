"""What the front end receives: a widget's content as plain JSON, its citations and objectives resolved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pnh.content import Course
from pnh.widgets.bench_data import bench_data, signal_envelope
from pnh.widgets.tool_data import tool_data

SCHEMA = "pnh-payload/1"


def question_payload(course: Course, question_id: str) -> dict[str, Any]:
    """Payload of one question of the practice bank.

    Raises
    ------
    KeyError
        With the ids that exist, if there is no such question.
    """
    item = _find(course.questions, question_id, "question")
    body = {**item.data, "number": item.number, "of": item.of}
    if item.type == "hotspot":
        body = {"scoring": {"rule": "per_option"}, **body}
        body["signal"] = {**body["signal"], "envelope": signal_envelope(item.id, body["signal"])}
    return _payload("question", item.id, item.hash, body, course)


def scenario_payload(course: Course, scenario_id: str) -> dict[str, Any]:
    """Payload of one case. Raises KeyError with the ids that exist, if there is no such case."""
    case = _find(course.scenarios, scenario_id, "case")
    return _payload("scenario", case.id, case.hash, dict(case.data), course)


def explorer_payload(course: Course, explorer_id: str) -> dict[str, Any]:
    """Payload of one explorer. Raises KeyError with the ids that exist, if there is no such explorer."""
    found = _find(course.explorers, explorer_id, "explorer")
    body = {**found.data, **bench_data(found.bench)}
    return _payload("explorer", found.id, found.hash, body, course)


def tool_payload(course: Course, tool_id: str) -> dict[str, Any]:
    """Payload of one tool; its `kind` is the tool's own. Raises KeyError with the ids that exist."""
    found = _find(course.tools, tool_id, "tool")
    body, block = found.data, found.kind.replace("-", "_")
    return _payload(
        found.kind, found.id, found.hash, {**body, block: tool_data(course, found.kind, body[block])}, course
    )


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element: one line, keys sorted, no '<'."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _payload(
    kind: str, item_id: str, content_hash: str, body: dict[str, Any], course: Course
) -> dict[str, Any]:
    body["objectives"] = [
        {"code": code, "text": course.objectives[code].text} for code in body.get("objectives", [])
    ]
    body["refs"] = {key: _reference(course, key) for key in sorted(set(_keys(body)))}
    return {"schema": SCHEMA, "kind": kind, "id": item_id, "hash": content_hash, "payload": body}


def _reference(course: Course, key: str) -> dict[str, str | None]:
    reference = course.references[key]
    return {"label": reference.label, "title": reference.title, "url": reference.url or None}


def _keys(value: Any) -> Iterator[str]:
    """Every bibliography key under a 'sources' field, at any depth."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "sources":
                yield from part
            else:
                yield from _keys(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _keys(part)


def _find(known: Any, wanted: str, what: str) -> Any:
    if wanted not in known:
        raise KeyError(f"no {what} {wanted!r}; there are: {', '.join(sorted(known))}")
    return known[wanted]

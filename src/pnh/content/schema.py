"""Checks data against the JSON Schemas of data/schema and says in plain words what is wrong.

Only the vocabulary these schemas use is known; anything else is an error here, so that no rule is silently
skipped. (The jsonschema package takes seconds to import; a test compares its verdicts with these.)
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pnh.content import rich_text
from pnh.content.yaml_file import Place

Violation = tuple[Place, str]

_TYPES = {
    "object": ("a mapping", lambda v: isinstance(v, dict)),
    "array": ("a list", lambda v: isinstance(v, list)),
    "string": ("text", lambda v: isinstance(v, str)),
    "boolean": ("true or false", lambda v: isinstance(v, bool)),
    "integer": ("a whole number", lambda v: isinstance(v, int) and not isinstance(v, bool)),
    "number": ("a number", lambda v: isinstance(v, (int, float)) and not isinstance(v, bool)),
    "null": ("empty", lambda v: v is None),
}
_SILENT = {"$schema", "$id", "$defs", "type", "title", "description", "default"}
"""Keywords that state no rule of their own; `type` is looked at first."""


@cache
def load_schema(folder: Path, name: str) -> dict:
    """The schema `name` of `folder` (data/schema)."""
    return json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))


def violations(value: Any, schema: dict, place: Place = ()) -> list[Violation]:
    """Everything in `value` that `schema` does not allow, as (place, message)."""
    found = dict.fromkeys(_check(value, schema, schema.get("$defs", {}), place))
    return list(found)


def _check(value: Any, schema: Any, defs: dict, place: Place) -> Iterator[Violation]:
    if "$ref" in schema:
        target = defs[schema["$ref"].removeprefix("#/$defs/")]
        beside = {key: rule for key, rule in schema.items() if key != "$ref"}
        schema = {**target, **beside} if beside else target
    wanted = schema.get("type")
    if wanted and not _is(value, wanted):
        names = [wanted] if isinstance(wanted, str) else wanted
        allowed = " or ".join(_TYPES[name][0] for name in names)
        yield place, f"is {_kind_of(value)}; allowed is {allowed}"
        return
    for keyword, rule in schema.items():
        if keyword in _SILENT:
            continue
        check = _KEYWORDS.get(keyword)
        if check is None:
            raise NotImplementedError(f"schema keyword {keyword!r} is not known to pnh.content.schema")
        yield from check(value, rule, schema, defs, place)


def _is(value: Any, wanted: str | list[str]) -> bool:
    if isinstance(wanted, str):
        return _TYPES[wanted][1](value)
    return any(_TYPES[name][1](value) for name in wanted)


def _kind_of(value: Any) -> str:
    if isinstance(value, (datetime.date, datetime.datetime)):
        return f"a date ({value}; put it in quotes)"
    for name in ("boolean", "null", "object", "array"):
        if _TYPES[name][1](value):
            words = {"boolean": f"{str(value).lower()} (put words in quotes)", "null": "empty"}
            return words.get(name, _TYPES[name][0])
    return f"{value!r}"


def _short(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}…'"


def _allowed(names: Any) -> str:
    return ", ".join(str(name) for name in names if name is not None)


# --- one function per keyword: (value, rule, whole schema, definitions, place) -> violations ---------------


def _enum(value, rule, schema, defs, place):
    if not any(value == option and isinstance(value, bool) == isinstance(option, bool) for option in rule):
        yield place, f"is {_short(value)}; allowed: {_allowed(rule)}"


def _const(value, rule, schema, defs, place):
    yield from _enum(value, [rule], schema, defs, place)


def _pattern(value, rule, schema, defs, place):
    if isinstance(value, str) and not re.search(rule, value):
        yield place, f"is {_short(value)}; allowed: {schema.get('description') or 'text that fits ' + rule}"


def _format(value, rule, schema, defs, place):
    if rule == "rich-text" and isinstance(value, str):
        wrong = rich_text.fault(value)
        if wrong:
            yield place, wrong


def _bound(fails, words):
    def check(value, rule, schema, defs, place):
        if _TYPES["number"][1](value) and fails(value, rule):
            yield place, f"is {value}; allowed: {words} {rule}"

    return check


def _length(kind, unit, fails, words):
    def check(value, rule, schema, defs, place):
        if isinstance(value, kind) and fails(len(value), rule):
            yield place, f"has {len(value)} {unit}; allowed: {words} {rule}"

    return check


def _required(value, rule, schema, defs, place):
    if isinstance(value, dict):
        for name in rule:
            if name not in value:
                yield place, f"`{name}` is missing"


def _properties(value, rule, schema, defs, place):
    if isinstance(value, dict):
        for name, inner in rule.items():
            if name in value:
                yield from _check(value[name], inner, defs, (*place, name))


def _additional_properties(value, rule, schema, defs, place):
    if not isinstance(value, dict):
        return
    for name in value:
        if name in schema.get("properties", {}):
            continue
        if rule is False:
            yield (*place, name), f"is not a known field; allowed: {_allowed(schema.get('properties', {}))}"
        elif rule is not True:
            yield from _check(value[name], rule, defs, (*place, name))


def _property_names(value, rule, schema, defs, place):
    if isinstance(value, dict):
        for name in value:
            if "enum" in rule and name not in rule["enum"]:
                yield (*place, name), f"has no place here; allowed: {_allowed(rule['enum'])}"
            if "pattern" in rule:
                for _, message in _pattern(str(name), rule["pattern"], rule, defs, place):
                    yield (*place, name), f"the name {message}"


def _items(value, rule, schema, defs, place):
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from _check(member, rule, defs, (*place, index))


def _unique_items(value, rule, schema, defs, place):
    if isinstance(value, list) and rule:
        for index, member in enumerate(value):
            if member in value[:index]:
                yield (*place, index), f"{_short(member)} stands twice in the list; keep one"


def _contains(value, rule, schema, defs, place):
    if not isinstance(value, list):
        return
    count = sum(not any(_check(member, rule, defs, ())) for member in value)
    low, high = schema.get("minContains", 1), schema.get("maxContains")
    if count < low or (high is not None and count > high):
        allowed = (
            f"exactly {low}" if low == high else f"at least {low}" + (f", at most {high}" if high else "")
        )
        yield place, f"{count} entries with {rule.get('description', 'the wanted value')}; allowed: {allowed}"


def _all_of(value, rule, schema, defs, place):
    for inner in rule:
        yield from _check(value, inner, defs, place)


def _if(value, rule, schema, defs, place):
    branch = schema.get("else" if any(_check(value, rule, defs, ())) else "then")
    if branch is not None:
        yield from _check(value, branch, defs, place)


def _not(value, rule, schema, defs, place):
    if isinstance(value, dict) and not any(_check(value, rule, defs, ())):
        yield place, f"must not have {rule.get('description', 'this combination')}"


def _nothing(value, rule, schema, defs, place):
    """Read by another keyword."""
    yield from ()


_KEYWORDS = {
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "minimum": _bound(lambda v, r: v < r, "at least"),
    "maximum": _bound(lambda v, r: v > r, "at most"),
    "exclusiveMinimum": _bound(lambda v, r: v <= r, "more than"),
    "exclusiveMaximum": _bound(lambda v, r: v >= r, "less than"),
    "minLength": _length(str, "characters", lambda n, r: n < r, "at least"),
    "maxLength": _length(str, "characters", lambda n, r: n > r, "at most"),
    "minItems": _length(list, "entries", lambda n, r: n < r, "at least"),
    "maxItems": _length(list, "entries", lambda n, r: n > r, "at most"),
    "minProperties": _length(dict, "fields", lambda n, r: n < r, "at least"),
    "maxProperties": _length(dict, "fields", lambda n, r: n > r, "at most"),
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "items": _items,
    "uniqueItems": _unique_items,
    "contains": _contains,
    "allOf": _all_of,
    "if": _if,
    "not": _not,
    "then": _nothing,
    "else": _nothing,
    "minContains": _nothing,
    "maxContains": _nothing,
}

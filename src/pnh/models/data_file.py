"""Reads and writes the files of data/models: JSON in which every number stands with its story.

A file that is cut short, or in which something is missing or impossible, is refused with an error that names
the file and the place; what is written is written whole or not at all.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from numbers import Real
from pathlib import Path
from typing import Any, TypeVar

STATUSES = ("published", "derived", "illustrative")
_STORY = ("value", "unit", "status", "source", "about")
_MAY = ("range", "published")

Section = TypeVar("Section")


class ModelDataError(Exception):
    """A data file of the models cannot be used; the message names the file, the place and what would be
    right."""


@dataclass(frozen=True)
class Quantity:
    """One number of a model (or several that belong together) with its story. `range` is (lowest, highest),
    or None where nothing may be set; `published`, where sources disagree, has a row for each."""

    name: str
    value: Any
    unit: str
    status: str
    source: str
    about: str
    range: tuple[float, float] | None = None
    published: tuple[Mapping[str, Any], ...] = ()


def read_json(path: Path, schema: str | None = None) -> dict[str, Any]:
    """One JSON object from a file, of this schema if one is named. Raises ModelDataError, which names the
    file."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelDataError(
            f"{path}: cannot be read ({error.strerror}); restore it from the repository"
        ) from None
    except ValueError as error:
        raise ModelDataError(f"{path}: no whole JSON ({error}); restore it from the repository") from None
    if not isinstance(data, dict):
        raise ModelDataError(f"{path}: holds a {type(data).__name__}, not an object")
    if schema and data.get("schema") != schema:
        raise ModelDataError(f"{path}: schema is {data.get('schema')!r}, not {schema!r}")
    return data


def write_whole(path: Path, text: str) -> None:
    """Writes beside the file and puts it in place at the end, so that nothing half-written is ever read."""
    draft = path.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)


def section_of(path: Path, data: Mapping[str, Any], section: str) -> dict[str, Any]:
    """One part of a file, as it stands. Raises ModelDataError if it is missing or empty."""
    entries = data.get(section)
    if not isinstance(entries, dict) or not entries:
        raise ModelDataError(f"{path}: {section}: missing or empty")
    return entries


def quantities(path: Path, data: Mapping[str, Any], section: str) -> dict[str, Quantity]:
    """The quantities of one section by name. Raises ModelDataError, which names the place."""
    return {
        name: quantity(f"{path}: {section}.{name}", name, entry)
        for name, entry in section_of(path, data, section).items()
    }


def quantity(where: str, name: str, entry: Any) -> Quantity:
    """One checked quantity; `where` begins the message of the ModelDataError."""
    if not isinstance(entry, dict):
        raise ModelDataError(f"{where}: not an object with {', '.join(_STORY)}")
    missing = [key for key in _STORY if entry.get(key) in (None, "")]
    unknown = set(entry) - {*_STORY, *_MAY}
    if missing or unknown:
        raise ModelDataError(
            f"{where}: lacks {missing}" if missing else f"{where}: unknown {sorted(unknown)}"
        )
    if entry["status"] not in STATUSES:
        raise ModelDataError(f"{where}: status is {entry['status']!r}, not one of {', '.join(STATUSES)}")
    limits, value = entry.get("range"), entry["value"]
    if limits is not None:
        if not is_pair(limits) or not limits[0] < limits[1]:
            raise ModelDataError(f"{where}: range is {limits!r}, not [lowest, highest]")
        for number in value if isinstance(value, list) else [value]:
            if not is_number(number) or not limits[0] <= number <= limits[1]:
                raise ModelDataError(f"{where}: value {value!r} is not in its range {limits}")
    return Quantity(
        **{
            **entry,
            "name": name,
            "range": tuple(limits) if limits else None,
            "published": tuple(entry.get("published", ())),
        }
    )


def filled(path: Path, section: str, kind: type[Section], entries: Mapping[str, Quantity]) -> Section:
    """A frozen dataclass with the values of a section: exactly its fields, each a number or, where the field
    is a tuple, several. Raises ModelDataError."""
    names = {field.name for field in fields(kind)}
    if names != set(entries):
        missing, unknown = sorted(names - set(entries)), sorted(set(entries) - names)
        raise ModelDataError(f"{path}: {section}: lacks {missing}, does not know {unknown}")
    values = {}
    for field in fields(kind):
        value = entries[field.name].value
        if str(field.type).startswith("tuple"):
            if not isinstance(value, list) or not value or not all(map(is_number, value)):
                raise ModelDataError(f"{path}: {section}.{field.name}: {value!r} is not a list of numbers")
            value = tuple(value)
        elif not is_number(value):
            raise ModelDataError(f"{path}: {section}.{field.name}: {value!r} is not a number")
        values[field.name] = value
    return kind(**values)


def is_number(value: Any) -> bool:
    """A finite number; true and false are none."""
    return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)


def is_pair(value: Any) -> bool:
    """Two finite numbers in a list."""
    return isinstance(value, list) and len(value) == 2 and all(map(is_number, value))

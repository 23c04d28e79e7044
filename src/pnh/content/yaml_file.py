"""Reading one YAML file with the C loader so that every value remembers its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from pnh.content.problems import Problem

_PLAIN = {
    "tag:yaml.org,2002:str": yaml.ScalarNode,
    "tag:yaml.org,2002:map": yaml.MappingNode,
    "tag:yaml.org,2002:seq": yaml.SequenceNode,
}
"""What each tag is the usual one of: text, mappings and lists, which are almost all that the files have."""

Place = tuple[str | int, ...]
"""Where a value lies inside a document: mapping keys and list indices from the top."""


@dataclass(frozen=True)
class Document:
    """One file's data. `data` is None when the file could not be read; `problems` then says why."""

    file: str
    data: Any
    problems: tuple[Problem, ...] = ()
    node: yaml.Node | None = field(default=None, repr=False)

    def line(self, place: Place = ()) -> int:
        """Line of the value at `place`, or of the nearest value around it that exists."""
        node, line = self.node, 1
        if node is not None:
            line = node.start_mark.line + 1
        for step in place:
            found = _child(node, step)
            if found is None:
                break
            node, line = found
        return line

    def entries(self) -> list[Entry]:
        """The top-level list as entries; empty if the file holds no list."""
        if not isinstance(self.data, list):
            return []
        return [Entry(self, (index,), value) for index, value in enumerate(self.data)]


@dataclass(frozen=True)
class Entry:
    """One thing with an id (a question, a case, a term, a claim) and where it stands."""

    document: Document
    place: Place
    data: Any

    @property
    def id(self) -> str:
        """The entry's id, or a stand-in that names its position."""
        found = self.data.get("id") if isinstance(self.data, dict) else None
        if isinstance(found, str) and found:
            return found
        return f"entry {self.place[0] + 1}" if self.place else Path(self.document.file).stem

    def problem(self, message: str, place: Place = ()) -> Problem:
        """A problem with the value at `place` inside this entry, which the message names first."""
        named = f"{self.field(place)}: {message}" if place else message
        return Problem(self.document.file, self.document.line(self.place + tuple(place)), self.id, named)

    def ids_twice(self, place: Place) -> Iterator[Problem]:
        """A problem for each member of the list at `place` whose id stands before it already."""
        rows, seen = self.data, set()
        for step in place:
            rows = rows[step]
        for index, row in enumerate(rows):
            if row["id"] in seen:
                yield self.problem(
                    f"the id '{row['id']}' stands twice; give each its own", (*place, index, "id")
                )
            seen.add(row["id"])

    def field(self, place: Place) -> str:
        """`options[b].text`: list members go by their id where they have one."""
        name, value = "", self.data
        for step in place:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                value = None
            if isinstance(step, int):
                own = value.get("id") if isinstance(value, dict) else None
                name += f"[{own if isinstance(own, str) else step + 1}]"
            else:
                name += f".{step}" if name else str(step)
        return name


def texts(value: Any) -> list[str]:
    """The strings of a list; empty for anything else (what does not fit is the schema's to report)."""
    return [member for member in value if isinstance(member, str)] if isinstance(value, list) else []


def mapping(value: Any) -> dict:
    """`value` if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def read_yaml(root: Path, path: Path) -> Document:
    """Read `path`; syntax errors, duplicate keys and aliases become problems of the document."""
    file = path.relative_to(root).as_posix()

    def broken(line: int, message: str) -> Document:
        return Document(file, None, (Problem(file, line, path.stem, message),))

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return broken(1, "is missing; the course needs this file")
    except UnicodeDecodeError as error:
        return broken(1, f"is not UTF-8 text (byte {error.start}); save it as UTF-8")
    except OSError as error:
        return broken(1, f"cannot be read ({error.strerror})")
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return broken(1, "is empty")
        faults = list(_faults(node, set()))
        if faults:
            problems = tuple(Problem(file, line, path.stem, message) for line, message in faults)
            return Document(file, None, problems)
        return Document(file, _value(loader, node), (), node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and "quoted scalar" in (error.context or ""):
            mark = error.context_mark  # where the quote was opened, not the end of the file
        what = " ".join(filter(None, (error.context, error.problem)))
        return broken(
            mark.line + 1 if mark else 1, f"is not valid YAML: {what}; check indentation and quotes"
        )
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return broken(1, f"is not valid YAML: {error}")
    finally:
        loader.dispose()


def _value(loader: yaml.CSafeLoader, node: yaml.Node) -> Any:
    """What `loader.construct_document` makes of a node without faults, in half the time."""
    plain = _PLAIN.get(node.tag) is type(node)
    if plain and isinstance(node, yaml.ScalarNode):
        return node.value
    if plain and isinstance(node, yaml.MappingNode):
        return {_value(loader, key): _value(loader, part) for key, part in node.value}
    if plain:
        return [_value(loader, part) for part in node.value]
    return loader.construct_document(node)


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line + 1
    return None


def _faults(node: yaml.Node, seen: set[int]) -> Iterator[tuple[int, str]]:
    """Things that YAML allows and this course does not."""
    if id(node) in seen:
        yield node.start_mark.line + 1, "an alias (*name) is used; write the text out"
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        lines: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                yield line, "a key is a list or mapping; keys are plain words"
                continue
            if key.value in lines:
                yield line, f"the key `{key.value}` stands twice (first in line {lines[key.value]}); keep one"
            lines.setdefault(key.value, line)
            yield from _faults(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _faults(value, seen)

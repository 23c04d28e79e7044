"""The course's prose as the checks see it: Markdown pages and text cells of notebooks, with line numbers."""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pnh.content.problems import Problem

GENERATED = {"book/bibliography.md", "book/evidence.md", "book/glossary.md"}
"""Pages made from data, checked there."""

_CALL = re.compile(r"\b(question|scenario|explorer|tool)\(\s*[\"']([^\"']*)[\"']")
_CODE = re.compile(r"^(```+|~~~+).*?^\1[^\n]*$|`[^`\n]+`|<!--.*?-->", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Page:
    """Prose of one file. `starts` and `lines` map offsets of `text` to lines of the file."""

    file: str
    text: str
    code: str = ""
    starts: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    fault: tuple[int, str] | None = None

    @property
    def id(self) -> str:
        """The file's name without its ending."""
        return Path(self.file).stem

    @property
    def calls(self) -> list[tuple[str, str]]:
        """(kind, id) of each widget that a cell shows, such as ``tool("to-bayes")``."""
        return _CALL.findall(self.code)

    def line(self, offset: int) -> int:
        """Line of the file on which the character at `offset` stands."""
        at = bisect.bisect_right(self.starts, offset) - 1
        return self.lines[at] if self.lines else 1

    def problem(self, message: str, offset: int) -> Problem:
        """A problem at a place of the text."""
        return Problem(self.file, self.line(offset), self.id, message)

    def blocks(self) -> Iterator[tuple[int, str]]:
        """(offset, text) of each paragraph, list or table."""
        for found in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", self.text):
            yield found.start(), found.group()


def pages_of(root: Path) -> list[Page]:
    """Every page of book/ and notebooks/ that people write."""
    pages = [path for path in sorted(root.glob("book/**/*.md")) if ".ipynb_checkpoints" not in path.parts]
    found = [_markdown(root, path) for path in pages]
    return [page for page in found if page.file not in GENERATED] + notebooks_of(root)


def notebooks_of(root: Path) -> list[Page]:
    """Every lesson, by number."""
    return [_notebook(root, path) for path in sorted(root.glob("notebooks/*.ipynb"))]


def documentation_of(root: Path) -> list[Page]:
    """Markdown for people who work on the course: beside the book, not in it."""
    paths = [*sorted(root.glob("*.md")), root / "data" / "evidence" / "README.md"]
    return [_markdown(root, path) for path in paths if path.is_file()]


def _markdown(root: Path, path: Path) -> Page:
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Page(file, "", fault=(1, f"cannot be read ({error})"))
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return Page(file, _without_code(text), "", starts, list(range(1, len(starts) + 1)))


def _notebook(root: Path, path: Path) -> Page:
    file = path.relative_to(root).as_posix()
    try:
        raw = path.read_text(encoding="utf-8")
        cells = json.loads(raw)["cells"]
        sources = [(cell["cell_type"], cell["source"]) for cell in cells]
    except json.JSONDecodeError as error:
        return Page(file, "", fault=(error.lineno, f"is not a valid notebook: {error.msg}"))
    except (OSError, UnicodeDecodeError, KeyError, TypeError) as error:
        return Page(file, "", fault=(1, f"is not a valid notebook: {error!r}"))
    text, code, starts, lines, cursor, line = "", "", [], [], 0, 1
    for kind, source in sources:
        strings = [source] if isinstance(source, str) else source  # as the file has it: a cell or its rows
        cell_text = "".join(strings)
        offset = len(text)
        for string in strings:
            found = _find_string(raw, string, cursor)
            if found >= 0:
                line += raw.count("\n", cursor, found)
                cursor = found
            starts.append(offset)
            lines.append(line)
            offset += len(string)
        if kind == "markdown":
            text += _without_code(cell_text) + "\n\n"
        else:
            code += cell_text + "\n"
            text += " " * len(cell_text) + "\n\n"
    return Page(file, text, code, starts, lines)


def _find_string(raw: str, string: str, cursor: int) -> int:
    found = raw.find(json.dumps(string, ensure_ascii=False), cursor)
    return found if found >= 0 else raw.find(json.dumps(string), cursor)


def _without_code(text: str) -> str:
    """`text` with code and comments blanked, so that offsets stay."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)

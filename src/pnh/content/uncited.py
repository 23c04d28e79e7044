"""Finds paragraphs of a lesson that state something and cite nothing.

A paragraph, a list item and a row of a table each need a link to the bibliography; a list may take it from
the paragraph before, if that ends with it. Free of it: headings, questions to the reader, notes that say they
are ours (`**Our inference.**`, `**Editorial.**`, also behind a bold word), and what a list of exceptions
names with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pnh.content.pages import Page

OURS = re.compile(r"(?:\*\*[^*]+\*\* )?\*\*(?:Our inference|Editorial)\.\*\*")
_CITATION = re.compile(r"\]\([^()\s]*bibliography\.md#")
_LEADS = re.compile(r"bibliography\.md#\w+\)[).:]*$")
_LIST = re.compile(r"^\s*(?:[-*+]|\d+\.)\s")
_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
_MARK = re.compile(r"^(?:>\s*)*(?:[-*+]|\d+\.)\s+|^(?:>\s*)+|^\|\s*")


@dataclass(frozen=True)
class Uncited:
    """One paragraph without a citation: where it stands and how it begins."""

    file: str
    line: int
    text: str


def uncited(page: Page, excepted: Iterable[str] = ()) -> list[Uncited]:
    """Every such paragraph whose text begins with none of the `excepted` openings."""
    openings = tuple(excepted)
    return [
        Uncited(page.file, page.line(start), text)
        for start, text in parts(page)
        if not _CITATION.search(text) and not _free(text) and not text.startswith(openings)
    ]


def _free(text: str) -> bool:
    return text.startswith("#") or OURS.match(text) is not None or text.rstrip("*_ ").endswith("?")


def parts(page: Page) -> Iterator[tuple[int, str]]:
    """(offset, text on one line, without its mark) of every paragraph, item and row below a table's head."""
    led = False
    for start, block in page.blocks():
        lines = block.splitlines(keepends=True)
        if led and _LIST.match(block):
            continue  # the paragraph before cites for the whole list
        led = bool(_LEADS.search(block.strip()))
        if block.lstrip("> ").startswith("|"):
            yield from _rows(start, lines)
            continue
        offset, begin, gathered = start, start, ""
        for line in lines:
            item = _MARK.match(line.strip()) and not line.startswith(">")
            if gathered and (item or line.startswith("#")):
                yield begin, _plain(gathered)
                gathered = ""
            begin = begin if gathered else offset
            gathered += line
            offset += len(line)
        yield begin, _plain(gathered)


def _rows(start: int, lines: list[str]) -> Iterator[tuple[int, str]]:
    below = False
    for line in lines:
        if _RULE.match(line.strip()):
            below = True
        elif below:
            yield start, _plain(line)
        start += len(line)


def _plain(text: str) -> str:
    rows = (re.sub(r"^(?:>\s*)+", "", row.strip()) for row in text.splitlines())
    return _MARK.sub("", " ".join(" ".join(rows).split()))

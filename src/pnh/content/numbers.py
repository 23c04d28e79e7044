"""Numbers in digits: how they are found in a text, and which of them each source stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any

from pnh.content import rich_text
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import mapping, texts

_THIN = "\u2009\u202f\u00a0"
_SEPARATOR = re.compile(f"[,{_THIN}]")
DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"([\d.](?<![\w:.].)(?<![A-Za-z]-.)"  # not inside a name or another number; the digit first, to be quick
    rf"(?:(?<=\d)\d{{0,2}}(?:[,{_THIN}]\d{{3}})+(?:\.\d+)?|(?<=\d)\d*(?:[.\u00b7]\d+)?|(?<=\.)\d+))"
    r"(?![.\u00b7]?\d|:?[A-WYZa-wyz])"  # 10x is ten times; 3D is no number
)
PLACE_NAME = re.compile(
    r"\b(?:lesson|figure|table|section|page|objective|type|phase)s? \d+(?:(?:,| and| to|–) ?\d+)*"
    r"|\bleaning: [−+]?\d",  # of a script concordance
    re.IGNORECASE,
)


def numbers(text: str) -> set[str]:
    """Numbers of a text in one spelling: no separators, no trailing zeros, a naught before a point."""
    return {spelling(found) for found in _NUMBER.findall(text)}


@cache
def spelling(number: str) -> str:
    """`1,000` and `1000`, `.50`, `0·5` and `0.5` are the same number."""
    bare = _SEPARATOR.sub("", number).replace("\u00b7", ".")
    return f"{float(bare):.10g}"


def unbacked(text: str, allowed: set[str]) -> list[str]:
    """Numbers of `text`, as written, that `allowed` has not. *Lesson 4* and *phase 3* are names."""
    plain = PLACE_NAME.sub(" ", rich_text.plain(text))
    return [found for found in _NUMBER.findall(plain) if spelling(found) not in allowed]


class Known:
    """The numbers that each bibliography key and each claim stands for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def of(self, keys: Iterable[str], claims: Iterable[str] = ()) -> set[str]:
        """Numbers that may stand beside these citations."""
        by_key = (self._by_key.get(key, set()) for key in keys)
        by_claim = (self._by_claim.get(claim, set()) for claim in claims)
        return set().union(*by_key, *by_claim)

    @cached_property
    def _by_key(self) -> dict[str, set[str]]:
        """From claims and table rows that cite the work, registered figures, its title, year and size."""
        found: dict[str, set[str]] = defaultdict(set)
        for data in {id(data): data for data in self._shelf.claim_ids.values()}.values():
            said = _said(data) | numbers(str(data.get("comment", "")))
            for key in texts(data.get("sources")) + texts(data.get("literature")):
                found[key] |= said
        for heading, *rows in filter(None, self._shelf.tables.values()):
            at = heading.index("source") if "source" in heading else None
            for cells in rows if at is not None else ():
                for key in cells[at].split(";") if len(cells) > at else ():
                    found[key.strip()] |= numbers(" ".join(cells))
        for data in self._registered:
            claim = mapping(self._shelf.claim_ids.get(data["claim"]))
            for key in [*texts(claim.get("sources")), *texts([data.get("source")])]:
                found[key] |= numbers(data["text"])
        for key, reference in self._shelf.references.items():
            title = self._shelf.records[key].fields.get("title", "")
            dated = " ".join(re.findall(r"\d{4}", key))  # a work may be cited by the year it came online
            found[key] |= numbers(f"{reference.year} {dated} {title} {reference.size or ''}")
        return found

    @cached_property
    def _by_claim(self) -> dict[str, set[str]]:
        found = {claim_id: _said(data) for claim_id, data in self._shelf.claim_ids.items()}
        for data in self._registered:
            found[data["claim"]] = found.get(data["claim"], set()) | numbers(data["text"])
        return found

    @cached_property
    def _registered(self) -> list[dict[str, Any]]:
        rows = [mapping(entry.data) for entry in self._shelf.figures.entries()]
        return [row for row in rows if len(texts([row.get("text"), row.get("claim")])) == 2]


def _said(claim: dict[str, Any]) -> set[str]:
    return numbers(" ".join(str(claim.get(name, "")) for name in ("claim", "evidence", "note")))

"""No quantity is taught with two values, in whatever words, on whatever page.

That a number beside a citation is one of its source's is held by figure_checks. Left to see is whether one
quantity goes by two of them: rounded here and not there (83% and 83.3%), counted and reckoned (22 of 23 and
95%), with another end of its range (20 to 150, 20 to 140), or under its neighbour's
name (specificity for sensitivity).

Compared are texts that cite the same work, and those that cite none with those that do: two numbers of one
kind that lie near each other, among the same words. They may stand where the course or its evidence tells
them apart: both in one sentence, in one claim, in one row of a table, or in one entry of figures.yaml, which
is where two forms of one quantity are declared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product
from typing import Any

from pnh.content import rich_text
from pnh.content.numbers import DIGIT, PLACE_NAME, numbers, spelling
from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.wording import words
from pnh.content.yaml_file import Place, mapping, texts

AMONG = 3
"""So many words in common around two numbers, and they speak of one thing."""

AROUND = 110
"""Characters to each side of a number that are looked at for words."""

DECLARED = "figures.yaml"
"""Stands among the works for what the register of taught quantities declares."""

OWN = {
    "answer",
    "claims",
    "common_errors",
    "fiction",
    "finding",
    "first",
    "id",
    "objectives",
    "opening",
    "outcomes",
    "patient",
    "problem_representation",
    "prov",
    "read_more",
    "second",
    "sources",
    "stages",
}
"""Parts of the data that are no text, or whose numbers belong to a made-up patient or to a reckoning."""

_START = re.compile(r"\d(?<![\w.:,\u2212-].)")
"""Where a number may begin: not inside a name or another number, nor after a minus."""
_N = r"\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.\u00b7]\d+)?"
_PER_CENT = r"\s?(?:%|per cent\b)"
_PER = r"(?:times )?(?:a|per) (?:second|minute|hour|day|night|week|month|year)\b"
_UNIT = rf"\s?(?:%|per cent\b|Hz\b|ms\b|mmol\b|mg\b|(?:years|months|weeks|days|hours)\b|{_PER})"
_PATTERNS = {
    "share": re.compile(rf"(?P<a>{_N}){_PER_CENT}(?! (?:CI|confidence|interval|limit|tolerance)\b)"),
    "count": re.compile(
        rf"(?P<a>{_N}) (?:(?:out )?of|in)(?: the| these| those)? (?P<b>{_N})(?!\d|\.\d|{_PER_CENT})"
    ),
    "decimal": re.compile(rf"(?P<a>\d+[.\u00b7]\d+)(?![\w.]|{_PER_CENT})"),
    "rate": re.compile(rf"(?P<a>{_N})(?P<unit>\s?Hz\b| {_PER})"),
    "range": re.compile(rf"(?P<a>{_N})%?(?: to |\s?\u2013\s?)(?P<b>{_N})(?!\d|\.\d)(?P<unit>{_UNIT})?"),
}
_MEASURE = re.compile(
    rf"\b(sensitivity|specificity)(?: (?:of|is|was|at|best|about|median)){{0,3}} ({_N}){_PER_CENT}"
    rf"|({_N}){_PER_CENT} (sensitivity|specificity)",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Text:
    """One sentence of a page or one string of the data: the works it cites or has beside it.

    `report` makes a problem of a message, at the text's place.
    """

    words: str
    works: frozenset[str]
    report: Callable[[str], Problem] = field(repr=False)

    @cached_property
    def numbers(self) -> set[str]:
        return numbers(self.words)


@dataclass(frozen=True, eq=False)
class Figure:
    """A number of a text: its kind, how it is written, what it is worth."""

    kind: str
    written: str
    parts: tuple[str, ...]
    unit: str
    text: Text
    at: int

    @cached_property
    def value(self) -> float:
        first = float(spelling(self.parts[0]))
        return 100 * first / float(spelling(self.parts[1])) if self.kind == "count" else first

    @cached_property
    def spelt(self) -> frozenset[str]:
        return frozenset(spelling(part) for part in self.parts)

    @cached_property
    def around(self) -> set[str]:
        return words(self.text.words[max(0, self.at - AROUND) : self.at + AROUND])


Form = tuple[str, tuple[str, ...], str]
"""A figure as written: kind, numbers, unit."""

Written = dict[Form, list[Figure]]


def figures_of(text: Text) -> Iterator[Figure]:
    """Every share, count, decimal number, rate and range of a text; the 95% of an interval is none."""
    starts = [found.start() for found in _START.finditer(text.words)]
    for kind, pattern in _PATTERNS.items():
        end = 0
        for start in starts:
            found = pattern.match(text.words, start) if start >= end else None
            if not found:
                continue
            end = found.end()
            named = found.groupdict()
            parts = tuple(named[name] for name in ("a", "b") if named.get(name))
            if kind == "count" and not 0 < float(spelling(parts[0])) <= float(spelling(parts[1])):
                continue
            unit = (named.get("unit") or "").strip().removeprefix("times ").replace("per ", "a ")
            unit = "Hz" if unit == "a second" else unit
            yield Figure(kind, found[0].strip(), parts, unit, text, start)


def near(one: Figure, other: Figure) -> bool:
    """Might the two be one quantity, with two values?"""
    kinds = {one.kind, other.kind}
    if kinds == {"share", "count"}:
        share, count = (one, other) if one.kind == "share" else (other, one)
        exact = round(count.value, _decimals(share.parts[0]))
        return (
            abs(share.value - count.value) < min(1.6, 0.1 * count.value) and abs(exact - share.value) > 1e-9
        )
    if len(kinds) > 1 or kinds == {"count"} or one.spelt == other.spelt:
        return False
    if one.unit and other.unit and one.unit != other.unit:
        return False
    if kinds == {"range"}:
        return sum(spelling(a) == spelling(b) for a, b in zip(one.parts, other.parts, strict=True)) == 1
    fewer = min(_decimals(figure.parts[0]) for figure in (one, other))
    apart = abs(one.value - other.value)
    return 0 < apart <= max(0.51 * 10.0**-fewer, 0.06 * max(one.value, other.value))


def _decimals(number: str) -> int:
    return len(number.replace("\u00b7", ".").partition(".")[2])


def two_value_problems(shelf: Shelf, found: Iterable[Text]) -> list[Problem]:
    """Every pair of values that one quantity seems to have, and every measure under another's name."""
    compared = list(found)
    apart = _told_apart(shelf, compared)
    problems = list(_misnamed(shelf, compared))
    seen = set()
    for one, other in _pairs(compared):
        pair = (one.kind, other.kind, one.spelt, other.spelt)
        if pair in seen or one.text is other.text:
            continue
        if len(one.around & other.around) < AMONG:
            continue
        both = one.spelt | other.spelt
        works = one.text.works & other.text.works or one.text.works | other.text.works
        number = next(iter(both))
        if any(both <= known for work in (*works, DECLARED) for known in apart[work, number]):
            continue
        seen.add(pair)
        there = other.text.report("")
        problems.append(
            one.text.report(
                f"“{one.written}” here and “{other.written}” in {there.file}:{there.line} seem to be one "
                "quantity with two values; allowed: one form, or both in one entry of "
                "data/evidence/figures.yaml that says why"
            )
        )
    return problems


def _pairs(there: list[Text]) -> Iterator[tuple[Figure, Figure]]:
    """Figures near each other of texts that cite the same work, or of which one cites none."""
    by_work: dict[str, Written] = defaultdict(lambda: defaultdict(list))
    everywhere: Written = defaultdict(list)
    for text in there:
        for figure in figures_of(text):
            form = (figure.kind, figure.parts, figure.unit)
            everywhere[form].append(figure)
            for work in text.works:
                by_work[work][form].append(figure)
    for written in by_work.values():
        for one, other in _near(written) if len(written) > 1 else ():
            yield from product(written[one], written[other])
    bare = {form for form, figures in everywhere.items() if any(not figure.text.works for figure in figures)}
    for one, other in _near(everywhere, bare):
        pairs = product(everywhere[one], everywhere[other])
        yield from (pair for pair in pairs if bool(pair[0].text.works) != bool(pair[1].text.works))


def _near(written: Written, among: set[Form] | None = None) -> Iterator[tuple[Form, Form]]:
    """Pairs of forms near in size, or ranges that end or begin alike; at least one of them `among`."""
    heads = {how: figures[0] for how, figures in written.items()}
    for kinds in ({"share", "count"}, {"decimal"}, {"rate"}):
        line = sorted((head.value, how) for how, head in heads.items() if head.kind in kinds)
        for at, (value, one) in enumerate(line):
            for more, other in line[at + 1 :]:
                if more - value > max(1.6, 0.07 * more):
                    break
                if among is not None and one not in among and other not in among:
                    continue
                if near(heads[one], heads[other]):
                    yield one, other
    ends: dict[str, list[Form]] = defaultdict(list)
    for how, head in heads.items():
        for end in head.spelt if head.kind == "range" else ():
            ends[end].append(how)
    for forms in ends.values():
        for pair in combinations(forms, 2):
            if (among is None or among & set(pair)) and near(heads[pair[0]], heads[pair[1]]):
                yield pair


def _told_apart(shelf: Shelf, there: list[Text]) -> dict[tuple[str, str], list[set[str]]]:
    """(work, number) -> sets of numbers with it that stand together in one claim, row, entry or sentence."""
    found: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
    for work, together in _together(shelf, there):
        for number in together:
            found[work, number].append(together)
    return found


def _together(shelf: Shelf, there: list[Text]) -> Iterator[tuple[str, set[str]]]:
    """(work, numbers) of each claim, row, declared entry and sentence."""
    for data in {id(data): data for data in shelf.claim_ids.values()}.values():
        said = numbers(" ".join(str(data.get(name, "")) for name in ("claim", "evidence", "note", "comment")))
        for key in texts(data.get("sources")) + texts(data.get("literature")):
            yield key, said
    for heading, *rows in filter(None, shelf.tables.values()):
        at = heading.index("source") if "source" in heading else None
        for cells in rows if at is not None else ():
            for key in cells[at].split(";") if len(cells) > at else ():
                yield key.strip(), numbers(" ".join(cells))
    for entry in shelf.figures.entries():
        row = mapping(entry.data)
        yield DECLARED, numbers(f"{row.get('text', '')} {row.get('how', '')}")
    for text in there:
        if len(text.numbers) > 1:
            yield from ((work, text.numbers) for work in text.works)


def _misnamed(shelf: Shelf, there: list[Text]) -> Iterator[Problem]:
    """A sensitivity or specificity that none of the works cited has under that name."""
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for data in {id(data): data for data in shelf.claim_ids.values()}.values():
        for key in texts(data.get("sources")):
            known[key] |= set(_measures(str(data.get("claim", ""))))
    heading, *rows = shelf.tables.get("diagnostics") or [[]]
    for cells in rows:
        row = dict(zip(heading, cells, strict=False))
        for name in ("sensitivity", "specificity"):
            for key in row.get("source", "").split(";"):
                known[key.strip()] |= {(name, found) for found in numbers(row.get(f"{name}_pct", ""))}
    for text in there:
        held = set().union(*(known.get(work, set()) for work in text.works))
        for name, number in _measures(text.words):
            other = "specificity" if name == "sensitivity" else "sensitivity"
            if held and (name, number) not in held and (other, number) in held:
                yield text.report(
                    f"{number}% is called {name} here; its source has it as {other}: one of the two names"
                )


def _measures(text: str) -> Iterator[tuple[str, str]]:
    for before, number, other, after in _MEASURE.findall(text):
        yield (before or after).lower(), spelling(number or other)


# --- texts -----------------------------------------------------------------------------------------------


def text_of(words_: str, works: Iterable[str], report: Callable[[str], Problem]) -> Text:
    """A text as it reads: no markup, no emphasis, no *lesson 4*."""
    bare = " ".join(rich_text.plain(words_).replace("*", "").split())
    return Text(PLACE_NAME.sub(" ", bare), frozenset(works), report)


def beside(part: dict, name: str) -> list[str]:
    """The `sources` or `claims` of a part of an entry, with those of its provenance."""
    own, prov = texts(part.get(name)), part.get("prov")
    return own + texts(prov.get(name)) if isinstance(prov, dict) else own


def strings_of(
    value: Any, works: tuple[str, ...], of_claims: Callable[[str], list[str]], place: Place = ()
) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """(place, text, works) of each string with a digit, with the works of the nearest part that names some.

    `of_claims` tells the works of a claim that a part names.
    """
    if isinstance(value, dict):
        own = beside(value, "sources")
        own += [key for claim in beside(value, "claims") for key in of_claims(claim)]
        for name, part in value.items():
            if name not in OWN:
                yield from strings_of(part, tuple(own) or works, of_claims, (*place, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from strings_of(part, works, of_claims, (*place, index))
    elif isinstance(value, str) and DIGIT.search(value):
        yield place, value, works

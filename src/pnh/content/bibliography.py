"""Reads references.bib and turns each entry into a citation label and a one-line reference.

A small reader for the BibTeX this course writes (braced fields, one per line or wrapped); a test compares it
with pybtex, entry by entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pnh.content.objects import Reference
from pnh.content.problems import Problem

_ACCENTS = {
    "'": "\u0301",
    '"': "\u0308",
    "^": "\u0302",
    "~": "\u0303",
    "`": "\u0300",
    "c": "\u0327",
    "v": "\u030c",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
}
_LETTERS = {
    "l": "\u0142",
    "L": "\u0141",
    "o": "\u00f8",
    "O": "\u00d8",
    "ss": "\u00df",
    "ae": "\u00e6",
    "AE": "\u00c6",
    "oe": "\u0153",
    "aa": "\u00e5",
    "AA": "\u00c5",
    "i": "\u0131",
    "j": "\u0237",
}
_ACCENT = re.compile(r"\\(['\"^~`=.]|[cvuHkr](?=[\s{]))\s*\{?\s*(\\[ij]|[A-Za-z])\s*\}?")
_LETTER = re.compile(r"\\(ss|ae|AE|oe|aa|AA|[lLoOij])(?![A-Za-z])\s*(?:\{\})?")
_MARKED = re.compile(r"[\\{}~`]|--|''")
_PARTICLES = {"van", "der", "den", "de", "di", "da", "von", "la", "le", "du", "del", "della", "ten", "ter"}
KINDS = {
    "guideline",
    "systematic-review",
    "rct",
    "cohort",
    "case-series",
    "case-report",
    "review",
    "regulator",
    "textbook",
    "web",
    "seed",
}
SEEN = {"abstract", "page", "opening", "tertiary"}


@dataclass(frozen=True)
class Record:
    """One entry as written, and where it stands."""

    key: str
    type: str
    fields: Mapping[str, str]
    line: int


def read_records(text: str, file: str) -> tuple[dict[str, Record], list[Problem]]:
    """All entries of a .bib text by key, and what is wrong with their form."""
    records: dict[str, Record] = {}
    problems = []
    for start in re.finditer(r"^@(\w+)\s*\{\s*([^,\s]*)\s*,", text, re.MULTILINE):
        line = text.count("\n", 0, start.start()) + 1
        key = start.group(2)
        end = _closing(text, text.index("{", start.start()))
        if end is None:
            problems.append(Problem(file, line, key, "the entry's braces do not close; each { needs a }"))
            continue
        if key in records:
            first = records[key].line
            problems.append(
                Problem(file, line, key, f"the key stands twice (first in line {first}); keep one")
            )
            continue
        records[key] = Record(key, start.group(1).lower(), dict(_fields(text[start.end() : end])), line)
    return records, problems


def _fields(body: str) -> Iterator[tuple[str, str]]:
    place = 0
    while found := re.compile(r"\s*(\w+)\s*=\s*").match(body, place):
        place = found.end()
        if body[place : place + 1] == "{":
            end = _closing(body, place)
            if end is None:
                return
            value, place = body[place + 1 : end], end + 1
        else:
            bare = re.compile(r'"([^"]*)"|(\w+)').match(body, place)
            if not bare:
                return
            value, place = bare.group(1) or bare.group(2) or "", bare.end()
        yield found.group(1).lower(), " ".join(value.split())
        comma = re.compile(r"\s*,").match(body, place)
        if not comma:
            return
        place = comma.end()


def _closing(text: str, opening: int) -> int | None:
    """Index of the brace that closes the one at `opening`."""
    depth = 0
    for brace in re.compile(r"[{}]").finditer(text, opening):
        if text[brace.start() - 1] == "\\":
            continue
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return brace.start()
    return None


def plain(value: str) -> str:
    """LaTeX as plain characters: accents joined to their letter, braces gone, -- an en dash."""
    if not _MARKED.search(value):
        return value.strip()
    if "\\" in value:
        value = _ACCENT.sub(lambda m: _LETTERS_BASE.get(m[2], m[2]) + _ACCENTS[m[1]], value)
        value = _LETTER.sub(lambda m: _LETTERS[m[1]], value)
        value = re.sub(r"\\([&%$#_{}])", r"\1", value)
        value = unicodedata.normalize("NFC", value)
    value = re.sub(r"(?<!\\)[{}]", "", value).replace("---", "\u2014").replace("--", "\u2013")
    return " ".join(
        value.replace("~", "\u00a0").replace("``", "\u201c").replace("''", "\u201d").split(" ")
    ).strip()


_LETTERS_BASE = {"\\i": "i", "\\j": "j"}


def authors(field: str) -> list[tuple[str, str]]:
    """(family, given) of each author; an organisation in braces has no given name, `others` is dropped."""
    people = []
    for name in _split_names(field):
        if name == "others":
            continue
        if name.startswith("{") and name.endswith("}"):
            people.append((plain(name), ""))
        elif "," in name:
            family, _, given = name.partition(",")
            people.append((plain(family), plain(given)))
        else:
            *given, family = name.split() or [""]
            while given and given[-1].lower() in _PARTICLES:
                family = f"{given.pop()} {family}"
            people.append((plain(family), plain(" ".join(given))))
    return people


def _split_names(field: str) -> Iterator[str]:
    depth, start = 0, 0
    for found in re.finditer(r"[{}]|\sand\s", field):
        mark = found.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif depth == 0:
            yield field[start : found.start()].strip()
            start = found.end()
    if field.strip():
        yield field[start:].strip()


def reference(record: Record, short_name: str | None = None, size: int | None = None) -> Reference:
    """The reference of one record. `short_name` stands for the first author in the label; `size` adds `n`."""
    fields = record.fields
    names = authors(fields.get("author", fields.get("editor", "")))
    year = plain(fields.get("year", ""))
    if record.key == "seed000":
        label = "Ask the Doctors"
    else:
        name = short_name or (
            names[0][0] if names else plain(fields.get("key", "") or fields.get("title", ""))
        )
        label = f"{name} {year or 'n.d.'}"
    return Reference(
        key=record.key,
        name=label,
        label=f"{label}, n = {size}" if size else label,
        title=_full(record, names, year),
        url=fields.get("url", ""),
        kind=fields.get("kind", ""),
        seen=fields.get("seen", ""),
        year=year,
        note=plain(fields.get("note", "")),
        annote=plain(fields.get("annote", "")),
        size=size,
    )


def _full(record: Record, names: list[tuple[str, str]], year: str) -> str:
    fields = {name: plain(value) for name, value in record.fields.items()}
    who = ", ".join(f"{family} {_initials(given)}".strip() for family, given in names[:6])
    if len(names) > 6 or record.fields.get("author", "").endswith(" and others"):
        who += " et al."
    place = fields.get("journal") or fields.get("booktitle") or fields.get("howpublished", "")
    volume = fields.get("volume", "")
    if volume and fields.get("number"):
        volume += f"({fields['number']})"
    where = " ".join(filter(None, (place, volume)))
    if fields.get("pages"):
        where += f": {fields['pages']}" if volume else f", {fields['pages']}"
    where = ", ".join(filter(None, (where, fields.get("publisher", ""))))
    sentences = (
        f"{who} ({year or 'n.d.'})" if who else f"({year or 'n.d.'})",
        fields.get("title", ""),
        where,
    )
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in sentences if part)


def _initials(given: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s.\-\u2010\u00a0]+", given) if part)


def form_problems(records: Mapping[str, Record], file: str) -> Iterator[Problem]:
    """Fields that every entry needs, and values they may have."""
    numbers: dict[tuple[str, str], str] = {}
    for key, record in records.items():
        fields = record.fields

        def wrong(message: str, line: int = record.line, key: str = key) -> Problem:
            return Problem(file, line, key, message)

        if not re.fullmatch(r"[a-z][a-z0-9]{2,40}", key):
            yield wrong("the key is malformed; allowed: lower-case letters and digits")
        if not fields.get("title"):
            yield wrong("`title` is missing")
        if fields.get("kind") not in KINDS:
            yield wrong(f"kind: is '{fields.get('kind', '')}'; allowed: {', '.join(sorted(KINDS))}")
        if fields.get("seen") not in SEEN:
            yield wrong(f"seen: is '{fields.get('seen', '')}'; allowed: {', '.join(sorted(SEEN))}")
        if record.type == "article":
            for name in ("author", "journal", "year"):
                if not fields.get(name):
                    yield wrong(f"`{name}` is missing; an @article needs author, journal and year")
        if fields.get("url") and not re.match(r"https?://\S+$", fields["url"]):
            yield wrong("url: is not a web address; allowed: https://…")
        for name, form in (("doi", r"10\.\d{4,9}/\S+"), ("pmid", r"\d+"), ("pmcid", r"PMC\d+")):
            value = fields.get(name, "")
            if value and not re.fullmatch(form, value):
                yield wrong(f"{name}: is '{value}'; allowed: {form}")
            if value and numbers.setdefault((name, value.lower()), key) != key:
                yield wrong(
                    f"{name}: the same as of {numbers[(name, value.lower())]}; one entry for each work"
                )

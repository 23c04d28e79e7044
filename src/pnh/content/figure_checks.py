"""A number beside a citation is a number of that source: it occurs in a claim, a table, or figures.yaml.

Looked at, numbers in digits only:

- pages: a sentence that cites, held to its own citations; the other sentences of its paragraph, list item or
  row, held to the citations of the whole (unless it tells what a model does; golden traces hold that);
- texts of data files that explain, held to the `sources` and `claims` beside them; a reason that has none,
  to those of its question, case or tool.

Labels of citations, names such as CASPR2 and the numbers a made-up patient brings along are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from pnh.content import rich_text
from pnh.content.numbers import DIGIT, Known, numbers, spelling, unbacked
from pnh.content.pages import Page
from pnh.content.problems import Problem
from pnh.content.seed_overlap import strings_in
from pnh.content.shelf import Shelf
from pnh.content.two_values import Text, beside, strings_of, text_of, two_value_problems
from pnh.content.yaml_file import Entry, Place, mapping, texts

EXPLAINING = {
    "rationale",
    "why",
    "general",
    "take_home",
    "text",
    "says",
    "caution",
    "matters",
    "people",
    "change",
    "definition",
    "points",
}
"""Fields whose numbers have to be a source's."""

NOT_LOOKED_AT = {
    "body_chart",
    "common_errors",
    "fiction",
    "hypotheses.text",
    "opening",
    "options.text",
    "outcomes",
    "stages",
}
"""Parts that ask, name a wrong answer, or tell of a made-up patient."""

BROUGHT = {
    "item": ("stem", "lead_in", "answer", "common_errors", "options", "left", "right", "sct"),
    "scenario": ("patient", "opening", "actions", "outcomes", "stages", "budget", "problem_representation"),
    "tool": ("order_set", "diary"),
}
"""Parts of a question, case or tool whose numbers it may repeat when it explains: they are the task's own."""

SCALES = {
    "cost",
    "days",
    "harm",
    "invasiveness",
    "leaning",
    "minutes",
    "points",
    "position",
    "rating",
    "weight",
    "weights",
}
"""Values that sort or score. To repeat one of them is no quotation."""

_CITATION = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^()\s]*bibliography\.md#([a-z0-9]+)\)")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*\)")
_MARK = r"\s*(?:[-*|]|\d+\.) "
_LINE = re.compile(rf"(?:\A|\n{_MARK}).*?(?=\n{_MARK}|\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.?!])(?:\*\*|\*|\)|”|\")?\s+(?=[\"“*\[A-Z0-9])")
_BETWEEN = re.compile(r"[\s;,.()]*(?:(?:and|also|see|compare)[\s(]*)?")
"""What may stand between two citations of one group."""
_MODEL = re.compile(r"\bmodels?\b")


def figure_problems(shelf: Shelf) -> list[Problem]:
    """Every number beside a citation that neither the source's claims and tables nor figures.yaml have."""
    if not shelf.records or not shelf.claim_ids:
        return []
    known = Known(shelf)
    problems = list(_registry(shelf))
    for page in shelf.pages:
        if not page.fault:
            problems += _page(shelf, known, page)
    for entry, names in _entries(shelf):
        problems += _entry(shelf, known, entry, names)
    return problems + two_value_problems(shelf, all_texts(shelf))


def all_texts(shelf: Shelf) -> Iterator[Text]:
    """Every sentence of the pages and every text of the data, with the works that stand beside it."""
    for page in shelf.pages:
        for start, block in page.blocks():
            for at, part in parts(block):
                if not DIGIT.search(part):
                    continue
                beside = _cited(shelf, part)
                for offset, sentence in sentences(part):
                    if not DIGIT.search(sentence):
                        continue
                    report = partial(_at, page, start + at + offset)
                    yield text_of(_plain(sentence), _cited(shelf, sentence) or beside, report)
    for entry, _ in _entries(shelf):
        for place, said, works in strings_of(entry.data, (), partial(_works, shelf)):
            for sentence in (sentence for _, sentence in sentences(said) if DIGIT.search(sentence)):
                yield text_of(sentence, works, partial(_in, entry, place))


def _at(page: Page, offset: int, message: str) -> Problem:
    return page.problem(message, offset)


def _in(entry: Entry, place: Place, message: str) -> Problem:
    return entry.problem(message, place)


def _works(shelf: Shelf, claim: str) -> list[str]:
    return texts(mapping(shelf.claim_ids.get(claim)).get("sources"))


def _registry(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.figures.entries():
        claim = mapping(entry.data).get("claim")
        if isinstance(claim, str) and claim not in shelf.claim_ids:
            yield entry.problem(f"'{claim}' is no claim; allowed: an id or alias of claims.yaml", ("claim",))


def _message(number: str, keys: Iterable[str]) -> str:
    named = ", ".join(sorted(keys)) or "the claims named"
    return (
        f"the number {number} stands beside {named}, but in none of their claims or tables; allowed: one "
        "that is there, or an entry in data/evidence/figures.yaml that says where it comes from"
    )


# --- pages -------------------------------------------------------------------------------------------------


def _page(shelf: Shelf, known: Known, page: Page) -> Iterator[Problem]:
    for start, block in page.blocks():
        for at, part in parts(block):
            cited_here = _cited(shelf, part)
            if not cited_here:
                continue
            for offset, sentence in sentences(part):
                own = _cited(shelf, sentence)
                if not own and _MODEL.search(part):
                    continue
                keys = own or cited_here
                for number in unbacked(_plain(sentence), known.of(keys)):
                    yield page.problem(_message(number, keys), start + at + offset)


def _cited(shelf: Shelf, text: str) -> set[str]:
    return {key for key in _CITATION.findall(text) if key in shelf.records}


def _plain(sentence: str) -> str:
    """No emphasis; a citation's label names the work; any other link's words belong to the sentence."""
    bare = _LINK.sub(lambda link: " " if "bibliography.md#" in link.group() else link[1], sentence)
    return bare.replace("*", "")


def parts(block: str) -> Iterator[tuple[int, str]]:
    """(offset, text without its mark) of a paragraph, or of each row of a table and item of a list."""
    for line in _LINE.finditer(block):
        mark = re.match(rf"\s*\|\s*\d+\s|{_MARK}|", line.group()).end()  # rows may be numbered
        yield line.start() + mark, line.group()[mark:]


def segments(part: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """(works, text since the citation before, text after) of each citation, or group of them.

    After the last citation all that follows counts, after another the rest of its sentence.
    """
    groups: list[tuple[list[str], int, int]] = []
    for found in _CITATION.finditer(part):
        if groups and _BETWEEN.fullmatch(part, groups[-1][2], found.start()):
            keys, begin, _ = groups.pop()
            groups.append(([*keys, found[1]], begin, found.end()))
        else:
            groups.append(([found[1]], found.start(), found.end()))
    at, ends = 0, [*(begin for _, begin, _ in groups[1:]), len(part)]
    for (keys, begin, end), after in zip(groups, ends, strict=False):
        full_stop = _SENTENCE_END.search(part, end)
        stop = full_stop.start() if full_stop else len(part)
        stop = stop if stop <= after else end  # what follows belongs to the next citation
        stop = len(part) if after == len(part) else stop
        yield tuple(keys), _plain(part[at:begin]), _plain(part[end:stop])
        at = stop


def sentences(part: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of each sentence; a row of a table is one."""
    begin = 0
    ends = [] if re.search(r"\|\s*$", part) else [found.start() for found in _SENTENCE_END.finditer(part)]
    for end in [*ends, len(part)]:
        if part[begin:end].strip():
            yield begin, part[begin:end]
        begin = end


# --- data --------------------------------------------------------------------------------------------------


def _entries(shelf: Shelf) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """(entry, parts of it whose numbers are its own)."""
    for kind, entries in (("item", shelf.questions), ("scenario", shelf.scenarios), ("tool", shelf.tools)):
        yield from ((entry, BROUGHT[kind]) for entry in entries)
    whole = Entry(shelf.treatments, (), shelf.treatments.data)
    yield from ((entry, ()) for entry in [*shelf.mimics.entries(), *shelf.glossary.entries(), whole])


def brought(data: dict[str, Any], names: Iterable[str], place: Place = ()) -> set[str]:
    """Numbers of these parts, beside what explains them or only sorts and scores.

    For a place inside one action (of a case) or test (of an order set) the others bring nothing along.
    """
    found: set[str] = set()
    for at, value in _tips({name: data.get(name) for name in names}):
        told = at[-1] in EXPLAINING and at[-1] != "text"
        if not told and not SCALES & set(at) and not _elsewhere(at, place):
            found |= numbers(rich_text.plain(value))
    return found


def _elsewhere(at: Place, place: Place) -> bool:
    """Does `at` lie in another action or test than `place`?"""
    depth = next((i for i, step in enumerate(place) if step in ("actions", "tests")), None)
    return depth is not None and at[: depth + 1] == place[: depth + 1] and at[depth + 1] != place[depth + 1]


def _tips(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """(place, text) of every string and number inside `value`."""
    if isinstance(value, (dict, list)):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _tips(part, (*place, step))
    elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
        yield place, str(value)


def _entry(shelf: Shelf, known: Known, entry: Entry, names: tuple[str, ...]) -> Iterator[Problem]:
    data = mapping(entry.data)
    whole = (texts(data.get("sources")), texts(data.get("claims")))
    if any(whole) and any(_MODEL.search(text) for _, text in strings_in(data)):
        whole = ([], [])  # what a model does, no work says
    for place, text, keys, claims in explained(entry.data):
        if not DIGIT.search(text):
            continue
        if not keys and not claims and place[-1] in ("rationale", "why"):
            keys, claims = whole
        keys = [key for key in keys if key in shelf.records]
        if not keys and not claims:
            continue
        unknown = unbacked(text, known.of(keys, claims))
        own = brought(data, names, place) if unknown else set()
        for number in unknown:
            if spelling(number) not in own:
                yield entry.problem(_message(number, keys), place)


Explained = tuple[Place, str, list[str], list[str]]


def explained(
    value: Any, place: Place = (), keys: tuple = (), claims: tuple = (), above: str = "", name: str = ""
) -> Iterator[Explained]:
    """(place, text, keys, claims) of every explaining text, with the sources beside it or of the part around.

    The size `n` of a treatment's study is one too, and the response of a trial's row, as text. `name` is the
    field that holds the value (or its list), `above` the field around that.
    """
    if isinstance(value, dict):
        if value.get("basis") in ("arithmetic", "published-lr") or "from_s" in value:
            return  # a reckoning, or a segment of a simulated trace
        inherits = not name or name in ("feedback", "debrief", "sct", "rationales")
        sources = (*(keys if inherits else ()), *beside(value, "sources"))
        said = (*(claims if inherits else ()), *beside(value, "claims"))
        for inner, part in value.items():
            if inner not in NOT_LOOKED_AT and f"{name}.{inner}" not in NOT_LOOKED_AT:
                yield from explained(part, (*place, inner), sources, said, name, str(inner))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            around = (keys, claims) if isinstance(part, str) else ((), ())
            yield from explained(part, (*place, index), *around, above, name)
    elif isinstance(value, str) and (name in EXPLAINING or above == "rationales"):
        yield place, value, list(keys), list(claims)
    elif isinstance(value, (int, float)) and name in ("n", "response_pct"):
        yield place, str(value), list(keys), list(claims)

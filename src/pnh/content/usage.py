"""Where a reader finds a claim of the evidence base: pages and sections that say it, not just cite its work.

Four ways count, and no other:

- a question, case, explorer, tool, treatment or term names the claim: then the section that shows it;
- the seed map leads there;
- a passage of prose, or a text of the data that names no claim, cites one of its sources and *says* it;
- data/evidence/uses.yaml states the use, where the words are too far from the claim's for a rule.

A passage is what stands between one citation and the next; a row of a table is one. It says a claim when it
shares a figure that is the claim's own (as it stands there or in figures.yaml; no year, no size of the study)
and some of its words; or enough of its words, where the claim has no figure; or when of all claims of that
work it fits this one best. The limits
were set on passages read by hand and measured on others (tests/content/test_usage.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pnh.content.data_checks import named_ids
from pnh.content.evidence_checks import stated_uses
from pnh.content.figure_checks import explained, parts, segments
from pnh.content.pages import Page
from pnh.content.places import place_showing, sections_of
from pnh.content.shelf import Shelf
from pnh.content.wording import Rarity, figures, words
from pnh.content.yaml_file import Entry, texts
from pnh.paths import ROOT

MANY = 6
"""A text of the data with more works than this has them from the whole case: they say nothing of it."""

Place = tuple[str, str]
"""(page without its ending, anchor of the section or ""), such as ("book/about", "what-it-is")."""

_CITATION = re.compile(r"bibliography\.md#([a-z0-9]+)\)")
_LIST = re.compile(r"\s*(?:[-*+]|\d+\.)\s")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def uses(root: Path = ROOT) -> dict[str, dict[str, str]]:
    """Claim id -> {page: anchor}, pages by name; the anchor of the section that says most of the claim."""
    return uses_in(Shelf(root))


def uses_in(shelf: Shelf) -> dict[str, dict[str, str]]:
    """The same of a folder that has been checked."""
    found: dict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
    own = {claim_id: data["id"] for claim_id, data in shelf.claim_ids.items()}
    for claim_id, (page, anchor) in [*_by_id(shelf), *_stated(shelf)]:
        if claim_id in own:
            found[own[claim_id]].setdefault(page, (0.0, anchor))
    for claim_id, (page, anchor), fit in said(shelf):
        if fit > found[claim_id].get(page, (-1.0, ""))[0]:
            found[claim_id][page] = (fit, anchor)
    return {
        claim_id: {page: anchor for page, (_, anchor) in sorted(pages.items())}
        for claim_id, pages in found.items()
        if pages
    }


# --- named -----------------------------------------------------------------------------------------------


def _by_id(shelf: Shelf) -> Iterator[tuple[str, Place]]:
    """(claim id or alias, place) of everything that names a claim."""
    for entry in shelf.seed_map.entries():
        yield entry.data["statement"], _place(entry.data["place"])
    for entry, place in _entries(shelf):
        yield from ((value, place) for _, name, value in named_ids(entry.data) if name == "claims")


def _stated(shelf: Shelf) -> Iterator[tuple[str, Place]]:
    """The same of uses.yaml."""
    yield from ((claim, _place(address)) for _, claim, address in stated_uses(shelf))


def _place(address: str) -> Place:
    file, _, anchor = address.partition("#")
    return file.rsplit(".", 1)[0], "" if anchor == "table" else anchor


def _entries(shelf: Shelf) -> Iterator[tuple[Entry, Place]]:
    """Everything of the data that a page shows, with the section that shows it."""
    for document in shelf.question_files:
        stem = Path(document.file).stem
        for entry in document.entries():
            yield entry, _shown(shelf, "question", entry.id, f"notebooks/{stem}")
    for kind, entries in (
        ("scenario", shelf.scenarios),
        ("explorer", shelf.explorers),
        ("tool", shelf.tools),
    ):
        yield from ((entry, _shown(shelf, kind, entry.id)) for entry in entries)
    of_kind = {entry.data["kind"]: _shown(shelf, "tool", entry.id) for entry in shelf.tools}
    nowhere = ("book/welcome", "")
    yield from ((entry, of_kind.get("compare", nowhere)) for entry in shelf.mimics.entries())
    yield Entry(shelf.treatments, (), shelf.treatments.data), of_kind.get("ladder", nowhere)
    yield from ((entry, ("book/glossary", entry.id)) for entry in shelf.glossary.entries())


def _shown(shelf: Shelf, kind: str, item_id: str, otherwise: str = "book/welcome") -> Place:
    stem, anchor = place_showing(kind, item_id, shelf.root)
    return (f"notebooks/{stem}", anchor) if stem else (otherwise, "")


# --- said ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Passage:
    """What a text says between two citations: the works it cites, the words, the sentence that cites."""

    place: Place
    keys: tuple[str, ...]
    text: str
    last: str


def passages(shelf: Shelf) -> Iterator[Passage]:
    """Every passage of the pages people write, and every text of the data that cites and names no claim."""
    for page in shelf.pages:
        yield from _of_page(page)
    for entry, place in _entries(shelf):
        for _, text, keys, claims in explained(entry.data):
            if 0 < len(keys) <= MANY and not claims:
                yield Passage(place, tuple(keys), text, text)


def _of_page(page: Page) -> Iterator[Passage]:
    address, sections = page.file.rsplit(".", 1)[0], sections_of(page.text)
    starts, led = [start for start, _ in sections], ()
    for start, block in page.blocks():
        before = bisect_right(starts, start) - 1
        place = (address, sections[before][1] if before >= 0 else "")
        for _, part in parts(block):
            cited = list(segments(part))
            if block.lstrip().startswith("|"):
                cited = [(tuple(_CITATION.findall(part)), " ".join(text for _, text, _ in cited), "")]
            elif not cited and _LIST.match(block) and led:
                cited = [(led, part, "")]  # the paragraph before cites for the whole list
            for keys, text, tail in cited:
                last = _SENTENCE.split(text.strip())[-1]
                rest = _SENTENCE.split(tail)[0]
                yield Passage(place, keys, f"{text} {tail}", f"{last} {rest}")
        ends = re.search(r"bibliography\.md#\w+\)[).:]*$", block.strip())
        led = tuple(_CITATION.findall(block.strip()[-300:])) if ends and not _LIST.match(block) else ()


def said(shelf: Shelf) -> Iterator[tuple[str, Place, float]]:
    """(claim id, place, how well it fits) of every claim that a passage says; of the seeds' statements none.

    The two texts are cited everywhere; the seed map leads to where each of their statements is taught.
    """
    claims = {data["id"]: data for data in shelf.claim_ids.values()}
    there = list(passages(shelf))
    in_claim = {claim_id: words(data["claim"]) for claim_id, data in claims.items()}
    in_text = [words(passage.text) for passage in there]
    rarity = Rarity([*in_claim.values(), *in_text])
    of_claim = {claim_id: _own_figures(shelf, data) for claim_id, data in claims.items()}
    for row in shelf.figures.entries():
        if row.data["how"].startswith("two "):
            continue  # tells two quantities apart; only one of them is the claim's
        of_claim[shelf.claim_ids[row.data["claim"]]["id"]] |= figures(row.data["text"])
    by_work: dict[str, list[str]] = defaultdict(list)
    for claim_id, data in claims.items():
        for key in texts(data["sources"]):
            by_work[key].append(claim_id)
    for passage, text_words in zip(there, in_text, strict=True):
        counted, last = figures(passage.text), words(passage.last)
        last = last if len(last) > 2 else text_words
        for key in passage.keys:
            fits = [
                Fit(
                    claim_id,
                    rarity.share(in_claim[claim_id], text_words),
                    rarity.share(last, in_claim[claim_id]),
                    _weight(of_claim[claim_id] & counted),
                    bool(of_claim[claim_id]),
                )
                for claim_id in by_work[key]
            ]
            best = max(fits, key=lambda fit: fit.score, default=None)
            for fit in fits:
                if claims[fit.claim]["topic"] != "seed" and fit.holds(fit is best, len(fits) == 1):
                    yield fit.claim, passage.place, fit.score


@dataclass(frozen=True)
class Fit:
    """How well a passage fits a claim.

    `covers` is the share of the claim's words that the passage has, `covered` that of the citing sentence's
    words that the claim has, `shared` the weight of the claim's own figures in the passage; `counts` says
    whether the claim has figures.
    """

    claim: str
    covers: float
    covered: float
    shared: float
    counts: bool

    @property
    def score(self) -> float:
        """One number, to compare claims of one work."""
        return self.covers + 0.5 * self.covered + 0.15 * self.shared

    def holds(self, best: bool, alone: bool) -> bool:
        """Does the passage say the claim? `best` of the claims of its work, or `alone`."""
        if self.covers >= 0.5 or self.shared >= 2 or (self.shared >= 1 and self.covers >= 0.1):
            return True
        if self.counts and not best:
            return False
        pairs = [(0.4, 0), (0.2, 0.3), (0.15, 0.5)]
        pairs += [(0.12, 0.15)] if best else []
        pairs += [(0.15, 0), (0, 0.15)] if alone else []
        return any(self.covers >= covers and self.covered >= covered for covers, covered in pairs)


def _own_figures(shelf: Shelf, claim: dict[str, Any]) -> set[str]:
    """Numbers of a claim that are neither years nor the size of its study."""
    sizes = (str(shelf.references[key].size or "") for key in texts(claim["sources"]))
    found = figures(claim["claim"]) - figures(" ".join(sizes))
    return {number for number in found if not _YEAR.match(number)}


def _weight(shared: Iterable[str]) -> float:
    """A small count is in many texts by chance: three of them weigh what one other number does."""
    return sum(0.34 if number.isdigit() and int(number) <= 12 else 1 for number in shared)

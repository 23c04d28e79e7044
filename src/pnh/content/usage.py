"""Where a claim of the evidence base is used: by its id in the data, and by its sources in the prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pnh.content.data_checks import named_ids
from pnh.content.pages import Page, pages_of
from pnh.content.places import lesson_showing
from pnh.content.shelf import Shelf
from pnh.paths import ROOT

_CITATION = re.compile(r"bibliography\.md#([a-z0-9]+)\)")


def uses(root: Path = ROOT) -> dict[str, tuple[str, ...]]:
    """Claim id -> pages (``notebooks/…`` or ``book/…``, without suffix) that use it, by name.

    A page uses a claim when a question, case, explorer, tool, card, treatment, term or taught figure of that
    page names it, when the seed map leads there, or when its prose cites one of the claim's sources.
    """
    shelf = Shelf(root)
    own = {claim_id: data["id"] for claim_id, data in shelf.claim_ids.items()}
    found: dict[str, set[str]] = defaultdict(set)
    for claim_id, page in _by_id(shelf, root):
        if claim_id in own:
            found[own[claim_id]].add(page)
    citing: dict[str, set[str]] = defaultdict(set)
    for page in pages_of(root):
        for key in _CITATION.findall(page.text):
            citing[key].add(_address(page))
    for data in {id(data): data for data in shelf.claim_ids.values()}.values():
        if data["topic"] != "seed":  # the two texts are cited everywhere; their statements have the seed map
            for key in data["sources"]:
                found[data["id"]] |= citing[key]
    return {claim_id: tuple(sorted(pages)) for claim_id, pages in found.items() if pages}


def orphans(root: Path = ROOT) -> list[str]:
    """Ids of claims that nothing uses, in the order of the file."""
    used = uses(root)
    return [entry.id for entry in Shelf(root).claims.entries() if entry.id not in used]


def _address(page: Page) -> str:
    return page.file.rsplit(".", 1)[0]


def _by_id(shelf: Shelf, root: Path) -> Iterator[tuple[str, str]]:
    """(claim id or alias, page) of everything that names a claim."""
    for document in shelf.question_files:
        for entry in document.entries():
            yield from _named(entry.data, f"notebooks/{Path(document.file).stem}")
    for kind, entries in (
        ("scenario", shelf.scenarios),
        ("explorer", shelf.explorers),
        ("tool", shelf.tools),
    ):
        for entry in entries:
            yield from _named(entry.data, _lesson(kind, entry.id, root))
    of_kind = {entry.data["kind"]: _lesson("tool", entry.id, root) for entry in shelf.tools}
    yield from _named(shelf.mimics.data, of_kind["compare"])
    yield from _named(shelf.treatments.data, of_kind["ladder"])
    yield from _named(shelf.glossary.data, "book/glossary")
    for entry in shelf.seed_map.entries():
        yield entry.data["statement"], entry.data["place"].split("#")[0].rsplit(".", 1)[0]


def _lesson(kind: str, item_id: str, root: Path) -> str:
    stem = lesson_showing(kind, item_id, root)
    return f"notebooks/{stem}" if stem else "book/welcome"


def _named(data: Any, page: str) -> Iterator[tuple[str, str]]:
    for _, name, value in named_ids(data):
        if name == "claims":
            yield value, page

"""Small pieces of HTML that questions and cases share: citations, provenance chips, lists, disclosures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

BIBLIOGRAPHY = "../book/bibliography.md"  # the site turns links to sources into links to pages
PROVENANCE = {
    "source": {
        "seed000": "from the letter",
        "seed002": "from the report, about this person",
        "other": "from a published case",
    },
    "source-group": {
        "seed000": "from the letter, about the group",
        "seed002": "from the report, about the group",
        "other": "from studies, about groups",
    },
    "composed": {"other": "composed"},
}
"""By the kind of a fact and the source text it rests on; `other`: it rests on neither of the two."""


def text(plain: str) -> str:
    """Plain text, escaped."""
    return html.escape(plain, quote=False)


def attribute(plain: str) -> str:
    """Plain text for an attribute's value."""
    return html.escape(plain, quote=True)


def unmarked(rich: str) -> str:
    """Rich text with its tags taken out, for Markdown and labels."""
    return html.unescape(re.sub(r"<[^>]+>", "", rich))


def citations(keys: Iterable[str] | None, refs: dict[str, Any]) -> str:
    """Bracketed links to the bibliography; an empty string for no keys."""
    links = "; ".join(
        f'<a href="{BIBLIOGRAPHY}#{attribute(key)}">{text(refs[key]["label"])}</a>' for key in keys or ()
    )
    return f' <span class="pnh-cite">[{links}]</span>' if links else ""


def chip(provenance: dict[str, Any] | None) -> str:
    """Where a fact of a case comes from, in words."""
    if not provenance:
        return ""
    label = provenance_words(provenance)
    return f' <span class="pnh-chip" data-kind="{attribute(provenance["kind"])}">{text(label)}</span>'


def provenance_words(provenance: dict[str, Any]) -> str:
    """A label of its own; else what its kind and the source text it names are called."""
    words = PROVENANCE[provenance["kind"]]
    seed = next((key for key in provenance.get("sources") or () if key in words), "other")
    return provenance.get("label") or words[seed]


def disclosure(summary: str, body: str) -> str:
    """A details element: closed until the reader opens it, closed on paper."""
    return f"<details><summary>{summary}</summary>\n{body}\n</details>"


def bullets(rows: Iterable[str], ordered: bool = False) -> str:
    """A list of rows that are HTML already."""
    tag = "ol" if ordered else "ul"
    return f"<{tag}>" + "".join(f"<li>{row}</li>" for row in rows) + f"</{tag}>"


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A data table whose first column names its row; every cell is HTML already."""
    heading = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    lines = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="pnh-scroll" role="group" aria-label="{attribute(unmarked(caption))}" tabindex="0">'
        f"<table><caption>{caption}</caption><thead><tr>{heading}</tr></thead><tbody>{lines}</tbody></table></div>"
    )

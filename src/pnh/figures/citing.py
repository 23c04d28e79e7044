"""Citations in captions and tables: links into the bibliography, labelled as everywhere in the course."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from pnh.content import Reference

SOURCE = "../book/bibliography.md"  # the site turns links to sources into links to pages


def cite(references: Mapping[str, Reference], *keys: str) -> str:
    """HTML links for these bibliography keys. Raises KeyError for a key that the bibliography lacks."""
    labels = {key: html.escape(references[key].label, quote=False) for key in keys}
    return "; ".join(f'<a href="{SOURCE}#{key}">{label}</a>' for key, label in labels.items())


def cite_markdown(references: Mapping[str, Reference], keys: Iterable[str]) -> str:
    """The same as Markdown links to the page's source."""
    return "; ".join(f"[{references[key].label}]({SOURCE}#{key})" for key in keys)

"""Text of the course that may carry a few tags: the allow-list, the check, the cleaning."""

from __future__ import annotations

import html
import re

import nh3

TAGS = {"em", "strong", "sub", "sup", "q", "abbr"}
ALLOWED = 'only <em> <strong> <sub> <sup> <q> <abbr title="…">, each closed'
_ANY_TAG = re.compile(r"<[^<>]*>")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")


def clean(text: str) -> str:
    """`text` as safe HTML, its apostrophes curled as the pages curl theirs."""
    safe = _safe(text)
    return _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", safe) if "'" in safe else safe


def _safe(text: str) -> str:
    """Allowed tags stay, everything else is escaped or dropped."""
    if "<" not in text and "&" not in text and ">" not in text:
        return text
    return nh3.clean(text, tags=TAGS, attributes={"abbr": {"title"}}, link_rel=None)


def fault(text: str) -> str | None:
    """What cleaning would change in `text`, in words; None for acceptable text."""
    if "<" not in text and "&" not in text:
        return None
    cleaned = _safe(text)
    if html.unescape(cleaned) == html.unescape(text):
        return None
    kept = set(_ANY_TAG.findall(cleaned))
    culprit = next((tag for tag in _ANY_TAG.findall(text) if tag not in kept), "")
    return (
        f"the markup {culprit} is not allowed; {ALLOWED}"
        if culprit
        else f"markup is not well formed; {ALLOWED}"
    )


def plain(text: str) -> str:
    """`text` without tags and entities."""
    return html.unescape(_ANY_TAG.sub("", text)) if "<" in text or "&" in text else text

"""A case's title names a complaint, never a diagnosis that the learner is to find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pnh.content import rich_text
from pnh.content.problems import Problem
from pnh.content.yaml_file import Entry
from pnh.reasoning.scores import normalise_text

_WORDS = """
leg legs calf foot arm hand muscle muscles muscular cramp cramps night nocturnal pain painful
stiffness stiff twitch twitches twitching weakness burning numbness tired tiredness fatigue ordinary
other cause causes common drug drugs disease disorder syndrome chronic acute simple early with from
that back hard shell body
"""
COMPLAINT_WORDS = frozenset(_WORDS.split())
"""Words a title may share with a diagnosis: they name complaints, or nothing in particular."""


def title_problems(case: dict, entry: Entry) -> Iterator[Problem]:
    """The title names no diagnosis of the differential, in full, by initials or by a telling word."""
    title = normalise_text(rich_text.plain(case["title"]))
    words = {_singular(word) for word in title.split()}
    for row in case["differential"]:
        label = rich_text.plain(row["label"])
        telling = {
            _singular(w) for w in normalise_text(label).split() if len(w) > 3 and w not in COMPLAINT_WORDS
        }
        initials = {normalise_text(word) for word in re.findall(r"\b[A-Z][A-Z/]+\b", label)} | {row["id"]}
        whole = re.search(rf"\b{re.escape(normalise_text(label))}s?\b", title)
        given_away = sorted(words & (telling | initials)) or ([label] if whole else [])
        if given_away:
            message = f"gives the diagnosis “{label}” away by “{given_away[0]}”; name a complaint instead"
            yield entry.problem(message, ("title",))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

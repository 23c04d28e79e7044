"""A word of the glossary is linked in every lesson that uses it, so that its meaning shows on hover and focus."""

from __future__ import annotations

import json
import re

import pytest

from pnh.content import load_course
from pnh.paths import ROOT

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
IN_A_TITLE = {("06", "nocturnal-leg-cramp"), ("07", "jitter")}
"""Used only in the title of a case."""
NOT_PROSE = (
    re.compile(r"\[[^\]]*\]\([^)]*\)"),  # links: their words lead elsewhere
    re.compile(r"^(?:#.*|.*Evidence cut-off.*|<.*)$", re.MULTILINE),  # headings, the line of dates, markup
    re.compile(r"`[^`]*`"),
)


def words_for(term: str) -> list[str]:
    """A term with its abbreviation in brackets is looked for under both."""
    whole = re.fullmatch(r"(.+?) \(([^)]+)\)", term)
    return list(whole.groups()) if whole else [term]


def uses(word: str, prose: str) -> bool:
    pattern = r"(?<![\w-])" + r"\s+".join(map(re.escape, word.split())) + r"(?:s|es)?(?![\w-])"
    return re.search(pattern, prose, 0 if word.isupper() else re.IGNORECASE) is not None


@pytest.fixture(scope="module")
def terms():
    return load_course().glossary.values()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem[:2])
def test_every_glossary_word_a_lesson_uses_is_linked_there(lesson, terms):
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    linked = set(re.findall(r"glossary\.md#([\w-]+)", text))
    assert len(linked) >= 3, "a lesson without words of the glossary was hardly read"
    for pattern in NOT_PROSE:
        text = pattern.sub(" ", text)
    missing = [
        term.id
        for term in terms
        if term.id not in linked
        and (lesson.stem[:2], term.id) not in IN_A_TITLE
        and any(uses(word, text) for word in words_for(term.term))
    ]
    assert not missing, f"{lesson.name} uses words that it does not link: {missing}"


def test_a_word_is_found_in_the_plural_and_over_a_line_but_not_inside_another():
    assert uses("cramp", "Two Cramps") and uses("nerve hyperexcitability", "of nerve\nhyperexcitability")
    assert not uses("cramp", "microcramps") and not uses("ALS", "also")
    assert words_for("amyotrophic lateral sclerosis (ALS)") == ["amyotrophic lateral sclerosis", "ALS"]

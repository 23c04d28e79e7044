"""Do two texts say the same? Words without endings, weighed by rarity, and numbers, also those spelt out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pnh.content.numbers import numbers

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
"""
SPELT = {word: str(value) for value, word in enumerate(_SMALL.split())} | {
    "none": "0",
    "thirty": "30",
    "twice": "2",
}
"""Numbers that texts write as words. `one` is an article as often."""

_EMPTY_TEXT = """
    a about after all also an and any are as at be because been before between both but by can could did do
    does during each either every few for from had has have he her here his how if in into is it its just
    less many may might more most much must neither no nor not of on one only or other others our out over
    per said same say says she should so some such than that the their them then there these they this
    those through to too under until up upon us very was we were what when where whether which while who
    whom whose why will with within without would yet you your
"""
_EMPTY = frozenset(_EMPTY_TEXT.split())
_ENDINGS_TEXT = """
    isations ization isation ations ation ically ingly ities ness ments ment ings ing ies ied ity ous ive
    als al ed es ly s e y
"""
_ENDINGS = tuple(_ENDINGS_TEXT.split())
_WORD = re.compile(r"[a-z\u00df-\u017f][a-z0-9\u00df-\u017f]+")


@cache
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def words(text: str) -> set[str]:
    """Words that carry meaning, lower case and without endings."""
    return {_stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY and word not in SPELT}


def figures(text: str) -> set[str]:
    """Numbers of a text in one spelling, also those up to twenty that are spelt out."""
    spelt = (SPELT[word] for word in _WORD.findall(text.lower()) if word in SPELT and word != "one")
    return numbers(text) | set(spelt)


class Rarity:
    """How much a word says: little if it stands in many of the texts."""

    def __init__(self, texts: Iterable[set[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for found in texts:
            counts.update(found)
            total += 1
        self._weights = {word: math.log((total + 1) / (count + 1)) for word, count in counts.items()}
        self._new = math.log(total + 1)

    def weight(self, found: Iterable[str]) -> float:
        """Of these words together."""
        return sum(self._weights.get(word, self._new) for word in found)

    def share(self, of: set[str], there: set[str]) -> float:
        """How much of the one is in the other, 0 to 1."""
        return self.weight(of & there) / (self.weight(of) or 1)

"""Scores of single questions and of stated probabilities; tests/vectors ties the JavaScript twins.

Every score lies between 0 and 1 unless its docstring says otherwise. Sources: per-option scoring and the
key-feature rule follow the usual practice of written licensing examinations; the Brier score is Brier 1950
(here the multi-category form, 0 best and 2 worst); the certainty score is Gardner-Medwin's certainty-based
marking. The course shows scores as feedback, never as grades.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

ROUNDING_SLACK = 1e-9
"""Numbers closer than this count as equal, so that 16.6 - 16.0 is within a tolerance of 0.6."""

CERTAINTY_POINTS = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""Certainty step -> (points when right, when wrong); the steps pay best below 2/3, up to 4/5, above."""

LOG_SCORE_FLOOR = 0.01


# --- questions ---------------------------------------------------------------------------------------------


def single_best_answer(correct: str, chosen: str | None) -> float:
    """1 for the one right option, else 0; nothing chosen is wrong."""
    return 1.0 if chosen == correct else 0.0


def per_option(correct: Iterable[str], options: Sequence[str], chosen: Iterable[str]) -> float:
    """Multiple response, each option one true/false decision: max(0, 2 * right decisions / n - 1)."""
    key, picked = set(correct), set(chosen)
    right = sum((option in key) == (option in picked) for option in options)
    return max(0.0, 2 * right / len(options) - 1)


def key_feature_answer(correct: Iterable[str], chosen: Iterable[str], max_select: int | None = None) -> float:
    """Share of the right options chosen; choosing more than `max_select` voids the answer."""
    key, picked = set(correct), set(chosen)
    if max_select is not None and len(picked) > max_select:
        return 0.0
    return len(key & picked) / len(key)


def all_or_nothing(correct: Iterable[str], chosen: Iterable[str]) -> float:
    """1 if exactly the right options were chosen, else 0."""
    return 1.0 if set(correct) == set(chosen) else 0.0


def multiple_response(
    scoring: Mapping, correct: Iterable[str], options: Sequence[str], chosen: Iterable[str]
) -> float:
    """Score by the item's own `scoring` block: rule `per_option`, `key_feature` or `all_or_nothing`.

    With `max_select` and `over_select: zero`, choosing too many gives 0 under every rule; under
    `key_feature` it always does.
    """
    correct, chosen = list(correct), list(chosen)
    limit = scoring.get("max_select")
    if limit is not None and scoring.get("over_select") == "zero" and len(set(chosen)) > limit:
        return 0.0
    rule = scoring["rule"]
    if rule == "per_option":
        return per_option(correct, options, chosen)
    if rule == "key_feature":
        return key_feature_answer(correct, chosen, limit)
    if rule == "all_or_nothing":
        return all_or_nothing(correct, chosen)
    raise ValueError(f"unknown scoring rule {rule!r}; use per_option, key_feature or all_or_nothing")


def ordering_pairs(correct_order: Sequence[str], order: Sequence[str]) -> float:
    """Share of pairs that stand in the right order (Kendall's concordant pairs): 1 as keyed, 0 reversed."""
    place = {option: position for position, option in enumerate(order)}
    n = len(correct_order)
    concordant = sum(
        place[correct_order[i]] < place[correct_order[j]] for i in range(n) for j in range(i + 1, n)
    )
    return concordant / (n * (n - 1) / 2)


def matching_share(key: Mapping[str, str], answer: Mapping[str, str | None]) -> float:
    """Share of the left-hand entries joined to the right partner; an entry left open is wrong."""
    return sum(answer.get(left) == right for left, right in key.items()) / len(key)


def verdict(score: float) -> str:
    """`correct`, `partial` or `incorrect`: the word a page shows for a score."""
    if score >= 1 - ROUNDING_SLACK:
        return "correct"
    return "incorrect" if score <= ROUNDING_SLACK else "partial"


# --- numbers with units ------------------------------------------------------------------------------------

_QUANTITY = re.compile(r"^([+-]?(?:[0-9][0-9.,]*|[.,][0-9]+))(e[+-]?[0-9]+)?\s*(.*)$", re.IGNORECASE)


def parse_number(text: str) -> float | None:
    """The number written in `text`, or None. Decimal point or comma; spaces may group digits.

    With both signs present the last one is the decimal sign (1,234.5 and 1.234,5); a sign that occurs
    more than once groups thousands (1,000,000); a single one is decimal (12,5 is twelve and a half).
    Anything else (12..5, one, nothing) is None.
    """
    quantity = parse_quantity(text)
    return quantity["value"] if quantity and not quantity["unit"] else None


def parse_quantity(text: str) -> dict | None:
    """`{"value": number, "unit": text after it}`, or None if `text` does not begin with one number."""
    clean = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    clean = re.sub(r"(?<=[0-9])\s(?=[0-9]{3}(?![0-9]))", "", clean)
    found = _QUANTITY.match(clean)
    if not found:
        return None
    mantissa, exponent, unit = found.group(1), found.group(2) or "", found.group(3).strip()
    for grouping, decimal in ((",", "."), (".", ",")):
        grouped = re.fullmatch(rf"[+-]?[0-9]{{1,3}}(\{grouping}[0-9]{{3}})+(\{decimal}[0-9]*)?", mantissa)
        if grouped and (decimal in mantissa or mantissa.count(grouping) > 1):
            mantissa = mantissa.replace(grouping, "")
            break
    mantissa = mantissa.replace(",", ".")
    if mantissa.count(".") > 1:
        return None
    value = float(mantissa + exponent)
    return {"value": value, "unit": unit} if math.isfinite(value) else None


def unit_factor(answer: Mapping, unit: str | None) -> float | None:
    """Factor from `unit` to the answer's own unit, or None if the answer does not accept that unit.

    No unit means the answer's unit. Spelling is forgiving: case, and u for the micro sign.
    """
    if not unit:
        return 1.0
    factors = {answer["unit"]: 1.0, **answer.get("units", {})}
    if unit in factors:
        return factors[unit]
    same = [factor for name, factor in factors.items() if _unit_spelling(name) == _unit_spelling(unit)]
    return same[0] if len(same) == 1 else None


def _unit_spelling(unit: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", unit).lower().replace("\u03bc", "u"))


def within_tolerance(value: float, target: float, tolerance: Mapping[str, float]) -> bool:
    """Is `value` within `{"abs": x}` or `{"rel": share of the target}` of `target`?"""
    width = tolerance["abs"] if "abs" in tolerance else abs(target) * tolerance["rel"]
    return abs(value - target) <= width + ROUNDING_SLACK


def numeric(answer: Mapping, common_errors: Sequence[Mapping], text: str, unit: str | None = None) -> dict:
    """Mark a typed number: `{"score", "value", "common_error"}`.

    `answer` is the item's block (value, unit, tolerance, optional units: accepted unit -> factor). A unit
    typed after the number outranks `unit` (the one chosen beside the field). `value` is in the answer's
    unit, or None if the text is no number in an accepted unit. `common_error` is the index of the nearest
    known wrong value within the same tolerance, or None.
    """
    quantity = parse_quantity(text)
    factor = unit_factor(answer, quantity["unit"] or unit) if quantity else None
    if factor is None:
        return {"score": 0.0, "value": None, "common_error": None}
    value = quantity["value"] * factor
    tolerance = answer["tolerance"]
    if within_tolerance(value, answer["value"], tolerance):
        return {"score": 1.0, "value": value, "common_error": None}
    near = [
        (abs(value - error["value"]), index)
        for index, error in enumerate(common_errors)
        if within_tolerance(value, error["value"], tolerance)
    ]
    return {"score": 0.0, "value": value, "common_error": min(near)[1] if near else None}


# --- short answers -----------------------------------------------------------------------------------------


def normalise_text(text: str) -> str:
    """Lower case, no accents, no punctuation (apostrophes vanish, others become a space), single spaces."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(c)[0] != "M"
    )
    bare = re.sub("['\u2018\u2019]", "", bare)
    kept = "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in bare)
    return " ".join(kept.split())


def matches(rule: Mapping, text: str) -> bool:
    """Does `text` fit one accept or reject rule?

    `normalized`: equal after `normalise_text`. `regex`: found in the normalised text, or in the text with
    only case and spaces evened out, so that a pattern may ask for a hyphen.
    """
    normal = normalise_text(text)
    if rule["match"] == "normalized":
        return normal == normalise_text(rule["value"])
    pattern = re.compile(rule["value"], re.ASCII)
    return bool(pattern.search(normal) or pattern.search(" ".join(text.lower().split())))


def short_answer(accept: Sequence[Mapping], reject: Sequence[Mapping], text: str) -> dict:
    """Mark a short text: `{"score", "accepted": indices, "rejected": index or None}`; a rejection wins.

    The points of all accept rules that fit are added, at most 1. An empty text scores 0.
    """
    if not normalise_text(text):
        return {"score": 0.0, "accepted": [], "rejected": None}
    for index, rule in enumerate(reject):
        if matches(rule, text):
            return {"score": 0.0, "accepted": [], "rejected": index}
    accepted = [index for index, rule in enumerate(accept) if matches(rule, text)]
    points = sum(accept[index]["points"] for index in accepted)
    return {"score": min(1.0, points), "accepted": accepted, "rejected": None}


# --- probabilities and certainty ---------------------------------------------------------------------------


def brier_score(stated: Mapping[str, float], outcome: str) -> float:
    """Sum over hypotheses of (stated probability - outcome)^2; 0 best, 2 worst."""
    return brier_distance(stated, {outcome: 1.0})


def brier_distance(stated: Mapping[str, float], reference: Mapping[str, float]) -> float:
    """Sum over hypotheses of (p - q)^2 between two distributions (0..1 each); an absent one counts 0."""
    hypotheses = list(dict.fromkeys([*stated, *reference]))
    return sum((stated.get(h, 0.0) - reference.get(h, 0.0)) ** 2 for h in hypotheses)


def log_score(stated: Mapping[str, float], outcome: str, floor: float = LOG_SCORE_FLOOR) -> float:
    """Natural logarithm of the probability given to what happened, floored at 0.01; 0 best, -4.6 worst."""
    return math.log(max(stated.get(outcome, 0.0), floor))


def certainty_score(correct: bool, certainty: int) -> int:
    """Points of certainty-based marking: steps 1, 2, 3 give 1, 2, 3 when right and 0, -2, -6 when wrong."""
    return CERTAINTY_POINTS[certainty][0 if correct else 1]


def best_certainty(probability: float) -> int:
    """The step that pays best in expectation for someone right with this probability (lowest on a tie)."""
    expected = {
        step: probability * right + (1 - probability) * wrong
        for step, (right, wrong) in CERTAINTY_POINTS.items()
    }
    return max(expected, key=lambda step: (round(expected[step], 9), -step))

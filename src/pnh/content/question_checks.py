"""What a question's schema cannot say: its key is sound, its answer can be marked, and it is well written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pnh.content import rich_text
from pnh.content.problems import Problem
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry
from pnh.reasoning.scores import normalise_text, short_answer, within_tolerance

ABSOLUTE = re.compile(
    r"\b(always|never|invariably|in every case|without exception|impossible|100 ?%)", re.IGNORECASE
)
NEGATIVE = re.compile(
    r"\b(?:NOT|EXCEPT|except|least likely)\b"
    r"|\b[Ww]hich\b[^?]*\b(?:is|are|does|do|was|were|has|have) not\b"
)
CATCH_ALL = re.compile(
    r"\b(all|none|both|neither) of (the|these|them)\b[^.]*\b(above|options|answers)\b|^none of these$",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"\b(select|choose|match|order|put|place|arrange|rank|sort|compute|calculate|work out|estimate|name|"
    r"write|give|state|summarise|complete|enter|mark|pair|assign|link|answer|spread)\b",
    re.IGNORECASE,
)
REGEX_WORDS = re.compile(r"\\(?:[bBdDsSwW]|[.*+?^$|(){}\[\]/\\])")
"""The escapes of a regular expression that Python and JavaScript's `u` flag read alike."""

LINTS = {
    "longest-option": "the right option is much the longest; make the options alike in length",
    "option-length": "the longest option is more than twice the shortest; make them alike in length",
    "negative-stem": "the question is asked negatively; ask for what is so",
    "absolute-term": "a wrong option gives itself away by an absolute term; say it as a misconception",
    "all-of-the-above": "an option answers for others; write each option on its own",
    "no-question": "neither stem nor lead-in asks anything; end in a question or say what to do",
    "weak-source": "rests on a weak page (see source_checks)",
}
"""Item-writing rules. `lint_ok: {rule: reason}` in the item accepts a finding."""


def question_problems(shelf: Shelf, entry: Entry) -> list[Problem]:
    """All problems of one question beyond its schema; what cannot be read is left out."""
    if not isinstance(entry.data, dict):
        return []
    problems = [*_reserve(entry), *_excuses(entry)]
    for check in (_option_ids, _key, _segments, _pairs, _number, _short, _hypotheses, _lints):
        try:
            problems += check(entry)
        except (KeyError, TypeError, AttributeError, ValueError):
            continue  # malformed parts are reported by the schema
    return problems


def _reserve(entry: Entry) -> Iterator[Problem]:
    if entry.data.get("exam_reserve"):
        message = "is a reserve (exam) item; those live outside the public repository"
        yield entry.problem(message, ("exam_reserve",))


def _excuses(entry: Entry) -> Iterator[Problem]:
    excuses = entry.data.get("lint_ok")
    for rule in excuses if isinstance(excuses, dict) else ():
        if rule not in LINTS:
            yield entry.problem(f"is no rule; allowed: {', '.join(LINTS)}", ("lint_ok", rule))


def _option_ids(entry: Entry) -> Iterator[Problem]:
    for name in ("options", "left", "right"):
        if name not in entry.data:
            continue
        yield from entry.ids_twice((name,))
        said: dict[str, str] = {}
        for index, option in enumerate(entry.data[name]):
            text = normalise_text(rich_text.plain(option["text"]))
            if text in said:
                yield entry.problem(
                    f"says the same as option {said[text]}; make them differ", (name, index, "text")
                )
            said[text] = option["id"]


def _key(entry: Entry) -> Iterator[Problem]:
    """Places of an ordering question run from 1; `max_select` leaves room for every right option."""
    options = entry.data.get("options", [])
    if entry.data["type"] == "ordering":
        places = sorted(option["position"] for option in options)
        if places != list(range(1, len(options) + 1)):
            message = f"positions are {', '.join(map(str, places))}; allowed: 1 to {len(options)}, each once"
            yield entry.problem(message, ("options",))
    else:
        for index, option in enumerate(options):
            if "position" in option:
                yield entry.problem("belongs to ordering questions only", ("options", index, "position"))
    if entry.data["type"] == "multi":
        right, limit = sum(o.get("correct", False) for o in options), entry.data["scoring"].get("max_select")
        if limit is not None and limit < right:
            message = f"is {limit}, but {right} options are right; allowed: at least {right}"
            yield entry.problem(message, ("scoring", "max_select"))


def _segments(entry: Entry) -> Iterator[Problem]:
    """Segments of a trace follow one another and lie within it; other questions have none."""
    options = entry.data.get("options", [])
    if entry.data["type"] != "hotspot":
        for index, option in enumerate(options):
            if "from_s" in option or "to_s" in option:
                yield entry.problem("times belong to hotspot questions only", ("options", index))
        return
    end, seconds = 0.0, entry.data["signal"]["seconds"]
    for index, option in enumerate(options):
        if not end <= option["from_s"] < option["to_s"] <= seconds:
            message = (
                f"runs from {option['from_s']} to {option['to_s']} s; allowed: segments in order of time, "
                f"without overlap, within 0 to {seconds} s"
            )
            yield entry.problem(message, ("options", index, "from_s"))
        end = option["to_s"]
    if all(option.get("correct") for option in options):
        yield entry.problem("every segment is right; allowed: at least one that is not", ("options",))


def _pairs(entry: Entry) -> Iterator[Problem]:
    if entry.data["type"] != "matching":
        return
    left = [label["id"] for label in entry.data["left"]]
    right = [label["id"] for label in entry.data["right"]]
    pairs = entry.data["pairs"]
    for name in left:
        if name not in pairs:
            yield entry.problem(f"`{name}` has no partner; every left entry needs one", ("pairs",))
    for name, pair in pairs.items():
        if name not in left:
            yield entry.problem(f"is no left entry; allowed: {', '.join(left)}", ("pairs", name))
        if pair["to"] not in right:
            yield entry.problem(f"is '{pair['to']}'; allowed: {', '.join(right)}", ("pairs", name, "to"))


def _number(entry: Entry) -> Iterator[Problem]:
    if entry.data["type"] != "numeric":
        return
    answer, errors = entry.data["answer"], entry.data["common_errors"]
    if answer.get("units", {}).get(answer["unit"], 1) != 1:
        yield entry.problem("the answer's own unit has the factor 1", ("answer", "units", answer["unit"]))
    for index, error in enumerate(errors):
        place = ("common_errors", index, "value")
        if within_tolerance(error["value"], answer["value"], answer["tolerance"]):
            yield entry.problem(
                f"{error['value']} would be marked right; it lies within the tolerance", place
            )
        if error["value"] in [other["value"] for other in errors[:index]]:
            yield entry.problem(f"{error['value']} stands twice; keep one", place)


def _hypotheses(entry: Entry) -> Iterator[Problem]:
    """Stated probabilities: ids once, one way of settling all, and a spread that can come out."""
    if entry.data["type"] != "probability":
        return
    rows = entry.data["hypotheses"]
    yield from entry.ids_twice(("hypotheses",))
    for index, row in enumerate(rows):
        if "sources" not in row and row["basis"] in ("source", "published-lr"):
            message = f"`sources` is missing; the basis {row['basis']} rests on a source"
            yield entry.problem(message, ("hypotheses", index))
    settled = {"outcome" if "outcome" in row else "reference" for row in rows}
    if len(settled) > 1:
        message = "some have an `outcome` and some a `reference`; allowed: all of one kind"
        yield entry.problem(message, ("hypotheses",))
    elif len(rows) > 1 and settled == {"outcome"}:
        true = sum(row["outcome"] for row in rows)
        if true != 1:
            message = f"{true} of the spread are so; allowed: exactly 1"
            yield entry.problem(message, ("hypotheses",))
    elif len(rows) > 1 and settled == {"reference"}:
        total = sum(row["reference"] for row in rows)
        if abs(total - 1) > 0.002:
            message = f"the references add up to {total:.3f}; allowed: 1"
            yield entry.problem(message, ("hypotheses",))


def _short(entry: Entry) -> Iterator[Problem]:
    if entry.data["type"] != "short":
        return
    accept, reject = entry.data["accept"], entry.data["reject"]
    sound = True
    for name, rules in (("accept", accept), ("reject", reject)):
        for index, rule in enumerate(rules):
            fault = regex_fault(rule["value"]) if rule["match"] == "regex" else None
            if fault:
                sound = False
                yield entry.problem(f"{fault}", (name, index, "value"))
    if not sound:
        return
    if sum(rule["points"] for rule in accept) < 1:
        yield entry.problem(
            "nobody could reach full marks; allowed: points that add up to 1 or more", ("accept",)
        )
    for index, rule in enumerate(accept):
        if (
            rule["match"] == "normalized"
            and short_answer(accept, reject, rule["value"])["rejected"] is not None
        ):
            yield entry.problem(
                f"'{rule['value']}' is rejected by a `reject` rule", ("accept", index, "value")
            )
    model = rich_text.plain(entry.data["model_answer"])
    if short_answer(accept, reject, model)["rejected"] is not None:
        yield entry.problem("would itself be rejected by a `reject` rule", ("model_answer",))


def regex_fault(pattern: str) -> str | None:
    """Why a pattern would not work alike in Python and JavaScript, or None."""
    try:
        re.compile(pattern)
    except re.error as error:
        return f"'{pattern}' is no regular expression ({error})"
    rest = re.sub(r"\\-(?=[^\[]*\])", "", REGEX_WORDS.sub("", pattern))
    if "\\" in rest or re.search(r"\(\?(?![:=!])", pattern) or re.search(r"[*+?}]\+", pattern):
        allowed = "allowed: plain classes, groups (?:…), \\b \\s \\d \\w"
        return f"'{pattern}' is not read alike by Python and JavaScript; {allowed}"
    if re.search(r"[A-Z]", REGEX_WORDS.sub("", pattern)):
        return f"'{pattern}' has capitals, but answers are compared in lower case"
    return None


# --- item-writing rules ------------------------------------------------------------------------------------


def _lints(entry: Entry) -> Iterator[Problem]:
    excused = entry.data.get("lint_ok") or {}
    for rule, place in findings(entry.data):
        if rule not in excused:
            yield entry.problem(f"{LINTS[rule]} (or say why not in lint_ok: {rule})", place)


def findings(item: dict[str, Any]) -> Iterator[tuple[str, tuple]]:
    """(rule, place) of every item-writing rule the question breaks."""
    if item["type"] == "sct":
        return  # the view asks for all of them alike
    asked = rich_text.plain(item.get("lead_in") or item["stem"])
    if NEGATIVE.search(asked):
        yield "negative-stem", ("lead_in" if "lead_in" in item else "stem",)
    if "?" not in asked and not IMPERATIVE.search(asked) and not asked.rstrip().endswith(":"):
        yield "no-question", ("lead_in" if "lead_in" in item else "stem",)
    options = item.get("options", [])
    for index, option in enumerate(options):
        text = rich_text.plain(option["text"])
        if CATCH_ALL.search(text):
            yield "all-of-the-above", ("options", index, "text")
        if item["type"] in ("sba", "multi") and not option.get("correct") and ABSOLUTE.search(text):
            yield "absolute-term", ("options", index, "text")
    if item["type"] in ("sba", "multi") and len(options) > 2:
        yield from _lengths(item["type"], options)


def _lengths(kind: str, options: list[dict[str, Any]]) -> Iterator[tuple[str, tuple]]:
    lengths = [len(rich_text.plain(option["text"])) for option in options]
    if max(lengths) > 2 * min(lengths) and max(lengths) > 30:
        yield "option-length", ("options", lengths.index(max(lengths)), "text")
    if kind == "sba":
        at = next((i for i, option in enumerate(options) if option.get("correct")), None)
        others = [length for i, length in enumerate(lengths) if i != at]
        if at is not None and lengths[at] > 1.3 * max(others) and lengths[at] - max(others) > 8:
            yield "longest-option", ("options", at, "text")

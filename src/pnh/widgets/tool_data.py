"""What a tool works on: rows of the evidence tables, cards and cases, resolved for its payload."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pnh.content import Course, rich_text
from pnh.content.places import lesson_showing

PRIOR_WORDS = ("quantity", "condition", "population", "kind", "caveat")
TEST_NUMBERS = (
    "n_cases",
    "n_controls",
    "sensitivity_pct",
    "specificity_pct",
    "bound_pct",
    "lr_positive",
    "lr_negative",
)
TEST_WORDS = (
    "condition",
    "test",
    "cut_off",
    "comparison_group",
    "sensitivity_ci95",
    "specificity_ci95",
    "lr_basis",
    "other_metric",
    "caveat",
)


def tool_data(course: Course, kind: str, described: dict[str, Any]) -> dict[str, Any]:
    """The tool's block with every id it names turned into what the id stands for."""
    return _KINDS[kind](course, described) if kind in _KINDS else described


def _bayes(course: Course, described: dict[str, Any]) -> dict[str, Any]:
    priors = {row["row_id"]: row for row in course.tables["priors"]}
    tests = {row["row_id"]: row for row in course.tables["diagnostics"]}
    return {
        **described,
        "priors": [prior_row(priors[row_id]) for row_id in described["priors"]],
        "tests": [test_row(tests[row_id]) for row_id in described["tests"]],
    }


def prior_row(row: Mapping[str, str]) -> dict[str, Any]:
    """A row of priors.csv: percentage and counts as numbers, or None where none was seen."""
    words = {name: rich_text.clean(row[name]) for name in PRIOR_WORDS}
    numbers = {name: _number(row[name]) for name in ("value_pct", "events", "n")}
    named = {"id": row["row_id"], "range": rich_text.clean(row["ci95_or_range"]), "sources": _keys(row)}
    return {**named, **words, **numbers}


def test_row(row: Mapping[str, str]) -> dict[str, Any]:
    """A row of diagnostics.csv: accuracy as numbers, or None where the source gives none."""
    words = {name: rich_text.clean(row[name]) for name in TEST_WORDS}
    numbers = {name: _number(row[name]) for name in TEST_NUMBERS}
    return {"id": row["row_id"], **words, **numbers, "sources": _keys(row)}


def _ladder(course: Course, described: dict[str, Any]) -> dict[str, Any]:
    ladder = course.treatments
    for entry in ladder["entries"]:
        entry["claim_text"] = [_claim(course, claim_id) for claim_id in entry.get("claims", [])]
    return {**described, **ladder}


def _claim(course: Course, claim_id: str) -> dict[str, str]:
    claim = next(c for c in course.claims.values() if claim_id in (c.id, *c.also))
    words = {"text": claim.claim, "confidence": claim.confidence, "evidence": claim.evidence}
    return {"id": claim.id, **{name: rich_text.clean(word) for name, word in words.items()}}


def _compare(course: Course, described: dict[str, Any]) -> dict[str, Any]:
    return {**described, "mimics": course.mimics}


def _contrast(course: Course, described: dict[str, Any]) -> dict[str, Any]:
    cases, rows = [course.scenarios[case_id] for case_id in described["cases"]], described["rows"]
    return {
        **described,
        "titles": [case.title for case in cases],
        "hashes": [case.hash for case in cases],
        "complaints": [case.data["opening"]["complaint"] for case in cases],
        "pages": [f"../notebooks/{lesson_showing('scenario', case.id)}.html" for case in cases],
        "actions": [
            _labels(case.data["actions"], {row["actions"][side] for row in rows if "actions" in row})
            for case, side in zip(cases, ("first", "second"), strict=True)
        ],
        "diagnoses": [_labels(case.data["differential"]) for case in cases],
    }


def _labels(rows: list[dict[str, Any]], wanted: set[str] | None = None) -> dict[str, str]:
    return {row["id"]: row["label"] for row in rows if wanted is None or row["id"] in wanted}


def _clinic(course: Course, described: dict[str, Any]) -> dict[str, Any]:
    numbers = {case_id: number for number, case_id in enumerate(described["cases"], 1)}
    rows = []
    for case_id, number in numbers.items():
        case = course.scenarios[case_id].data
        stem = lesson_showing("scenario", case_id)
        beside = sorted(
            numbers[other]
            for pair in described["pairs"]
            if case_id in pair
            for other in pair
            if other != case_id
        )
        rows.append(
            {
                "id": case_id,
                "number": number,
                "title": case["title"],
                "complaint": case["opening"]["complaint"],
                "support": case["support"],
                "minutes": case["est_minutes"],
                "lesson": int(stem[:2]),
                "page": f"../notebooks/{stem}.html",
                "beside": beside,
            }
        )
    return {**described, "rows": rows}


_KINDS: dict[str, Callable[[Course, dict[str, Any]], dict[str, Any]]] = {
    "bayes": _bayes,
    "ladder": _ladder,
    "compare": _compare,
    "contrast": _contrast,
    "clinic": _clinic,
}


def _keys(row: Mapping[str, str]) -> list[str]:
    return [key.strip() for key in row["source"].split(";") if key.strip()]


def _number(cell: str) -> float | None:
    """A cell as a number; whole ones without a decimal."""
    if not cell:
        return None
    value = float(cell)
    return int(value) if value.is_integer() else value

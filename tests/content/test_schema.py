"""The small schema checker agrees with the jsonschema package, on sound data and on every broken file."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource
from test_broken_data import MISTAKES, apply

from pnh.content import rich_text
from pnh.content.schema import _KEYWORDS, _SILENT, load_schema, violations

SCHEMAS = Path(__file__).parents[2] / "data" / "schema"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
FILES = {
    "questions": "item",
    "scenarios": "scenario",
    "explorers": "explorer",
    "tools": "tool",
    "mimics.yaml": "mimics",
    "treatments.yaml": "treatments",
    "figures.yaml": "figures",
    "glossary.yaml": "glossary",
    "claims.yaml": "claims",
    "seed_map.yaml": "seed_map",
    "objectives.yaml": "objectives",
    "study_sizes.yaml": "study_sizes",
    "uses.yaml": "uses",
}
FORMATS = jsonschema.FormatChecker()


@FORMATS.checks("rich-text")
def is_rich_text(value):
    return not isinstance(value, str) or rich_text.fault(value) is None


def reference_verdict(value, name):
    """Is `value` valid, says the jsonschema package?"""
    schema = load_schema(SCHEMAS, name)
    return jsonschema.Draft202012Validator(schema, format_checker=FORMATS).is_valid(value)


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas_with_names_and_descriptions(name):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:pnh:{name}" and schema["title"] and schema["description"]


def bare_fields(node, at=""):
    """Fields that neither say what they are nor name a definition that does."""
    if not isinstance(node, dict):
        return
    for name, field in node.get("properties", {}).items():
        if not {"description", "$ref", "const"} & set(field):
            yield f"{at}.{name}"
        yield from bare_fields(field, f"{at}.{name}")
    for name in ("items", "additionalProperties"):
        yield from bare_fields(node.get(name), at)
    for name, part in node.get("$defs", {}).items():
        yield from bare_fields(part, f"{at}.{name}")


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_schema_says_what_it_is(name):
    assert list(bare_fields(load_schema(SCHEMAS, name))) == []


@pytest.mark.parametrize("mistake", [None, *MISTAKES], ids=lambda m: m.name if m else "sound")
def test_verdicts_agree_with_jsonschema(tiny_course, mistake):
    if mistake:
        apply(tiny_course, mistake)
    paths = [tiny_course / mistake.file] if mistake else sorted((tiny_course / "data").rglob("*.yaml"))
    for path in [path for path in paths if path.suffix == ".yaml"]:
        name = FILES.get(path.name) or FILES[path.parent.name]
        try:
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            continue
        for value in data if name == "item" else [data]:
            assert (violations(value, load_schema(SCHEMAS, name)) == []) == reference_verdict(value, name), (
                path
            )


def test_every_keyword_of_the_schemas_is_known():
    known = set(_KEYWORDS) | _SILENT | {"type", "$ref"}

    def keywords(schema):
        if not isinstance(schema, dict):
            return
        for key, rule in schema.items():
            yield key
            named = key in ("properties", "$defs")
            for inner in rule.values() if named else rule if isinstance(rule, list) else [rule]:
                if key not in ("const", "enum", "required", "default"):
                    yield from keywords(inner)

    for name in NAMES:
        assert set(keywords(load_schema(SCHEMAS, name))) <= known, name


def test_an_unknown_keyword_is_an_error_not_a_rule_skipped():
    with pytest.raises(NotImplementedError, match="multipleOf"):
        violations(3, {"multipleOf": 2})


def test_a_reserve_item_fits_its_own_schema_only_when_marked(tiny_course):
    resources = [(f"urn:pnh:{name}", Resource.from_contents(load_schema(SCHEMAS, name))) for name in NAMES]
    registry = Registry().with_resources(resources)
    exam = jsonschema.Draft202012Validator(load_schema(SCHEMAS, "exam_item"), registry=registry)
    questions = yaml.safe_load((tiny_course / "data/questions/01_rain.yaml").read_text(encoding="utf-8"))
    assert not exam.is_valid(questions[0])
    assert exam.is_valid({**questions[0], "exam_reserve": True})
    assert not exam.is_valid({**questions[0], "exam_reserve": True, "type": "essay"})


def test_progress_of_a_learner_fits_its_schema():
    schema = load_schema(SCHEMAS, "progress")
    question = {
        "item": "sba-x",
        "hash": "0123abcd",
        "at": "2026-01-31T09:05Z",
        "result": "partial",
        "score": 0.6,
        "chosen": ["a", "b"],
        "certainty": None,
        "attempts": 2,
    }
    case = {
        "item": "vp-x",
        "hash": "0123abcd",
        "at": "2026-01-31T09:05Z",
        "outcome": "safe",
        "minutes": 9,
        "cost": 2,
        "scores": {
            "key_features": 1,
            "efficiency": None,
            "calibration": {"before": 0.1, "after": None},
            "summary_self": 0.5,
        },
        "missed_red_flags": [],
        "harmful": [],
        "dangerous": [],
        "path": ["x-strength", "d-plan=take"],
    }
    record = {
        "schema": "pnh-progress/1",
        "course_version": "1.0",
        "exported": "2026-01-31",
        "events": [question, case],
        "state": {"sba-x": {"hash": "0123abcd", "at": "2026-01-31T09:05Z", "data": {"answer": "a"}}},
    }
    assert violations(record, schema) == []
    assert jsonschema.Draft202012Validator(schema).is_valid(record)
    late = {**question, "at": "2026-01-31T09:05:07Z"}
    assert violations({**record, "events": [late]}, schema)

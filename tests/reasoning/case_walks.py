"""Makes tests/vectors/case_walks.json: each case's four walks (tests/walks) with the scores Python gives them.

    python tests/reasoning/case_walks.py

JavaScript walks the same cases by its own state machine (frontend/test/case_walks.test.mjs).
"""

import json
from functools import cache
from pathlib import Path

import yaml

from pnh.reasoning.case import case_scores

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors" / "case_walks.json"
ACTION = ("id", "kind", "value", "minutes", "cost", "needs")
DECISION = ("id", "kind", "when")
OUTCOMES = {"expert": "safe", "careless": "not-checked", "everything": "harm", "guess": "unsafe"}


@cache
def cases():
    """Case id -> the case as written."""
    files = sorted((ROOT / "data" / "scenarios").glob("*.yaml"))
    return {path.stem: _yaml(path) for path in files}


@cache
def walks(case_id):
    """Name of the walk -> {actions, decisions, outcome}; `every` action is written out."""
    case = cases()[case_id]
    described = _yaml(ROOT / "tests" / "walks" / f"{case_id}.yaml")["walks"]
    every = [action["id"] for action in case["actions"]]
    return {
        name: {**walk, "actions": every if walk["actions"] == "every" else walk["actions"]}
        for name, walk in described.items()
    }


def scored_parts(case):
    """What a walk and its scores need of a case."""
    decisions = [
        {
            **_some(decision, DECISION),
            **(
                {"options": [_some(o, ("id", "effect")) for o in decision["options"]]}
                if "options" in decision
                else {}
            ),
        }
        for decision in case["decisions"]
    ]
    return {
        "id": case["id"],
        "actions": [_some(action, ACTION) for action in case["actions"]],
        "stages": [_some(stage, ("id", "allows", "leave")) for stage in case["stages"]],
        "decisions": decisions,
        "differential": [_some(row, ("id", "end")) for row in case["differential"]],
        "red_flags": [_some(flag, ("id", "checked_by", "gate")) for flag in case["red_flags"]],
        "key_features": [_some(feature, ("id", "needs", "weight")) for feature in case["key_features"]],
        **({"answer": case["answer"]} if "answer" in case else {}),
    }


def vectors():
    """The whole file's content."""
    return [
        {
            "case": scored_parts(case),
            "walks": {
                name: {
                    "actions": walk["actions"],
                    "decisions": walk["decisions"],
                    "expected": case_scores(case, walk["actions"], walk["decisions"]),
                }
                for name, walk in walks(case_id).items()
            },
        }
        for case_id, case in cases().items()
    ]


def text():
    """As it lies in the repository."""
    return json.dumps(vectors(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _some(row, names):
    return {name: row[name] for name in names if name in row}


def _yaml(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    VECTORS.write_text(text(), encoding="utf-8")
    print(f"{VECTORS.name}: {len(vectors())} cases")

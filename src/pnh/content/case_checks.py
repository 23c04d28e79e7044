"""What a case's schema cannot say: all that is named exists and can be reached, the expert's path is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pnh.content import rich_text
from pnh.content.case_titles import title_problems
from pnh.content.problems import Problem
from pnh.content.question_checks import LINTS
from pnh.content.shelf import Shelf
from pnh.content.yaml_file import Entry, Place
from pnh.reasoning.case import case_scores

STAGES = ["history", "examination", "tests", "plan"]
PREFIX = {"history": "h-", "exam": "x-", "test": "t-", "treatment": "r-", "communication": "c-"}
STRENGTH = re.compile(r"\b(strength|power|strong|mrc)\b", re.IGNORECASE)
WEAKNESS = re.compile(r"\bweak(?:ness|er)?\b", re.IGNORECASE)
TOLERANCE = 0.001


def case_problems(shelf: Shelf, entry: Entry) -> list[Problem]:
    """All problems of one case beyond its schema; what cannot be read is left out."""
    if not isinstance(entry.data, dict):
        return []
    problems: list[Problem] = []
    checks = (
        _ids,
        _stages,
        _actions,
        _reachable,
        _names,
        _answer,
        _flags,
        _sums,
        title_problems,
        _excuses,
        _expert,
        _ends,
    )
    for check in checks:
        try:
            problems += check(entry.data, entry)
        except (KeyError, TypeError, AttributeError, ValueError, ZeroDivisionError):
            continue  # malformed parts are reported by the schema
    problems += _contrast(shelf, entry)
    return problems


def _ids(case: dict, entry: Entry) -> Iterator[Problem]:
    for name in ("actions", "differential", "red_flags", "key_features", "decisions", "outcomes"):
        yield from entry.ids_twice((name,))
    for index, decision in enumerate(case["decisions"]):
        if "options" in decision:
            yield from entry.ids_twice(("decisions", index, "options"))


def _stages(case: dict, entry: Entry) -> Iterator[Problem]:
    ids = [stage["id"] for stage in case["stages"]]
    if ids != STAGES:
        yield entry.problem(f"are {', '.join(ids)}; allowed: {', '.join(STAGES)}, in this order", ("stages",))
    decisions = [decision["id"] for decision in case["decisions"]]
    left: dict[str, str] = {}
    for index, stage in enumerate(case["stages"]):
        for at, decision in enumerate(stage["leave"]):
            place = ("stages", index, "leave", at)
            if decision not in decisions:
                yield entry.problem(f"'{decision}' is no decision; allowed: {', '.join(decisions)}", place)
            elif decision in left:
                yield entry.problem(
                    f"'{decision}' already ends the stage {left[decision]}; it is taken once", place
                )
            left.setdefault(decision, stage["id"])
        if case["support"] == "worked" and "expert" not in stage:
            message = "`expert` is missing; a worked case shows the expert's thought after each stage"
            yield entry.problem(message, ("stages", index))
        if case["support"] == "cued" and "hint" not in stage:
            message = "`hint` is missing; a cued case has one for each stage, shown on request"
            yield entry.problem(message, ("stages", index))
    for index, decision in enumerate(decisions):
        if decision not in left:
            yield entry.problem("is never reached; name it in `leave` of a stage", ("decisions", index))


def _actions(case: dict, entry: Entry) -> Iterator[Problem]:
    ids = {action["id"] for action in case["actions"]}
    diagnoses = {row["id"] for row in case["differential"]}
    for index, action in enumerate(case["actions"]):
        place: Place = ("actions", index)
        if not action["id"].startswith(PREFIX[action["kind"]]):
            begins = PREFIX[action["kind"]]
            message = f"'{action['id']}' is of kind {action['kind']}; allowed: an id that begins {begins}"
            yield entry.problem(message, (*place, "id"))
        for at, need in enumerate(action.get("needs", [])):
            if need not in ids:
                yield entry.problem(f"'{need}' is no action of this case", (*place, "needs", at))
        for diagnosis in action.get("weights", {}):
            if diagnosis not in diagnoses:
                message = f"is no diagnosis of the differential; allowed: {', '.join(sorted(diagnoses))}"
                yield entry.problem(message, (*place, "weights", diagnosis))


def _reachable(case: dict, entry: Entry) -> Iterator[Problem]:
    """Every action can be done: a stage allows its kind, and its needs come before it, not in a circle."""
    actions = {action["id"]: action for action in case["actions"]}
    for index, action in enumerate(case["actions"]):
        circle = _circle(action["id"], actions, ())
        if circle:
            yield entry.problem(
                f"needs itself ({' → '.join(circle)}); break the circle", ("actions", index, "needs")
            )
        elif not _stage_indices(action["kind"], case):
            kind = "essential, but no" if action["value"] == "essential" else "out of reach: no"
            message = f"is {kind} stage allows the kind {action['kind']}; add it to `allows` of a stage"
            yield entry.problem(message, ("actions", index))
        else:
            for at, need in enumerate(action.get("needs", [])):
                early = _stage_indices(actions[need]["kind"], case) if need in actions else [0]
                if early and min(early) > max(_stage_indices(action["kind"], case)):
                    message = f"'{need}' can only be done in a later stage, so this action is out of reach"
                    yield entry.problem(message, ("actions", index, "needs", at))


def _stage_indices(kind: str, case: dict) -> list[int]:
    return [index for index, stage in enumerate(case["stages"]) if kind in stage["allows"]]


def _circle(action: str, actions: dict[str, dict], path: tuple[str, ...]) -> tuple[str, ...]:
    if action in path:
        return (*path[path.index(action) :], action) if path[0] == action else ()
    for need in actions.get(action, {}).get("needs", []):
        found = _circle(need, actions, (*path, action))
        if found:
            return found
    return ()


def _names(case: dict, entry: Entry) -> Iterator[Problem]:
    """Actions, decisions and diagnoses that other parts name."""
    actions = {action["id"] for action in case["actions"]}
    diagnoses = {row["id"] for row in case["differential"]}
    choices = {f"{d['id']}={o['id']}" for d in case["decisions"] for o in d.get("options", [])}
    decisions = {decision["id"] for decision in case["decisions"]}
    for index, feature in enumerate(case["key_features"]):
        for at, need in enumerate(feature["needs"]):
            if need not in actions | choices:
                message = f"'{need}' is neither an action nor a decision=option of this case"
                yield entry.problem(message, ("key_features", index, "needs", at))
    for index, row in enumerate(case["debrief"]["expert_path"]):
        if row["step"] not in actions | choices | decisions:
            message = f"'{row['step']}' is no action or decision of this case"
            yield entry.problem(message, ("debrief", "expert_path", index, "step"))
    for at, diagnosis in enumerate(case["reflection"]["diagnoses"]):
        if diagnosis not in diagnoses:
            message = f"'{diagnosis}' is no diagnosis; allowed: {', '.join(sorted(diagnoses))}"
            yield entry.problem(message, ("reflection", "diagnoses", at))
    for at, finding in enumerate(case["reflection"]["findings"]):
        if finding not in actions:
            yield entry.problem(f"'{finding}' is no action of this case", ("reflection", "findings", at))
    for index, mark in enumerate(case["body_chart"]["marks"]):
        if mark.get("after") not in actions | {None}:
            message = f"'{mark['after']}' is no action of this case"
            yield entry.problem(message, ("body_chart", "marks", index, "after"))


def _answer(case: dict, entry: Entry) -> Iterator[Problem]:
    """The diagnosis the fiction was written with is one of its own; statements can then be judged by it."""
    diagnoses = [row["id"] for row in case["differential"]]
    if case.get("answer", diagnoses[0]) not in diagnoses:
        message = f"'{case['answer']}' is no diagnosis; allowed: {', '.join(diagnoses)}"
        yield entry.problem(message, ("answer",))


def _flags(case: dict, entry: Entry) -> Iterator[Problem]:
    """A flag is checked by an action that can show the sign; weakness only by examining strength."""
    actions = {action["id"]: action for action in case["actions"]}
    for index, flag in enumerate(case["red_flags"]):
        for at, check in enumerate(flag["checked_by"]):
            place = ("red_flags", index, "checked_by", at)
            if check not in actions:
                yield entry.problem(f"'{check}' is no action of this case", place)
            elif WEAKNESS.search(f"{flag['id'].replace('-', ' ')} {rich_text.plain(flag['text'])}"):
                action = actions[check]
                named = " ".join([rich_text.plain(action["label"]), *action.get("search", [])])
                if action["kind"] != "exam" or not STRENGTH.search(named):
                    message = f"'{check}' cannot show weakness; allowed: an exam action that tests strength"
                    yield entry.problem(message, place)


def _sums(case: dict, entry: Entry) -> Iterator[Problem]:
    for name in ("start", "end"):
        total = sum(row[name] for row in case["differential"])
        if abs(total - 1) > TOLERANCE:
            message = f"the `{name}` probabilities add up to {total:.3f}; allowed: 1"
            yield entry.problem(message, ("differential",))


def _excuses(case: dict, entry: Entry) -> Iterator[Problem]:
    for rule in case.get("lint_ok", {}):
        if rule not in LINTS:
            yield entry.problem(f"is no rule; allowed: {', '.join(LINTS)}", ("lint_ok", rule))


def _expert(case: dict, entry: Entry) -> Iterator[Problem]:
    """The expert's own path, with the best options, checks every flag and meets every key feature."""
    actions = {action["id"] for action in case["actions"]}
    done = [row["step"] for row in case["debrief"]["expert_path"] if row["step"] in actions]
    best: dict[str, Any] = {
        decision["id"]: next((o["id"] for o in decision["options"] if o["effect"] == "best"), None)
        for decision in case["decisions"]
        if decision["kind"] == "choose"
    }
    best |= dict(row["step"].split("=", 1) for row in case["debrief"]["expert_path"] if "=" in row["step"])
    result = case_scores(case, done, best)
    place = ("debrief", "expert_path")
    if result["outcome"] != "safe":
        why = ", ".join(result["missed_red_flags"] + result["harmful"] + result["dangerous"])
        yield entry.problem(f"ends '{result['outcome']}' ({why}); the expert's path has to be safe", place)
    if result["scores"]["key_features"] < 1 - TOLERANCE:
        unmet = [n for f in case["key_features"] for n in f["needs"]]
        unmet = [n for n in unmet if n not in done and best.get(n.split("=")[0]) != n.partition("=")[2]]
        yield entry.problem(
            f"leaves key features unmet ({', '.join(unmet)}); the expert meets them all", place
        )


def _ends(case: dict, entry: Entry) -> Iterator[Problem]:
    """Each of the four outcomes can be reached: a case that cannot go wrong teaches nothing."""
    if not any(action["value"] == "harmful" for action in case["actions"]):
        message = "no action is harmful, so nobody can end with `harm`; mark or add one"
        yield entry.problem(message, ("actions",))
    gates = [flag.get("gate", "cap") for flag in case["red_flags"]]
    if "cap" not in gates:
        message = (
            "every flag stops the case, so nobody can end with `not-checked`; allowed: one with gate cap"
        )
        yield entry.problem(message, ("red_flags",))
    options = [option for decision in case["decisions"] for option in decision.get("options", [])]
    if "stop" not in gates and not any(option["effect"] == "dangerous" for option in options):
        message = "no flag stops and no option is dangerous, so nobody can end with `unsafe`; add one"
        yield entry.problem(message, ("decisions",))


def _contrast(shelf: Shelf, entry: Entry) -> Iterator[Problem]:
    known = {other.id for other in shelf.scenarios}
    debrief = entry.data.get("debrief")
    contrast = debrief.get("contrast_with") if isinstance(debrief, dict) else None
    for at, case_id in enumerate(contrast if isinstance(contrast, list) else []):
        if case_id not in known:
            message = f"'{case_id}' is no case yet; leave it out until it exists"
            yield entry.problem(message, ("debrief", "contrast_with", at))

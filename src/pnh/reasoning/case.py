"""Scores and outcome of a whole case: separate figures that are never summed, behind a red-flag gate.

The JavaScript twin shares `tests/vectors/case_scores.json`.
"""

from collections.abc import Mapping, Sequence

from pnh.reasoning.scores import brier_distance

WASTE = {"essential": 0.0, "useful": 0.0, "neutral": 0.5, "wasteful": 1.0, "harmful": 1.0}
"""How much of an action's time and cost counts as waste."""

EFFICIENCY_SHOWN_FROM = 0.5
"""Below this key-feature score an economical path is no merit, so efficiency is not shown."""


def case_scores(
    case: Mapping, log: Sequence[str], decisions: Mapping, summary_self: float | None = None
) -> dict:
    """Everything a finished (or broken-off) case is scored by.

    `case`: the scenario's data. `log`: ids of the actions done, in order; repeats count once. `decisions`:
    decision id -> option id (`choose`), probabilities 0..1 by diagnosis (`rate-differential`) or text
    (`write`). `summary_self`: the learner's own mark of the summary sentence, 0..1.

    Returns `outcome`, `scores` (key_features, efficiency, calibration, summary_self), `minutes`, `cost`,
    `missed_red_flags`, `harmful`, `dangerous` (ids in the case's order).
    """
    actions = {action["id"]: action for action in case["actions"]}
    done = list(dict.fromkeys(log))
    missed = missed_red_flags(case, done)
    harmful = [
        action["id"] for action in case["actions"] if action["value"] == "harmful" and action["id"] in done
    ]
    dangerous = dangerous_decisions(case, decisions)
    features = key_features(case, done, decisions)
    return {
        "outcome": outcome(case, missed, harmful, dangerous),
        "scores": {
            "key_features": features,
            "efficiency": efficiency(case, done) if features >= EFFICIENCY_SHOWN_FROM else None,
            "calibration": calibration(case, decisions),
            "summary_self": summary_self,
        },
        "minutes": sum(actions[action]["minutes"] for action in done),
        "cost": sum(actions[action]["cost"] for action in done),
        "missed_red_flags": missed,
        "harmful": harmful,
        "dangerous": dangerous,
    }


def key_features(case: Mapping, done: Sequence[str], decisions: Mapping) -> float:
    """Weighted share of needs met: sum of weight * (needs met / needs), over the sum of weights."""
    features = case["key_features"]
    earned = sum(
        feature["weight"]
        * sum(_met(need, done, decisions) for need in feature["needs"])
        / len(feature["needs"])
        for feature in features
    )
    return earned / sum(feature["weight"] for feature in features)


def _met(need: str, done: Sequence[str], decisions: Mapping) -> bool:
    """A need is an action id, or `decision=option`."""
    decision, equals, option = need.partition("=")
    return decisions.get(decision) == option if equals else need in done


def efficiency(case: Mapping, done: Sequence[str]) -> float:
    """max(0, 1 - waste); a wasted action costs the mean of its minutes and cost over the essential ones'."""
    actions = {action["id"]: action for action in case["actions"]}
    essential = [action for action in actions.values() if action["value"] == "essential"]
    minutes = max(sum(action["minutes"] for action in essential), 1)
    cost = max(sum(action["cost"] for action in essential), 1)
    waste = sum(
        WASTE[actions[a]["value"]] * (actions[a]["minutes"] / minutes + actions[a]["cost"] / cost) / 2
        for a in dict.fromkeys(done)
    )
    return max(0.0, 1 - waste)


def missed_red_flags(case: Mapping, done: Sequence[str]) -> list[str]:
    """Ids of red flags that no action done could have shown, in the case's order."""
    return [flag["id"] for flag in case["red_flags"] if not set(flag["checked_by"]) & set(done)]


def dangerous_decisions(case: Mapping, decisions: Mapping) -> list[str]:
    """Ids of decisions answered with an option whose effect is `dangerous`."""
    return [
        decision["id"]
        for decision in case["decisions"]
        for option in decision.get("options", [])
        if option["effect"] == "dangerous" and decisions.get(decision["id"]) == option["id"]
    ]


def outcome(case: Mapping, missed: Sequence[str], harmful: Sequence[str], dangerous: Sequence[str]) -> str:
    """`unsafe` (a dangerous option or a missed stop flag) > `not-checked` > `harm` > `safe`."""
    stop_flags = {flag["id"] for flag in case["red_flags"] if flag.get("gate", "cap") == "stop"}
    if dangerous or stop_flags & set(missed):
        return "unsafe"
    if missed:
        return "not-checked"
    return "harm" if harmful else "safe"


def calibration(case: Mapping, decisions: Mapping) -> dict | None:
    """Distance of the learner's probabilities from the authors' draft after the findings (`end`).

    `{"before": distance or None, "after": distance or None}` (0 to 2), or None if nothing was stated. It
    measures agreement with one draft, not with a truth.
    """
    draft = {diagnosis["id"]: diagnosis["end"] for diagnosis in case["differential"]}
    distances = {"before": None, "after": None}
    for decision in case["decisions"]:
        stated = decisions.get(decision["id"])
        if decision["kind"] == "rate-differential" and stated:
            distances[decision.get("when", "after")] = brier_distance(stated, draft)
    return distances if any(value is not None for value in distances.values()) else None

"""What an explorer's schema cannot say: controls are whole, goals can be measured, values are allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pnh.content.problems import Problem
from pnh.content.yaml_file import Entry, Place

_CHANNELS = {"patient", "kv7_pct", "kv1_pct", "nap_x", "accumulation"}
_DRUGS = {"carbamazepine_um", "kv7_shift_mv", "sodium_block_pct"}
CONTROLS = {
    "one-pulse": {*_CHANNELS, *_DRUGS, "pulse_pa"},
    "map": {"kv7_pct", "nap_x"},
    "pharmacy": {*_CHANNELS, *_DRUGS},
    "noise": {*_CHANNELS, *_DRUGS, "noise_pa", "seed"},
    "repetitive": {*_CHANNELS, *_DRUGS, "rate_hz", "stimuli"},
    "motor-unit": {"fibres", "scatter_mm", "needle_mm", "fibre_um"},
    "crackle": {*_CHANNELS, *_DRUGS},
    "ear": {"set"},
    "microcramp": {"foci", "fibres", "synchrony", "threshold_mn", "sites"},
    "responders": {"effect", "placebo", "noise", "entry", "rule_pct", "show"},
    "interval": {"counted", "normal"},
    "calcium": {"calcium_mm", "slope_mv"},
}
"""Controls that each bench understands: those of `pnh.models.controls`, and its own."""

_AFTER_A_PULSE = {"spikes", "ends", "last_spike_ms", "rate_hz", "class", "peak_mv"}
MEASURES = {
    "one-pulse": _AFTER_A_PULSE,
    "map": {*_AFTER_A_PULSE, "picked"},
    "pharmacy": {"spikes", "spikes_untreated", "threshold_pa", "threshold_rise_pct"},
    "noise": {"spikes", "events", "singles", "doublets", "multiplets", "groups"},
    "repetitive": {"extra_spikes", "stimuli_with_after_discharge", "done"},
    "motor-unit": {"amplitude_uv", "duration_ms", "phases"},
    "crackle": {"spikes", "extra_spikes", "heard"},
    "ear": {"answered", "right_in_a_row", "kinds_right"},
    "microcramp": {"mean_mn", "fluctuation_mn", "visible", "exponent", "active", "site_pct", "found_pct"},
    "responders": {
        "treated",
        "responders",
        "responders_pct",
        "fall_all",
        "fall_responders",
        "fall_shown",
        "excess",
        "likelihood_ratio",
    },
    "interval": {"seen", "people", "without", "low_pct", "high_pct", "without_pct", "three_pct"},
    "calcium": {"spikes", "singles", "multiplets", "longest", "pattern", "threshold_pa"},
}
"""What each bench measures, and goals may ask for."""

_NEEDS = {
    "range": ("unit", "min", "max", "step", "value"),
    "select": ("options", "value"),
    "switch": ("value",),
}


def explorer_problems(entry: Entry) -> list[Problem]:
    """All problems of one explorer beyond its schema; what cannot be read is left out."""
    if not isinstance(entry.data, dict):
        return []
    problems: list[Problem] = []
    for check in (_controls, _settings, _goals):
        try:
            problems += check(entry)
        except (KeyError, TypeError, AttributeError, ValueError):
            continue  # malformed parts are reported by the schema
    return problems


def fault(control: Mapping[str, Any], value: Any) -> str | None:
    """Why a control cannot stand at `value`, or None."""
    if control["kind"] == "range":
        low, high = control["min"], control["max"]
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            return f"is {value}; allowed: {low} to {high} {control['unit']}"
    elif control["kind"] == "select":
        offered = [option["value"] for option in control["options"]]
        if value not in offered:
            return f"is {value}; allowed: {', '.join(map(str, offered))}"
    elif not isinstance(value, bool):
        return f"is {value}; allowed: true or false"
    return None


def _controls(entry: Entry) -> Iterator[Problem]:
    known, seen = CONTROLS[entry.data["bench"]], set()
    for index, control in enumerate(entry.data["controls"]):
        place: Place = ("controls", index)
        if control["id"] not in known:
            message = (
                f"the bench {entry.data['bench']} has no such control; allowed: {', '.join(sorted(known))}"
            )
            yield entry.problem(message, (*place, "id"))
        if control["id"] in seen:
            yield entry.problem("this control stands twice; keep one", (*place, "id"))
        seen.add(control["id"])
        missing = [name for name in _NEEDS[control["kind"]] if name not in control]
        for name in missing:
            yield entry.problem(f"a {control['kind']} control needs `{name}`", place)
        if missing:
            continue
        if control["kind"] == "range" and control["min"] >= control["max"]:
            yield entry.problem(f"is {control['min']}; allowed: less than max", (*place, "min"))
        elif why := fault(control, control["value"]):
            yield entry.problem(why, (*place, "value"))


def _settings(entry: Entry) -> Iterator[Problem]:
    """Presets and the still figure use controls of the bench, within what the learner could set."""
    controls = {control["id"]: control for control in entry.data["controls"]}
    known = CONTROLS[entry.data["bench"]]
    settings = [(("presets", i, "values"), p["values"]) for i, p in enumerate(entry.data.get("presets", []))]
    settings.append((("still", "values"), entry.data["still"].get("values", {})))
    for place, values in settings:
        for name, value in values.items():
            if name in controls:
                why = fault(controls[name], value)
            else:
                allowed = ", ".join(sorted(known))
                why = None if name in known else f"is no control of this bench; allowed: {allowed}"
            if why:
                yield entry.problem(why, (*place, name))


def _goals(entry: Entry) -> Iterator[Problem]:
    bench, seen = entry.data["bench"], set()
    allowed = MEASURES[bench] | {control["id"] for control in entry.data["controls"]}
    for index, goal in enumerate(entry.data["goals"]):
        if goal["id"] in seen:
            yield entry.problem("this goal's id stands twice; give each its own", ("goals", index, "id"))
        seen.add(goal["id"])
        for number, condition in enumerate(goal["when"]):
            place: Place = ("goals", index, "when", number)
            if condition["of"] not in allowed:
                message = f"nothing measures this; allowed: {', '.join(sorted(allowed))}"
                yield entry.problem(message, (*place, "of"))
            if not {"min", "max", "equals"} & set(condition):
                yield entry.problem("a condition needs `min`, `max` or `equals`", place)

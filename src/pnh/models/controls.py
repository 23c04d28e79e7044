"""From the settings of an explorer to an axon and its stimulus: the twin of
frontend/src/models/controls.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pnh.models.axon_data import axon_model
from pnh.models.axon_parameters import AxonParameters, check_names, check_number, check_settings

_WHOLE = ("seed", "stimuli")
_STIMULUS = ("pulse_pa", "noise_pa", "seed", "rate_hz", "stimuli")


def control_values(given: Mapping[str, Any]) -> dict[str, Any]:
    """All controls, complete and checked: the defaults, but for what is given.

    Raises ValueError with the control, its value and what is allowed.
    """
    known = axon_model().controls
    check_names("control", check_settings(given), known)
    for name, value in given.items():
        if known[name].range:
            check_number(name, value, known[name].range, whole=name in _WHOLE)
    values = {name: control.value for name, control in known.items()} | dict(given)
    if not isinstance(values["accumulation"], bool):
        raise ValueError(f"accumulation: {values['accumulation']!r} is not true or false")
    presets = axon_model().presets
    if not isinstance(values["patient"], str) or values["patient"] not in presets:
        raise ValueError(f"patient: {values['patient']!r} is not one of {', '.join(presets)}")
    return values


def axon_from(given: Mapping[str, Any]) -> tuple[AxonParameters, dict[str, Any]]:
    """The axon of these settings, and its stimulus {pulse_pa, noise_pa, seed, rate_hz, stimuli}.

    A patient other than healthy brings their own channels, whatever the sliders say of them; a sodium block
    then takes its share. Raises ValueError like `control_values`.
    """
    values = control_values(given)
    channels = {
        "kv7_x": values["kv7_pct"] / 100,
        "kv1_x": values["kv1_pct"] / 100,
        "persistent_sodium_x": values["nap_x"],
    } | dict(axon_model().presets[values["patient"]])
    channels["persistent_sodium_x"] *= 1 - values["sodium_block_pct"] / 100
    drugs = {name: values[name] for name in ("carbamazepine_um", "kv7_shift_mv")}
    hypothesis = {} if values["accumulation"] else {"accumulation_mm_per_pc": 0}
    return AxonParameters(**channels, **drugs, **hypothesis), {name: values[name] for name in _STIMULUS}

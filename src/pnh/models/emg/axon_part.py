"""From the axon to the muscle: when the axon of a `compose` part discharges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pnh.models.axon_parameters import check_names, check_times
from pnh.models.controls import axon_from
from pnh.models.protocols import repetitive_stimulation

_OF_EVERY_PART = ("kind", "seed", "from_s", "to_s")


def axon_spikes_s(part: Mapping[str, Any], seconds: float) -> Sequence[float]:
    """Spike times within the part, seconds: as given in `spikes_s`, or from repetitive nerve stimulation.

    `preset` names the patient; `rate_hz`, `stimuli` and any other control of the explorers may stand beside
    it. Without `stimuli`, as many are given as begin within the part, up to the 20 of the explorers. Raises
    ValueError for a control that does not exist or is out of range.
    """
    if "spikes_s" in part:
        check_names("field of a part with spikes_s", part, (*_OF_EVERY_PART, "spikes_s"))
        check_times("spikes_s", part["spikes_s"], (0, 1e9))
        return [time for time in part["spikes_s"] if time < seconds]
    controls = {name: value for name, value in part.items() if name not in (*_OF_EVERY_PART, "preset")}
    parameters, stimulus = axon_from({"patient": part.get("preset", "healthy"), **controls})
    stimuli = (
        stimulus["stimuli"] if "stimuli" in part else min(20, max(1, int(seconds * stimulus["rate_hz"])))
    )
    run = repetitive_stimulation(parameters, stimulus["rate_hz"], stimuli, pulse_pa=stimulus["pulse_pa"])
    return [float(time) / 1000 for time in run.trace.spikes_ms if time / 1000 < seconds]

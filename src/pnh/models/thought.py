"""The numbers of the thought models, from data/models, and the settings that their controls make of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pnh.models.axon_parameters import check_names, check_number, check_settings
from pnh.models.data_file import Quantity, quantities, read_json
from pnh.paths import ROOT

_WHOLE = ("foci", "fibres", "sites")


@cache
def thought_model(name: str) -> Mapping[str, Quantity]:
    """The quantities of `microcramp` or `responders` by name. Raises ModelDataError, which names the file."""
    path = ROOT / "data" / "models" / f"{name}.json"
    return MappingProxyType(quantities(path, read_json(path, "pnh-thought/1"), "numbers"))


def numbers(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """All numbers of a thought model by name: as they stand in the file, but for the settings given.

    Raises ValueError with the setting, its value and what is allowed.
    """
    model = thought_model(name)
    settable = {key: quantity for key, quantity in model.items() if quantity.range}
    check_names("control", check_settings(given), settable)
    for key, value in given.items():
        check_number(key, value, settable[key].range, whole=key in _WHOLE)
    return {key: quantity.value for key, quantity in model.items()} | dict(given)

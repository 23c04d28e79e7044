"""A case, and the steps of script concordance, are told in the same words with and without script; frontend/test/words.test.mjs holds the other side."""

from __future__ import annotations

import json

from pnh.paths import ROOT
from pnh.widgets.still import case, item, markup


def test_the_still_form_uses_the_shared_words():
    words = json.loads((ROOT / "tests/vectors/words.json").read_text(encoding="utf-8"))
    here = {
        "provenance": markup.PROVENANCE,
        "effect": case.EFFECT,
        "value": case.VALUE,
        "cost": list(case.COST),
        "concordance": item.SCRIPT_STEPS,
    }
    assert here == words

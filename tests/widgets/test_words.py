"""Cases and tools are told in the same words with and without script; frontend/test/words.test.mjs holds the other side."""

from __future__ import annotations

import json

from pnh.paths import ROOT
from pnh.widgets.still import case, item, markup, tool


def test_the_still_form_uses_the_shared_words():
    words = json.loads((ROOT / "tests/vectors/words.json").read_text(encoding="utf-8"))
    here = {
        "provenance": markup.PROVENANCE,
        "effect": case.EFFECT,
        "value": case.VALUE,
        "cost": list(case.COST),
        "concordance": item.SCRIPT_STEPS,
        "verdict": tool.VERDICT,
        "direction": tool.DIRECTION,
        "features": tool.FEATURES,
    }
    assert here == words


def test_a_chip_names_the_text_a_fact_rests_on():
    said = markup.provenance_words
    assert said({"kind": "source", "sources": ["seed000"]}) == "from the letter"
    assert (
        said({"kind": "source", "sources": ["poyraz2017cfs", "seed002"]})
        == "from the report, about this person"
    )
    assert said({"kind": "source-group", "sources": ["poyraz2017cfs"]}) == "from studies, about groups"
    assert said({"kind": "source", "sources": ["seed002"], "label": "lent to him"}) == "lent to him"
    assert said({"kind": "composed"}) == "composed"

"""Makes tests/vectors/evidence.json: what the benches that weigh evidence measure at some settings, by Python.

`python tests/models/evidence_vectors.py`, from the repository's root.
"""

from __future__ import annotations

import json

from pnh.models import benches, microcramp, responders
from pnh.paths import ROOT

FILE = ROOT / "tests" / "vectors" / "evidence.json"
SETTINGS = {
    "microcramp": [
        {},
        {"foci": 10, "fibres": 20, "synchrony": 1, "threshold_mn": 5, "sites": 1},
        {"foci": 1000, "synchrony": 0.05},
        {"foci": 400, "synchrony": 0.3, "fibres": 1, "sites": 40},
    ],
    "responders": [
        {},
        {"effect": 0, "placebo": 0, "show": "responders"},
        {"effect": 20, "placebo": 0, "rule_pct": 80},
        {"effect": 40, "placebo": 20, "noise": 24, "entry": 20, "rule_pct": 10, "show": "all"},
        {"noise": 0, "placebo": 0},
    ],
    "interval": [{}, {"counted": 22}, {"counted": 22, "normal": 6}, {"counted": 18, "normal": 5}],
    "calcium": [
        {"calcium_mm": level, "slope_mv": slope} for level in (0.6, 0.8, 0.9, 1.0, 1.5) for slope in (9, 6)
    ],
}


def vectors() -> list[dict]:
    """One row for each setting; of force and people some samples, too."""
    rows = []
    for bench, settings in SETTINGS.items():
        for values in settings:
            row = {"bench": bench, "values": values, "measures": dict(benches.measures(bench, values))}
            if bench == "microcramp":
                row["force_mn"] = [float(sample) for sample in microcramp.force(values)[::25]]
            if bench == "responders":
                found = responders.series(values)
                row["after"] = [float(score) for score in found.after[:10]]
            rows.append(row)
    return rows


if __name__ == "__main__":
    lines = ",\n".join(" " + json.dumps(row) for row in vectors())
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")

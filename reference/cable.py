"""The reference: a myelinated motor axon of 21 nodes in NEURON, with which the course's own axon is compared.

The course's axon is one space-clamped patch. What that simplification costs is measured here: the same node
currents, the geometry of McIntyre, Richardson and Grill 2002 (fibre of 10 um) as a full double cable, in a
simulator of other people. Its results are committed (data/models/golden/cable.json): tests need no compiler.

    pip install -e .[reference]          # NEURON; needs a C++ compiler and make
    python reference/cable.py            # writes data/models/golden/cable.json (about a minute)
    python reference/cable.py --check    # computes it again and compares
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "data" / "models" / "golden" / "cable.json"

NODE_UM, AXON_UM, FIBRE_UM = 3.3, 6.9, 10.0
SPACING_UM, PARANODE_UM, JUXTAPARANODE_UM, LAMELLAE = 1150, 3, 46, 120
PARANODE_GAP_UM, INTERNODE_GAP_UM, RESISTIVITY_OHM_CM = 0.002, 0.004, 70
NODES, RECORDED, STEP_MS, PULSE_AT_MS = 21, 10, 0.005, 20.0

JUXTAPARANODE_KV1_S_CM2 = 0.02
CONDITIONS: dict[str, dict[str, Any]] = {
    "healthy": {"celsius": 37, "duration_ms": 60},
    "one-hit": {"kv7": 0.4},
    "one-hit-bare": {"kv7": 0.4, "juxtaparanode": 0},
    "two-hits": {"kv7": 0.6, "persistent_sodium": 2},
    "little-kv1": {"kv1": 0.3, "kv7": 0.5, "persistent_sodium": 1.5},
}
"""Conductances as shares of normal. `juxtaparanode: 0` takes away the fast potassium channels under the
myelin, which the course's axon has and the published model has not. There is no accumulation and no slow
inactivation here."""


def main(arguments: list[str]) -> int:
    results = computed()
    if "--check" in arguments:
        committed = json.loads(GOLDEN.read_text(encoding="utf-8"))
        same = committed == json.loads(json.dumps(results))
        print("The committed results are reproduced." if same else "The committed results differ.")
        return 0 if same else 1
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    draft = GOLDEN.with_suffix(".draft")  # put in place at the end: nothing half-written is ever read
    draft.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    os.replace(draft, GOLDEN)
    print(f"written: {GOLDEN}")
    return 0


def computed() -> dict[str, Any]:
    """Spike times (ms after the pulse's start, at the recorded node) and potentials of every condition."""
    h = simulator()
    return {
        "schema": "pnh-cable/1",
        "about": "21-node cable in NEURON, by reference/cable.py. Pulse: 2 nA, 0.1 ms, at the first node.",
        "neuron": h.nrnversion(0),
        "step_ms": STEP_MS,
        "conditions": {name: run(h, **condition) for name, condition in CONDITIONS.items()},
    }


def simulator() -> Any:
    """NEURON with the node's mechanism, compiled in a folder of its own. SystemExit with an instruction."""
    try:
        from neuron import h, load_mechanisms
    except ImportError:
        raise SystemExit("NEURON is missing: pip install -e .[reference]") from None
    folder = tempfile.mkdtemp(prefix="pnh-node-")
    (Path(folder) / "node.mod").write_bytes((HERE / "node.mod").read_bytes())
    built = subprocess.run(
        [Path(sys.executable).with_name("nrnivmodl")], cwd=folder, capture_output=True, text=True
    )
    if built.returncode != 0:
        raise SystemExit(
            f"{built.stderr}\nThe node's mechanism was not compiled: install a C++ compiler and make."
        )
    load_mechanisms(folder)
    h.load_file("stdrun.hoc")
    return h


def run(h: Any, celsius: float = 34, duration_ms: float = 200, **shares: float) -> dict[str, Any]:
    """One pulse at the first node; what the middle node does."""
    nodes, sections = cable(h, shares)  # NEURON forgets sections that nobody holds
    pulse = h.IClamp(nodes[0](0.5))
    pulse.delay, pulse.dur, pulse.amp = PULSE_AT_MS, 0.1, 2.0
    here, further = (h.Vector().record(nodes[at](0.5)._ref_v) for at in (RECORDED, RECORDED + 5))
    h.celsius, h.dt, h.steps_per_ms = celsius, STEP_MS, 1 / STEP_MS
    h.finitialize(-80)
    h.tstop = duration_ms + PULSE_AT_MS
    h.continuerun(h.tstop)
    voltage, later = list(here), list(further)
    spikes = crossings(voltage)
    travelled_m = 5 * SPACING_UM * 1e-6
    start = round(PULSE_AT_MS / STEP_MS)
    every = round(0.1 / STEP_MS)
    return {
        "celsius": celsius,
        "shares": shares,
        "sections": len(sections),
        "duration_ms": duration_ms,
        "rest_mv": round(voltage[start - 1], 3),
        "velocity_m_s": round(travelled_m / ((crossings(later)[0] - spikes[0]) * 1e-3), 1),
        "spikes_ms": [round(at - PULSE_AT_MS, 3) for at in spikes],
        "sampled_every_ms": 0.1,
        "voltage_mv": [round(value, 2) for value in voltage[start::every][: round(60 / 0.1)]],
    }


def crossings(voltage: list[float]) -> list[float]:
    """Times at which the potential rises through -20 mV."""
    return [k * STEP_MS for k in range(1, len(voltage)) if voltage[k - 1] < -20.0 <= voltage[k]]


def cable(h: Any, shares: dict[str, float]) -> tuple[list[Any], list[Any]]:
    """Nodes and all sections, joined: node, paranode, juxtaparanode, six internodal pieces, and back."""
    internode_um = (SPACING_UM - 1 - 2 * PARANODE_UM - 2 * JUXTAPARANODE_UM) / 6
    paranode_gap, internode_gap = gap(NODE_UM, PARANODE_GAP_UM), gap(AXON_UM, INTERNODE_GAP_UM)
    kinds = {
        "paranode": (NODE_UM, PARANODE_UM, 0.001, paranode_gap),
        "juxtaparanode": (AXON_UM, JUXTAPARANODE_UM, 0.0001, internode_gap),
        "internode": (AXON_UM, internode_um, 0.0001, internode_gap),
    }
    between = ["paranode", "juxtaparanode", *["internode"] * 6, "juxtaparanode", "paranode"]
    nodes, chain = [], []
    for index in range(NODES):
        nodes.append(ranvier(h, shares, paranode_gap))
        chain.append(nodes[-1])
        if index == NODES - 1:
            break
        for kind in between:
            chain.append(sheathed(h, *kinds[kind]))
            if kind == "juxtaparanode":
                fast_potassium(chain[-1], shares)
    for before, after in pairwise(chain):
        after.connect(before(1), 0)
    return nodes, chain


def gap(diameter_um: float, width_um: float) -> float:
    """Axial resistance of the space under the myelin, MOhm/cm."""
    area = math.pi * ((diameter_um / 2 + width_um) ** 2 - (diameter_um / 2) ** 2)
    return RESISTIVITY_OHM_CM * 100 / area


def ranvier(h: Any, shares: dict[str, float], outside: float) -> Any:
    section = h.Section(name="ranvier")
    section.L, section.diam, section.nseg, section.Ra, section.cm = 1, NODE_UM, 1, RESISTIVITY_OHM_CM, 2
    section.insert("ranvier")
    for name in ("kv1", "kv7", "persistent_sodium"):
        setattr(section, f"{name}_ranvier", getattr(section, f"{name}_ranvier") * shares.get(name, 1))
    section.insert("extracellular")
    section.xraxial[0], section.xg[0], section.xc[0] = outside, 1e10, 0
    return section


def sheathed(h: Any, diameter_um: float, length_um: float, conductance: float, outside: float) -> Any:
    """A piece under myelin; densities and axial resistivity are scaled from the axon to the fibre."""
    section, scale = h.Section(name="sheathed"), diameter_um / FIBRE_UM
    section.L, section.diam, section.nseg = length_um, FIBRE_UM, 1
    section.Ra, section.cm = RESISTIVITY_OHM_CM / scale**2, 2 * scale
    section.insert("pas")
    section.g_pas, section.e_pas = conductance * scale, -80
    section.insert("extracellular")
    section.xraxial[0], section.xg[0], section.xc[0] = outside, 0.001 / (2 * LAMELLAE), 0.1 / (2 * LAMELLAE)
    return section


def fast_potassium(section: Any, shares: dict[str, float]) -> None:
    """Kv1 under the juxtaparanodal myelin: the node's mechanism with everything else at nothing."""
    section.insert("ranvier")
    for name in ("transient_sodium", "persistent_sodium", "kv7", "leak"):
        setattr(section, f"{name}_ranvier", 0)
    share = shares.get("juxtaparanode", 1) * shares.get("kv1", 1)
    section.kv1_ranvier = JUXTAPARANODE_KV1_S_CM2 * share * AXON_UM / FIBRE_UM


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

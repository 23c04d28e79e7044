"""How fast the nerve laboratory is: the same work in JavaScript, Python and NEURON, and a slider in the page.

    python benchmarks/axon_speed.py                                  # everything that this computer has
    python benchmarks/axon_speed.py --neuron-python other/bin/python # NEURON from another environment

One run prints everything side by side. What is missing (Node, NEURON, a browser, the built book) is named
and left out. Times are medians after a first run, which stands beside them; "processor" is the processor
time of one run, all threads. Nothing is asserted: figures belong to the computer they were taken on.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from slider_to_paint import FRAME_MS, MOVES, in_the_page

from pnh.models.axon import AxonParameters, simulate
from pnh.models.emg import KINDS, emg
from pnh.models.protocols import repetitive_stimulation
from pnh.paths import ROOT

PRESET = "cfs-like"
RUN = {"duration_ms": 200, "pulses_ms": [20]}
STEPS_MS = (0.02, 0.01)
CABLE_STEPS_MS = (0.02, 0.005)
TRAIN = {"rate_hz": 1, "stimuli": 10}
EMG_SECONDS = 2
REPEATS, EMG_REPEATS, LONG_REPEATS = 21, 11, 3
JAVASCRIPT_REPEATS = 201  # its compiler needs some tens of runs to settle

Timing = dict[str, Any]
Part = dict[str, Any] | str
"""What was measured in one place, or why nothing was."""


def timed(work: Callable[[], Any], repeats: int = REPEATS) -> Timing:
    """First run, median and processor time of the runs after it (ms), and the last result."""
    wall = []
    for index in range(repeats + 1):
        if index == 1:
            processor = time.process_time()
        begun = time.perf_counter()
        result = work()
        wall.append((time.perf_counter() - begun) * 1000)
    cpu_ms = (time.process_time() - processor) * 1000 / repeats
    return {"first_ms": wall[0], "median_ms": median(wall[1:]), "cpu_ms": cpu_ms, "found": result}


def in_javascript() -> Part:
    """The page's own models in Node; or why there are no figures."""
    node = shutil.which("node")
    if node is None:
        return "Node is missing: install Node 20 or newer."
    job = {
        "preset": PRESET, "steps_ms": STEPS_MS, "run": RUN, "train": TRAIN, "kinds": KINDS,
        "seconds": EMG_SECONDS, "repeats": JAVASCRIPT_REPEATS, "emg_repeats": EMG_REPEATS,
        "long_repeats": LONG_REPEATS,
    }  # fmt: skip
    script = Path(__file__).with_suffix(".mjs")
    return _json_of([node, "--no-warnings", str(script), json.dumps(job)])


def in_python() -> dict[str, Any]:
    """The same with pnh.models."""
    axon = AxonParameters.preset(PRESET)

    def patch(step_ms: float) -> int:
        return len(simulate(axon, **RUN, step_ms=step_ms).spikes_ms)

    def train() -> int:
        return len(repetitive_stimulation(axon, **TRAIN).trace.spikes_ms)

    return {
        "version": f"Python {platform.python_version()}, numpy {np.__version__}",
        "axon": [timed(lambda step=step: patch(step)) for step in STEPS_MS],
        "train": timed(train, LONG_REPEATS),
        "train_s": repetitive_stimulation(axon, **TRAIN).trace.duration_ms / 1000,
        "emg": {kind: timed(lambda kind=kind: emg(kind, 1, EMG_SECONDS).kind, EMG_REPEATS) for kind in KINDS},
    }


# For an interpreter that has NEURON and need not have this course. The solving is timed, not the building.
IN_NEURON = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
import cable
job = json.loads(sys.argv[2])

class Watched:
    def __init__(self, h): self.__dict__.update(h=h, wall=[], cpu=[])
    def __getattr__(self, name): return getattr(self.h, name)
    def __setattr__(self, name, value): setattr(self.h, name, value)
    def continuerun(self, until):
        wall, cpu = time.perf_counter(), time.process_time()
        self.h.continuerun(until)
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.cpu.append((time.process_time() - cpu) * 1000)

h = cable.simulator()
rows, lasts_ms = [], job["duration_ms"] - cable.PULSE_AT_MS
for step in job["steps_ms"]:
    cable.STEP_MS, watched = step, Watched(h)
    for _ in range(job["repeats"] + 1):
        result = cable.run(watched, duration_ms=lasts_ms, **cable.CONDITIONS["two-hits"])
    first, *warm = watched.wall
    cpu_ms, spikes = sum(watched.cpu[1:]) / len(warm), len(result["spikes_ms"])
    rows.append(dict(first_ms=first, median_ms=sorted(warm)[len(warm) // 2], cpu_ms=cpu_ms, found=spikes))
version = "NEURON " + h.nrnversion(0)
print(json.dumps(dict(version=version, nodes=cable.NODES, sections=result["sections"], axon=rows)))
"""


def in_neuron(python: str) -> Part:
    """The reference cable at the same channels; or why there are no figures."""
    job = {"steps_ms": CABLE_STEPS_MS, "duration_ms": RUN["duration_ms"], "repeats": LONG_REPEATS}
    told = _json_of([python, "-c", IN_NEURON, str(ROOT / "reference"), json.dumps(job)])
    hint = "It needs a C++ compiler and make; --neuron-python PATH takes that of another environment."
    return f"{told.rstrip('.')}. {hint}" if isinstance(told, str) else told


def _json_of(command: list[str]) -> Part:
    """The JSON that a program prints at its end, or the last line of its complaint."""
    try:
        run = subprocess.run(command, capture_output=True, text=True)
    except OSError as problem:
        return f"{command[0]} could not be started: {problem.strerror}."
    if run.returncode != 0:
        return (run.stderr.strip().splitlines() or ["it ended without a word"])[-1]
    return json.loads(run.stdout.strip().splitlines()[-1])


def share(values: list[float], part: float) -> float:
    """The value below which this part of the values lies (nearest rank)."""
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]


def machine() -> str:
    """Processor, cores, load and system."""
    table = Path("/proc/cpuinfo")
    lines = table.read_text(encoding="utf-8").splitlines() if table.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    chip = models[0] if models else platform.processor() or platform.machine()
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return f"{chip}, {os.cpu_count()} cores{load}; {platform.system()} {platform.release()}"


def heading(title: str, *columns: str) -> None:
    print(f"\n{title:42}" + "".join(f"{column:>12}" for column in columns))


def print_run(name: str, timing: Timing, reference: Timing | None) -> None:
    times = "".join(f"{timing[key]:12.1f}" for key in ("first_ms", "median_ms", "cpu_ms"))
    ratio = f"{timing['median_ms'] / reference['median_ms']:11.1f}x" if reference else f"{'':12}"
    print(f"  {name:40}{times}{ratio}{timing['found']:12}")


def print_axons(script: Part, python: Part, cable: Part) -> None:
    columns = ("first, ms", "median, ms", "processor", "ratio", "spikes")
    reference = script if isinstance(script, dict) else {"axon": [None], "train": None}
    patches = {"JavaScript": script, "Python": python} if isinstance(script, dict) else {"Python": python}
    heading(f"{RUN['duration_ms']} ms of the {PRESET} axon, one pulse", *columns)
    for name, part in patches.items():
        for step, timing in zip(STEPS_MS, part["axon"], strict=True):
            print_run(f"{name}, one patch, step {step} ms", timing, reference["axon"][0])
    if isinstance(cable, dict):
        for step, timing in zip(CABLE_STEPS_MS, cable["axon"], strict=True):
            print_run(f"NEURON, {cable['nodes']} nodes, step {step} ms", timing, reference["axon"][0])
        print(
            f"  NEURON computes more and something else: {cable['sections']} sections of cable, and nothing"
        )
        print("  of what ends the patch's burst (potassium outside, slow inactivation).")
    heading(
        f"{TRAIN['stimuli']} stimuli at {TRAIN['rate_hz']} Hz, {python['train_s']:.0f} s of the same axon",
        *columns,
    )
    for name, part in patches.items():
        print_run(f"{name}, one patch, step {STEPS_MS[0]} ms", part["train"], reference["train"])


def print_emg(script: Part, python: Part) -> None:
    heading(f"{EMG_SECONDS} s of EMG, median in ms", "JavaScript", "Python", "ratio")
    for kind in KINDS:
        there = python["emg"][kind]["median_ms"]
        if isinstance(script, dict):
            here = script["emg"][kind]["median_ms"]
            print(f"  {kind:40}{here:12.2f}{there:12.2f}{there / here:11.1f}x")
        else:
            print(f"  {kind:40}{'':12}{there:12.2f}")


def print_page(page: Part) -> None:
    heading(f"{MOVES} moves of a slider in the page", "p50, ms", "p95, ms", "p50, frames")
    for slowed, moves in page["rows"].items() if isinstance(page, dict) else ():
        processor = "" if slowed == 1 else f", processor slowed {slowed} times"
        answered = [move for move in moves if move]
        if len(answered) < len(moves):
            print(f"  {len(moves) - len(answered)} of the moves{processor}: no new path, not counted")
        for name, at in (("new path", 0), ("frame after it", 1)) if answered else ():
            middle, high = (share([move[at] for move in answered], part) for part in (0.5, 0.95))
            print(f"  {f'to {name}{processor}':46}{middle:6.1f}{high:12.1f}{middle / FRAME_MS:12.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--neuron-python", default=sys.executable, metavar="PATH", help="interpreter with NEURON"
    )
    parser.add_argument(
        "--book", type=Path, default=ROOT / "_build" / "html", metavar="PATH", help="the built book"
    )
    chosen = parser.parse_args()
    here = machine()
    script, python = in_javascript(), in_python()
    cable, page = in_neuron(chosen.neuron_python), in_the_page(chosen.book)
    parts = {"JavaScript": script, "Python": python, "NEURON": cable, "the page": page}
    print(here)
    print("; ".join(part["version"] for part in parts.values() if isinstance(part, dict)))
    print_axons(script, python, cable)
    print_emg(script, python)
    print_page(page)
    for name, part in parts.items():
        if isinstance(part, str):
            print(f"\nLeft out, {name}: {part}")


if __name__ == "__main__":
    main()

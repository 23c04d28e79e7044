"""The picture of an explorer for paper and for pages without script: its bench at one setting."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from math import nan
from typing import Any

from pnh.figures.axon_panel import Panel
from pnh.figures.canvas import SMALL, WIDTH, Canvas
from pnh.figures.emg_traces import draw_potential, draw_time_bar, draw_trace, label_trace
from pnh.figures.evidence_still import PICTURES as _EVIDENCE
from pnh.figures.palette import colours
from pnh.figures.svg import inline_svg
from pnh.models import benches, emg
from pnh.models.protocols import Experiment, bench_run

LEFT, RIGHT, SHOWN_MS = 34, WIDTH - 12, 150
MANY = {"burst", "endless", "spontaneous"}


def drawing(body: Mapping[str, Any]) -> str:
    """The still of an explorer's payload as an SVG in the page's colours, with its words as its name."""
    standing = {control["id"]: control["value"] for control in body["controls"]}
    values = {**standing, **body["still"].get("values", {})}
    sheet = _PICTURES[body["bench"]](values, body)
    alt = html.unescape(re.sub(r"<[^>]+>", "", body["still"]["alt"]))
    drawn = inline_svg(sheet.figure, alt, f"still-{body['id']}")
    # The other class keeps the whole name: these words stand nowhere else on the page.
    return drawn.replace('class="pnh-drawing"', 'class="pnh-drawing pnh-whole"', 1)


def _pulse(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """The potential after one pulse; for the pharmacy also, in pale, without the drug."""
    run = bench_run(body["bench"], values)
    sheet = Canvas(height=174)
    _voltage(sheet, run, 14)
    return sheet


def _voltage(sheet: Canvas, run: Experiment, top: float, colour: str | None = None) -> None:
    panel = Panel(LEFT, RIGHT, top, top + 120, from_ms=-8, to_ms=SHOWN_MS, low_mv=-90, high_mv=40)
    at_ms = run.pulses_ms[0]
    panel.axis_mv(sheet, -80, -40, 0)
    panel.axis_ms(sheet, 50, 100, 150)
    sheet.text(2, top - 3, "mV", size=SMALL, colour="soft")
    if run.untreated is not None:
        panel.draw(sheet, run.untreated, at_ms, colour="edge")
    spikes = sum(spike >= at_ms for spike in run.trace.spikes_ms)
    panel.draw(sheet, run.trace, at_ms, colour=colour or ("signal" if spikes > 1 else "nerve"))
    sheet.mark(panel.x(0), panel.bottom + 4, shape="^", size=6, fill="ink", edge="ink")
    sheet.text(panel.x(0), panel.bottom + 19, "pulse", size=SMALL, colour="soft", ha="center")


def _map(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """Every cell a run after one pulse: the more it fires, the fuller it is."""
    grid = body["map"]
    columns, rows = grid["nap_x"], grid["kv7_pct"]
    sheet = Canvas(height=294)
    left, right, top, bottom = LEFT + 6, RIGHT, 12.0, 236.0
    wide, high = (right - left) / len(columns), (bottom - top) / len(rows)
    for names, colour, share in (
        ({"none"}, "line", 1),
        ({"few", "block"}, "signal", 0.4),
        (MANY, "signal", 0.94),
    ):
        xs, ys = [], []
        for column, answers in enumerate(grid["class"]):
            for row, answer in enumerate(answers):
                if grid["classes"][answer] in names:
                    x, y = left + column * wide, bottom - (row + 0.5) * high
                    xs += [round(x + 0.3, 1), round(x + wide - 0.3, 1), nan]
                    ys += [round(y, 1), round(y, 1), nan]
        if xs:
            sheet.axes.plot(xs, ys, color=colours()[colour], lw=share * high, solid_capstyle="butt")
    for column in range(0, len(columns), 5):
        x = left + (column + 0.5) * wide
        sheet.text(x, bottom + 17, f"{columns[column]:g}", size=SMALL, colour="soft", ha="center")
    for row in range(0, len(rows), 4):
        y = bottom - (row + 0.5) * high + 4
        sheet.text(left - 6, y, f"{rows[row]:g}", size=SMALL, colour="soft", ha="right")
    sheet.text(right, bottom + 34, "persistent sodium, × normal", size=SMALL, colour="soft", ha="right")
    sheet.text(2, bottom + 34, "up: Kv7, % of normal", size=SMALL, colour="soft")
    sheet.text(2, bottom + 50, "pale: one spike · thin: 2 to 9 · full: 10 or more", size=SMALL)
    return sheet


def _noise(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """Spikes along time, and what a needle in their muscle fibres would record."""
    run = bench_run("noise", values)
    seconds = run.trace.duration_ms / 1000
    sheet = Canvas(height=116)
    for spike in run.trace.spikes_ms:
        x = LEFT + (RIGHT - LEFT) * float(spike) / run.trace.duration_ms
        sheet.line((x, x), (14, 32), colour="signal", width=1.2)
    sheet.line((LEFT, RIGHT), (32, 32), colour="edge")
    sheet.text(2, 28, "axon", size=SMALL, colour="soft")
    signal = emg.from_spikes(
        [float(spike) / 1000 for spike in run.trace.spikes_ms], seconds=seconds
    ).signal_uv
    draw_trace(sheet, signal, LEFT, 42, RIGHT - LEFT + 8, 46)
    sheet.text(2, 69, "EMG", size=SMALL, colour="soft")
    draw_time_bar(sheet, LEFT, 106, 0.5, (RIGHT - LEFT) / seconds)
    return sheet


def _repetitive(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """One row for each stimulus, from it to the next (at most 150 ms); the count of spikes at the right."""
    run = bench_run("repetitive", values)
    pulses = list(run.pulses_ms)
    row, top = 17, 14
    shown = min(SHOWN_MS, pulses[1] - pulses[0]) if len(pulses) > 1 else SHOWN_MS
    right = RIGHT - 30
    sheet = Canvas(height=top + row * len(pulses) + 34)
    for number, pulse in enumerate(pulses):
        y = top + (number + 0.7) * row
        end = pulses[number + 1] if number + 1 < len(pulses) else run.trace.duration_ms
        answers = [float(s) - pulse for s in run.trace.spikes_ms if pulse <= s < end]
        sheet.text(LEFT - 14, y, str(number + 1), size=SMALL, colour="soft", ha="right")
        sheet.line((LEFT, right), (y, y), colour="line")
        for answer in answers:
            x = LEFT + (right - LEFT) * answer / shown
            if answer <= shown:
                sheet.line((x, x), (y - 11, y), colour="signal" if len(answers) > 1 else "nerve", width=1.3)
        colour = "signal" if len(answers) > 1 else "soft"
        sheet.text(RIGHT, y, str(len(answers)), size=SMALL, ha="right", colour=colour)
    foot = top + row * len(pulses) + 22
    sheet.text(LEFT, foot, "0", size=SMALL, colour="soft", ha="center")
    sheet.text(right - 12, foot, f"{shown:g} ms after the stimulus", size=SMALL, colour="soft", ha="right")
    sheet.text(RIGHT, foot, "spikes", size=SMALL, colour="soft", ha="right")
    return sheet


def _motor_unit(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """The potential of one motor unit with its measures."""
    potential = benches.run("motor-unit", values)
    measured = emg.measure_unit(potential)
    sheet = Canvas(height=162)
    sheet.text(8, 14, "Simulated", size=SMALL, colour="soft")
    draw_potential(sheet, potential, 8, 22, WIDTH - 16, 106)
    words = f"{measured.amplitude_uv:.0f} µV, {measured.duration_ms:.1f} ms, {measured.phases} phases"
    sheet.text(8, 152, words)
    return sheet


def _crackle(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """The axon after one pulse, and the needle recording that its spikes make, on one time axis."""
    run = bench_run("one-pulse", values)
    sheet = Canvas(height=272)
    _voltage(sheet, run, 14)
    at_s = run.pulses_ms[0] / 1000
    spikes = [float(spike) / 1000 - at_s + 0.008 for spike in run.trace.spikes_ms]
    signal = emg.from_spikes([s for s in spikes if 0 <= s < 0.158], seconds=0.158).signal_uv
    sheet.text(LEFT, 184, "Needle EMG (simulated)", size=SMALL, colour="soft")
    draw_potential(sheet, signal[::6], LEFT, 192, RIGHT - LEFT, 70)
    return sheet


def _ear(values: Mapping[str, Any], body: Mapping[str, Any]) -> Canvas:
    """The kinds that are there at the start, each with its name."""
    names = {kind["id"]: kind["name"] for kind in body["kinds"]}
    shown = ("fasciculation", "fibrillation", "neuromyotonic", "interference-normal")
    sheet = Canvas(height=66 * len(shown) + 18)
    for number, kind in enumerate(shown):
        top = 18 + 66 * number
        bar = draw_trace(sheet, emg.emg(kind, seed=2, seconds=2).signal_uv, 4, top + 4, WIDTH - 8, 40)
        label_trace(sheet, names[kind], bar, 4, top - 4, WIDTH - 8)
    draw_time_bar(sheet, 4, 66 * len(shown) + 8, 0.5, (WIDTH - 16) / 2)
    return sheet


_PICTURES: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Canvas]] = {
    "one-pulse": _pulse,
    "pharmacy": _pulse,
    "map": _map,
    "noise": _noise,
    "repetitive": _repetitive,
    "motor-unit": _motor_unit,
    "crackle": _crackle,
    "ear": _ear,
    **_EVIDENCE,
}

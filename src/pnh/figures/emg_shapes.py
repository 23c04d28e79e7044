"""Figure: six simulated potentials near to, of muscle fibres and of motor units, with their measures."""

from __future__ import annotations

import numpy as np

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.emg_traces import draw_potential, draw_time_bar
from pnh.models.emg import emg, measure_unit

LEFT, GUTTER, HEIGHT = 4, 14, 74
COLUMN = (WIDTH - 2 * LEFT - 2 * GUTTER) / 3
WINDOW_S = 0.03
"""Length of every potential of pnh.models.emg."""
LEAD_IN = 50
"""Samples of flat line shown before each, so that the beginning is seen."""

ROWS = (
    (
        "One muscle fibre, or a few",
        (
            ("fibrillation", "Fibrillation", 4, "a short spike, first down, then up"),
            ("positive-sharp-wave", "Positive wave", 1, "a sharp stroke down, then a long low hump up"),
            ("complex-repetitive", "Complex repetitive", 1, "a chain of several spikes"),
        ),
    ),
    (
        "One motor unit",
        (
            ("mild-normal", "Normal", 1, "smooth, with three phases"),
            ("mild-neurogenic", "Neurogenic", 2, "tall, long and jagged"),
            ("mild-myopathic", "Myopathic", 1, "low, short and spiky"),
        ),
    ),
)


def emg_shapes() -> Figure:
    """Potentials without noise, as planted in the simulated recordings; each with amplitude and duration."""
    refs = load_course().references
    caption = (
        "<strong>Six potentials near to.</strong> Simulated, without noise; negative is up, every window "
        "lasts 30 ms, and each is drawn to fill its height: read the size beneath. Amplitude is from peak to "
        "peak, duration from the first to the last point beyond 10 µV. Published for comparison: "
        "fibrillation potentials 20 to 200 µV and 1 to 5 ms, positive waves 10 to 30 ms "
        f"{cite(refs, 'davalos2023spontaneous')}; normal units of a shin muscle 661.5 µV (SD 92) and 9.35 "
        f"ms (SD 0.93) {cite(refs, 'jnnpndtamup')}. Neurogenic and myopathic units follow the usual "
        f"account {cite(refs, 'hcn2019voluntary', 'ginsberg2020edx')}; a passage that we could not see "
        f"again; their numbers are our choice"
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


def _drawing() -> Canvas:
    sheet = Canvas(height=2 * (HEIGHT + 84) + 14)
    y = 14.0
    for head, panels in ROWS:
        sheet.text(LEFT, y, head, size=HEAD, weight="bold")
        for column, (kind, name, seed, _) in enumerate(panels):
            left = LEFT + column * (COLUMN + GUTTER)
            potential = _potential(kind, seed)
            led_in = np.concatenate((np.zeros(LEAD_IN), potential[:-LEAD_IN]))
            draw_potential(sheet, led_in, left, y + 32, COLUMN, HEIGHT)
            sheet.text(left, y + 21, name, size=SMALL)
            sheet.text(left, y + HEIGHT + 51, _measures(kind, seed), size=SMALL, colour="soft")
        y += HEIGHT + 84
    draw_time_bar(sheet, LEFT, y - 10, 0.01, COLUMN / WINDOW_S)
    sheet.text(WIDTH - LEFT, y - 6, "Simulated", size=SMALL, colour="signal", weight="bold", ha="right")
    return sheet


def _potential(kind: str, seed: int) -> np.ndarray:
    return emg(kind, seed=seed, seconds=1.0).trains[0].potential_uv


def _measures(kind: str, seed: int) -> str:
    found = measure_unit(_potential(kind, seed))
    size = (
        f"{found.amplitude_uv:.0f} µV" if found.amplitude_uv < 1000 else f"{found.amplitude_uv / 1000:.1f} mV"
    )
    return f"{size}, {found.duration_ms:.1f} ms"


def _alt() -> str:
    told = [
        f"{name}: {words}, {_measures(kind, seed)}"
        for _, panels in ROWS
        for kind, name, seed, words in panels
    ]
    return (
        "Six simulated potentials, each in a window of 30 milliseconds, negative up. Above, muscle fibres. "
        + "; ".join(told[:3])
        + ". Below, motor units. "
        + "; ".join(told[3:])
        + "."
    )

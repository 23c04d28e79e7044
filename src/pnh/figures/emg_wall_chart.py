"""Figures: the wall chart of seventeen simulated discharges, and two of them without names, as a puzzle."""

from __future__ import annotations

from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.emg_traces import BAR_ROOM, draw_time_bar, draw_trace, label_trace
from pnh.models.emg import emg

LEFT, GUTTER = 4, 14
COLUMN = (WIDTH - 2 * LEFT - GUTTER) / 2
TRACE_HEIGHT, ROW, GROUP = 40, 66, 30
FAST_EVEN_RUNS = {"complex-repetitive", "myotonic"}


@dataclass(frozen=True)
class Panel:
    """One trace of the chart: the kind, the seed that shows it well, and what is to be seen, in words."""

    kind: str
    name: str
    seed: int
    words: str


CHART = (
    (
        "At rest, normal muscle",
        2.0,
        (
            Panel("silence", "Silence", 1, "only the thin noise of the amplifier"),
            Panel(
                "end-plate-noise",
                "End-plate activity",
                3,
                "a low ripple with small spikes at no particular time",
            ),
        ),
    ),
    (
        "At rest, from the nerve",
        2.0,
        (
            Panel("fasciculation", "Fasciculation", 2, "a few large potentials, irregular, one at a time"),
            Panel("multiplets", "Multiplets", 4, "tight packets of two to five potentials, irregular"),
            Panel("myokymic", "Myokymic", 3, "groups of three to six potentials that come back evenly"),
            Panel("neuromyotonic", "Neuromyotonic", 2, "one dense run that starts abruptly and shrinks"),
            Panel("cramp", "Cramp", 3, "many units, joining one after another until the baseline is full"),
        ),
    ),
    (
        "At rest, from muscle fibres",
        2.0,
        (
            Panel("fibrillation", "Fibrillation", 4, "small short spikes, each at its own even pace"),
            Panel(
                "positive-sharp-wave", "Positive waves", 1, "even sharp downward strokes, then a slow hump"
            ),
            Panel(
                "complex-repetitive", "Complex repetitive", 1, "one jagged pattern, evenly repeated, cut off"
            ),
            Panel("myotonic", "Myotonic", 1, "one run of spikes that swells and fades, quickens and slows"),
        ),
    ),
    (
        "On request: gentle, and strong",
        1.0,
        (
            Panel("mild-normal", "Normal, gentle", 2, "two units, each nearly even"),
            Panel("interference-normal", "Normal, strong", 1, "many units fill the baseline"),
            Panel("mild-neurogenic", "Neurogenic, gentle", 1, "two large jagged units"),
            Panel(
                "interference-neurogenic", "Neurogenic, strong", 1, "few very large units, fast, with gaps"
            ),
            Panel("mild-myopathic", "Myopathic, gentle", 1, "small short units, several at once"),
            Panel("interference-myopathic", "Myopathic, strong", 1, "a dense, low, spiky band"),
        ),
    ),
)


def emg_wall_chart() -> Figure:
    """Seventeen kinds of ``data/models/emg.json``, grouped by what fires; each with its own size bar."""
    refs = load_course().references
    caption = (
        "<strong>Seventeen simulated traces.</strong> Synthetic: no patient was recorded. Negative is up. "
        "Each trace at rest lasts 2 s, each on request 1 s. The bar at its right end is the size written "
        "above it, so compare bars before you compare heights. Rhythms follow published ranges where there "
        f"are any: "
        f"{cite(refs, 'davalos2023spontaneous', 'minetto2009discharge', 'maddison2006neuromyotonia')}; "
        f"{cite(refs, 'wymerndneuromyotonia', 'medscapendmyokymia', 'bednarik2001neuromyotonic')}; "
        f"{cite(refs, 'wustlndcrd', 'video2018myotonic')}. The rate of fasciculation, end-plate activity and "
        f"the voluntary patterns are our choice; end-plate activity in health: "
        f"{cite(refs, 'hcn2019spontaneous')}"
    )
    return show(_chart().figure, alt=_chart_alt(), caption=caption)


def emg_puzzle() -> Figure:
    """Two of the chart's traces without their names: muscle A and muscle B."""
    sheet = Canvas(height=182)
    for y, name, kind, seed in ((14, "Muscle A", "fibrillation", 3), (100, "Muscle B", "fasciculation", 4)):
        bar = draw_trace(sheet, emg(kind, seed=seed, seconds=3).signal_uv, LEFT, y + 10, WIDTH - 2 * LEFT, 48)
        label_trace(sheet, name, bar, LEFT, y, WIDTH - 2 * LEFT)
    draw_time_bar(sheet, LEFT, 172, 0.5, (WIDTH - 2 * LEFT - BAR_ROOM) / 3)
    sheet.text(WIDTH - LEFT, 176, "Simulated", size=SMALL, colour="signal", weight="bold", ha="right")
    return show(
        sheet.figure,
        alt=(
            "Two simulated traces of three seconds, muscles at rest. Muscle A: many small short spikes, a "
            "tenth of a millivolt or so, each returning at an even pace. Muscle B: a handful of spikes, "
            "several times as large, at no particular time."
        ),
        caption=(
            "<strong>Two muscles at rest.</strong> Simulated. The bars at the right differ: B is drawn "
            "smaller than A"
        ),
    )


def _chart() -> Canvas:
    rows = sum((len(panels) + 1) // 2 for _, _, panels in CHART)
    sheet = Canvas(height=GROUP * len(CHART) + ROW * rows + 4)
    y = 14.0
    for head, seconds, panels in CHART:
        sheet.text(LEFT, y, head, size=HEAD, weight="bold")
        draw_time_bar(sheet, WIDTH - LEFT - 92, y - 4, seconds / 4, (COLUMN - BAR_ROOM) / seconds)
        y += 21
        for index, panel in enumerate(panels):
            left = LEFT + (index % 2) * (COLUMN + GUTTER)
            trace = emg(panel.kind, seed=panel.seed, seconds=seconds)
            fine = 2 if panel.kind in FAST_EVEN_RUNS else 1
            bar_uv = draw_trace(sheet, trace.signal_uv, left, y + 7, COLUMN, TRACE_HEIGHT, per_pixel=fine)
            label_trace(sheet, panel.name, bar_uv, left, y, COLUMN)
            if index % 2 or index == len(panels) - 1:
                y += ROW
        if len(panels) % 2:
            _reminder(sheet, LEFT + COLUMN + GUTTER, y - ROW)
        y += GROUP - 21
    return sheet


def _reminder(sheet: Canvas, left: float, y: float) -> None:
    for line, words in enumerate(("All simulated.", "Negative is up.", "Bars differ: look first.")):
        weight, colour = ("bold", "signal") if line == 0 else ("normal", "soft")
        sheet.text(left, y + 12 + 16 * line, words, size=SMALL, colour=colour, weight=weight)


def _chart_alt() -> str:
    def told(group: tuple[str, float, tuple[Panel, ...]]) -> str:
        head, _, panels = group
        return f"{head}. " + "; ".join(f"{panel.name}: {panel.words}" for panel in panels) + "."

    return "Seventeen small simulated EMG traces in four groups, negative up. " + " ".join(map(told, CHART))

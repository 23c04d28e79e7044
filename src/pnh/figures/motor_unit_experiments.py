"""Figure: four ways to ask where a discharge starts, three published and one thought up. A schematic."""

from __future__ import annotations

from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.motor_unit_parts import cord, curve, fibre, soma, trace
from pnh.figures.palette import colours

LEFT, RIGHT = 2, WIDTH - 4
CORD_X, CELL_X, MUSCLE = 34, 22, (182, 250)
TRACE = (270, RIGHT)
STEP = 112


@dataclass(frozen=True)
class Experiment:
    """What was done or seen, what it points to, and how far that goes."""

    seen: str
    points_to: str
    but: str


EXPERIMENTS = (
    Experiment("Two needles keep time", "points to the spinal cord", "two axons, one driver above both"),
    Experiment(
        "An F-wave follows the twitch", "points to the far end of that axon", "up to the cell, and back"
    ),
    Experiment(
        "Tendon stimulation quietens a cramp",
        "points to the spinal cord",
        "the signal passes through the cord",
    ),
    Experiment(
        "A thought experiment: block the nerve",
        "goes on: starts below the block",
        "stops: above it, or in need of what is above",
    ),
)


def motor_unit_experiments() -> Figure:
    """The four experiments of lesson 1; recordings are sketched, the reasoning beneath is partly ours."""
    refs = load_course().references
    caption = (
        "<strong>How to ask where it starts.</strong> Read each drawing from the cord on the left to the "
        "muscle and its recording on the right. Two needles: "
        f"{cite(refs, 'decarvalho2013origin')}. F-wave: {cite(refs, 'kleine2012fresponse')}. Tendon: "
        f"{cite(refs, 'khan2007reflex')}. The small print under each, and the block, are our reasoning. "
        f"Reviews disagree: the far end {cite(refs, 'layzer1994origin')}, or a part for the cord "
        f"{cite(refs, 'minetto2013cramps')}"
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


def _drawing() -> Canvas:
    sheet = Canvas(height=STEP * 4 + 14)
    rows = (_two_needles, _f_wave, _tendon, _block)
    for row, (experiment, draw) in enumerate(zip(EXPERIMENTS, rows, strict=True)):
        top = row * STEP
        if row:
            sheet.line((LEFT, RIGHT), (top - 6, top - 6), colour="line")
        sheet.text(LEFT, top + 15, experiment.seen, weight="bold")
        draw(sheet, top + 46)
        sheet.text(LEFT, top + 82, experiment.points_to, colour="nerve", weight="bold", size=SMALL)
        sheet.text(LEFT, top + 97, experiment.but, colour="soft", size=SMALL)
    sheet.text(LEFT, STEP * 4 + 10, "Schematic, not measured", size=SMALL, colour="signal", weight="bold")
    return sheet


def _two_needles(sheet: Canvas, y: float) -> None:
    """Two cells, each with an axon and a fibre of its own, and what drives both of them at once."""
    cord(sheet, CORD_X, y, 0.42)
    for lift, cell in ((-9, (17, y + 3)), (9, (22, y + 13))):
        sheet.line((CORD_X, cell[0]), (y + 1, cell[1]), colour="signal", width=1.3)
        curve(sheet, [cell, (90, cell[1] + 2), (96, y + lift), (MUSCLE[0] + 4, y + lift)])
        sheet.mark(*cell, size=6, fill="nerve", edge="nerve")
        fibre(sheet, *MUSCLE, y + lift, fill="nerve-wash", edge="nerve")
        sheet.line(
            (MUSCLE[1] - 14, MUSCLE[1] + 4), (y + lift, y + lift - 7), colour="ink", width=1.6, zorder=3
        )
        trace(sheet, *TRACE, y + lift + 3, ((0.2, 9), (0.48, 9), (0.86, 9)))
    _start(sheet, CORD_X, y + 1)


def _f_wave(sheet: Canvas, y: float) -> None:
    _unit(sheet, y)
    _arrow(sheet, (150, y - 8), (62, y - 8))
    _arrow(sheet, (62, y + 22), (150, y + 22))
    trace(sheet, *TRACE, y + 6, ((0.22, 18), (0.72, 6)))
    sheet.text(TRACE[0] + 52, y - 6, "F", size=SMALL, colour="soft")
    _start(sheet, MUSCLE[0] - 8, y + 8)


def _tendon(sheet: Canvas, y: float) -> None:
    _unit(sheet, y)
    sheet.line((MUSCLE[1] - 4, MUSCLE[1] + 12), (y + 8, y + 8), colour="edge", width=3)
    curve(
        sheet,
        [(MUSCLE[1] + 10, y + 8), (MUSCLE[1] + 2, y - 22), (120, y - 8), (60, y - 8)],
        colour="signal",
        width=1.3,
    )
    _arrow(sheet, (70, y - 8), (54, y - 6))
    spikes = tuple((0.05 + 0.052 * i, (9, 14, 7, 12, 16, 8)[i % 6]) for i in range(9))
    trace(sheet, *TRACE, y + 6, spikes, half_width=1.8)


def _block(sheet: Canvas, y: float) -> None:
    _unit(sheet, y)
    sheet.line((118, 118), (y - 6, y + 22), colour="harm", width=5)
    trace(sheet, *TRACE, y + 6, ((0.15, 14), (0.5, 14), (0.66, 14), (0.93, 14)))
    sheet.text(TRACE[1], y - 14, "or silence?", size=SMALL, colour="soft", ha="right")


def _unit(sheet: Canvas, y: float) -> None:
    """One cell, its axon and one fibre for all its fibres."""
    _cord(sheet, y)
    sheet.line((CELL_X, MUSCLE[0] + 6), (y + 8, y + 8), colour="nerve", width=1.8)
    fibre(sheet, *MUSCLE, y + 8, fill="nerve-wash", edge="nerve")


def _cord(sheet: Canvas, y: float) -> None:
    cord(sheet, CORD_X, y, 0.42)
    soma(sheet, CELL_X, y + 8, 4.2)


def _start(sheet: Canvas, x: float, y: float) -> None:
    sheet.mark(x, y, size=9, fill="signal", edge="paper")


def _arrow(sheet: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    look = {"arrowstyle": "-|>,head_width=.22,head_length=.45", "color": colours()["signal"], "lw": 1.3}
    sheet.axes.annotate("", xy=end, xytext=start, arrowprops=look, annotation_clip=False)


def _alt() -> str:
    return (
        "Schematic, not measured: four rows, each with a cell in the spinal cord on the left, its axon, and "
        "a muscle with a sketched recording on the right. "
        + " ".join(f"{one.seen}: {one.points_to} ({one.but})." for one in EXPERIMENTS)
        + " In the first row one source in the cord drives two cells, and two needles record at the same "
        "moments; in the second an arrow runs up from the muscle’s end to the cord and another back, and a "
        "small late spike marked F follows the twitch; in the third a line runs from the tendon to the cord "
        "and the dense spikes stop; in "
        "the fourth a bar crosses the axon and the spikes go on, with the question: or silence?"
    )

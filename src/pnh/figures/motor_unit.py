"""Figure: one motor unit from the spinal cord to its fibres, and what fires in three events. A schematic."""

from __future__ import annotations

from pnh.content import load_course
from pnh.figures.canvas import SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.motor_unit_parts import cord, curve, end_plate, fibre, numbered, sheath, soma, trace

CORD = (76, 54)
SOMA = (43, 74)
BRANCHING = (66, 200)
FIBRES = (226, 240, 254, 268, 282, 296, 310)
OWN = (0, 2, 3, 5)
LONE = 6
LEFT, RIGHT = 4, WIDTH - 6
EVENTS = (
    ("Fasciculation", "one motor unit, now and then", "starts at 1 or 3, perhaps 2: contested"),
    ("Cramp", "many motor units, again and again", "starts at 1 or 3, perhaps 2: contested"),
    ("Fibrillation", "one muscle fibre, small and regular", "starts at 4: the fibre has lost its nerve"),
)
TRACES = (
    ((0.12, 13), (0.55, 12), (0.72, 13)),
    tuple((0.02 + 0.041 * i + 0.012 * (i * 7 % 3), (11, 17, 8, 14, 6, 19, 10)[i % 7]) for i in range(23)),
    tuple((0.06 + 0.125 * i, 5) for i in range(8)),
)


def motor_unit() -> Figure:
    """The drawing; sizes, counts and the little recordings are made up, the parts and events are not."""
    refs = load_course().references
    caption = (
        "<strong>One motor unit, and what can fire.</strong> Four of these seven fibres belong to the unit "
        "in colour, two to a neighbour, one has lost its nerve. A schematic: nothing is to scale, and the "
        "recordings are drawn, not measured. "
        f"Fasciculation: {cite(refs, 'decarvalho2017fasciculation', 'ginsberg2020edx')}. "
        f"Cramp: {cite(refs, 'dijkstra2023cramps', 'minetto2009discharge')}. "
        f"Fibrillation: {cite(refs, 'davalos2023spontaneous', 'ginsberg2020edx')}. "
        "Where the first two start is contested: the nerve’s far end "
        f"{cite(refs, 'layzer1994origin')}, the cord {cite(refs, 'minetto2013cramps')}, or signs of both "
        f"{cite(refs, 'decarvalho2013origin', 'kleine2012fresponse')}. That the stretch between may be a "
        "third place is our inference."
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


def _drawing() -> Canvas:
    sheet = Canvas(height=606)
    _unit(sheet)
    _names(sheet)
    sheet.line((LEFT, RIGHT), (346, 346), colour="line")
    for row, (name, what, where) in enumerate(EVENTS):
        _event(sheet, 368 + row * 78, row, name, what, where)
    sheet.text(LEFT, 600, "Schematic, not measured", size=SMALL, colour="signal", weight="bold")
    return sheet


def _unit(sheet: Canvas) -> None:
    """Cord, cell, axon, branches and fibres."""
    cord(sheet, *CORD)
    for row, fibre_y in enumerate(FIBRES):
        own, lone = row in OWN, row == LONE
        fibre(
            sheet,
            LEFT,
            214,
            fibre_y,
            fill="nerve-wash" if own else "paper" if lone else "wash",
            edge="nerve" if own else "signal" if lone else "edge",
        )
    for row, plate_x in zip(OWN, (36, 62, 96, 128), strict=True):
        bx, by = BRANCHING
        reach = FIBRES[row] - 4
        curve(sheet, [(bx, by), (bx, by + 16), (plate_x, by + 10), (plate_x, reach)])
        end_plate(sheet, plate_x, reach)
    x, y = SOMA
    sheath(sheet, [(x, y + 8), (x + 2, y + 50), (x + 22, y + 76), BRANCHING])
    soma(sheet, x, y, 9)


def _names(sheet: Canvas) -> None:
    """Numbered places where a discharge may start, with their names to the right."""
    rows = (
        ((66, 76), (166, 50), "1", "Cell body (soma)", "in the spinal cord"),
        ((49, 140), (166, 126), "2", "Axon", "in the nerve, inside myelin"),
        ((90, 210), (166, 190), "3", "Terminal branches", "inside the muscle"),
        ((196, 310), (226, 306), "4", "Fibre", "without its nerve"),
    )
    for mark, (x, y), number, name, detail in rows:
        numbered(sheet, *mark, number)
        numbered(sheet, x + 4, y - 4.5, number)
        sheet.text(x + 20, y, name, weight="bold")
        sheet.text(x + 20, y + 16, detail, size=SMALL, colour="soft")
    for y, words in ((246, "The unit’s own fibres,"), (261, "and a neighbour’s")):
        sheet.text(226, y, words, size=SMALL, colour="soft")


def _event(sheet: Canvas, y: float, row: int, name: str, what: str, where: str) -> None:
    sheet.text(LEFT, y, name, weight="bold")
    sheet.text(LEFT + 104, y, what, size=SMALL)
    _lit(sheet, y + 16, row)
    trace(sheet, 108, RIGHT, y + 30, TRACES[row])
    sheet.text(LEFT + 104, y + 52, where, size=SMALL, colour="soft")


def _lit(sheet: Canvas, y: float, row: int) -> None:
    """A muscle of seven fibres in small: those that fire are filled."""
    firing = (OWN, range(len(FIBRES) - 1), (LONE,))[row]
    for index in range(len(FIBRES)):
        fires = index in firing
        sheet.line(
            (LEFT + 4, 92),
            (y + 6 * index, y + 6 * index),
            colour="signal" if fires else "line",
            width=4,
        )


def _alt() -> str:
    return (
        "Schematic, not measured. Above, one motor unit: a cell body in the spinal cord, marked 1; its axon, "
        "wrapped in myelin, marked 2; terminal branches inside the muscle, marked 3, which reach four of "
        "seven muscle fibres. Two fibres belong to a neighbour, and one, empty and marked 4, has lost its "
        "nerve. Below, three events. "
        + " ".join(f"{name}: {what}; {where}." for name, what, where in EVENTS)
        + " Beside each a small muscle shows the fibres that fire, four, six and one of seven, and a "
        "sketched recording: single spikes without rhythm, a dense irregular row of many sizes, and small "
        "evenly spaced spikes."
    )

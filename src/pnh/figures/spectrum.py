"""Figure: four names on the spectrum of nerve hyperexcitability, and what each holds. A schematic."""

from __future__ import annotations

from matplotlib.patches import Ellipse, FancyBboxPatch

from pnh.content import load_course
from pnh.figures.canvas import SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.palette import colours

NAMES = (("Benign", "fasciculation"), ("CFS", ""), ("Isaacs", "syndrome"), ("Morvan", "syndrome"))
PART, SOME, UNSTATED = "part of the description", "reported in some", "not stated in what was read"
ROWS = (
    ("Twitching, overactive nerves", (PART, PART, PART, PART)),
    ("Cramps, muscle pain", (SOME, PART, SOME, UNSTATED)),
    ("Stiffness, constant contraction", (UNSTATED, SOME, PART, UNSTATED)),
    ("Numbness, tingling, burning", (SOME, SOME, SOME, UNSTATED)),
    ("Autonomic symptoms, sweating", (UNSTATED, SOME, SOME, PART)),
    ("Sleeplessness, confusion", (UNSTATED, UNSTATED, UNSTATED, PART)),
)
ANTIBODIES = ("", "up to 25%", "up to 50%", "up to 90%")
LEFT = 14
COLUMN = (WIDTH - 2 * LEFT) / 4
TOP, STEP = 98, 42


def spectrum() -> Figure:
    """The schematic; its cells are judgements from the abstracts named in the caption, not measurements."""
    refs = load_course().references
    caption = (
        "<strong>Four names that overlap.</strong> What their descriptions hold, by the abstracts read. Not "
        "stated does not mean absent. In the one series that counted, all six with CFS had autonomic "
        "symptoms. The order says how much is involved; it is no path that people travel. "
        "Benign fasciculation: "
        f"{cite(refs, 'aan2017bfs')}. CFS: {cite(refs, 'poyraz2017cfs', 'kucukali2015pnh')}. Isaacs: "
        f"{cite(refs, 'maddison2006neuromyotonia', 'kucukali2015pnh', 'vincent2018neuromyotonia')}. Morvan: "
        f"{cite(refs, 'abouzeid2012morvan', 'statpearls2024morvan')}. "
        f"Antibodies (contactin-2, CASPR2 or LGI1): {cite(refs, 'thiemendpnh')}"
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


def _drawing() -> Canvas:
    sheet = Canvas(height=TOP + STEP * (len(ROWS) + 1) + 52)
    _names(sheet)
    y = TOP + 4
    for label, cells in ROWS:
        sheet.text(LEFT, y, label)
        for column, cell in enumerate(cells):
            _bar(sheet, column, y + 7, cell)
        y += STEP
    sheet.text(LEFT, y, "Antibodies, by one review")
    for column, words in enumerate(ANTIBODIES):
        if words:
            sheet.text(_centre(column), y + 19, words, size=SMALL, ha="center", weight="bold")
        else:
            _bar(sheet, column, y + 7, UNSTATED)
    key = ((0, PART, "described"), (112, SOME, "in some people"), (250, UNSTATED, "not stated"))
    for x, cell, words in key:
        _sample(sheet, LEFT + x, y + 53, cell)
        sheet.text(LEFT + x + 26, y + 57, words, size=SMALL, colour="soft")
    sheet.line((LEFT, WIDTH - LEFT), (y + 36, y + 36), colour="line")
    sheet.text(LEFT, y + 80, "Schematic, not measured", size=SMALL, colour="signal", weight="bold")
    return sheet


def _names(sheet: Canvas) -> None:
    """Four ellipses: washes first, then outlines, so that overlaps show. CFS, the topic, stands out."""
    for layer in ("wash", "outline"):
        for column, (first, _) in enumerate(NAMES):
            own = first == "CFS"
            sheet.axes.add_patch(
                Ellipse(
                    (_centre(column), 42),
                    COLUMN * 1.26,
                    64,
                    clip_on=False,
                    lw=2 if own else 1.2,
                    fc=colours()["nerve-wash" if own else "wash"] if layer == "wash" else "none",
                    ec=colours()["nerve" if own else "edge"] if layer == "outline" else "none",
                )
            )
    for column, (first, second) in enumerate(NAMES):
        weight = "bold" if first == "CFS" else "normal"
        x = _centre(column) - (5 if column == 0 else 0)  # keeps the longest word out of the overlap
        sheet.text(x, 38 if second else 46, first, ha="center", weight=weight)
        sheet.text(x, 54, second, ha="center", size=SMALL)


def _bar(sheet: Canvas, column: int, y: float, cell: str) -> None:
    left, right = LEFT + column * COLUMN + 5, LEFT + (column + 1) * COLUMN - 5
    if cell == UNSTATED:
        sheet.nothing(left, right, y + 7)
    else:
        _pill(sheet, left, right, y + 7, cell)


def _sample(sheet: Canvas, left: float, y: float, cell: str) -> None:
    if cell == UNSTATED:
        sheet.nothing(left, left + 20, y)
    else:
        _pill(sheet, left, left + 20, y, cell)


def _pill(sheet: Canvas, left: float, right: float, y: float, cell: str) -> None:
    sheet.axes.add_patch(
        FancyBboxPatch(
            (left + 5, y - 2),
            right - left - 10,
            4,
            boxstyle="round,pad=4,rounding_size=6",
            lw=1.5,
            clip_on=False,
            fc=colours()["nerve" if cell == PART else "paper"],
            ec=colours()["nerve"],
        )
    )


def _centre(column: int) -> float:
    return LEFT + (column + 0.5) * COLUMN


def _alt() -> str:
    names = ("benign fasciculation syndrome", "CFS", "Isaacs syndrome", "Morvan syndrome")

    def told(row: tuple[str, tuple[str, ...]]) -> str:
        label, cells = row
        stated = ((name, cell) for name, cell in zip(names, cells, strict=True) if cell != UNSTATED)
        return f"{label}: " + ", ".join(f"{cell} in {name}" for name, cell in stated)

    return (
        "Schematic, not measured: four overlapping ellipses in a row, benign fasciculation, CFS, Isaacs "
        "syndrome and Morvan syndrome, and below them what each description holds. "
        + ". ".join(map(told, ROWS))
        + ". Antibodies, by one review: up to 25% in CFS, 50% in neuromyotonia and 90% in Morvan syndrome."
    )

"""Figure: two harms of carbamazepine as people among 10,000, one dot for each person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib import rc_context

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show
from pnh.figures.palette import colours, style

SKIN_PER_10000 = (1, 6)
"""SJS/TEN among new users in countries with mainly white populations, lowest to highest (claim tx-18)."""
TIMES_MORE = 10
"""About how many times that in some Asian countries (claim tx-18)."""
SQUARE = 100
"""Side of the square of 10,000 people, one unit for each person."""
PER_LINE, STEP = 30, 11.6

Row = Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """People among 10,000: `sure` of them filled, up to `most` hollow."""

    label: str
    words: str
    sure: int
    most: int
    colour: str


def carbamazepine_harms() -> Figure:
    """Low sodium from ``data/evidence/priors.csv``, severe skin reactions from the estimates of the label."""
    course = load_course()
    rows = {row["row_id"]: row for row in course.tables["priors"]}
    refs = course.references
    caption = (
        "<strong>Harms among 10,000 people.</strong> The square holds 10,000; each dot beneath is one of "
        "them, and the counts are rounded by us. Low sodium: older adults in Ontario in hospital with it "
        f"within 30 days, {_of(rows['hyponatraemia-cbz'])} prescribed the drug and "
        f"{_of(rows['hyponatraemia-none'])} matched people on no antiepileptic drug "
        f"{cite(refs, 'gandhi2016hyponatremia')}. Skin: what the label estimates for new users, lowest "
        "filled, highest hollow; the last row is our multiplication of <q>about ten "
        f"times</q> {cite(refs, 'tegretol2014label', 'epitolndlabel', 'openfdacarbamazepine')}. The two "
        "pairs differ in people, in time and in method: do not add them."
    )
    found = lines(rows)
    return show(_drawing(found).figure, alt=_alt(found), caption=caption)


def lines(rows: Mapping[str, Row]) -> tuple[Line, Line, Line, Line]:
    """With and without the drug, then the label's two estimates."""
    with_drug, without = (_per_10000(rows[f"hyponatraemia-{group}"]) for group in ("cbz", "none"))
    low, high = SKIN_PER_10000
    return (
        Line("Prescribed carbamazepine", str(with_drug), with_drug, with_drug, "harm"),
        Line("Matched, no antiepileptic drug", str(without), without, without, "soft"),
        Line("Mainly white populations", f"{low} to {high}", low, high, "harm"),
        Line(
            "Some Asian countries, about",
            f"{low * TIMES_MORE} to {high * TIMES_MORE}",
            low * TIMES_MORE,
            high * TIMES_MORE,
            "harm",
        ),
    )


def _of(row: Row) -> str:
    return f"{row['events']} of {int(row['n']):,}"


def _per_10000(row: Row) -> int:
    return round(10_000 * int(row["events"]) / int(row["n"]))


def _drawing(found: tuple[Line, ...]) -> Canvas:
    sheet = Canvas(height=354)
    left, top = 2, 4
    sheet.line(
        (left, left + SQUARE, left + SQUARE, left, left),
        (top, top, top + SQUARE, top + SQUARE, top),
        colour="edge",
        width=1.2,
    )
    first = found[0]
    for line in range(3):  # so many people, one unit each, in three lines of the corner
        right, y = left + SQUARE - 1, top + SQUARE - 1.5 - line
        sheet.line((right - first.sure / 3, right), (y, y), colour=first.colour)
    sheet.text(left + SQUARE + 16, 22, "10,000 people", size=HEAD, weight="bold")
    sheet.text(left + SQUARE + 16, 42, "The corner below right:", size=SMALL, colour="soft")
    sheet.text(left + SQUARE + 16, 60, f"the {first.sure} of the first row.", size=SMALL, colour="soft")
    y = 134.0
    for head, pair in (
        ("Low sodium, in hospital within 30 days", found[:2]),
        ("Severe skin reactions", found[2:]),
    ):
        sheet.text(left, y, head, size=HEAD, weight="bold")
        y += 22
        for line in pair:
            sheet.text(left, y, line.label)
            sheet.text(WIDTH - 4, y, line.words, ha="right", weight="bold")
            _dots(sheet, left + 5, y + 13, line)
            y += 20 + STEP * (1 + (line.most - 1) // PER_LINE) + 8
        y += 12
    return sheet


def _dots(sheet: Canvas, x: float, y: float, line: Line) -> None:
    """One dot for each person, filled or hollow."""
    places = [(x + STEP * (i % PER_LINE), y + STEP * (i // PER_LINE)) for i in range(line.most)]
    colour = colours()[line.colour]
    for some, inside in ((places[: line.sure], colour), (places[line.sure :], colours()["paper"])):
        if some:
            xs, ys = zip(*some, strict=True)
            with rc_context(style()):
                sheet.axes.plot(xs, ys, "o", ms=7, mfc=inside, mec=colour, mew=1, clip_on=False)


def _alt(found: tuple[Line, ...]) -> str:
    with_drug, without, white, asian = found
    return (
        "A square that stands for 10,000 people, and four rows of dots, one dot for each person harmed. In "
        f"hospital with low sodium within 30 days: {with_drug.words} of 10,000 older adults prescribed "
        f"carbamazepine, and {without.words} of 10,000 matched people on no antiepileptic drug. Severe skin "
        f"reactions by the estimates of the label: {white.words} of 10,000 new users in countries with "
        f"mainly white populations, and about {asian.words} of 10,000 in some Asian countries."
    )

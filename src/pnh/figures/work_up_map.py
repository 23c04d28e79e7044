"""Figure: a one-page map of the work-up, from what costs nothing to what is dear. Schematic."""

from __future__ import annotations

from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

LEFT, INDENT = 2, 16
ROW, GAP = 44, 30


@dataclass(frozen=True)
class Tier:
    """One step of rising cost: its heading, its colour, and (question, test) pairs."""

    heading: str
    colour: str
    rows: tuple[tuple[str, str], ...]


TIERS = (
    Tier(
        "Everyone, at no cost",
        "safe",
        (
            ("Weak, wasted, brisk?", "strength, bulk, tongue, reflexes"),
            ("Which drug, since when?", "the list, with dates"),
        ),
    ),
    Tier(
        "A reason in the story: one tube",
        "nerve",
        (
            ("A diuretic, an acid blocker?", "potassium, magnesium, calcium, kidneys"),
            ("Twitching without a sign?", "thyroid, electrolytes"),
            ("Muscle pain, a statin?", "creatine kinase; raised: repeat"),
            ("Calcium high twice?", "PTH, vitamin D, phosphate, kidneys"),
        ),
    ),
    Tier(
        "A sign: send on",
        "signal",
        (
            ("Weakness, brisk reflexes?", "urgent referral, and EMG with it"),
            ("Muscles that do not let go?", "EMG; then CASPR2 and LGI1"),
        ),
    ),
    Tier(
        "The severe end",
        "harm",
        (("CASPR2, Isaacs, Morvan?", "imaging of the chest"),),
    ),
)
END = "No question left: stop, and book a second look"


def work_up_map() -> Figure:
    """The map; its order is a judgement of the course's authors, its pairs are those the lesson cites."""
    refs = load_course().references
    caption = (
        "<strong>Which question does which test answer?</strong> From top to bottom the cost rises and the "
        "number of people who need it falls. The order is ours (editorial). Nothing below a question is "
        "ordered before the question has been asked. Drugs and salts: "
        f"{cite(refs, 'garrison2012prescription', 'bobrowicz2024ppi')}. Thyroid: "
        f"{cite(refs, 'desai1997fasciculations', 'turner2013mimics')}. Creatine kinase: "
        f"{cite(refs, 'stroes2015statin', 'ean2024hyperck')}. Calcium: {cite(refs, 'anz2021phpt')}. EMG: "
        f"{cite(refs, 'hcn2019spontaneous')}. Antibodies and chest: "
        f"{cite(refs, 'dewel2021hyperexcitability', 'vansonderen2016caspr2')}"
    )
    return show(_drawing().figure, alt=_alt(), caption=caption)


def _drawing() -> Canvas:
    rows = sum(len(tier.rows) for tier in TIERS)
    sheet = Canvas(height=ROW * rows + (GAP + 2) * len(TIERS) + 50)
    y = 16.0
    for tier in TIERS:
        y = _tier(sheet, y, tier)
    sheet.text(LEFT, y + 4, END, size=HEAD, weight="bold")
    sheet.text(LEFT, y + 26, "Schematic, not measured", size=SMALL, colour="signal", weight="bold")
    return sheet


def _tier(sheet: Canvas, y: float, tier: Tier) -> float:
    sheet.text(LEFT, y, tier.heading, size=HEAD, weight="bold", colour=tier.colour)
    top = y + 24
    for index, (question, test) in enumerate(tier.rows):
        line = top + index * ROW
        sheet.text(INDENT, line, question, weight="bold")
        sheet.line((INDENT + 1, INDENT + 12), (line + 14, line + 14), colour="edge", width=1.4)
        sheet.mark(INDENT + 12, line + 14, shape=">", size=4, fill="edge", edge="edge")
        sheet.text(INDENT + 22, line + 18, test)
    bottom = top + (len(tier.rows) - 1) * ROW + 22
    sheet.line((LEFT + 3, LEFT + 3), (top - 9, bottom), colour=tier.colour, width=4)
    return bottom + GAP


def _alt() -> str:
    told = " ".join(
        f"{tier.heading}. "
        + " ".join(f"{question} {test[0].upper()}{test[1:]}." for question, test in tier.rows)
        for tier in TIERS
    )
    return f"Four steps of a work-up, one under the other, with the question before the test. {told} {END}."

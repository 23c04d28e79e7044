"""Figure: what the published groups report, each study with its own denominator; nothing is pooled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pnh.content import load_course
from pnh.figures.canvas import HEAD, SMALL, WIDTH, Canvas
from pnh.figures.citing import cite
from pnh.figures.display import Figure, show

COLUMNS = ("Cramps", "Fasciculations", "Antibodies")
LEFT, GAP, STEP = 2, 18, 55
TRACK = (WIDTH - 2 * LEFT - 2 * GAP) / 3
NOT_REPORTED = "not reported"

Row = Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """One finding of one study: words, share (None: not reported), and whether the group was chosen by it."""

    words: str
    share_pct: float | None = None
    chosen: bool = False


@dataclass(frozen=True)
class Study:
    """One row: a published group and its three cells, in the order of COLUMNS."""

    name: str
    size: int
    source: str
    cells: tuple[Cell, Cell, Cell]


def case_series() -> Figure:
    """The groups of ``data/evidence/case_series.csv`` with CFS, and apart from them the neighbours."""
    course = load_course()
    rows = {row["study_id"]: row for row in course.tables["case_series"]}
    own, neighbours = _own(rows), _neighbours(rows)
    keys = list(dict.fromkeys(study.source for study in own + neighbours))
    caption = (
        "<strong>What the published groups report.</strong> The largest groups of CFS tell least. Circles "
        "are people with CFS; squares are neighbours, who stand apart. Nothing is pooled: definitions "
        "differ. A count is given where one was printed, else the per cent. Hollow: everyone, because the "
        "group was chosen so. Antibody tests differ; in Wu 2021 the count is of CASPR2 alone. Fasciculations "
        "in Tiantan 2023 are EMG potentials. Not reported: not in what was read, mostly the abstract. "
        f"PNH: peripheral nerve hyperexcitability. {cite(course.references, *keys)}"
    )
    table = _table({"Cramp-fasciculation syndrome": own, "Neighbours": neighbours})
    return show(_drawing(own, neighbours).figure, alt=_alt(own, neighbours), caption=caption, table=table)


def _own(rows: Mapping[str, Row]) -> tuple[Study, ...]:
    return (
        _study(rows["wenninger2014"], "Wenninger 2014, result not seen"),
        _study(rows["harrison2007_cfs"], "Harrison 2007"),
        _study(rows["cfs2014_seropositive"], "2014, with antibodies, by NIH GARD", antibodies_chosen=True),
        _study(rows["poyraz2017"], "Poyraz 2017"),
    )


def _neighbours(rows: Mapping[str, Row]) -> tuple[Study, ...]:
    return (
        _study(rows["bfs2017"], "Benign fasciculation, 2017", fasciculations_chosen=True),
        _study(rows["hart2002_A"], "Hart 2002, acquired PNH, multiplets"),
        _study(rows["hart2002_B"], "Hart 2002, acquired PNH, no multiplets"),
        _study(rows["tiantan2023"], "Tiantan 2023, primary PNH"),
        _study(rows["wu2021"], "Wu 2021, primary PNH"),
        _study(rows["vincent2018"], "Vincent 2018, neuromyotonia"),
    )


def _study(
    row: Row, name: str, *, fasciculations_chosen: bool = False, antibodies_chosen: bool = False
) -> Study:
    return Study(
        name=name,
        size=int(row["n_total"]),
        source=row["source"],
        cells=(
            _cell(row, "cramps"),
            _cell(row, "fasciculations", chosen=fasciculations_chosen),
            _cell(row, "antibody_positive", chosen=antibodies_chosen),
        ),
    )


def _cell(row: Row, finding: str, chosen: bool = False) -> Cell:
    count, share, size = row[f"{finding}_n"], row[f"{finding}_pct"], row["n_total"]
    if not count and not share:
        return Cell(NOT_REPORTED)
    if chosen:
        return Cell("by selection", 100, chosen=True)
    if count:
        return Cell(f"{count} of {size}", 100 * int(count) / int(size))
    return Cell(f"{share}%", float(share))


def _drawing(own: tuple[Study, ...], neighbours: tuple[Study, ...]) -> Canvas:
    sheet = Canvas(height=112 + STEP * (len(own) + len(neighbours)))
    y = _band(sheet, 14, "Cramp-fasciculation syndrome")
    for study in own:
        y = _row(sheet, y, study, shape="o", colour="nerve")
    y = _band(sheet, y + 14, "Neighbours")
    for study in neighbours:
        y = _row(sheet, y, study, shape="s", colour="soft")
    return sheet


def _band(sheet: Canvas, y: float, words: str) -> float:
    """Heading of a group of rows, with the names of the three columns under it."""
    sheet.text(LEFT, y, words, size=HEAD, weight="bold")
    for index, column in enumerate(COLUMNS):
        sheet.text(_left(index), y + 19, column, size=SMALL, colour="soft")
    sheet.line((LEFT, WIDTH - LEFT), (y + 27, y + 27), colour="edge")
    return y + 46


def _row(sheet: Canvas, y: float, study: Study, *, shape: str, colour: str) -> float:
    sheet.text(LEFT, y, study.name)
    sheet.text(WIDTH - LEFT, y, f"n = {study.size}", ha="right", weight="bold")
    for index, cell in enumerate(study.cells):
        left = _left(index)
        track = y + 29
        if cell.share_pct is None:
            sheet.text(left, y + 18, cell.words, size=SMALL, colour="soft")
            sheet.nothing(left, left + TRACK, track)
            continue
        sheet.text(left, y + 18, cell.words, size=SMALL, weight="normal" if cell.chosen else "bold")
        sheet.line((left, left + TRACK), (track, track), colour="line", width=2)
        fill = None if cell.chosen else colour
        sheet.mark(left + TRACK * cell.share_pct / 100, track, shape=shape, size=8.5, fill=fill, edge=colour)
    return y + STEP


def _left(column: int) -> float:
    return LEFT + column * (TRACK + GAP)


def _alt(own: tuple[Study, ...], neighbours: tuple[Study, ...]) -> str:
    def told(study: Study) -> str:
        cells = ", ".join(
            f"{name.lower()} {cell.words}" for name, cell in zip(COLUMNS, study.cells, strict=True)
        )
        return f"{study.name}, n = {study.size}: {cells}"

    return (
        "Ten published groups, one row each. With cramp-fasciculation syndrome: "
        + "; ".join(map(told, own))
        + ". Neighbours: "
        + "; ".join(map(told, neighbours))
        + "."
    )


def _table(bands: Mapping[str, tuple[Study, ...]]) -> str:
    """The same rows as a table: one body for each band, each study's name the head of its row."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Group", "n", *COLUMNS))
    bodies = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="5">{band}</th></tr>'
        + "".join(
            f'<tr><th scope="row">{study.name}</th><td>{study.size}</td>'
            + "".join(f"<td>{cell.words}</td>" for cell in study.cells)
            + "</tr>"
            for study in studies
        )
        + "</tbody>"
        for band, studies in bands.items()
    )
    label = "What the published groups report"
    return (
        f'<div class="pnh-scroll" tabindex="0" role="group" aria-label="{label}">'
        f"<table><caption>{label}</caption><thead><tr>{head}</tr></thead>{bodies}</table></div>"
    )

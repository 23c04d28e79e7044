"""Words for the browser tests of the tools: where they stand, what they have reckoned, work brought into the record."""

from __future__ import annotations

import csv
import json
import math
import re
from datetime import date

from pnh.content import load_course
from pnh.content.places import lesson_showing
from pnh.paths import ROOT
from tests.browser.conftest import widget
from tests.browser.learner import plain

COURSE = load_course()
TOOLS = COURSE.tools
PAGES = {tool_id: f"notebooks/{lesson_showing('tool', tool_id)}.html" for tool_id in TOOLS}
OUTCOMES = {
    "safe": "Safe.",
    "not-checked": "A red flag was not checked.",
    "harm": "Harm was done.",
    "unsafe": "Unsafe.",
}
PROGRESS = "book/progress.html"


def rows_of(table: str) -> dict[str, dict[str, str]]:
    with (ROOT / "data/evidence" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row["row_id"]: row for row in csv.DictReader(file)}


PRIORS, TESTS = rows_of("priors"), rows_of("diagnostics")


def of_kind(kind: str) -> list[str]:
    return [tool_id for tool_id, tool in TOOLS.items() if tool.kind == kind]


def letters(text: str) -> str:
    """The text without what a line break or a curled quotation mark changes."""
    return re.sub(r"[\s\"'‘’“”]", "", plain(text))


def shown(part) -> str:
    return letters(part.inner_text())


def events_of(page, item: str) -> list[dict]:
    return page.evaluate(
        "(item) => JSON.parse(localStorage['pnh.v1'] ?? '{\"events\":[]}').events.filter((event) => event.item === item)",
        item,
    )


def words(part) -> str:
    return " ".join(part.inner_text().split())


def measures(card) -> dict:
    return json.loads(card.get_attribute("data-pnh-measures"))


def until(card, **wanted) -> dict:
    """What the tool has reckoned, once these figures stand in it."""
    card.page.wait_for_function(
        "([root, wanted]) => { const found = JSON.parse(root.dataset.pnhMeasures ?? '{}');"
        " return Object.entries(wanted).every(([name, value]) => JSON.stringify(found[name]) === JSON.stringify(value)) }",
        arg=[card.element_handle(), wanted],
    )
    return measures(card)


def says(card, part: str) -> None:
    """The line that is read out says this (when the controls have rested)."""
    card.get_by_role("status").filter(has_text=part).wait_for()


def is_focused(target) -> bool:
    return target.evaluate("(element) => element === document.activeElement")


def start_at(card) -> None:
    card.evaluate("(root) => { root.tabIndex = -1; root.focus(); root.removeAttribute('tabindex') }")


def open_tool(page, home: str, tool_id: str):
    page.goto(home + PAGES[tool_id])
    return widget(page, tool_id)


def bring_in(page, site, tmp_path, events: list[dict]) -> None:
    """Put finished work into the record by the course's own import."""
    document = {
        "schema": "pnh-progress/1",
        "course_version": "0",
        "exported": str(date.today()),
        "events": events,
        "state": {},
    }
    file = tmp_path / "record.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    page.goto(site + PROGRESS)
    page.locator('input[type="file"]').set_input_files(file)
    noun = "answer or case" if len(events) == 1 else "answers or cases"
    page.get_by_text(f"Imported: {len(events)} finished {noun} added.").wait_for()


def finished(case_id: str, outcome: str, path: list[str], stated: dict | None = None) -> dict:
    case = COURSE.scenarios[case_id]
    event = {
        "item": case_id,
        "hash": case.hash,
        "at": "2026-01-31T09:05Z",
        "outcome": outcome,
        "scores": {"key_features": 1, "efficiency": None, "calibration": None, "summary_self": None},
        "minutes": 17,
        "cost": 3,
        "path": path,
    }
    if stated:
        event |= {"stated": {"before": stated, "after": stated}}
    if case.data.get("answer"):
        event["answer"] = case.data["answer"]
    return event


def gives_away(tool_id: str) -> list[str]:
    contrast = TOOLS[tool_id].data["contrast"]
    rows = [row[name] for row in contrast["rows"] for name in ("first", "second", "matters")]
    return [plain(text) for text in (contrast["parting"], contrast["same"], *rows)]


def whole(number: float) -> int:
    return math.floor(number + 0.5)

"""Two cases in contrast, and one's own calibration, in a real browser."""

from __future__ import annotations

import math

import pytest

from pnh.content.places import lesson_showing
from tests.browser.conftest import widget
from tests.browser.learner import Learner, best_options, expert_actions, plain
from tests.browser.tools import (
    COURSE,
    OUTCOMES,
    PAGES,
    TOOLS,
    bring_in,
    finished,
    gives_away,
    is_focused,
    open_tool,
    until,
    words,
)

CONTRASTS = [tool_id for tool_id, tool in TOOLS.items() if tool.kind == "contrast"]


# --- two cases in contrast ---------------------------------------------------------------------------------------


def test_a_contrast_gives_nothing_away_until_a_teacher_asks(visit, site):
    page = visit.page
    for tool_id in CONTRASTS:
        card = open_tool(page, site, tool_id)
        shown = words(page.locator("main"))
        for text in gives_away(tool_id):
            assert text not in shown, "the comparison can be read before the cases are played"
        for case_id in TOOLS[tool_id].data["contrast"]["cases"]:
            link = card.get_by_role("link", name=plain(COURSE.scenarios[case_id].title))
            lesson = lesson_showing("scenario", case_id)
            assert lesson in link.evaluate("(link) => link.href")
        assert card.get_by_text("still to be played").count() == 2
        card.get_by_role("button", name="without playing").click()
        shown = words(card)
        for text in gives_away(tool_id):
            assert text in shown
        assert is_focused(card.get_by_role("heading", name="The same complaint"))
        assert "✓" not in shown, "nobody has played: nothing was done"
        card.get_by_role("button", name="Hide the comparison").click()
        assert not [text for text in gives_away(tool_id) if text in words(card)]
        assert is_focused(card.get_by_role("button", name="without playing"))


def test_a_contrast_offers_itself_once_both_cases_were_played(visit, site):
    """The question before it is asked first; the comparison then knows both runs."""
    page, contrast = visit.page, TOOLS["to-contrast-nurse-jitters"].data["contrast"]
    card = open_tool(page, site, "to-contrast-nurse-jitters")
    homes = {case_id: lesson_showing("scenario", case_id) for case_id in contrast["cases"]}
    for case_id, home in sorted(homes.items(), key=lambda row: row[1]):
        if home not in page.url:
            page.goto(f"{site}notebooks/{home}.html")
        case = COURSE.scenarios[case_id]
        Learner(page, case).run(expert_actions(case), best_options(case))
    if PAGES["to-contrast-nurse-jitters"] not in page.url:
        page.goto(site + PAGES["to-contrast-nurse-jitters"])
    card = widget(page, "to-contrast-nurse-jitters")
    until(card, played=contrast["cases"], shown=False)
    assert plain(contrast["parting"]) not in words(card)
    card.get_by_role("button", name="Compare the two cases").click()
    until(card, shown=True)
    assert is_focused(card.get_by_role("heading", name="The same complaint"))
    runs = card.locator(".to-runs > div")
    assert runs.count() == 2
    for run in runs.all():
        run.get_by_text("Your probabilities").click()
        assert "Safe." in words(run) and "%" in words(run)
    assert plain(contrast["parting"]) in words(card)
    card.get_by_role("button", name="Hide the comparison").click()
    assert is_focused(card.get_by_role("button", name="Compare the two cases"))


def test_a_contrast_tells_what_was_done_in_each_case(visit, site, tmp_path):
    page, tool_id = visit.page, "to-contrast-night-tripping"
    contrast = TOOLS[tool_id].data["contrast"]
    first, second = contrast["cases"]
    row = next(row for row in contrast["rows"] if row.get("actions", {}).get("second", "").startswith("x-"))
    done = row["actions"]["second"]
    dx = [entry["id"] for entry in COURSE.scenarios[second].data["differential"]]
    stated = {dx[0]: 0.7, dx[1]: 0.3}
    bring_in(page, site, tmp_path, [finished(first, "harm", [])])
    card = open_tool(page, site, tool_id)
    assert card.get_by_text("✓ played").count() == card.get_by_text("still to be played").count() == 1
    assert plain(contrast["parting"]) not in words(card), "one case of the two is not enough"
    bring_in(page, site, tmp_path, [finished(second, "not-checked", [done], stated)])
    card = open_tool(page, site, tool_id)
    until(card, played=[first, second])
    card.get_by_role("button", name="Compare the two cases").click()
    runs = card.locator(".to-runs > div")
    assert OUTCOMES["harm"] in words(runs.nth(0)) and OUTCOMES["not-checked"] in words(runs.nth(1))
    runs.nth(1).get_by_text("Your probabilities").click()
    assert "17 minutes, cost 3" in words(runs.nth(1)) and "70% → 70%" in words(runs.nth(1))
    line = card.get_by_role("row").filter(
        has=page.get_by_role("rowheader", name=plain(row["feature"]), exact=True)
    )
    assert "✓ you examined this" in words(line.get_by_role("cell").nth(1))
    if row["actions"].get("first", "").startswith("x-"):
        assert "not examined" in words(line.get_by_role("cell").nth(0))
    page.goto(f"{site}{PAGES[tool_id]}?seminar")
    card = widget(page, tool_id)
    assert plain(contrast["parting"]) not in words(page.locator("main"))
    card.get_by_role("button", name="Reveal to the room").click()
    assert plain(contrast["parting"]) in words(card)


# --- calibration -------------------------------------------------------------------------------------------------


def known() -> dict[str, dict[str, bool]]:
    """Question -> hypothesis -> what is so, for every question whose statements count."""
    found = {}
    for question in COURSE.questions.values():
        rows = question.data.get("hypotheses", []) if question.type == "probability" else []
        if rows and "outcome" in rows[0]:
            found[question.id] = {row["id"]: row["outcome"] for row in rows}
    return found


def test_calibration_follows_the_answers_of_its_page_and_ignores_second_ones(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-calibration")
    until(card, statements=0)
    assert "No stated probabilities so far" in words(card)
    item, so = next(
        (item, so) for item, so in known().items() if COURSE.questions[item].lesson in PAGES["to-calibration"]
    )
    [true] = so.values()
    question = widget(page, item)
    for per_cent in ("80", "3"):
        question.get_by_role("spinbutton").fill(per_cent)
        question.get_by_role("button", name="Compare my answer").click()
        found = until(card, statements=1)
        question.get_by_role("button", name="Answer again").click()
    assert found["brier"] == pytest.approx((0.8 - true) ** 2), (
        "the second answer was given knowing what is so"
    )
    assert f"80% ({'true' if true else 'not true'})" in words(card)
    assert "19 more, and the curve is drawn" in words(card) and not card.locator("svg.to-curve").count()


def test_calibration_draws_the_curve_from_twenty_statements_on(visit, site, tmp_path):
    page = visit.page
    events, statements = [], []
    chances = [0, 0.1, 0.3, 0.35, 0.5, 0.55, 0.65, 0.7, 0.9, 1]
    for place, (item, so) in enumerate(known().items()):
        said = {name: chances[place % len(chances)] for name in so}
        statements += [(said[name], so[name]) for name in so]
        events.append(
            {
                "item": item,
                "hash": COURSE.questions[item].hash,
                "at": "2026-01-31T09:05Z",
                "result": "stated",
                "score": None,
                "chosen": [],
                "stated": said,
                "outcomes": so,
                "certainty": None,
                "attempts": 1,
            }
        )
    for case in COURSE.scenarios.values():  # every diagnosis rated at the end of a case counts
        answer = case.data.get("answer")
        if not answer or len(statements) >= 20:
            continue
        others = [row["id"] for row in case.data["differential"] if row["id"] != answer]
        said = {answer: 0.6, **dict.fromkeys(others, 0.4 / len(others))}
        statements += [(p, name == answer) for name, p in said.items()]
        events.append(finished(case.id, "safe", [], said))
    assert len(statements) >= 20
    bring_in(page, site, tmp_path, events)
    card = open_tool(page, site, "to-calibration")
    found = until(card, statements=len(statements))
    brier = sum((p - so) ** 2 for p, so in statements) / len(statements)
    log = sum(math.log(max(0.01, p if so else 1 - p)) for p, so in statements) / len(statements)
    assert found["brier"] == pytest.approx(brier) and found["log"] == pytest.approx(log)
    shown = words(card)
    assert f"Mean Brier score {brier:.2f}." in shown
    assert f"Mean log score {log:.2f}.".replace("-", "−") in shown
    groups: list[list] = [[], [], [], [], []]
    for p, so in statements:
        groups[min(4, round(1000 * p) // 200)].append((p, so))
    card.get_by_text("The same figures as a table").click()
    rows = card.locator("table tbody tr")
    filled = [group for group in groups if group]
    assert rows.count() == len(filled) == found["points"] == card.locator("svg.to-curve circle").count()
    for row, group in zip(rows.all(), filled, strict=True):
        true = sum(so for _, so in group)
        assert words(row.locator("td").nth(0)) == str(len(group))
        assert words(row.locator("td").nth(2)).startswith(f"{true} of {len(group)} ")
        assert f"true in {true} of {len(group)}" in card.locator("svg.to-curve").get_attribute("aria-label")

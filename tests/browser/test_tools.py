"""The tools of clinical reasoning in a real browser: what they show, reckoned a second time here."""

from __future__ import annotations

import csv
import json
import math
import re
from datetime import date

import pytest

from pnh.content import load_course
from pnh.content.places import lesson_showing
from pnh.paths import ROOT
from tests.browser.conftest import tab_to, visiting, widget
from tests.browser.learner import Learner, best_options, expert_actions, plain
from tests.browser.test_explorers import fits_a_phone

COURSE = load_course()
TOOLS = COURSE.tools
PAGES = {tool_id: f"notebooks/{lesson_showing('tool', tool_id)}.html" for tool_id in TOOLS}
CONTRASTS = [tool_id for tool_id, tool in TOOLS.items() if tool.kind == "contrast"]
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


# --- before and after a test ------------------------------------------------------------------------------------


def whole(number: float) -> int:
    return math.floor(number + 0.5)


def expected(prior: str, test: str, result: str) -> dict:
    """A thousand people and the chance after the result, from the published rows, by Bayes' formula."""
    p = float(PRIORS[prior]["value_pct"]) / 100
    se = float(TESTS[test]["sensitivity_pct"]) / 100
    sp = float(TESTS[test]["specificity_pct"]) / 100
    sick = whole(1000 * p)
    tp, tn = whole(sick * se), whole((1000 - sick) * sp)
    with_it, without = (se, 1 - sp) if result == "positive" else (1 - se, sp)
    return {
        "with_condition": sick,
        "true_positives": tp,
        "false_negatives": sick - tp,
        "true_negatives": tn,
        "false_positives": 1000 - sick - tn,
        "after": p * with_it / (p * with_it + (1 - p) * without),
    }


def test_bayes_agrees_with_the_published_rows(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-bayes")
    prior, test = card.get_by_label("Where you start"), card.get_by_label("One test, at one cut-off")
    assert measures(card)["posterior_pct"] == measures(card)["prior_pct"], (
        "before any result nothing has moved"
    )
    for start, row, result in (
        ("clinician-als", "als-mus-score", "positive"),
        ("clinician-als", "als-goldcoast-italy", "negative"),
        ("sfn-fm", "sfn-biopsy-2020", "positive"),
    ):
        prior.select_option(start)
        test.select_option(row)
        card.get_by_label(result.capitalize(), exact=True).check()
        wanted = expected(start, row, result)
        after = wanted.pop("after")
        found = until(card, **wanted)
        assert sum(found[name] for name in wanted if name != "with_condition") == found["people"] == 1000
        assert found["posterior_pct"] == pytest.approx(100 * after, abs=0.051)
        drawn = card.locator("svg.to-crowd path").evaluate_all(
            "(paths) => paths.reduce((n, path) => n + path.getAttribute('d').split('M').length - 1, 0)"
        )
        assert drawn == 1000, "one shape for each person"
        having = found["positives"] if result == "positive" else found["negatives"]
        says(card, f"{having} of these 1,000 people have a {result} result")
        says(card, f": {whole(100 * after)} in 100.")
        published = TESTS[row]["sensitivity_pct"]
        assert f"{float(published):g}%" in words(card)
    page.wait_for_timeout(400)  # the setting is kept a moment after it rests
    page.reload()
    card = widget(page, "to-bayes")
    assert card.get_by_label("One test, at one cut-off").input_value() == "sfn-biopsy-2020"
    prior.select_option("clinician-als")
    says(card, "Choose two that belong together")
    assert not measures(card), "a start for one condition and a test for another are never combined"


def test_a_start_of_ones_own_is_set_by_keyboard(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-bayes")
    start_at(card)
    tab_to(page, card.get_by_label("Where you start"))
    page.keyboard.press("End")
    tab_to(page, card.get_by_role("spinbutton"))
    page.keyboard.press("Control+a")
    page.keyboard.type("50")
    tab_to(page, card.get_by_role("radio", name="Not done"))
    page.keyboard.press("ArrowDown")
    se, sp = (float(TESTS["als-mus-score"][f"{name}_pct"]) for name in ("sensitivity", "specificity"))
    found = until(card, prior_pct=50, true_positives=whole(5 * se))
    assert found["posterior_pct"] == pytest.approx(100 * se / (se + 100 - sp), abs=0.051)


def test_a_half_published_row_stays_open_until_a_figure_is_assumed(visit, site):
    page = visit.page
    card = open_tool(page, site, "to-bayes")
    card.get_by_label("Where you start").select_option("cfs-in-rns-clinic")
    card.get_by_label("One test, at one cut-off").select_option("cfs-rns-1hz")
    card.get_by_label("Positive", exact=True).check()
    found = until(card, with_condition=333, true_positives=None, posterior_pct=None)
    assert found["true_negatives"] == whole(667 * 0.76) and found["assumed"] is None
    says(card, "no sensitivity was published for this cut-off")
    assert "not published for this cut-off" in words(card)
    card.get_by_label("Assume one").check()
    assert "Sensitivity: assumed, not published (at most 83%)" in words(card)
    assert measures(card)["posterior_pct"] is None, "a ticked box alone assumes nothing"
    field = card.get_by_role("spinbutton", name=re.compile("assumed, not published"))
    field.fill("60")
    found = until(card, assumed=60, true_positives=whole(333 * 0.6))
    p = float(PRIORS["cfs-in-rns-clinic"]["value_pct"])
    assert found["posterior_pct"] == pytest.approx(100 * p * 60 / (p * 60 + (100 - p) * 24), abs=0.051)
    says(card, "rests on an assumed sensitivity, not on a published one")
    field.fill("95")
    until(card, assumed=83)  # what its row says it cannot exceed
    card.get_by_label("One test, at one cut-off").select_option("cfs-rns-any")
    until(card, assumed=None, false_positives=None)


# --- an order of tests ------------------------------------------------------------------------------------------

ORDERS = [tool_id for tool_id, tool in TOOLS.items() if tool.kind == "order-set"]


def order_of(tool_id: str) -> tuple[list[dict], dict, dict]:
    """Its tests, a harmful one and one that changes something (else one that is harmless)."""
    tests = TOOLS[tool_id].data["order_set"]["tests"]
    harmful = next(test for test in tests if test["verdict"] == "harmful")
    other = [test for test in tests if test["verdict"] != "harmful"]
    return tests, harmful, next((test for test in other if test["changes"]), other[0])


@pytest.mark.parametrize("tool_id", ORDERS)
def test_an_order_is_summed_up_and_explained(tool_id, visit, site):
    tests, harmful, useful = order_of(tool_id)
    page = visit.page
    card = open_tool(page, site, tool_id)
    assert card.get_by_role("checkbox").count() == len(tests)
    card.get_by_role("button", name="Send the order").click()
    assert "at least one test" in card.get_by_role("status").inner_text()
    assert plain(harmful["why"]) not in words(card)
    for test in (harmful, useful):
        card.get_by_role("checkbox", name=plain(test["label"]), exact=True).check()
    cost, days = harmful["cost"] + useful["cost"], max(harmful["days"], useful["days"])
    budget = TOOLS[tool_id].data["order_set"]["budget"]
    till = card.get_by_role("status").inner_text()
    assert f"Cost {cost} of {budget['cost']}" in till and f"after {days} of {budget['days']} days" in till
    card.get_by_role("button", name="Send the order").click()
    assert card.get_attribute("data-pnh-result") == "stated"
    changed = [test for test in (harmful, useful) if test["changes"]]
    missed = [test for test in tests if test["changes"] and test not in changed]
    summed = words(card.locator(".to-sum"))
    assert f"{len(changed)} of 2 tests changed something." in summed and "1 did harm." in summed
    assert (f"{len(missed)} you did not order" in summed) == bool(missed)
    shown = words(card)
    for test in (harmful, useful, *missed):
        assert plain(test["shows"]) in shown and plain(test["why"]) in shown
    item = card.locator("ul.to-list").first.locator("li.to-harmful")
    assert item.count() == 1 and plain(harmful["label"]) in words(item) and "harmful here" in words(item)
    page.reload()
    card = widget(page, tool_id)
    assert card.get_attribute("data-pnh-result") == "stated"
    card.get_by_role("button", name="Try again").click()
    assert card.get_attribute("data-pnh-result") is None
    assert card.locator("input:checked").count() == 0 and plain(harmful["why"]) not in words(card)


def test_an_order_by_keyboard_only(visit, site):
    page = visit.page
    useful = order_of("to-order-set")[2]
    card = open_tool(page, site, "to-order-set")
    start_at(card)
    tab_to(page, card.get_by_role("checkbox", name=plain(useful["label"]), exact=True))
    page.keyboard.press("Space")
    tab_to(page, card.get_by_role("button", name="Send the order"))
    page.keyboard.press("Enter")
    assert card.get_attribute("data-pnh-result") == "stated"
    assert is_focused(card.get_by_role("heading", name="What came back"))
    tab_to(page, card.get_by_role("button", name="Try again"))
    page.keyboard.press("Enter")
    assert is_focused(card.get_by_role("checkbox").first)
    assert measures(card)["tests"] == 0


# --- the ladder -------------------------------------------------------------------------------------------------


def test_the_ladder_filters_opens_an_entry_and_gives_the_focus_back(visit, site):
    page, ladder = visit.page, COURSE.treatments
    card = open_tool(page, site, "to-ladder")
    entries = ladder["entries"]
    until(card, shown=len(entries), of=len(entries))
    assert card.locator("tbody button").count() == len(entries)
    for_cfs = [entry for entry in entries if entry["condition"] == "cfs"]
    label = next(condition["label"] for condition in ladder["conditions"] if condition["id"] == "cfs")
    card.get_by_role("radio", name=label, exact=True).check()
    until(card, shown=len(for_cfs))
    says(card, f"{len(for_cfs)} of {len(entries)} entries are shown.")
    assert card.locator("tbody button").count() == len(for_cfs)
    peopled = {entry["rung"] for entry in for_cfs}
    empty = [rung for rung in ladder["rungs"] if rung["id"] not in peopled]
    assert empty, "no rung is empty for the syndrome"
    for rung in empty:
        assert plain(rung["empty"]["cfs"]) in words(card.get_by_role("row").filter(has_text=rung["label"]))
    entry = next(entry for entry in for_cfs if entry["rung"] == "case-series" and entry["n"])
    button = card.get_by_role("button", name=re.compile(re.escape(plain(entry["treatment"])))).first
    button.focus()
    page.keyboard.press("Enter")
    until(card, open=entry["id"])
    opened = card.get_by_role("group", name=plain(entry["treatment"]))
    assert is_focused(opened.get_by_role("heading")) and plain(entry["says"]) in words(opened)
    assert f"n = {entry['n']}" in words(opened)
    opened.locator("summary").click()
    claims = {name: claim for claim in COURSE.claims.values() for name in (claim.id, *claim.also)}
    for claim_id in entry["claims"]:
        assert plain(claims[claim_id].claim) in words(opened)
    opened.get_by_role("button", name="Close").click()
    until(card, open=None)
    assert is_focused(button) and button.get_attribute("aria-expanded") == "false"
    card.get_by_label("Class").select_option("Immunotherapy")
    until(card, shown=len([e for e in for_cfs if "immunotherapy" in e["class"].casefold()]))


# --- cards side by side -----------------------------------------------------------------------------------------


def test_three_cards_side_by_side_turned_and_trimmed(visit, site):
    page, cards = visit.page, {card["id"]: card for card in COURSE.mimics}
    card = open_tool(page, site, "to-mimics")
    start = TOOLS["to-mimics"].data["compare"]["start"]
    chosen = [*start[:2], next(name for name in cards if name not in start)]
    card.get_by_label("Third", exact=True).select_option(chosen[2])
    table = card.get_by_role("table")

    def heads(scope: str) -> list[str]:
        return [words(head) for head in table.locator(f'th[scope="{scope}"]').all()]

    names = [plain(cards[name]["name"]) for name in chosen]
    features = ["Who has it", "What they say", "What you find", "What settles it", "What sets it apart"]
    assert [head.startswith(name) for head, name in zip(heads("col"), names, strict=True)] == [True] * 3
    assert heads("row") == features
    for name in chosen:
        for part in ("who", "says", "finds", "settles", "apart"):
            assert plain(cards[name][part]["text"]) in words(table)
    card.get_by_role("button", name="Turn the table").click()
    assert heads("col") == features and len(heads("row")) == 3
    card.get_by_role("checkbox", name="What they say").uncheck()
    assert heads("col") == [feature for feature in features if feature != "What they say"]
    assert plain(cards[chosen[0]]["says"]["text"]) not in words(table)
    for feature in features:
        if feature not in ("What they say", "Who has it"):
            card.get_by_role("checkbox", name=feature).uncheck()
    last = card.get_by_role("checkbox", name="Who has it")
    last.click()
    assert last.is_checked() and "One line at least stays" in card.get_by_role("status").inner_text()
    card.get_by_label("Cards to choose from").select_option("urgent")
    offered = (
        card.get_by_label("Third", exact=True)
        .locator("option")
        .evaluate_all("(options) => options.map((option) => option.value)")
    )
    urgent = {name for name, one in cards.items() if one["urgency"] == "urgent"}
    assert set(offered) == (urgent - set(chosen[:2])) | {"", chosen[2]}
    page.wait_for_timeout(400)
    page.reload()
    card = widget(page, "to-mimics")
    assert card.get_by_label("Third", exact=True).input_value() == chosen[2], "the choice is kept"


# --- two cases in contrast --------------------------------------------------------------------------------------


def gives_away(tool_id: str) -> list[str]:
    contrast = TOOLS[tool_id].data["contrast"]
    rows = [row[name] for row in contrast["rows"] for name in ("first", "second", "matters")]
    return [plain(text) for text in (contrast["parting"], contrast["same"], *rows)]


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


def test_a_contrast_opens_by_itself_once_both_cases_were_played(visit, site):
    """Both cases of lesson 7 stand on one page, and so does their comparison: it follows at once."""
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
    until(card, played=contrast["cases"], shown=True)
    runs = card.locator(".to-runs > div")
    assert runs.count() == 2
    for run in runs.all():
        assert "Safe." in words(run) and "%" in words(run)
    assert plain(contrast["parting"]) in words(card)
    assert not card.get_by_role("button").count()


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
    until(card, played=[first, second], shown=True)
    runs = card.locator(".to-runs > div")
    assert OUTCOMES["harm"] in words(runs.nth(0)) and OUTCOMES["not-checked"] in words(runs.nth(1))
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


# --- calibration ------------------------------------------------------------------------------------------------


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
        question.get_by_role("button", name="Check answer").click()
        found = until(card, statements=1)
        question.get_by_role("button", name="Try again").click()
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


# --- the diary --------------------------------------------------------------------------------------------------


def test_the_diary_is_kept_grows_shrinks_and_asks_before_it_is_emptied(visit, site):
    page, diary = visit.page, TOOLS["to-diary"].data["diary"]
    card = open_tool(page, site, "to-diary")
    for label in ("Goal", "Measure", "Stopping rule", "Harm watch"):
        card.get_by_label(label, exact=True).fill(f"{label} of mine")
    assert not re.search(r"\bdose|\bmg\b", " ".join(card.locator("th, label").all_inner_texts()).casefold())
    at_first = measures(card)["steps"]
    card.get_by_label("Step 2: date").fill("2026-03-01")
    card.get_by_role("textbox", name=re.compile("^Step 2: ")).nth(1).fill("four")
    add = card.get_by_role("button", name="Add a step")
    for n in range(at_first, diary["steps"]):
        add.click()
        assert is_focused(card.get_by_label(f"Step {n + 1}: date"))
    assert not add.count() and card.locator("tbody tr").count() == diary["steps"]
    card.get_by_role("button", name=f"Remove step {diary['steps']}").click()
    page.reload()
    card = widget(page, "to-diary")
    assert card.get_by_label("Harm watch", exact=True).input_value() == "Harm watch of mine"
    assert card.get_by_label("Step 2: date").input_value() == "2026-03-01"
    assert "four" in card.get_by_role("textbox").evaluate_all(
        "(fields) => fields.map((field) => field.value)"
    )
    assert measures(card)["steps"] == diary["steps"] - 1
    empty = card.get_by_role("button", name="Empty the diary")
    for answer, left in (("Keep it", "Goal of mine"), ("Yes, empty it", "")):
        empty.click()
        assert card.get_by_label("Goal", exact=True).input_value() == "Goal of mine", (
            "one press must not empty"
        )
        card.get_by_role("button", name=answer).click()
        assert card.get_by_label("Goal", exact=True).input_value() == left
        assert is_focused(empty)
    assert measures(card)["steps"] == at_first


def test_the_diary_is_printed_alone_and_without_buttons(visit, site):
    page = visit.page
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1 }")
    card = open_tool(page, site, "to-diary")
    card.get_by_label("Goal", exact=True).fill("To sleep until five")
    card.get_by_role("button", name="Print the diary").click()
    assert page.evaluate("() => window.printed") == 1
    page.emulate_media(media="print")
    assert card.get_by_label("Goal", exact=True).is_visible() and card.get_by_role("table").is_visible()
    assert not [button for button in card.locator("button").all() if button.is_visible()]
    assert not page.locator("h1").is_visible() and not page.locator('[data-pnh-id="to-ladder"]').is_visible()
    page.emulate_media(media="screen")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1").is_visible(), "the page comes back after printing"


# --- every tool: on a phone, on paper, from a folder, without a script ------------------------------------------


def unfold(card, tool_id: str) -> None:
    """Bring the tool to its fullest state."""
    kind = TOOLS[tool_id].kind
    if kind == "bayes":
        card.get_by_label("Positive", exact=True).check()
    elif kind == "order-set":
        card.get_by_role("checkbox").first.check()
        card.get_by_role("button", name="Send the order").click()
    elif kind == "ladder":
        card.locator("tbody button").first.click()
    elif kind == "contrast":
        card.get_by_role("button", name="without playing").click()
    elif kind == "sort":
        for row in card.locator("ol.to-cards > li").all():
            row.get_by_role("radio").last.check()
        fits_a_phone(card)
        card.get_by_role("button", name="Compare with ours").click()
    elif kind == "write":
        card.get_by_role("textbox").fill("Three sentences of my own. " * 3)
        card.get_by_role("button", name=re.compile("^Compare")).click()
    elif kind == "trial":
        card.get_by_role("button", name="Give the tablet: who gets better?").click()
        card.get_by_text("Likelihood ratio of a response").wait_for()
    elif kind == "worksheet":
        for row in card.locator("tbody tr").all():
            row.get_by_role("textbox").first.fill("nobody-is-mentioned, as far as I see")
            row.get_by_role("button", name=re.compile("^Compare")).click()
    for summary in card.locator("summary").all():
        if summary.is_visible():
            summary.click()


SCROLLED = """(root) => [root, ...root.querySelectorAll('*')].filter((e) => {
  const style = getComputedStyle(e);
  return e.clientWidth > 40 && e.scrollWidth > e.clientWidth + 1 && !e.matches('input, select, textarea, .pnh-ears, .pnh-ears *')
    && !(e instanceof SVGElement) && style.display !== 'inline';
}).map((e) => `${e.scrollWidth} in ${e.clientWidth}: ${e.outerHTML.slice(0, 100)}`)"""


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
def test_tools_fit_the_smallest_phone_and_stand_on_paper_from_a_folder(name, browser, book):
    with visiting(browser, viewport={"width": 320, "height": 800}) as visit:
        page = visit.page
        page.goto(f"{book.as_uri()}/{name}")
        here = [tool_id for tool_id, where in PAGES.items() if where == name]
        cards = {tool_id: widget(page, tool_id) for tool_id in here}
        for tool_id, card in cards.items():
            unfold(card, tool_id)
            fits_a_phone(card)
            wide = card.evaluate(SCROLLED)
            assert not wide, "\n".join(wide[:5])
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 720, "height": 1000})
        for tool_id, card in cards.items():
            data = TOOLS[tool_id].data
            assert card.is_visible() and plain(data["title"]) in words(card), f"{tool_id} is not on paper"
            assert plain(data["limits"][0]["text"])[:40] in words(card)
            pressed = [
                b
                for b in card.locator("button").all()
                if b.is_visible() and b.evaluate("(b) => !b.closest('td')")
            ]
            assert not pressed, f"{tool_id} prints buttons"
            if TOOLS[tool_id].kind in ("write", "worksheet"):
                fields = [field for field in card.locator("textarea").all() if field.input_value()]
                assert fields and not [field for field in fields if field.is_visible()]
                assert fields[0].input_value().strip() in words(card), "one's own words are not on paper"
        visit.no_faults()


def to_be_read(tool) -> list[str]:
    """What has to stand on the page without a script."""
    data = tool.data
    match tool.kind:
        case "bayes":
            published = [TESTS[row]["sensitivity_pct"] for row in data["bayes"]["tests"]]
            return [f"{float(figure):g}%" for figure in published if figure]
        case "order-set":
            parts = ("label", "shows", "why")
            return [plain(test[part]) for test in data["order_set"]["tests"] for part in parts]
        case "ladder":
            return [
                plain(entry[part]) for entry in COURSE.treatments["entries"] for part in ("treatment", "says")
            ]
        case "compare":
            return [plain(one[part]["text"]) for one in COURSE.mimics for part in ("finds", "apart")]
        case "contrast":
            return gives_away(tool.id)
        case "calibration":
            return ["from 20 statements on"]
        case "diary":
            return [
                plain(data["diary"][part]["prompt"]) for part in ("goal", "measure", "stop", "harm_watch")
            ]
        case "sort":
            return [plain(one[part]) for one in data["sort"]["cards"] for part in ("text", "why")]
        case "write":
            body = data["write"]
            ticks = [row[part] for row in body["checklist"] for part in ("text", "why")]
            never = [row[part] for row in body["not_to_say"] for part in ("text", "why")]
            return [plain(text) for text in (body["setting"], body["prompt"], body["model"], *ticks, *never)]
        case "trial":
            rows = data["trial"]["rows"]
            return [text for row in rows for text in (plain(row["label"]), f"{row['response_pct']:g}")]
        case "worksheet":
            body = data["worksheet"]
            columns = [text["id"] for text in body["texts"]]
            ours = [row["ours"][column] for row in body["questions"] for column in columns]
            return [plain(text) for text in (*ours, *(row["question"] for row in body["questions"]))]
        case "clinic":
            cases = [COURSE.scenarios[case_id] for case_id in data["clinic"]["cases"]]
            assert len(cases) == 10
            return [f"{place}. {plain(case.title)}" for place, case in enumerate(cases, start=1)]
    raise AssertionError(f"no words are known for a tool of kind {tool.kind}")


def folded(tool) -> list[str]:
    """What has to be folded away without a script, until the reader opens it."""
    data = tool.data
    match tool.kind:
        case "sort":
            return [plain(one["why"]) for one in data["sort"]["cards"]]
        case "write":
            return [plain(data["write"]["model"]), *(plain(row["why"]) for row in data["write"]["checklist"])]
        case "worksheet":
            texts = (plain(text) for row in data["worksheet"]["questions"] for text in row["ours"].values())
            return [text for text in texts if len(text) > 30]
    return []


@pytest.mark.parametrize("name", sorted(set(PAGES.values())))
def test_tools_can_be_read_without_javascript(name, browser, book):
    with visiting(browser, viewport={"width": 320, "height": 800}, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(f"{book.as_uri()}/{name}")
        for tool_id in (tool_id for tool_id, where in PAGES.items() if where == name):
            still = page.locator(f'.pnh[data-pnh-id="{tool_id}"]')
            tool = TOOLS[tool_id]
            for limit in tool.data["limits"]:
                assert plain(limit["text"])[:40] in words(still)
            closed = words(still)
            for summary in still.locator("summary").all():
                summary.click()
            opened = words(still)
            wanted = to_be_read(tool)
            for text in wanted:
                assert text in opened, f"{tool_id}: {text}"
            if tool.kind == "contrast":
                assert not [text for text in wanted if text in closed], "the comparison stands open"
            for text in folded(tool):
                assert text in opened and text not in closed, f"{tool_id} stands open: {text}"
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320

"""Lessons 9 to 13 in a real browser: sorting, writing, trials of treatment, the worksheet, the clinic and the four benches."""

from __future__ import annotations

import json
import re

import pytest

from pnh.content.places import lesson_showing
from pnh.models import calcium
from pnh.paths import ROOT
from tests.browser.conftest import tab_to, visiting, widget
from tests.browser.laboratory import EXPLORERS, GOALS, measures, set_values
from tests.browser.laboratory import PAGES as BENCH_PAGES
from tests.browser.learner import Learner, best_options, expert_actions, plain
from tests.browser.test_keyboard_and_reader import UNNAMED
from tests.browser.tools import (
    COURSE,
    OUTCOMES,
    PAGES,
    TOOLS,
    bring_in,
    finished,
    is_focused,
    open_tool,
    says,
    start_at,
    until,
    whole,
    words,
)

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb") if path.stem[:2] >= "09")
BENCHES = ("microcramp", "calcium", "interval", "responders")


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


def until_kept(page, item: str) -> None:
    """Wait until the tool's settings have rested and are in the record."""
    page.wait_for_function("(item) => (localStorage['pnh.v1'] ?? '').includes(item)", arg=item)
    page.wait_for_timeout(400)


# --- sorting ----------------------------------------------------------------------------------------------------


def heap(card, row: dict):
    """The card that says this, while it is still to be sorted."""
    return card.locator("ol.to-cards > li").filter(
        has=card.page.get_by_role("group", name=plain(row["text"]))
    )


@pytest.mark.parametrize("tool_id", of_kind("sort"))
def test_all_cards_are_sorted_by_keyboard_and_every_one_is_explained(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["sort"]
    bins, cards = data["bins"], data["cards"]
    card = open_tool(page, site, tool_id)
    assert card.locator("ol.to-cards > li").count() == len(cards)
    closed = shown(page.locator("main"))
    for row in cards:
        assert letters(row["why"]) not in closed, f"{row['id']} is explained before it is sorted"
    start_at(card)
    names = [plain(row["text"]) for row in cards]
    order = [names.index(words(legend)) for legend in card.locator("ol.to-cards legend").all()]
    assert sorted(order) == list(range(len(cards)))
    for place, at in enumerate(order):
        row = cards[at]
        radios = card.locator("ol.to-cards > li").nth(place).get_by_role("radio")
        tab_to(page, radios.first)
        if place == 3:  # asked too early, it says how many still lie there and goes to the first of them
            card.get_by_role("button", name="Compare with ours").focus()
            page.keyboard.press("Enter")
            says(card, f"{len(cards) - 3} cards still lie unsorted.")
            assert is_focused(radios.first)
        page.keyboard.press("Space")
        for _ in range([pile["id"] for pile in bins].index(row["bin"])):
            page.keyboard.press("ArrowDown")
        until(card, placed=place + 1)
    tab_to(page, card.get_by_role("button", name="Compare with ours"))
    page.keyboard.press("Enter")
    until(card, done=True, same=len(cards))
    assert is_focused(card.get_by_role("heading", name="Yours and ours"))
    assert f"You and we put {len(cards)} of {len(cards)} cards into the same place." in words(
        card.locator(".to-sum")
    )
    opened = shown(card)
    for row in cards:
        assert letters(row["why"]) in opened
    for pile in bins:
        count = sum(row["bin"] == pile["id"] for row in cards)
        part = card.get_by_role("region", name=plain(pile["label"]))
        assert part.get_by_role("heading").inner_text() == f"{plain(pile['label'])}: {count}"
        assert part.locator("li.to-first").count() == part.locator("ul > li").count() == count
    assert card.get_attribute("data-pnh-result") == "stated"
    [event] = events_of(page, tool_id)
    assert event["result"] == "stated" and event["score"] is None and event["attempts"] == 1
    assert sorted(event["chosen"]) == sorted(f"{row['id']}={row['bin']}" for row in cards)


@pytest.mark.parametrize("tool_id", of_kind("sort"))
def test_a_card_put_elsewhere_is_marked_counted_and_may_be_sorted_again(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["sort"]
    label = {pile["id"]: plain(pile["label"]) for pile in data["bins"]}
    wrong, *others = data["cards"]
    elsewhere = next(name for name in label if name != wrong["bin"])
    card = open_tool(page, site, tool_id)
    for row in (wrong, *others):
        to = elsewhere if row is wrong else row["bin"]
        heap(card, row).get_by_role("radio", name=label[to], exact=True).check()
    page.reload()
    card = widget(page, tool_id)
    until(card, placed=len(data["cards"]), done=False)
    card.get_by_role("button", name="Compare with ours").click()
    until(card, done=True, same=len(others))
    summed = words(card.locator(".to-sum"))
    assert f"{len(others)} of {len(data['cards'])} cards" in summed
    assert f"Once you said {label[elsewhere].lower()} where we say {label[wrong['bin']].lower()}" in summed
    marked = card.locator("li.to-not-now")
    assert marked.count() == 1
    assert f"→ you: {label[elsewhere]}" in words(marked) and letters(wrong["why"]) in shown(marked)
    page.reload()
    card = widget(page, tool_id)
    until(card, done=True)
    card.get_by_role("button", name="Sort again").press("Enter")
    until(card, done=False, placed=0)
    assert is_focused(card.get_by_role("radio").first)
    says(card, "The cards lie unsorted again.")
    page.keyboard.press("Shift+Tab")  # what lay there is not lost by one press
    back = card.get_by_role("button", name="Bring my cards back")
    assert is_focused(back)
    page.keyboard.press("Enter")
    until(card, done=True, same=len(others))
    assert is_focused(card.get_by_role("heading", name="Yours and ours"))
    card.get_by_role("button", name="Sort again").press("Enter")
    until(card, done=False, placed=0)
    page.keyboard.press("Space")
    until(card, placed=1)
    assert not back.count()
    assert card.get_attribute("data-pnh-result") is None and letters(wrong["why"]) not in shown(card)
    assert [event["result"] for event in events_of(page, tool_id)] == ["stated"], "sorting again is no result"


def test_a_card_can_be_dragged(visit, site):
    page, data = visit.page, TOOLS["to-sort-claim"].data["sort"]
    card = open_tool(page, site, "to-sort-claim")
    first = card.locator("ol.to-cards > li").first
    first.scroll_into_view_if_needed()
    first.locator(".pnh-grip").drag_to(card.locator(".to-drops > span").nth(1))
    until(card, placed=1)
    assert first.get_by_role("radio", name=plain(data["bins"][1]["label"]), exact=True).is_checked()


# --- write, then compare ----------------------------------------------------------------------------------------


def hidden_in_writing(tool_id: str) -> list[str]:
    data = TOOLS[tool_id].data["write"]
    rows = [*data["checklist"], *data["not_to_say"]]
    return [letters(text) for text in (data["model"], *(row["why"] for row in rows))]


@pytest.mark.parametrize("tool_id", of_kind("write"))
def test_the_model_waits_for_a_text_and_the_ticks_are_kept(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["write"]
    card = open_tool(page, site, tool_id)
    field = card.get_by_role("textbox", name="Your text")
    compare = card.get_by_role("button", name=re.compile("^Compare"))
    compare.click()
    says(card, "Write something first")
    assert is_focused(field)
    main = shown(page.locator("main"))
    sentences = [letters(part) for part in re.split(r"(?<=[.?!])\s+", data["model"]) if len(part) > 50]
    assert sentences
    for text in (*hidden_in_writing(tool_id), *sentences):
        assert text not in main, "the model stands on the page before anything is compared"
    mine = "What I would say, in words of my own."
    start_at(card)
    tab_to(page, field)
    page.keyboard.type(mine)
    tab_to(page, compare)
    page.keyboard.press("Enter")
    until(card, compared=True, ticked=0, of=len(data["checklist"]))
    assert is_focused(card.get_by_role("heading", name=re.compile("^A model answer")))
    opened = shown(card)
    for text in hidden_in_writing(tool_id):
        assert text in opened
    boxes = card.get_by_role("checkbox")
    assert boxes.count() == len(data["checklist"])
    for place in (0, len(data["checklist"]) - 1):
        tab_to(page, boxes.nth(place))
        page.keyboard.press("Space")
    says(card, f"2 of {len(data['checklist'])} ticked.")
    page.reload()
    card = widget(page, tool_id)
    until(card, compared=True, ticked=2)
    ticked = [box.is_checked() for box in card.get_by_role("checkbox").all()]
    assert ticked == [True, *[False] * (len(ticked) - 2), True]
    assert card.get_by_role("textbox", name="Your text").input_value() == mine
    assert card.get_attribute("data-pnh-result") == "stated"
    [event] = events_of(page, tool_id)
    assert event["result"] == "stated" and event["score"] is None and event["chosen"] == []
    assert mine not in json.dumps(event), "what was written is no result"
    card.get_by_role("button", name=re.compile("^Close the model")).click()
    assert letters(data["model"]) not in shown(page.locator("main"))
    assert is_focused(card.get_by_role("textbox", name="Your text"))


# --- a trial of treatment ---------------------------------------------------------------------------------------


def reckoned(prior: float, response: float, others: float) -> dict:
    """A thousand people, the ratio and the chance after a response, by Bayes' formula."""
    sick = whole(10 * prior)
    sick_better, well_better = whole(sick * response / 100), whole((1000 - sick) * others / 100)
    p, true, false = prior / 100, response / 100, others / 100
    return {
        "sick": sick,
        "well": 1000 - sick,
        "sickBetter": sick_better,
        "wellBetter": well_better,
        "better": sick_better + well_better,
        "chance": p * true / (p * true + (1 - p) * false),
        "ratio": response / others,
    }


@pytest.mark.parametrize("tool_id", of_kind("trial"))
def test_a_trial_of_treatment_agrees_with_the_formula(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["trial"]
    card = open_tool(page, site, tool_id)
    prior = card.get_by_role("spinbutton", name=re.compile("^How many have the disorder"))
    response = card.get_by_role("spinbutton", name=re.compile("^How many with the disorder get better"))
    choice = card.get_by_label("Who the others are")
    start = data["start"]
    found = measures(card)
    assert (found["prior"], found["response"], found["others"]) == tuple(start.values())
    assert not {"chance", "ratio", "better"} & set(found), "the figures wait until the tablet is given"
    assert "Likelihood ratio of a response" not in words(card)
    give = card.get_by_role("button", name="Give the tablet: who gets better?")
    start_at(card)
    tab_to(page, give)
    page.keyboard.press("Enter")
    assert is_focused(card.get_by_role("group", name="One thousand people"))
    settings = [(start["prior_pct"], start["response_pct"], start["others"])]
    settings += [
        (have, 100, row["id"]) for have, row in zip((2.5, 10, 30, 50, 80), data["rows"], strict=False)
    ]
    settings += [(20, 60, data["rows"][0]["id"])]
    for have, better, others in settings:
        row = next(row for row in data["rows"] if row["id"] == others)
        prior.fill(str(have))
        response.fill(str(better))
        choice.select_option(others)
        wanted = reckoned(have, better, row["response_pct"])
        exact = {name: wanted.pop(name) for name in ("chance", "ratio")}
        found = until(card, prior=have, response=better, others=others, **wanted)
        for name, value in exact.items():
            assert found[name] == pytest.approx(value), name
        drawn = card.locator("svg.to-crowd path").evaluate_all(
            "(paths) => paths.reduce((n, path) => n + path.getAttribute('d').split('M').length - 1, 0)"
        )
        assert drawn == 1000, "one shape for each person"
        says(card, f"{wanted['better']} of these 1,000 people got better.")
        says(card, f": {whole(100 * exact['chance'])} in 100.")
        line = words(card)
        assert f"Likelihood ratio of a response: {better} / {row['response_pct']:g} = " in line
        shown_ratio = float(re.search(r"/ [\d.]+ = ([\d.]+)\. A response", line).group(1))
        assert shown_ratio == pytest.approx(exact["ratio"], rel=0.005)
        assert ("and the second is assumed, too" in line) == (row["basis"] == "assumed")
        chip = card.locator(".pnh-chip", has_text=re.compile("^(published|assumed)")).first
        assert words(chip).startswith(row["basis"])
    prior.fill("120")
    says(card, "Set both numbers between 0 and 100.")
    assert not card.locator("svg.to-crowd").count()
    prior.fill("20")
    until(card, prior=20)
    until_kept(page, tool_id)
    page.reload()
    card = widget(page, tool_id)
    until(card, prior=20, response=60, others=data["rows"][0]["id"], shown=True)


# --- the worksheet ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tool_id", of_kind("worksheet"))
def test_ours_appears_row_by_row_and_only_after_words_of_ones_own(tool_id, visit, site):
    page, data = visit.page, TOOLS[tool_id].data["worksheet"]
    texts, questions = data["texts"], data["questions"]
    card = open_tool(page, site, tool_id)
    rows = card.locator("tbody tr")
    assert rows.count() == len(questions)

    def ours(question: dict) -> list[str]:
        return [letters(question["ours"][text["id"]]) for text in texts]

    def check(compared: list[int]) -> None:
        assert card.locator(".to-ours").count() == len(compared) * len(texts)
        for place, question in enumerate(questions):
            row = shown(rows.nth(place))
            for text in ours(question):
                if len(text) > 25:
                    assert (text in row) == (place in compared), question["id"]

    check([])
    opened: list[int] = []
    for place in (2, 0, len(questions) - 1):
        row = rows.nth(place)
        button = row.get_by_role("button", name=re.compile("^Compare"))
        button.click()
        says(row, "A few words first")
        check(opened)
        field = row.get_by_role("textbox").nth(place % len(texts))
        tab_to(page, field)
        page.keyboard.type("not said")
        tab_to(page, button)
        page.keyboard.press("Enter")
        opened.append(place)
        until(card, compared=len(opened))
        check(opened)
        assert not button.count() and is_focused(row.locator(".to-ours").first)
    assert f"3 of {len(questions)} rows compared." in words(card)
    page.reload()
    card = widget(page, tool_id)
    rows = card.locator("tbody tr")
    until(card, compared=3, written=3)
    check(opened)
    assert rows.nth(2).get_by_role("textbox").nth(2 % len(texts)).input_value() == "not said"
    assert not events_of(page, tool_id), "a worksheet is no result"


# --- the clinic -------------------------------------------------------------------------------------------------


def row_of(card, case_id: str):
    return card.locator("tbody tr").filter(has=card.page.get_by_role("rowheader", name=re.compile(
        r"^\d+\. " + re.escape(plain(COURSE.scenarios[case_id].title))
    )))  # fmt: skip


def test_the_clinic_lists_ten_cases_and_shows_how_they_ended(visit, site, tmp_path):
    page, clinic = visit.page, TOOLS["to-clinic"].data["clinic"]
    card = open_tool(page, site, "to-clinic")
    assert len(clinic["cases"]) == 10 and set(clinic["cases"]) == set(COURSE.scenarios)
    until(card, cases=10, taken=0)
    rows = card.locator("tbody tr")
    assert rows.count() == 10
    for place, case_id in enumerate(clinic["cases"]):
        case, row = COURSE.scenarios[case_id], rows.nth(place)
        link = row.get_by_role("rowheader").get_by_role("link")
        assert words(row.get_by_role("rowheader")).startswith(f"{place + 1}. {plain(case.title)}")
        assert f"/notebooks/{lesson_showing('scenario', case_id)}.html" in link.evaluate(
            "(link) => link.href"
        )
        assert f"about {case.data['est_minutes']} minutes" in words(row)
        beside = {other for pair in clinic["pairs"] if case_id in pair for other in pair if other != case_id}
        for other in beside:
            number = clinic["cases"].index(other) + 1
            assert f"{number}. {plain(COURSE.scenarios[other].title)}" in words(row)
            partner = row.get_by_role("cell").get_by_role("link", name=plain(COURSE.scenarios[other].title))
            assert f"/notebooks/{lesson_showing('scenario', other)}.html" in partner.evaluate(
                "(link) => link.href"
            )
        assert ("stands alone" in words(row)) == (not beside)
        assert words(row.get_by_role("cell").last) == "not yet"
    ends = {"vp-hard-shell": "harm", "vp-nurse": "safe", "vp-tripping": "not-checked"}
    bring_in(page, site, tmp_path, [finished(case_id, end, []) for case_id, end in ends.items()])
    card = open_tool(page, site, "to-clinic")
    until(card, cases=10, taken=len(ends))
    assert f"{len(ends)} of 10 cases taken to the end." in words(card)
    for case_id in clinic["cases"]:
        told = words(row_of(card, case_id).get_by_role("cell").last)
        if case_id in ends:
            assert OUTCOMES[ends[case_id]].rstrip(".") in told
            assert told.startswith("✓") == (ends[case_id] == "safe")
        else:
            assert told == "not yet"


def test_a_case_taken_on_the_page_of_the_clinic_shows_at_once(visit, site):
    page = visit.page
    home = lesson_showing("tool", "to-clinic")
    case = next(case for case in COURSE.scenarios.values() if lesson_showing("scenario", case.id) == home)
    card = open_tool(page, site, "to-clinic")
    until(card, taken=0)
    Learner(page, case).run(expert_actions(case), best_options(case))
    until(card, taken=1)
    assert words(row_of(card, case.id).get_by_role("cell").last) == "✓ Safe"


# --- in a seminar -----------------------------------------------------------------------------------------------


def test_in_a_seminar_models_reasons_and_figures_wait_for_the_teacher(visit, site):
    page = visit.page
    for tool_id in of_kind("write"):
        page.goto(f"{site}{PAGES[tool_id]}?seminar")
        card = widget(page, tool_id)
        card.get_by_role("button", name=re.compile("^Compare")).click()
        model = letters(TOOLS[tool_id].data["write"]["model"])
        assert model not in shown(card)
        card.get_by_role("button", name="Reveal to the room").click()
        assert model in shown(card)
    tool_id = of_kind("trial")[0]
    page.goto(f"{site}{PAGES[tool_id]}?seminar")
    card = widget(page, tool_id)
    assert "Likelihood ratio of a response:" not in words(card)
    card.get_by_role("button", name="Reveal to the room").click()
    assert "Likelihood ratio of a response:" in words(card)
    tool_id = of_kind("worksheet")[0]
    page.goto(f"{site}{PAGES[tool_id]}?seminar")
    card = widget(page, tool_id)
    assert not card.locator(".to-ours").count()
    card.locator("tbody tr").first.get_by_role("button", name=re.compile("^Reveal to the room")).click()
    assert card.locator(".to-ours").count() == 2


# --- the four benches -------------------------------------------------------------------------------------------


def picture_of(card, place: int = 0) -> str:
    """What a drawing says to whoever cannot see it."""
    return card.locator("svg[role=img]").nth(place).get_attribute("aria-label")


def bench(page, site, explorer_id: str):
    page.goto(site + BENCH_PAGES[explorer_id])
    return widget(page, explorer_id)


def test_every_bench_of_the_evidence_stands_in_a_lesson_with_a_way_to_each_goal():
    """That the ways lead there is tried for every explorer in test_explorers.py."""
    found = {
        explorer.bench: explorer_id
        for explorer_id, explorer in EXPLORERS.items()
        if explorer.bench in BENCHES
    }
    assert set(found) == set(BENCHES)
    for explorer_id in found.values():
        assert BENCH_PAGES[explorer_id][10:12] in ("09", "10", "11")
        assert set(GOALS[explorer_id]) == {goal["id"] for goal in EXPLORERS[explorer_id].data["goals"]}


def test_the_evidence_benches_come_without_the_laboratory(visit, site):
    for explorer_id in ("ex-microcramp", "ex-calcium", "ex-responders"):
        visit.requests.clear()
        bench(visit.page, site, explorer_id)
        assert [url for url in visit.requests if "pnh-evidence" in url]
        assert not [url for url in visit.requests if "pnh-lab" in url]


def test_microcramps_are_called_a_hypothesis_wherever_they_are_seen(browser, visit, site):
    card = bench(visit.page, site, "ex-microcramp")
    label = card.get_by_text("Hypothesis.", exact=True)
    for values in ({}, {"foci": 1000, "synchrony": 1}, {"foci": 10, "sites": 1}):
        set_values(card, "ex-microcramp", values)
        card.page.wait_for_timeout(100)
        assert label.is_visible() and "Simulated, not recorded." in words(card)
        for picture in card.locator("svg[role=img]").all()[:1]:
            assert picture.get_attribute("aria-label").startswith("Hypothesis, simulated.")
        across = re.search(r"(\d+) of (\d+) needle sites? meets?", picture_of(card, 1))
        assert int(across.group(1)) == card.locator(".pnh-met").count()
        assert int(across.group(2)) == card.locator(".pnh-site").count()
    visit.page.emulate_media(media="print")
    assert label.is_visible()
    with visiting(browser, java_script_enabled=False) as still:
        still.page.goto(site + BENCH_PAGES["ex-microcramp"])
        part = still.page.locator('.pnh[data-pnh-id="ex-microcramp"]')
        assert part.get_by_text("Hypothesis, simulated.").first.is_visible()


@pytest.mark.parametrize("slope_mv", [9, 6])
def test_calcium_silences_when_high_and_excites_when_low(slope_mv, visit, site):
    card = bench(visit.page, site, "ex-calcium")
    thresholds = []
    for level in (0.7, 1.2, 1.4):
        values = {"calcium_mm": level, "slope_mv": slope_mv}
        set_values(card, "ex-calcium", values)
        found = until(card, **calcium.measures(values))
        thresholds.append(found["threshold_pa"])
        strokes = card.locator("svg[role=img] path.pnh-spikes, svg[role=img] path.pnh-lone").evaluate_all(
            "(paths) => paths.reduce((n, path) => n + (path.getAttribute('d') || '').split('M').length - 1, 0)"
        )
        assert strokes == found["spikes"], "one stroke for each spike"
        if level == 1.4:
            assert found["pattern"] == "silent" and found["spikes"] == 0
            says(card, "Silent for 10 seconds.")
            says(card, "the paradox of cramps with high calcium stays open")
        elif level == 0.7:
            assert found["pattern"] != "silent" and found["spikes"] > 0
            says(card, "ontinuous firing" if found["pattern"] == "continuous" else "single spike")
    assert thresholds == sorted(thresholds) and thresholds[0] < thresholds[-1]


def test_sixteen_of_sixteen_has_the_exact_interval(visit, site):
    card = bench(visit.page, site, "ex-biopsy")
    low = measures(card)["low_pct"]
    assert low == pytest.approx(100 * 0.025 ** (1 / 16), abs=0.01) == pytest.approx(79.4, abs=0.05)
    set_values(card, "ex-biopsy", {"counted": 22})
    found = until(card, people=22, without=0)
    assert picture_of(card).startswith(
        "22 people as dots: 16 with the sign reported, 6 with the sign assumed. "
    )
    assert found["low_pct"] == pytest.approx(100 * 0.025 ** (1 / 22), abs=0.01)
    says(card, "22 of 22 with the sign")


def test_responders_alone_cannot_tell_what_a_drug_does(visit, site):
    card = bench(visit.page, site, "ex-responders")
    falls = {}
    for effect in (0, 20):
        for show in ("all", "responders"):
            set_values(card, "ex-responders", {"effect": effect, "placebo": 0, "show": show})
            card.page.wait_for_timeout(150)
            falls[effect, show] = measures(card)["fall_shown"]
            if show == "responders":
                assert measures(card)["likelihood_ratio"] == 1
        assert f"Everybody treated: from {round(falls[0, 'all'])} to " in picture_of(card, 1)
        assert picture_of(card, 1).endswith(f"The drug is now set to {effect}.")
    assert falls[0, "responders"] > falls[0, "all"] + 10
    assert falls[20, "all"] - falls[0, "all"] > 2 * (falls[20, "responders"] - falls[0, "responders"])


# --- for the ear ------------------------------------------------------------------------------------------------

# Names that two buttons or two fields of the page share. How sure one is, is asked or not asked for the whole course.
ALIKE = """() => {
  const names = [...document.querySelectorAll('main .pnh :is(button,textarea,select,input[type=range])')].filter((e) => e.checkVisibility())
    .map((e) => (e.ariaLabel || e.labels?.[0]?.textContent || e.textContent).trim()).filter((name) => name !== 'Ask me how sure I am');
  return names.filter((name, i) => name && names.indexOf(name) !== i);
}"""


@pytest.mark.parametrize("lesson", LESSONS)
def test_in_a_list_of_buttons_or_fields_each_can_be_told_from_the_others(lesson, visit, site):
    page = visit.page
    page.goto(f"{site}notebooks/{lesson}.html")
    page.locator(".pnh[data-pnh-ready=true]").last.wait_for()
    assert not page.evaluate(ALIKE)
    for show in reversed(page.get_by_role("button", name="Show the comparison").all()):
        show.click()
    assert not page.evaluate(UNNAMED)
    assert not page.evaluate(ALIKE)


# --- the lessons without a script -------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_can_be_read_without_javascript(lesson, browser, book):
    cells = json.loads((ROOT / f"notebooks/{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    headings = [plain(re.sub(r"[*`]", "", line)) for line in re.findall(r"^#{1,3} (.+)$", source, flags=re.M)]
    with visiting(browser, viewport={"width": 320, "height": 800}, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(f"{book.as_uri()}/notebooks/{lesson}.html")
        main = page.locator("main")
        text = shown(main)
        assert headings and page.locator("h1").is_visible()
        for heading in headings:
            assert letters(heading) in text, heading
        widgets = page.locator("main .pnh[data-pnh-id]")
        assert widgets.count() >= 3
        for item in widgets.all():
            name = item.get_attribute("data-pnh-id")
            still = item.locator(".pnh-still")
            assert still.is_visible() and len(words(still)) > 80, f"{name} cannot be read"
            assert not [b for b in item.get_by_role("button").all() if b.is_visible()], (
                f"{name} has a dead button"
            )
        for picture in page.locator("main svg[role=img], main img").all():
            if picture.is_visible():
                box = picture.bounding_box()
                assert 20 < box["width"] <= 320 and box["height"] > 10
        visit.no_faults()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
        seen = [picture.is_visible() for picture in page.locator("main .pnh-drawing").all()]
        page.set_viewport_size({"width": 1000, "height": 800})
        assert seen == [picture.is_visible() for picture in page.locator("main .pnh-drawing").all()], (
            "a picture that stands on a narrow page is gone on a wide one"
        )

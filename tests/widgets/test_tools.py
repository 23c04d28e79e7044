"""Tools on paper and in their payload: what they name is resolved, and reads whole without a script."""

import html
import re

import pytest

from pnh.content import load_course
from pnh.paths import ROOT
from pnh.widgets import still, tool
from pnh.widgets.payload import question_payload, tool_payload

COURSE = load_course()
KINDS = {found.kind: found.id for found in COURSE.tools.values()}


def words(document):
    return " ".join(
        html.unescape(re.sub(r"<script.*?</script>|<[^>]+>", " ", still.html(document), flags=re.S)).split()
    )


def plain(rich):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", rich)).split())


def test_every_kind_of_tool_is_in_use():
    looked_up = {"bayes", "order-set", "ladder", "compare", "calibration", "contrast", "diary"}
    assert set(KINDS) == looked_up | {"sort", "write", "trial", "worksheet", "clinic"}


@pytest.mark.parametrize("tool_id", COURSE.tools)
def test_a_tool_reads_whole_without_a_script(tool_id):
    document = tool_payload(COURSE, tool_id)
    text, described = words(document), COURSE.tools[tool_id].data
    assert f'data-pnh="{document["kind"]}"' in still.html(document)
    for part in (described["title"], described["intro"], *(limit["text"] for limit in described["limits"])):
        assert plain(part)[:60] in text
    assert "**" in still.markdown(document) and plain(described["title"]) in still.markdown(document)


@pytest.mark.parametrize("tool_id", COURSE.tools)
def test_a_tool_names_every_work_it_cites(tool_id):
    document = tool_payload(COURSE, tool_id)
    cited = set(re.findall(r'bibliography\.md#([a-z0-9]+)"', still.html(document)))
    assert cited <= set(document["payload"]["refs"])


def test_bayes_gets_numbers_and_leaves_out_what_nobody_published():
    bayes = tool_payload(COURSE, KINDS["bayes"])["payload"]["bayes"]
    rows = {row["row_id"]: row for row in COURSE.tables["diagnostics"]}
    for test in bayes["tests"]:
        for name in ("sensitivity_pct", "specificity_pct", "lr_positive"):
            cell = rows[test["id"]][name]
            assert test[name] == (float(cell) if cell else None), (test["id"], name)
    assert all(0 < prior["value_pct"] < 100 or prior["value_pct"] in (0, 100) for prior in bayes["priors"])
    halves = [test for test in bayes["tests"] if None in (test["sensitivity_pct"], test["specificity_pct"])]
    assert halves, "the stimulation test, whose pair was not published, is the lesson"
    for test in halves:
        said = re.search(r"cannot exceed (\d+)%", test["caveat"])
        assert test["bound_pct"] == (int(said[1]) if said else None), "the form bounds what the words bound"


def test_a_start_has_a_test_in_the_tool_or_is_said_to_have_none():
    bayes = tool_payload(COURSE, KINDS["bayes"])["payload"]["bayes"]
    tested = {test["condition"] for test in bayes["tests"]}
    assert {prior["id"] for prior in bayes["priors"] if prior["condition"] not in tested} == {
        "clinician-neuropathy"
    }


def test_the_worked_tree_counts_whole_people():
    document = tool_payload(COURSE, KINDS["bayes"])
    bayes = document["payload"]["bayes"]
    prior = next(row for row in bayes["priors"] if row["id"] == bayes["start"]["prior"])
    test = next(row for row in bayes["tests"] if row["id"] == bayes["start"]["test"])
    have = round(10 * prior["value_pct"])
    found = re.search(
        r"Of 1,000 people like these \(.*?\), (\d+) have it and (\d+) have not", words(document)
    )
    assert (int(found[1]), int(found[2])) == (have, 1000 - have)
    if None not in (test["sensitivity_pct"], test["specificity_pct"]):
        true = round(have * test["sensitivity_pct"] / 100)
        false = round((1000 - have) * (1 - test["specificity_pct"] / 100))
        assert f"So of {true + false} positive people {true} have it" in words(document)


def test_the_ladder_shows_every_entry_with_its_claim():
    document = tool_payload(COURSE, KINDS["ladder"])
    entries, text = document["payload"]["ladder"]["entries"], words(document)
    assert len(entries) >= 25
    for entry in entries:
        assert plain(entry["says"])[:50] in text
        assert [claim["id"] for claim in entry["claim_text"]] and all(c["text"] for c in entry["claim_text"])
    silence = [words_ for rung in COURSE.treatments["rungs"] for words_ in rung.get("empty", {}).values()]
    assert any("rial" in words_ for words_ in silence), "that no trial in CFS was found is said"
    assert all(plain(words_)[:40] in text for words_ in silence)


def test_the_cards_are_comparable():
    text = words(tool_payload(COURSE, KINDS["compare"]))
    cards = COURSE.mimics
    assert len(cards) >= 15
    named = {source for card in cards for source in card["named_by"]}
    assert named == {"column", "report", "evidence"}
    for card in cards:
        assert plain(card["apart"]["text"])[:40] in text


@pytest.mark.parametrize("tool_id", [t.id for t in COURSE.tools.values() if t.kind == "contrast"])
def test_a_contrast_leads_to_both_cases_and_hides_their_ends(tool_id):
    document = tool_payload(COURSE, tool_id)
    contrast, shown = document["payload"]["contrast"], still.html(document)
    for page, title in zip(contrast["pages"], contrast["titles"], strict=True):
        assert (ROOT / "book" / page.replace(".html", ".ipynb")).resolve().is_file()
        assert title in shown.split("<details>")[0]
    assert plain(contrast["parting"])[:40] not in plain(shown.split("<details>")[0])
    for row in contrast["rows"]:
        for at, side in enumerate(("first", "second")):
            if "actions" in row:
                assert contrast["actions"][at][row["actions"][side]]


def test_the_diary_asks_for_no_dose():
    shown = still.html(tool_payload(COURSE, KINDS["diary"]))
    head = re.search(r"<thead>.*?</thead>", shown, re.S)[0]
    assert "dose" not in head.lower() and " mg" not in shown
    assert shown.count("<tr>") >= COURSE.tools[KINDS["diary"]].data["diary"]["steps"] + 1


def test_a_widget_of_a_tool_carries_its_own_kind():
    widget = tool(KINDS["order-set"])
    assert widget.kind == "order-set" and repr(widget) == f"<order-set {KINDS['order-set']}>"
    with pytest.raises(KeyError, match="there are: to-"):
        tool("to-nowhere")


@pytest.mark.parametrize("kind", ["probability", "sct"])
def test_a_question_for_statements_says_so_on_its_root(kind):
    found = next(question for question in COURSE.questions.values() if question.type == kind)
    document = question_payload(COURSE, found.id)
    shown = still.html(document)
    assert f'data-pnh="question" data-pnh-type="{kind}"' in shown
    answers = shown.split("<details>")[1]
    explained = (
        found.data["hypotheses"][0]["rationale"]
        if kind == "probability"
        else found.data["sct"]["rationales"]["0"]
    )
    assert explained in answers and explained not in shown.split("<details>")[0]
    if kind == "sct":
        assert "No panel has answered this" in answers


def folded(document):
    """(what stands open, what stands behind the details) of the readable form."""
    shown = re.sub(r"<script.*?</script>", "", still.html(document), flags=re.S)
    opened = re.sub(r"<details>.*?</details>", "", shown, flags=re.S)
    behind = " ".join(re.findall(r"<details>.*?</details>", shown, flags=re.S))
    return plain(opened), plain(behind)


def of_kind(kind):
    return [found.id for found in COURSE.tools.values() if found.kind == kind]


@pytest.mark.parametrize("tool_id", of_kind("sort"))
def test_cards_to_sort_stand_shuffled_with_their_bins_folded_away(tool_id):
    sort, (opened, behind) = COURSE.tools[tool_id].data["sort"], folded(tool_payload(COURSE, tool_id))
    labels = {row["id"]: plain(row["label"]) for row in sort["bins"]}
    for card in sort["cards"]:
        assert plain(card["text"]) in opened and plain(card["why"]) not in opened
        assert f"{labels[card['bin']]}: {plain(card['text'])}. {plain(card['why'])}" in behind
    bins = [card["bin"] for card in sorted(sort["cards"], key=lambda card: opened.index(plain(card["text"])))]
    assert bins != sorted(bins, key=list(labels).index), "the order of the cards gives the bins away"
    assert all(plain(row["about"]) in opened for row in sort["bins"])


@pytest.mark.parametrize("tool_id", of_kind("write"))
def test_one_writes_before_the_model_can_be_read(tool_id):
    write, document = COURSE.tools[tool_id].data["write"], tool_payload(COURSE, tool_id)
    opened, behind = folded(document)
    assert plain(write["setting"]) in opened and plain(write["prompt"]) in opened
    assert still.html(document).count('<p class="pnh-blank"></p>') >= 6
    parts = [row[part] for name in ("checklist", "not_to_say") for row in write[name] for part in row]
    for text in [write["model"], *(part for part in parts if isinstance(part, str))]:
        assert plain(text) in behind and plain(text) not in opened


@pytest.mark.parametrize("tool_id", of_kind("trial"))
def test_a_trial_of_treatment_is_worked_in_whole_people(tool_id):
    trial = COURSE.tools[tool_id].data["trial"]
    opened, behind = folded(tool_payload(COURSE, tool_id))
    start, rows = trial["start"], {row["id"]: row for row in trial["rows"]}
    have = 10 * start["prior_pct"]
    true, false = re.search(r"Then (\d+) of the \d+ and (\d+) of the \d+ get better", behind).groups()
    assert abs(int(true) - have * start["response_pct"] / 100) <= 0.5
    assert abs(int(false) - (1000 - have) * rows[start["others"]]["response_pct"] / 100) <= 0.5
    assert f"So of {int(true) + int(false)} people who got better, {true} have the disorder" in behind
    for row in rows.values():
        assert re.search(re.escape(f"{plain(row['label'])} {row['response_pct']:g} {row['basis']}"), opened)


@pytest.mark.parametrize("tool_id", of_kind("worksheet"))
def test_a_worksheet_is_empty_until_one_opens_ours(tool_id):
    sheet, document = COURSE.tools[tool_id].data["worksheet"], tool_payload(COURSE, tool_id)
    opened, behind = folded(document)
    for row in sheet["questions"]:
        assert plain(row["question"]) in opened and plain(row["help"]) in opened
        for text in sheet["texts"]:
            ours = plain(row["ours"][text["id"]])
            assert ours in behind and ours not in opened
    assert still.html(document).count("<td></td><td></td>") == len(sheet["questions"])

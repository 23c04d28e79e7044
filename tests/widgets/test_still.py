"""A widget that stands still reads whole: every option, every explanation, every citation, and nothing unescaped."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from pnh.content import load_course
from pnh.widgets import question, scenario, still
from pnh.widgets.payload import question_payload, scenario_payload, script_json

COURSE = load_course()
VOID = {"input", "br", "hr", "img", "meta", "link"}


class Balance(HTMLParser):
    """Fails on a tag that is closed out of order or never."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(source)
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attrs) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data) -> None:
        if "script" not in self.open:
            self.words.append(data)


def shown(source: str) -> str:
    return evened(" ".join(Balance(source).words))


def plain(rich: str) -> str:
    return evened(re.sub(r"<[^>]+>", " ", rich))


def evened(words: str) -> str:
    """Single spaces, and none where a tag stood between a word and its stop."""
    return re.sub(r"\s+(?=[.,;:?!)])|(?<=\()\s+", "", " ".join(words.split()))


@pytest.mark.parametrize("item_id", sorted(COURSE.questions))
def test_a_question_without_script_shows_options_and_holds_every_explanation(item_id):
    document = question_payload(COURSE, item_id)
    source, item = still.html(document), COURSE.questions[item_id].data
    words = shown(source)
    assert source.count("<fieldset>") == source.count("<legend>") == 1
    for option in item.get("options", []):
        assert plain(option["text"]) in words and plain(option["rationale"]) in words
    for pair in item.get("pairs", {}).values():
        assert plain(pair["rationale"]) in words
    before_details = source.split("<details>")[0]
    assert plain(item["feedback"]["general"]) not in shown(before_details + "</section></div>")
    for key in item["sources"]:
        assert f"bibliography.md#{key}" in source


@pytest.mark.parametrize("case_id", sorted(COURSE.scenarios))
def test_a_case_without_script_shows_every_action_finding_and_decision(case_id):
    source = still.html(scenario_payload(COURSE, case_id))
    words, case = shown(source), COURSE.scenarios[case_id].data
    for action in case["actions"]:
        for field in ("label", "finding", "why"):
            assert plain(action[field]) in words, (action["id"], field)
    for decision in case["decisions"]:
        assert plain(decision["prompt"]) in words
    assert plain(case["debrief"]["clonazepam_trial"]["text"]) in words
    assert plain(case["fiction"]) in words


def test_markdown_gives_the_question_and_not_its_answer():
    for item in COURSE.questions.values():
        text = still.markdown(question_payload(COURSE, item.id))
        assert plain(item.data["stem"])[:40] in text
        assert item.data["feedback"]["general"] not in text and not re.search(r"^#", text, re.M)


def test_the_payload_cannot_break_out_of_its_script_element():
    text = script_json({"a": "</script><script>alert(1)</script>\u2028"})
    assert "<" not in text and json.loads(text) == {"a": "</script><script>alert(1)</script>\u2028"}


def test_a_widget_prints_without_a_memory_address_and_carries_no_widget_state_in_its_html():
    for made in (question(next(iter(COURSE.questions))), scenario(next(iter(COURSE.scenarios)))):
        data, _ = made._repr_mimebundle_()
        assert data["text/plain"] == repr(made) and "0x" not in data["text/plain"]
        assert {"text/plain", "text/html", "text/markdown"} <= set(data)
        assert made.result is None and made.state == {}


def test_an_unknown_id_is_answered_with_the_ids_there_are():
    with pytest.raises(KeyError, match=next(iter(sorted(COURSE.questions)))):
        question("no-such-question")

"""Every case taken along its expert's path in a real browser: safe, complete, and told what the fiction was."""

from __future__ import annotations

import pytest

from pnh.content import load_course
from pnh.content.places import lesson_showing
from tests.browser.learner import Learner, best_options, expert_actions, plain

CASES = load_course().scenarios


@pytest.mark.parametrize("case_id", CASES)
def test_the_expert_path_of_a_case_is_safe(case_id, visit, site):
    case = CASES[case_id]
    visit.page.goto(f"{site}notebooks/{lesson_showing('scenario', case_id)}.html")
    learner = Learner(visit.page, case)
    learner.run(expert_actions(case), best_options(case))
    assert learner.outcome == "safe"
    assert learner.score("Key features") == "100%"
    words = " ".join(learner.card.inner_text().split())
    assert plain(case.data["debrief"]["clonazepam_trial"]["text"])[:60] in words
    answer = case.data.get("answer")
    if answer:
        assert plain(next(row["label"] for row in case.data["differential"] if row["id"] == answer)) in words
    event = visit.page.evaluate(
        "(id) => JSON.parse(localStorage['pnh.v1']).events.filter((event) => event.item === id)", case_id
    )
    assert [found["outcome"] for found in event] == ["safe"]
    assert sum(event[0]["stated"]["after"].values()) == pytest.approx(1)
    assert event[0].get("answer") == answer

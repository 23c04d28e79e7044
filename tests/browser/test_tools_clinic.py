"""The clinic: ten cases, their partners and how they ended, in a real browser."""

from __future__ import annotations

import re

from pnh.content.places import lesson_showing
from tests.browser.learner import Learner, best_options, expert_actions, plain
from tests.browser.tools import COURSE, OUTCOMES, TOOLS, bring_in, finished, open_tool, until, words


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

"""A learner who takes a case: for every browser test that plays one."""

from __future__ import annotations

import html
import re

from pnh.content.objects import Scenario
from tests.browser.conftest import widget

SUMMARY = "A person with cramps, so long, of such a kind, with this decisive finding and that one absent."


def plain(rich: str) -> str:
    """The words of a rich text, as a page shows them."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", rich)).split())


def named(rich: str) -> re.Pattern[str]:
    """The accessible name that begins with these words; apostrophes are curled on the page."""
    return re.compile("^" + re.escape(plain(rich)).replace("'", "['\u2019]"))


def best_options(case: Scenario) -> dict[str, str]:
    """Decision -> its best option, of those that are a choice."""
    return {
        decision["id"]: next(option["id"] for option in decision["options"] if option["effect"] == "best")
        for decision in case.data["decisions"]
        if decision["kind"] == "choose"
    }


def expert_actions(case: Scenario) -> list[str]:
    """The actions of the expert's path, in order."""
    actions = {action["id"] for action in case.data["actions"]}
    return [row["step"] for row in case.data["debrief"]["expert_path"] if row["step"] in actions]


class Learner:
    """Takes a case the way a person does: through names of buttons and fields."""

    def __init__(self, page, case: Scenario) -> None:
        self.page = page
        self.data = case.data
        self.actions = {action["id"]: action for action in self.data["actions"]}
        self.card = widget(page, case.id)

    def begin(self) -> None:
        self.card.get_by_role("button", name=re.compile("^(Start|Begin|Meet)")).click()

    @property
    def stage(self) -> str:
        return self.card.get_attribute("data-pnh-stage")

    @property
    def outcome(self) -> str | None:
        return self.card.get_attribute("data-pnh-outcome")

    def press(self, name: str) -> None:
        whole = re.compile(named(name).pattern + "$")
        self.card.get_by_role("button", name=whole).click()

    def go_on(self) -> None:
        self.card.get_by_role("button", name=re.compile("^Go on to")).click()

    def do(self, action_id: str) -> None:
        self.press(self.actions[action_id]["label"])

    def decide(self, stage: dict, choices: dict[str, str]) -> None:
        decisions = {decision["id"]: decision for decision in self.data["decisions"]}
        for name in stage["leave"]:
            decision = decisions[name]
            if decision["kind"] == "choose":
                option = next(
                    o
                    for o in decision["options"]
                    if o["id"] == choices.get(name, decision["options"][0]["id"])
                )
                self.card.get_by_label(named(option["text"])).check()
            elif decision["kind"] == "write":
                self.card.get_by_role("textbox").last.fill(SUMMARY)
            else:
                self.press("Spread the rest evenly")

    def run(self, wanted, choices) -> None:
        """Do the wanted actions in the stages that allow them, decide, reflect, and reach the debrief."""
        self.begin()
        done: set[str] = set()
        for stage in self.data["stages"]:
            assert self.stage == stage["id"]
            for name in wanted:
                if name not in done and self.actions[name]["kind"] in stage["allows"]:
                    self.do(name)
                    done.add(name)
            self.decide(stage, choices)
            self.go_on()
        assert self.stage == "reflection"
        self.reflect()
        assert self.stage == "debrief"

    def score(self, name: str) -> str:
        """What the debrief prints beside the name of a score."""
        row = self.card.locator(".vp-scores > div").filter(has=self.page.locator("dt", has_text=name))
        return row.locator(".vp-value").inner_text()

    def reflect(self) -> None:
        compare = self.card.get_by_role("button", name="Compare with the course")
        if compare.count():
            compare.click()
            if compare.count():
                compare.click()
        self.card.get_by_role("button", name="Go on to the debrief").click()

// The course of a case: what may be done when, what is asked before a stage is left, what survives.
import assert from "node:assert/strict";
import test from "node:test";
import {
  advance, begin, blockedBy, courseMark, decisionsOf, gapOf, isDone, missing, reflectionFindings, resultOf, revive, spent, weighedFindings,
} from "../src/scenario/flow.js";

const action = (id, kind, more = {}) => ({ id, kind, label: id, finding: id, value: "useful", minutes: 2, cost: 1, ...more });
const scenario = {
  id: "vp-small",
  stages: [
    { id: "history", allows: ["history"], leave: ["d-before"] },
    { id: "examination", allows: ["history", "exam"], leave: ["d-summary"] },
    { id: "tests", allows: ["test"], leave: [] },
    { id: "plan", allows: ["treatment"], leave: ["d-plan"] },
  ],
  actions: [
    action("h-site", "history", { weights: { cramp: { rating: 1 }, mnd: { rating: 0 } } }),
    action("x-power", "exam", { value: "essential", weights: { mnd: { rating: -2 } } }),
    action("t-emg", "test", { needs: ["x-power"], minutes: 20, weights: { mnd: { lr: 0.4 }, cramp: { lr: 2 } } }),
    action("r-drug", "treatment", { value: "harmful" }),
  ],
  decisions: [
    { id: "d-before", kind: "rate-differential", when: "before", prompt: "Spread" },
    { id: "d-summary", kind: "write", prompt: "Write" },
    { id: "d-plan", kind: "choose", prompt: "Choose", options: [{ id: "wait", effect: "best" }, { id: "go", effect: "dangerous" }] },
  ],
  differential: [{ id: "cramp", end: 0.8 }, { id: "mnd", end: 0.1 }, { id: "other", end: 0.1 }],
  red_flags: [{ id: "rf-weak", checked_by: ["x-power"] }],
  key_features: [{ id: "kf", needs: ["x-power"], weight: 1 }],
  reflection: { diagnoses: ["cramp", "mnd"], findings: ["h-site", "x-power"] },
};
const run = (...events) => events.reduce((state, event) => advance(scenario, state, event), begin("0000aaaa"));
const act = (id) => ({ type: "act", id });
const draft = (id, value) => ({ type: "draft", id, value });
const start = { type: "start" };
const leave = { type: "leave" };
const sentence = "An older woman with cramps at night.";
const toTests = [start, act("h-site"), draft("d-before", { cramp: 50, mnd: 25, other: "25" }), leave, act("x-power"),
  draft("d-summary", `  ${sentence} `), leave];
const toReflection = [...toTests, leave, draft("d-plan", "wait"), leave];

test("a case begins at its opening and nothing can be done before it is started", () => {
  assert.equal(begin("0000aaaa").stage, "opening");
  assert.deepEqual(run(act("h-site")), begin("0000aaaa"));
  assert.equal(run(start).stage, "history");
});

test("an action is done once, in a stage that allows its kind", () => {
  const state = run(start, act("h-site"), act("h-site"), act("x-power"), act("nothing"));
  assert.deepEqual(state.done, [{ id: "h-site", stage: "history" }]);
  assert.deepEqual(state.path, ["h-site"]);
  assert.deepEqual(spent(scenario, state), { minutes: 2, cost: 1 });
});

test("a stage may allow a kind of an earlier one, and the finding belongs to where it was made", () => {
  const state = run(start, draft("d-before", { cramp: 100 }), leave, act("h-site"));
  assert.deepEqual(state.done, [{ id: "h-site", stage: "examination" }]);
});

test("an action whose needs are not met stays closed and names them", () => {
  const without = run(start, draft("d-before", { cramp: 100 }), leave, draft("d-summary", sentence), leave, act("t-emg"));
  assert.ok(!isDone(without, "t-emg"));
  assert.deepEqual(blockedBy(scenario, without, scenario.actions[2]).map((a) => a.id), ["x-power"]);
  assert.ok(isDone(run(...toTests, act("t-emg")), "t-emg"));
});

test("a stage is not left while a decision is missing, and says which", () => {
  const state = run(start, leave);
  assert.equal(state.stage, "history");
  assert.deepEqual(missing(scenario, state).map((gap) => [gap.decision.id, gap.why]), [["d-before", "100% is still to be spread."]]);
});

test("a stage without decisions is left at once; one decision need not be a list", () => {
  assert.equal(run(...toTests, leave).stage, "plan");
  const single = { ...scenario, stages: [{ id: "history", allows: [], leave: "d-plan" }] };
  assert.deepEqual(decisionsOf(single, "history").map((d) => d.id), ["d-plan"]);
});

test("probabilities are whole numbers that add up to a hundred", () => {
  const rate = scenario.decisions[0];
  assert.equal(gapOf(scenario, rate, { cramp: 60, mnd: 30, other: 10 }), null);
  assert.equal(gapOf(scenario, rate, { cramp: 60, mnd: 30 }), "10% is still to be spread.");
  assert.equal(gapOf(scenario, rate, { cramp: 90, mnd: 30 }), "That is 20% too much; the numbers have to add up to 100.");
  assert.equal(gapOf(scenario, rate, { cramp: "12.5", mnd: 87.5 }), "Use whole numbers from 0 to 100.");
  assert.equal(gapOf(scenario, rate, { cramp: 110, mnd: -10 }), "Use whole numbers from 0 to 100.");
});

test("a decision is fixed when its stage is left: probabilities from 0 to 1, the sentence without stray spaces", () => {
  const state = run(...toReflection, draft("d-plan", "go"));
  assert.deepEqual(state.decisions, {
    "d-before": { cramp: 0.5, mnd: 0.25, other: 0.25 }, "d-summary": sentence, "d-plan": "wait",
  });
  assert.deepEqual(state.path, ["h-site", "d-before=rated", "x-power", "d-summary=written", "d-plan=wait"]);
  assert.equal(state.stage, "reflection");
});

test("too short a sentence and an unknown option do not count as decided", () => {
  assert.ok(gapOf(scenario, scenario.decisions[1], "Cramps."));
  assert.ok(gapOf(scenario, scenario.decisions[1], undefined));
  assert.ok(gapOf(scenario, scenario.decisions[2], "fly"));
});

test("the reflection weighs few findings: first those that say something new for or against a diagnosis", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const weights = { a: { x: { rating: 1 } }, b: { x: { rating: 1 } }, c: { x: { rating: 2 }, y: { rating: -1 } }, d: { z: { lr: 0.2 } }, e: {}, f: { w: { rating: 1 } } };
  const long = {
    actions: names.map((id) => ({ id, weights: weights[id] })), reflection: { diagnoses: ["w", "x", "y", "z"], findings: names },
  };
  const state = { done: names.map((id) => ({ id, stage: "history" })) };
  assert.deepEqual(weighedFindings(long, state).map(({ id }) => id), ["a", "c", "d", "f"]);
  assert.deepEqual(weighedFindings(long, { done: [{ id: "e" }] }).map(({ id }) => id), ["e"]);
});

test("the reflection asks about findings that were made, and closes once compared", () => {
  const state = run(...toReflection);
  assert.deepEqual(reflectionFindings(scenario, state).map((a) => a.id), ["h-site", "x-power"]);
  const mark = (mark) => ({ type: "mark", diagnosis: "mnd", finding: "x-power", mark });
  assert.deepEqual(run(...toReflection, mark("against"), mark("perhaps")).reflection, { mnd: { "x-power": "against" } });
  assert.deepEqual(run(...toReflection, { type: "compare" }, mark("for")).reflection, {});
});

test("the course's mark follows a rating or a published ratio, and is neither where nothing is stated", () => {
  const [site, power, emg] = scenario.actions;
  assert.equal(courseMark(site, "cramp"), "for");
  assert.equal(courseMark(site, "mnd"), "neither");
  assert.equal(courseMark(site, "other"), "neither");
  assert.equal(courseMark(power, "mnd"), "against");
  assert.equal(courseMark(emg, "mnd"), "against");
  assert.equal(courseMark(emg, "cramp"), "for");
});

test("a finished case hands on its outcome, its separate scores and its path", () => {
  const state = run(...toReflection, { type: "self-mark", value: 0.5 }, { type: "finish", at: "2026-11-21T10:00Z" });
  const result = resultOf(scenario, state);
  assert.equal(state.stage, "debrief");
  assert.equal(result.outcome, "safe");
  assert.equal(result.item, "vp-small");
  assert.equal(result.hash, "0000aaaa");
  assert.equal(result.at, "2026-11-21T10:00Z");
  assert.equal(result.scores.summary_self, 0.5);
  assert.equal(result.scores.calibration.after, null);
  assert.deepEqual(result.path, state.path);
  assert.deepEqual(result.stated, { before: { cramp: 0.5, mnd: 0.25, other: 0.25 } });
  assert.ok(!("answer" in result));
  assert.equal(resultOf({ ...scenario, answer: "cramp" }, state).answer, "cramp");
  assert.equal(advance(scenario, state, { type: "self-mark", value: 1 }), state, "a finished case is not marked again");
});

test("guessing at once is allowed, and ends with the flag unchecked", () => {
  const state = run(start, draft("d-before", { cramp: 100 }), leave, draft("d-summary", sentence), leave, leave,
    draft("d-plan", "wait"), leave, { type: "finish", at: "2026-11-21T10:00Z" });
  assert.equal(resultOf(scenario, state).outcome, "not-checked");
});

test("a saved case goes on where it was; one of another text is dropped; an untouched one is dropped in silence", () => {
  const state = run(...toTests);
  const saved = JSON.parse(JSON.stringify(state));
  assert.deepEqual(revive(saved, "0000aaaa"), { state, dropped: false });
  assert.deepEqual(revive(saved, "0000bbbb"), { state: begin("0000bbbb"), dropped: true });
  assert.deepEqual(revive({ ...saved, stage: "nowhere" }, "0000aaaa"), { state: begin("0000aaaa"), dropped: true });
  assert.deepEqual(revive(begin("0000bbbb"), "0000aaaa").dropped, false);
  assert.deepEqual(revive({}, "0000aaaa"), { state: begin("0000aaaa"), dropped: false });
  assert.deepEqual(revive(undefined, "0000aaaa").dropped, false);
});

test("starting over clears everything but the text it belongs to", () => {
  assert.deepEqual(run(...toReflection, { type: "restart" }), begin("0000aaaa"));
});

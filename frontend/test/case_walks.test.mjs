// Every case walked four ways through the page's own state machine; outcome and scores are Python's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { advance, begin, blockedBy, decisionsOf, resultOf, STAGES } from "../src/scenario/flow.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/case_walks.json", import.meta.url), "utf8"));
const OUTCOMES = { expert: "safe", careless: "not-checked", everything: "harm", guess: "unsafe" };

const percent = (stated) => Object.fromEntries(Object.entries(stated).map(([id, p]) => [id, Math.round(100 * p)]));
const draftOf = (decision, stated) => (decision.kind === "rate-differential" ? percent(stated) : stated);

/** What a learner would do at each stage: the actions it allows, then its decisions. */
function walk(scenario, { actions, decisions }) {
  let state = advance(scenario, begin("00000000"), { type: "start" });
  for (const stage of STAGES) {
    assert.equal(state.stage, stage, `${scenario.id} is at ${state.stage}, not at ${stage}`);
    let todo = actions.map((id) => scenario.actions.find((action) => action.id === id));
    for (let again = true; again; ) {
      const open = todo.filter((action) => !blockedBy(scenario, state, action).length);
      const before = state.done.length;
      for (const { id } of open) state = advance(scenario, state, { type: "act", id });
      todo = todo.filter(({ id }) => !state.done.some((entry) => entry.id === id));
      again = state.done.length > before;
    }
    for (const decision of decisionsOf(scenario, stage)) {
      state = advance(scenario, state, { type: "draft", id: decision.id, value: draftOf(decision, decisions[decision.id]) });
    }
    state = advance(scenario, state, { type: "leave" });
  }
  state = advance(scenario, advance(scenario, state, { type: "compare" }), { type: "finish", at: "2026-11-22T12:00Z" });
  return state;
}

function assertClose(actual, expected, where) {
  if (typeof expected === "number") assert.ok(Math.abs(actual - expected) <= 1e-9, `${where}: ${actual}, expected ${expected}`);
  else if (Array.isArray(expected) || expected === null || typeof expected !== "object") assert.deepEqual(actual, expected, where);
  else for (const name of Object.keys(expected)) assertClose(actual[name], expected[name], `${where}.${name}`);
}

assert.ok(vectors.length >= 7, "the cases are there");
for (const { case: scenario, walks } of vectors) {
  assert.deepEqual(Object.keys(walks).sort(), Object.keys(OUTCOMES).sort(), scenario.id);
  for (const [name, path] of Object.entries(walks)) {
    test(`${scenario.id}, ${name}: ends ${OUTCOMES[name]}, scored as in Python`, () => {
      const state = walk(scenario, path);
      assert.deepEqual(state.done.map(({ id }) => id).sort(), [...path.actions].sort(), "every action could be done");
      const result = resultOf(scenario, state);
      assert.equal(result.outcome, OUTCOMES[name]);
      assertClose(result, path.expected, "result");
    });
  }
}

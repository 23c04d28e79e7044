// Two cases in contrast: what the record knows of a run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { didWords, lastRun, statedRows } from "../src/tools/runs.js";

const events = [
  { item: "vp-a", outcome: "unsafe", path: [] }, { item: "q-1", result: "correct", score: 1 },
  { item: "vp-a", outcome: "safe", path: ["h-twitch", "x-strength", "d-plan=refer"] },
];

test("the last finished run counts, and a case that was never finished has none", () => {
  assert.equal(lastRun(events, "vp-a").outcome, "safe");
  assert.equal(lastRun(events, "vp-b"), null);
  assert.equal(lastRun(events, "q-1"), null);
});

test("what was done and what was not is said in the words of its kind", () => {
  const run = lastRun(events, "vp-a");
  assert.deepEqual(["x-strength", "h-twitch", "x-tongue", "t-ck", "h-weight"].map((id) => didWords(run, id)),
    ["✓ you examined this", "✓ you asked", "not examined", "not tested", "not asked"]);
});

test("stated probabilities stand with the likeliest at the end first", () => {
  const rows = statedRows({ before: { als: 0.1, cfs: 0.9 }, after: { als: 0.72, cfs: 0.28 } }, { als: "ALS" });
  assert.deepEqual(rows.map(({ label, words }) => [label, words]), [["ALS", "10% → 72%"], ["cfs", "90% → 28%"]]);
});

test("with one rating there is one number, and without any there is no row", () => {
  assert.deepEqual(statedRows({ after: { als: 1 } }, { als: "ALS" }).map(({ words }) => words), ["100%"]);
  assert.deepEqual(statedRows(undefined, {}), []);
});

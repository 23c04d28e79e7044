// Order set: totals against the budget, and what came of an order, in numbers and in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sumWords, totalsOf, totalsWords, whatCame } from "../src/tools/orders.js";

const row = (id, cost, days, verdict, changes) => ({ id, cost, days, verdict, changes });
const tests = [
  row("strength", 0, 0, "first", true), row("drugs", 0, 0, "first", false), row("magnesium", 1, 1, "first", true), row("ck", 1, 1, "first", false),
  row("emg", 3, 21, "later", false), row("vgkc", 2, 21, "harmful", false), row("salts", 1, 1, "first", true),
];
const budget = { cost: 4, days: 14 };

test("costs add up; the days are those of the slowest test, since all are ordered at once", () => {
  assert.deepEqual(totalsOf(tests, ["magnesium", "ck", "emg"]), { tests: 3, cost: 5, days: 21 });
  assert.deepEqual(totalsOf(tests, []), { tests: 0, cost: 0, days: 0 });
});

test("over budget is said, not forbidden", () => {
  assert.equal(totalsWords(totalsOf(tests, ["magnesium"]), budget), "1 test chosen. Cost 1 of 4. Last result after 1 of 14 days.");
  assert.equal(totalsWords(totalsOf(tests, ["ck", "magnesium", "emg"]), budget), "3 tests chosen. Cost 5 of 4 (1 over). Last result after 21 of 14 days (7 over).");
  assert.equal(totalsWords(totalsOf(tests, []), budget), "No test chosen yet. The budget: a cost of 4 and 14 days.");
});

test("the sum counts what changed something, what was paid for in vain, and harm", () => {
  const came = whatCame(tests, ["strength", "magnesium", "ck", "vgkc", "salts"]);
  assert.equal(sumWords(came), "3 of 5 tests changed something. 2 were paid for and changed nothing. 1 did harm.");
  assert.deepEqual(came.spared.map(({ id }) => id), ["drugs", "emg"]);
});

test("what cost nothing was not paid for, and what was left out is named", () => {
  const came = whatCame(tests, ["drugs", "ck"]);
  assert.equal(sumWords(came), "0 of 2 tests changed something. 1 was paid for and changed nothing. 1 cost nothing and changed nothing. None did harm. 3 you did not order would have changed something.");
  assert.deepEqual(came.missed.map(({ id }) => id), ["strength", "magnesium", "salts"]);
});

test("every test is on exactly one side, whatever was chosen", () => {
  const { ordered, missed, spared } = whatCame(tests, ["emg", "no-such-test"]);
  assert.equal(ordered.length + missed.length + spared.length, tests.length);
});

// Titration diary: its columns, and steps that come and go. No column can hold a dose beside the number of the step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, emptyDiary, readDiary, withCell, withSteps } from "../src/tools/steps.js";

const diary = { steps: 8, rows: ["Step as prescribed", "Nights with cramp", "Decision"] };

test("the step is a number, not a field", () => {
  const { head, fields } = columnsOf(diary);
  assert.equal(head, "Step as prescribed");
  assert.deepEqual(fields.map(({ label, at }) => [label, at]), [["Nights with cramp", 1], ["Decision", 2]]);
});

test("without a column for the step every column is a field", () => {
  assert.deepEqual(columnsOf({ rows: ["Nights", "Decision"] }).fields.map(({ at }) => at), [0, 1]);
});

test("an empty diary begins with three steps, or fewer where fewer are allowed", () => {
  assert.equal(emptyDiary(diary).steps.length, 3);
  assert.equal(emptyDiary({ steps: 2 }).steps.length, 2);
});

test("steps are added empty and taken away from the end; what stands in the others stays", () => {
  const written = withCell(emptyDiary(diary), 1, 1, "four nights");
  assert.equal(withSteps(written, 4).steps.length, 4);
  assert.equal(withSteps(written, 4).steps[1][1], "four nights");
  assert.deepEqual(withSteps(written, 1).steps, [{ date: "" }]);
});

test("a step taken away comes back with what stood in it", () => {
  const written = withCell(emptyDiary(diary), 2, 1, "four nights");
  const gone = [undefined, undefined, written.steps[2]];
  assert.equal(withSteps(withSteps(written, 2), 4, gone).steps[2][1], "four nights");
  assert.deepEqual(withSteps(withSteps(written, 2), 4, gone).steps[3], { date: "" });
});

test("what was kept comes back, as far as it fits", () => {
  const kept = { goal: "sleep", steps: Array.from({ length: 12 }, () => ({ date: "" })) };
  assert.equal(readDiary(diary, kept).goal, "sleep");
  assert.equal(readDiary(diary, kept).steps.length, 8);
  assert.equal(readDiary(diary, kept).stop, "");
  for (const broken of [undefined, {}, { steps: [] }, { steps: "x" }]) assert.equal(readDiary(diary, broken).steps.length, 3);
});

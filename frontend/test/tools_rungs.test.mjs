// Ladder: which entry stands where, and what an empty rung says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { allClasses, arranged, chosenOf, classesOf, columnsOf, powerOf, sizeWords } from "../src/tools/rungs.js";

const entry = (id, rung, condition, n, group = "Quinine") => ({ id, rung, condition, n, class: group });
const ladder = {
  rungs: [{ id: "rct", empty: { cfs: "No trial was found." } }, { id: "series" }, { id: "seed" }],
  entries: [
    entry("trial", "rct", "cramps", 80), entry("big", "series", "cramps", 2672), entry("six", "series", "cfs", 6, "Sodium-channel blocker, gabapentinoid"),
    entry("one", "series", "cfs", 1), entry("unknown", "seed", "cfs", null, "Supplement; drugs for vessels"),
  ],
};
const idsOf = (rows) => rows.map(({ cells }) => cells.map((cell) => cell.map(({ id }) => id)));

test("sizes stand in powers of ten, the large ones together", () => {
  assert.deepEqual([1, 9, 10, 99, 100, 84764, null].map(powerOf), [0, 0, 1, 1, 2, 2, null]);
  assert.deepEqual([0, 1, 2, null].map(sizeWords), ["1 to 9 people", "10 to 99 people", "100 people and more", "size not given"]);
});

test("columns run from small to large, those without a size last, and only where there is an entry", () => {
  assert.deepEqual(columnsOf(ladder.entries), [0, 1, 2, null]);
  assert.deepEqual(columnsOf([entry("a", "rct", "cfs", null), entry("b", "rct", "cfs", 20)]), [1, null]);
});

test("each entry stands on its rung, small studies first", () => {
  assert.deepEqual(idsOf(arranged(ladder, { condition: "", group: "" })), [
    [[], ["trial"], [], []], [["one", "six"], [], ["big"], []], [[], [], [], ["unknown"]],
  ]);
});

test("an empty rung says what its data say for that condition, else that there is nothing", () => {
  const of = (choice) => arranged(ladder, choice).map(({ empty }) => empty);
  assert.deepEqual(of({ condition: "cfs", group: "" }), ["No trial was found.", null, null]);
  assert.deepEqual(of({ condition: "cramps", group: "" }), [null, null, "Nothing on this rung here."]);
  assert.deepEqual(of({ condition: "", group: "" }), [null, null, null]);
});

test("a rung that only the choice of a class has emptied does not claim that nothing was found", () => {
  const withTrial = { ...ladder, entries: [...ladder.entries, entry("cfs-trial", "rct", "cfs", 30)] };
  const [rct] = arranged(withTrial, { condition: "cfs", group: "Gabapentinoid" });
  assert.equal(rct.empty, "Nothing on this rung here.");
});

test("an entry may belong to two classes and is found under both", () => {
  assert.deepEqual(classesOf(ladder.entries[2]), ["Sodium-channel blocker", "Gabapentinoid"]);
  assert.deepEqual(allClasses(ladder.entries), ["Drugs for vessels", "Gabapentinoid", "Quinine", "Sodium-channel blocker", "Supplement"]);
  assert.deepEqual(chosenOf(ladder.entries, { condition: "", group: "Gabapentinoid" }).map(({ id }) => id), ["six"]);
  assert.deepEqual(chosenOf(ladder.entries, { condition: "cfs", group: "Quinine" }).map(({ id }) => id), ["one"]);
});

// The scores of a case agree with Python's, vector by vector.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brierDistance, caseScores, needsMet, qualifiersFound } from "../src/scenario/score.js";

const { case: scenario, vectors } = JSON.parse(
  readFileSync(new URL("../../tests/vectors/case_scores.json", import.meta.url), "utf8"),
);

function assertClose(actual, expected, where) {
  if (typeof expected === "number") {
    assert.ok(Math.abs(actual - expected) <= 1e-9, `${where}: ${actual}, expected ${expected}`);
  } else if (Array.isArray(expected) || expected === null || typeof expected !== "object") {
    assert.deepEqual(actual, expected, where);
  } else {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), where);
    for (const name of Object.keys(expected)) assertClose(actual[name], expected[name], `${where}.${name}`);
  }
}

assert.ok(vectors.length >= 10, "the vectors are there");
for (const { name, log, decisions, summary_self: summarySelf, expected } of vectors) {
  test(`scored as in Python: ${name}`, () => {
    assertClose(caseScores(scenario, log, decisions, summarySelf ?? null), expected, "result");
  });
}

test("a need is an action done or a decision taken one way", () => {
  const feature = { needs: ["x-power", "d-plan=review"] };
  assert.equal(needsMet(feature, new Set(["x-power"]), { "d-plan": "review" }), 1);
  assert.equal(needsMet(feature, new Set(["x-power"]), { "d-plan": "wait" }), 0.5);
  assert.equal(needsMet(feature, new Set(), {}), 0);
});

test("the distance between two lists of probabilities is 0 for the same and 2 for certain opposites", () => {
  assert.equal(brierDistance({ a: 0.3, b: 0.7 }, { a: 0.3, b: 0.7 }), 0);
  assert.equal(brierDistance({ a: 1, b: 0 }, { a: 0, b: 1 }), 2);
});

test("qualifiers are found by the case's own words, whatever the capitals and line breaks", () => {
  const representation = {
    qualifiers: [
      { concept: "site", accept: ["calf", "leg"] },
      { concept: "strength", accept: ["normal strength"] },
      { concept: "time", accept: ["night"] },
    ],
  };
  const found = qualifiersFound(representation, "Cramps of the CALF with normal\n strength.");
  assert.deepEqual(found.map((q) => q.found), ["calf", "normal strength", null]);
});

// The scores agree with Python: both run the same vectors.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as score from "../src/question/score.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/scores.json", import.meta.url), "utf8"));
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

function close(actual, expected) {
  if (typeof expected === "number" && typeof actual === "number") return Math.abs(actual - expected) <= 1e-9;
  if (expected === null || typeof expected !== "object") return actual === expected;
  return Object.keys(expected).length === Object.keys(actual).length
    && Object.keys(expected).every((key) => close(actual[key], expected[key]));
}

const functions = [...new Set(vectors.map((vector) => vector.function))];
for (const name of functions) {
  test(`${name} scores as Python does`, () => {
    for (const { args, expected, note } of vectors.filter((vector) => vector.function === name)) {
      const actual = score[camel(name)](...args);
      assert.ok(close(actual, expected), `${name}(${JSON.stringify(args)}) = ${JSON.stringify(actual)}, not ${JSON.stringify(expected)} ${note ?? ""}`);
    }
  });
}

test("an unknown scoring rule is an error, not a silent zero", () => {
  assert.throws(() => score.multipleResponse({ rule: "magic" }, ["a"], ["a", "b"], ["a"]), /unknown scoring rule/);
});

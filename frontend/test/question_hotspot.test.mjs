// Marking a trace: its rows and letters, what is missing, the score, and the outline that is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyAnswer, fits, grade, missing } from "../src/question/answer.js";
import { letterOf, rowsOf, timesOf } from "../src/question/segments.js";

const segment = (id, from_s, to_s, correct = false) => ({ id, from_s, to_s, text: id, correct, rationale: "why" });
const options = [segment("a", 0, 1), segment("b", 1, 2, true), segment("c", 2, 3, true), segment("d", 3, 4)];
const item = { type: "hotspot", options, scoring: { rule: "per_option" } };

test("segments are lettered in order and say their times", () => {
  assert.equal(letterOf(options[2], options), "C");
  assert.equal(timesOf(options[2]), "2 to 3 seconds");
});

test("a trace is cut near its middle, and never through a segment", () => {
  assert.deepEqual(rowsOf(options, 4), [[0, 2], [2, 4]]);
  assert.deepEqual(rowsOf([segment("a", 0, 0.5), segment("b", 0.5, 3.5), segment("c", 3.5, 4)], 4), [[0, 4]]);
});

test("marking is scored like a question with several answers", () => {
  const score = (...chosen) => grade(item, { chosen });
  assert.deepEqual(score("b", "c"), { ...score("b", "c"), score: 1, result: "correct" });
  assert.equal(score("b").result, "partial");
  assert.equal(score("b").score, 0.5);
  assert.equal(score("a", "d").result, "incorrect");
  assert.equal(score("a", "b", "c", "d").score, 0, "marking everything earns nothing");
});

test("nothing marked is asked for, and a stored answer must fit the segments", () => {
  assert.match(missing(item, "x", emptyAnswer(item, "x")), /at least one segment/);
  assert.ok(fits(item, { chosen: ["b"] }) && !fits(item, { chosen: ["z"] }) && !fits(item, { chosen: "b" }));
});

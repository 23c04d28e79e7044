// Calibration: which statements a record holds, their scores (the same vectors as Python) and the points of the curve.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { allStatements, curveOf, scoresOf } from "../src/tools/statements.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/scores.json", import.meta.url), "utf8"));
const close = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a}, not ${b}`);
const stated = (item, p, so, hash = "00000001") => ({ item, hash, at: "2026-11-22T10:00Z", result: "stated", score: null, stated: { it: p }, outcomes: { it: so } });
const ended = (item, after, answer, hash = "00000001") => ({ item, hash, at: "2026-11-22T10:00Z", outcome: "safe", answer, stated: { after } });

test("the scores of one statement agree with the vectors Python scores by", () => {
  const pairs = vectors.filter(({ args: [said, so] }) => typeof so === "string" && Object.keys(said ?? {}).sort().join() === "x,y");
  const log = pairs.filter((vector) => vector.function === "log_score");
  const brier = pairs.filter((vector) => vector.function === "brier_score");
  assert.ok(log.length >= 2 && brier.length >= 2);
  for (const { args: [said, so], expected } of log) close(scoresOf([{ p: said.x, so: so === "x" }]).log, expected);
  // Of a yes and a no the score with categories counts the same error twice.
  for (const { args: [said, so], expected } of brier) close(2 * scoresOf([{ p: said.x, so: so === "x" }]).brier, expected);
});

test("always saying 50% earns 0.25 and the logarithm of a half", () => {
  const { brier, log, share, always } = scoresOf([{ p: 0.5, so: true }, { p: 0.5, so: false }, { p: 0.5, so: false }, { p: 0.5, so: false }]);
  close(brier, 0.25);
  close(log, Math.log(0.5));
  close(share, 0.25);
  close(always, 0.1875);
});

test("questions and cases are read from one record; what has no known outcome is left out", () => {
  const events = [
    stated("q-1", 0.7, true),
    { ...stated("q-2", 0.466, true), outcomes: null },
    { item: "q-3", hash: "00000001", at: "2026-11-22T10:00Z", result: "correct", score: 1 },
    ended("vp-a", { cfs: 0.6, als: 0.4 }, "als"),
    { ...ended("vp-b", { cfs: 1 }, "cfs"), answer: undefined },
    { item: "to-order-set", hash: "00000001", at: "2026-11-22T10:00Z", result: "stated", score: null, chosen: ["ck"] },
  ];
  assert.deepEqual(allStatements(events), [{ p: 0.7, so: true }, { p: 0.6, so: false }, { p: 0.4, so: true }]);
});

test("only the first answer counts, since after it one has seen what is true; an edited question counts anew", () => {
  const events = [stated("q-1", 0.2, true), stated("q-1", 1, true), stated("q-1", 0.9, true, "00000002")];
  assert.deepEqual(allStatements(events).map(({ p }) => p), [0.2, 0.9]);
});

test("points of the curve: five groups, the edges in the upper one, empty ones left out", () => {
  const points = curveOf([{ p: 0, so: false }, { p: 0.19, so: false }, { p: 0.2, so: true }, { p: 0.6, so: true }, { p: 0.8, so: false }, { p: 1, so: true }]);
  assert.deepEqual(points.map(({ label, n, so }) => [label, n, so]), [["0 to 19%", 2, 0], ["20 to 39%", 1, 1], ["60 to 79%", 1, 1], ["80 to 100%", 2, 1]]);
  close(points[0].said, 0.095);
  close(points[3].share, 0.5);
});

// Questions that state a view: what is missing, how far a statement lies from what is so, how it is said; never right or wrong.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { addType, chosenList, emptyAnswer, fits, grade, isReady, missing } from "../src/question/answer.js";
import { concordance, STEPS } from "../src/question/concordance.js";
import { distances, percent, probability, statedIn } from "../src/question/probability.js";
import { verdictWords } from "../src/question/verdict.js";
import { isEvent } from "../src/progress/record.js";

addType("probability", { ...probability, Part: () => null });
addType("sct", concordance);
const asIs = (text) => text;
const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/scores.json", import.meta.url), "utf8"));
const asked = (...hypotheses) => ({ type: "probability", hypotheses });
const so = (id, outcome, basis = "source") => ({ id, text: id.toUpperCase(), outcome, basis, rationale: "Because it was counted." });
const one = asked(so("als", true));
const sum = asked({ id: "als", text: "ALS", reference: 0.312, basis: "published-lr", rationale: "By the odds." });
const three = asked(so("als", false), so("cfs", true), so("other", false));
const event = (item, answer) => ({
  item: "q", hash: "0123abcd", at: "2026-11-22T08:00Z", result: "stated", score: null, chosen: chosenList(item, answer), certainty: null, attempts: 1,
  ...(item.type === "sct" ? concordance : probability).event(item, answer),
});

test("nothing is preset: an untouched question says what is missing", () => {
  assert.match(missing(one, "q", emptyAnswer(one, "q")), /^State a chance first/);
  assert.match(missing(one, "q", { shares: { als: "101" } }), /between 0% and 100%/);
  assert.match(missing(three, "q", emptyAnswer(three, "q")), /^100% is still to be spread/);
  assert.equal(missing(one, "q", { shares: { als: "0" } }), null);
  assert.equal(missing(one, "q", { shares: { als: "0.5" } }), null);
  assert.equal(missing(three, "q", { shares: { als: "20", cfs: "50", other: 30 } }), null);
});

test("a statement is stated, with no score, and its event is one of the record", () => {
  for (const [item, answer] of [[one, { shares: { als: "40" } }], [sum, { shares: { als: "40" } }], [three, { shares: { als: "20", cfs: "50", other: "30" } }]]) {
    const { score, result } = grade(item, answer);
    assert.deepEqual([score, result], [null, "stated"]);
    assert.ok(isEvent(event(item, answer)), JSON.stringify(event(item, answer)));
  }
  assert.deepEqual(event(one, { shares: { als: "40" } }).stated, { als: 0.4 });
  assert.deepEqual(event(one, { shares: { als: "40" } }).outcomes, { als: true });
  assert.deepEqual(event(three, { shares: { cfs: "100" } }).outcomes, { als: false, cfs: true, other: false });
  assert.equal(event(sum, { shares: { als: "40" } }).outcomes, null, "arithmetic is no part of the curve");
});

test("the distance of one statement is its square, that of a spread the sum of squares", () => {
  assert.deepEqual([0.4, 1, 0].map((p) => Number(distances(one, { shares: { als: String(100 * p) } }).distance.toFixed(9))), [0.36, 0, 1]);
  assert.equal(distances(one, { shares: { als: "40" } }).most, 1);
  assert.ok(Math.abs(distances(sum, { shares: { als: "60" } }).distance - 0.288 ** 2) < 1e-9);
  assert.equal(distances(three, { shares: { als: "100" } }).most, 2);
});

test("distances of spreads follow the vectors that Python runs too", () => {
  const cases = vectors.filter(({ function: name }) => name === "brier_score" || name === "log_score");
  assert.ok(cases.length >= 8);
  for (const { function: name, args: [stated, outcome], expected } of cases) {
    const ids = [...new Set([...Object.keys(stated), outcome, "none"])];
    const item = asked(...ids.map((id) => so(id, id === outcome)));
    const { distance, log } = distances(item, { shares: Object.fromEntries(Object.entries(stated).map(([id, p]) => [id, 100 * p])) });
    assert.ok(Math.abs((name === "brier_score" ? distance : log) - expected) < 1e-9, JSON.stringify([name, stated, outcome]));
  }
});

test("the second figure is floored, and only there where something is so", () => {
  assert.equal(distances(one, { shares: { als: "0" } }).log, Math.log(0.01));
  assert.equal(distances(asked(so("als", false)), { shares: { als: "0" } }).log, 0);
  assert.equal(distances(sum, { shares: { als: "30" } }).log, null);
});

test("what is said names the statement, what is so, and the distance", () => {
  const words = (item, answer) => verdictWords(item, answer, grade(item, answer), asIs);
  assert.equal(words(one, { shares: { als: "60" } }), "You said 60%, and it is so. Your statement lies 0.16 from what is so, the gap squared; 0 is perfect, 1 the worst.");
  assert.match(words(asked(so("als", false, "case-outcome")), { shares: { als: "60" } }), /^You said 60%, and it did not turn out so\./);
  assert.match(words(sum, { shares: { als: "60" } }), /^You said 60%\. The published figures give 31\.2%: you are 28\.8 points above\./);
  assert.match(words(sum, { shares: { als: "31.2" } }), /give 31\.2%: the same\./);
  assert.match(words(three, { shares: { als: "20", cfs: "50", other: "30" } }), /^You gave 50% to what is so: CFS\..*2 the worst\.$/);
  for (const item of [one, sum]) assert.doesNotMatch(words(item, { shares: { als: "60" } }), /\b(right|wrong|correct)\b/i);
});

test("stored statements about hypotheses that are gone start fresh", () => {
  assert.ok(fits(one, { shares: { als: "40" } }) && fits(one, { shares: {} }));
  for (const wrong of [{ shares: { gone: "40" } }, { shares: { als: [40] } }, { shares: null }, {}]) assert.ok(!fits(one, wrong), JSON.stringify(wrong));
  assert.deepEqual(statedIn(three, { shares: { als: "20" } }), { als: 0.2, cfs: 0, other: 0 });
  assert.equal(percent(0.466), "46.6%");
});

const patient = { type: "sct", sct: { hypothesis: "CFS", new_information: "the hand is wasted", leaning: -2, rationales: {} } };

test("script concordance takes one of five steps and scores none", () => {
  assert.match(missing(patient, "q", emptyAnswer(patient, "q")), /five steps/);
  for (const [step] of STEPS) {
    const answer = { chosen: [step] };
    assert.ok(fits(patient, answer));
    assert.equal(grade(patient, answer).score, null);
    assert.ok(isEvent(event(patient, answer)));
    assert.match(verdictWords(patient, answer, grade(patient, answer), asIs), /No panel has answered this, so it is unscored\.$/);
  }
  assert.match(concordance.words(patient, { chosen: ["-1"] }), /leans to “much less likely”, 1 step away/);
  assert.match(concordance.words(patient, { chosen: ["2"] }), /4 steps away/);
  assert.match(concordance.words(patient, { chosen: ["-2"] }), /leans the same way/);
  assert.ok(!fits(patient, { chosen: ["3"] }) && !fits(patient, { chosen: ["1", "2"] }) && !fits(patient, {}));
});

test("a type is ready once its fields are there", () => {
  assert.ok(isReady(one));
  assert.ok(!isReady(patient) && !isReady({ type: "hotspot" }) && !isReady({ type: "unheard of" }));
});

// A thousand people before and after a test: counts, chances, what is said, and what cannot be worked out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { belongTogether, chanceAfter, countPeople, figuresOf, lacking, mostOf, ratioOf } from "../src/tools/bayes-people.js";
import { groupsOf, inHundred, pictureInWords, sentence } from "../src/tools/bayes-words.js";
import { crowd, PEOPLE } from "../src/tools/crowd.js";

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
const row = (se, sp, more = {}) => ({ condition: "ALS", sensitivity_pct: se, specificity_pct: sp, bound_pct: null, ...more });
const score = row(95.8, 88.9);
const onlySpecificity = row(null, 76, { condition: "cramp-fasciculation syndrome", bound_pct: 83 });
const say = (prior, its, result, assumed = null) => {
  const figures = figuresOf(its, assumed);
  return sentence({ people: countPeople(prior, figures), chance: chanceAfter(prior, figures, result), before: prior / 100, figures, test: its, name: its.condition, result, assumed: assumed !== null });
};

test("a thousand people fall into four whole groups that add up", () => {
  const people = countPeople(5, figuresOf(score));
  assert.deepEqual(people, { sick: 50, well: 950, truePositive: 48, falseNegative: 2, falsePositive: 105, trueNegative: 845, positive: 153, negative: 847 });
  for (const prior of [0, 0.04, 0.4, 33.3, 99.99, 100]) {
    const { sick, well, truePositive: a, falseNegative: b, falsePositive: c, trueNegative: d } = countPeople(prior, { se: 72.8, sp: 82 });
    assert.equal(sick + well, PEOPLE);
    assert.equal(a + b + c + d, PEOPLE);
  }
});

test("the chance after a result is that of Bayes' rule, and odds times ratio give the same", () => {
  const figures = figuresOf(score);
  near(chanceAfter(5, figures, "positive"), (0.05 * 0.958) / (0.05 * 0.958 + 0.95 * 0.111));
  near(chanceAfter(5, figures, "negative"), (0.05 * 0.042) / (0.05 * 0.042 + 0.95 * 0.889));
  near(chanceAfter(5, figures, "none"), 0.05);
  near(ratioOf(figures, "positive"), 95.8 / 11.1);
});

test("a figure that was not published leaves its branch open and the chance unknown", () => {
  assert.equal(lacking(onlySpecificity), "sensitivity");
  assert.equal(lacking(row(83, null)), "specificity");
  assert.equal(lacking(score), null);
  assert.equal(lacking(row(null, null)), null);
  const people = countPeople(33.3, figuresOf(onlySpecificity));
  assert.deepEqual([people.sick, people.truePositive, people.falsePositive, people.positive], [333, null, 160, null]);
  assert.equal(chanceAfter(33.3, figuresOf(onlySpecificity), "positive"), null);
  assert.match(say(33.3, onlySpecificity, "positive"), /cannot be worked out: no sensitivity was published for this cut-off/);
  assert.match(say(33.3, row(null, null), "positive"), /neither sensitivity nor specificity/);
});

test("an assumed figure fills only the gap, within its bound, and is named as assumed", () => {
  assert.equal(mostOf(onlySpecificity), 83);
  assert.equal(mostOf(score), 100);
  assert.deepEqual(figuresOf(onlySpecificity, 80), { se: 80, sp: 76 });
  assert.deepEqual(figuresOf(score, 80), { se: 95.8, sp: 88.9 });
  assert.deepEqual(figuresOf(row(null, null), 80), { se: null, sp: null });
  assert.match(say(33.3, onlySpecificity, "positive", 80), /assumed sensitivity, not on a published one\.$/);
  assert.doesNotMatch(say(33.3, onlySpecificity, "none", 80), /assumed/);
});

test("a ratio without upper end is said in words, never as certainty", () => {
  const figures = figuresOf(row(93.58, 100));
  assert.equal(ratioOf(figures, "positive"), Infinity);
  assert.equal(chanceAfter(5, figures, "positive"), 1);
  assert.match(say(5, row(93.58, 100), "positive"), /no upper end; that only says that no false positive was met/);
  assert.equal(chanceAfter(0, figures, "positive"), 0);
});

test("a result that nobody has is said so", () => {
  assert.match(say(0, row(93.58, 100), "positive"), /nobody has a positive result/);
  assert.equal(chanceAfter(50, figuresOf(row(0, 100)), "positive"), null);
  assert.match(say(50, row(0, 100), "positive"), /nobody has a positive result/);
});

test("the sentence counts people first", () => {
  assert.equal(say(5, score, "none"), "Before any test 50 of these 1,000 people have ALS: 5 in 100.");
  assert.equal(say(5, score, "positive"), "153 of these 1,000 people have a positive result. Of these 153, 48 have ALS: 31 in 100. Before the test it was 5 in 100.");
  assert.equal(say(5, score, "negative"), "847 of these 1,000 people have a negative result. Of these 847, 2 have ALS: 2 in 1,000. Before the test it was 5 in 100.");
});

test("chances are read as so many in a hundred, or in a thousand", () => {
  assert.deepEqual([0.314, 0.0949, 0.0094, 0.0002, 0.999, 0, 1].map(inHundred), ["31 in 100", "9 in 100", "9 in 1,000", "fewer than 1 in 1,000", "more than 99 in 100", "none of them", "all of them"]);
});

test("the picture holds everybody once and says who they are", () => {
  for (const result of ["none", "positive"]) for (const its of [score, onlySpecificity, row(83, null)]) {
    const groups = groupsOf(countPeople(5, figuresOf(its)), "ALS", result);
    assert.equal(groups.reduce((all, { count }) => all + count, 0), PEOPLE);
    assert.equal(new Set(groups.map(({ shape, fill }) => shape + fill)).size, groups.length, "told apart by shape and filling");
  }
  assert.match(pictureInWords(groupsOf(countPeople(5, figuresOf(score)), "ALS", "positive")), /^1,000 people\. 2 have ALS and a negative result\. 48 have ALS and a positive result\./);
  const places = ["square", "dot"].flatMap((shape, i) => crowd(shape, i * 50, i ? 950 : 50).match(/M\d+ \d+/g));
  assert.equal(new Set(places).size, PEOPLE);
});

test("a start and a test belong together only when both are about one condition", () => {
  assert.ok(belongTogether({ quantity: "motor neuron disease at follow-up", condition: "ALS" }, { condition: "ALS" }));
  assert.ok(!belongTogether({ quantity: "ALS", condition: "ALS" }, { condition: "cramp-fasciculation syndrome" }));
  assert.ok(!belongTogether({ quantity: "neuropathy", condition: "" }, { condition: "small-fibre neuropathy" }));
});

// What an answer is, what is missing from it, how it is marked and how it is said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesInOrder, chosenList, emptyAnswer, fits, grade, missing, optionsInOrder, startingOrder } from "../src/question/answer.js";
import { verdictWords, withUnit } from "../src/question/verdict.js";

const option = (id, more = {}) => ({ id, text: `Option ${id}`, rationale: "Because.", ...more });
const ITEMS = {
  sba: { type: "sba", options: [option("a", { correct: true }), option("b"), option("c")] },
  multi: { type: "multi", scoring: { rule: "per_option", max_select: 2, over_select: "zero" }, options: [option("a", { correct: true }), option("b", { correct: true }), option("c"), option("d")] },
  numeric: { type: "numeric", answer: { value: 2.5, unit: "%", tolerance: { abs: 0.6 }, units: { fraction: 100 } }, common_errors: [{ value: 0, rationale: "Not zero." }] },
  ordering: { type: "ordering", options: ["a", "b", "c", "d"].map((id, i) => option(id, { position: i + 1 })) },
  matching: { type: "matching", left: [{ id: "l1", text: "One" }, { id: "l2", text: "“Two”" }, { id: "l3", text: "Three" }], right: ["r1", "r2", "r3", "r4"].map((id) => ({ id, text: id })), pairs: { l1: { to: "r1" }, l2: { to: "r2" }, l3: { to: "r3" } } },
  short: { type: "short", accept: [{ match: "normalized", value: "clonazepam", points: 1 }], reject: [{ match: "normalized", value: "carbamazepine" }], model_answer: "Clonazepam." },
};
const COMPLETE = {
  sba: [{ chosen: ["a"] }, { chosen: ["b"] }],
  multi: [{ chosen: ["a", "b"] }, { chosen: ["c", "d"] }],
  numeric: [{ text: "2,4", unit: "%" }, { text: "0", unit: "%" }],
  ordering: [{ order: ["a", "b", "c", "d"] }, { order: ["d", "c", "b", "a"] }],
  matching: [{ pairs: { l1: "r1", l2: "r2", l3: "r3" } }, { pairs: { l1: "r2", l2: "r3", l3: "r4" } }],
  short: [{ text: "Clonazepam!", self: null }, { text: "carbamazepine", self: null }],
};
const asIs = (text) => text;

for (const [type, item] of Object.entries(ITEMS)) {
  test(`${type}: an untouched question cannot be checked, and says why`, () => {
    assert.match(missing(item, "q", emptyAnswer(item, "q")), /\w.*\.$/);
  });
  test(`${type}: a right answer is correct, a wrong one incorrect`, () => {
    const [right, wrong] = COMPLETE[type];
    assert.equal(missing(item, "q", right), null);
    assert.equal(grade(item, right).result, "correct");
    assert.equal(missing(item, "q", wrong), null);
    assert.equal(grade(item, wrong).result, "incorrect");
    assert.match(verdictWords(item, right, grade(item, right), asIs), /^Right\./);
    assert.match(verdictWords(item, wrong, grade(item, wrong), asIs), /^Not right\./);
  });
  test(`${type}: stored answers of the wrong shape or about ids that are gone start fresh`, () => {
    assert.ok(fits(item, COMPLETE[type][0]));
    for (const bad of [undefined, null, 3, [], { chosen: ["gone"], order: ["gone"], pairs: { gone: "r1" }, text: 7 }]) assert.ok(!fits(item, bad), JSON.stringify(bad));
  });
  test(`${type}: the answer travels as a list of words`, () => {
    const list = chosenList(item, COMPLETE[type][0]);
    assert.ok(Array.isArray(list) && list.length && list.every((word) => typeof word === "string"));
  });
}

test("a choice beyond what is asked for is stopped before it is marked", () => {
  assert.equal(missing(ITEMS.multi, "q", { chosen: ["a", "b", "c"] }), "You have chosen 3; this question asks for 2. Take 1 away.");
});

test("a single choice cannot hold two", () => {
  assert.ok(!fits(ITEMS.sba, { chosen: ["a", "b"] }));
});

test("what cannot be read as a number in an accepted unit is asked for again, not marked wrong", () => {
  assert.match(missing(ITEMS.numeric, "q", { text: "some", unit: "%" }), /“some” could not be read as a number/);
  assert.match(missing(ITEMS.numeric, "q", { text: "3 Hz", unit: "%" }), /could not be read/);
  assert.equal(missing(ITEMS.numeric, "q", { text: "3", unit: "%" }), null);
});

test("a common wrong number is recognised in any accepted unit", () => {
  assert.equal(grade(ITEMS.numeric, { text: "0.001", unit: "fraction" }).commonError, 0);
  assert.equal(grade(ITEMS.numeric, { text: "9", unit: "%" }).commonError, null);
});

test("pairs still open are named, and words that bring quotation marks get no second pair", () => {
  assert.equal(missing(ITEMS.matching, "q", { pairs: { l1: "r1" } }), "Still open: “Two” and “Three”.");
  assert.equal(missing(ITEMS.matching, "q", { pairs: {} }), "Nothing is matched yet.");
});

test("a short answer that no rule knows waits for the learner's own mark", () => {
  const open = grade(ITEMS.short, { text: "valproate", self: null });
  assert.deepEqual([open.score, open.result], [null, null]);
  assert.match(verdictWords(ITEMS.short, {}, open, asIs), /mark them yourself/);
  const own = grade(ITEMS.short, { text: "valproate", self: 0.5 });
  assert.deepEqual([own.score, own.result], [0.5, "partial"]);
  assert.match(verdictWords(ITEMS.short, {}, own, asIs), /your own mark/);
});

test("the learner's own mark does not overrule a rule", () => {
  assert.equal(grade(ITEMS.short, { text: "carbamazepine", self: 1 }).result, "incorrect");
});

test("verdicts of partly right answers say how far", () => {
  const said = (type, answer) => verdictWords(ITEMS[type], answer, grade(ITEMS[type], answer), asIs);
  assert.equal(said("multi", { chosen: ["a"] }), "Partly right. You chose 1 of 2 right answers.");
  assert.equal(said("ordering", { order: ["b", "a", "c", "d"] }), "Partly right. 2 of 4 entries are in their place; 5 of 6 pairs stand in the right order.");
  assert.equal(said("matching", { pairs: { l1: "r1", l2: "r2", l3: "r4" } }), "Partly right. 2 of 3 pairs fit.");
  assert.equal(said("sba", { chosen: ["b"] }), "Not right. The right answer: Option a.");
  assert.equal(said("numeric", { text: "9", unit: "%" }), "Not right. The answer: 2.5%.");
});

test("numbers are written with their unit, plain ratios without", () => {
  assert.deepEqual([withUnit(33.3 + 1, "%"), withUnit(16.6, "1"), withUnit(-200, "µV")], ["34.3%", "16.6", "−200 µV"]);
});

test("the order of options is stable for a question, differs between questions, and honours shuffle: false", () => {
  const eight = { type: "sba", options: Array.from("abcdefgh", (id) => option(id)) };
  const order = (item, id) => optionsInOrder(item, id).map((row) => row.id).join("");
  assert.equal(order(eight, "sba-one"), order(eight, "sba-one"));
  assert.notEqual(order(eight, "sba-one"), order(eight, "sba-two"));
  assert.equal([...order(eight, "sba-one")].sort().join(""), "abcdefgh");
  assert.equal(order({ ...eight, shuffle: false }, "sba-one"), "abcdefgh");
  assert.deepEqual(choicesInOrder({ ...ITEMS.matching, shuffle: false }, "q"), ITEMS.matching.right);
});

test("no option sits first by habit", () => {
  const firsts = new Set(Array.from({ length: 40 }, (_, i) => optionsInOrder(ITEMS.sba, `sba-${i}`)[0].id));
  assert.equal(firsts.size, 3);
});

test("an ordering question never starts in the right order", () => {
  for (let i = 0; i < 200; i += 1) assert.notEqual(startingOrder(ITEMS.ordering, `ord-${i}`).join(""), "abcd");
});

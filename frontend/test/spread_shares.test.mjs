// A hundred per cent over several hypotheses: what is left, what is missing, what comes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gapInShares, probabilities, restInWords, shares, spreadRest } from "../src/spread/shares.js";

const IDS = ["cramp", "mnd", "other"];

test("the rest is spread over the empty fields, or over all, and always comes out even", () => {
  assert.deepEqual(spreadRest(IDS, { cramp: "45" }), { cramp: "45", mnd: 28, other: 27 });
  assert.deepEqual(spreadRest(IDS, {}), { cramp: 34, mnd: 33, other: 33 });
  assert.deepEqual(spreadRest(IDS, { cramp: 50, mnd: 20, other: 20 }), { cramp: 54, mnd: 23, other: 23 });
  assert.equal(shares(IDS, spreadRest(IDS, { mnd: 7 })).rest, 0);
  const tooMuch = { cramp: 80, mnd: 40 };
  assert.equal(spreadRest(IDS, tooMuch), tooMuch);
});

test("shares that do not add up to a hundred say what is wrong", () => {
  assert.equal(gapInShares(IDS, { cramp: "70", mnd: "20", other: "10" }), null);
  assert.match(gapInShares(IDS, {}), /^100% is still/);
  assert.match(gapInShares(IDS, { cramp: "70", mnd: "40" }), /^That is 10% too much/);
  assert.match(gapInShares(IDS, { cramp: "-1" }), /^Use whole numbers/);
  assert.equal(restInWords(shares(IDS, { cramp: "70" })), "30% left to spread");
  assert.equal(restInWords(shares(IDS, { cramp: "x" })), "Whole numbers from 0 to 100, please.");
});

test("an empty field is a probability of nought", () => {
  assert.deepEqual(probabilities(IDS, { cramp: "70", mnd: 30, other: "" }), { cramp: 0.7, mnd: 0.3, other: 0 });
});

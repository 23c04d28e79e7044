// Sorting and the trial of treatment: what was kept, how it agrees, how many got better, and the words for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { agreement, agreementWords, readPlaced, unsorted } from "../src/tools/piles.js";
import { chanceIfBetter, groupsOf, percentOf, pictureInWords, ratioWords, responseRatio, responseWords, whoGotBetter } from "../src/tools/response.js";

const bins = [{ id: "seen", label: "Seen" }, { id: "read", label: "Read into it" }];
const cards = [{ id: "a", bin: "seen" }, { id: "b", bin: "seen" }, { id: "c", bin: "read" }, { id: "d", bin: "read" }];
const label = (id) => bins.find((bin) => bin.id === id).label.toLowerCase();

test("of what was kept only cards and bins that still exist are read", () => {
  assert.deepEqual(readPlaced({ bins, cards }, { a: "seen", b: "supposed", gone: "seen" }), { a: "seen" });
  assert.deepEqual(readPlaced({ bins, cards }, undefined), {});
  assert.deepEqual(unsorted(cards, { a: "seen", c: "seen" }).map(({ id }) => id), ["b", "d"]);
});

test("agreement counts, and names the commonest difference first", () => {
  const sum = agreement(cards, { a: "read", b: "read", c: "seen", d: "read" });
  assert.deepEqual(sum, { cards: 4, same: 1, apart: [["read", "seen", 2], ["seen", "read", 1]] });
  assert.equal(agreementWords(sum, label), "You and we put 1 of 4 cards into the same place. Twice you said read into it where we say seen, more often than any other difference.");
  assert.equal(agreementWords(agreement(cards, { a: "seen", b: "seen", c: "read", d: "read" }), label), "You and we put 4 of 4 cards into the same place.");
  assert.equal(agreementWords(agreement(cards, { a: "read", b: "seen", c: "seen", d: "read" }), label), "You and we put 2 of 4 cards into the same place. Once you said read into it where we say seen.");
});

test("the thousand are whole people, and each stands in one group", () => {
  const people = whoGotBetter(5, 95, 40.09);
  assert.deepEqual(people, { sick: 50, well: 950, sickBetter: 48, wellBetter: 381, better: 429 });
  for (const [prior, response, others] of [[5, 95, 40.09], [0, 100, 64.4], [100, 33.3, 5], [0.1, 50, 80]]) {
    const counted = whoGotBetter(prior, response, others);
    for (const shown of [false, true]) {
      assert.equal(groupsOf(counted, shown).reduce((sum, { count }) => sum + count, 0), 1000);
    }
  }
  assert.equal(pictureInWords(groupsOf(people, true)), "1,000 people. 2 have the disorder and did not get better. 48 have the disorder and got better. 381 have something else and got better. 569 have something else and did not get better.");
});

test("the chance after a response is the one of Bayes' theorem", () => {
  for (const [prior, response, others] of [[5, 95, 40.09], [50, 100, 64.4], [90, 80, 80], [1, 100, 5]]) {
    const odds = (prior / (100 - prior)) * responseRatio(response, others);
    assert.ok(Math.abs(chanceIfBetter(prior, response, others) - odds / (1 + odds)) < 1e-12);
  }
  assert.equal(chanceIfBetter(5, 0, 0), null);
  assert.equal(chanceIfBetter(5, 95, 0), 1);
  assert.equal(chanceIfBetter(0, 95, 40), 0);
});

test("what was typed is a percentage or nothing", () => {
  assert.deepEqual(["", "5", "0", "100", "101", "-1", "2.5", "x"].map(percentOf), [null, 5, 0, 100, null, null, 2.5, null]);
});

test("the sentence gives whole people, the chance, and those who were missed", () => {
  const say = (prior, response, others) => responseWords(whoGotBetter(prior, response, others), chanceIfBetter(prior, response, others), prior);
  assert.equal(say(5, 95, 40.09), "429 of these 1,000 people got better. Of these 429, 48 have the disorder: 11 in 100. Before the tablet it was 5 in 100. Of the 571 who did not, 2 have it all the same.");
  assert.equal(say(5, 0, 0), "Nobody got better, so a response tells nothing.");
  assert.equal(say(100, 100, 5), "1,000 of these 1,000 people got better. Of these 1,000, 1,000 have the disorder.");
  assert.match(say(0.1, 100, 80), /Of these 800, 1 has the disorder: 1 in 1,000\./);
});

test("the ratio says what a response does to the odds", () => {
  assert.equal(ratioWords(95, 40.09), "Likelihood ratio of a response: 95 / 40.09 = 2.37. A response multiplies the odds by 2.37, whatever they were.");
  assert.match(ratioWords(80, 80), /= 1\. A response changes nothing\./);
  assert.match(ratioWords(40, 80), /= 0\.5\. A response speaks against the disorder\./);
  assert.match(ratioWords(40, 0), /no upper end/);
  assert.match(ratioWords(0, 0), /no ratio/);
});

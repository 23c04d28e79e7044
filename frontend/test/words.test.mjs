// A case, and the steps of script concordance, are told in the same words with and without script; tests/widgets/test_words.py holds the other side.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { STEPS } from "../src/question/concordance.js";
import { COST_WORDS, EFFECT_WORDS, VALUE_WORDS } from "../src/scenario/words.js";
import { PROVENANCE_WORDS } from "../src/shared/provenance.js";

const words = JSON.parse(readFileSync(new URL("../../tests/vectors/words.json", import.meta.url), "utf8"));

test("the widgets use the shared words", () => {
  const concordance = Object.fromEntries(STEPS.map(([step, said]) => [step, said.toLowerCase()]));
  assert.deepEqual({ provenance: PROVENANCE_WORDS, effect: EFFECT_WORDS, value: VALUE_WORDS, cost: COST_WORDS, concordance }, words);
});

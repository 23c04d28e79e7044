// Cases and tools are told in the same words with and without script; tests/widgets/test_words.py holds the other side.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { STEPS } from "../src/question/concordance.js";
import { COST_WORDS, EFFECT_WORDS, VALUE_WORDS } from "../src/scenario/words.js";
import { PROVENANCE_WORDS, provenanceWords } from "../src/shared/provenance.js";
import { FEATURES } from "../src/tools/mimics.js";
import { VERDICTS } from "../src/tools/orders.js";
import { DIRECTIONS } from "../src/tools/rungs.js";

const words = JSON.parse(readFileSync(new URL("../../tests/vectors/words.json", import.meta.url), "utf8"));

test("the widgets use the shared words", () => {
  const concordance = Object.fromEntries(STEPS.map(([step, said]) => [step, said.toLowerCase()]));
  const last = (table) => Object.fromEntries(Object.entries(table).map(([name, row]) => [name, row.at(-1)]));
  assert.deepEqual({
    provenance: PROVENANCE_WORDS, effect: EFFECT_WORDS, value: VALUE_WORDS, cost: COST_WORDS, concordance,
    verdict: last(VERDICTS), direction: last(DIRECTIONS), features: FEATURES,
  }, words);
});

test("a chip names the text a fact rests on", () => {
  assert.equal(provenanceWords({ kind: "source", sources: ["seed000"] }), "from the letter");
  assert.equal(provenanceWords({ kind: "source", sources: ["poyraz2017cfs", "seed002"] }), "from the report, about this person");
  assert.equal(provenanceWords({ kind: "source-group", sources: ["poyraz2017cfs"] }), "from studies, about groups");
  assert.equal(provenanceWords({ kind: "source", sources: ["seed002"], label: "lent to him" }), "lent to him");
  assert.equal(provenanceWords({ kind: "composed" }), "composed");
});

// The order of options, by the vectors that the Python twin (src/pnh/widgets/order.py) is proved with.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { shuffled } from "../src/shared/shuffle.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/shuffle.json", import.meta.url), "utf8"));
for (const { seed, length, order } of vectors) {
  test(`the seed "${seed}" gives ${length} entries one order`, () => {
    assert.deepEqual(shuffled([...Array(length).keys()], seed), order);
  });
}

// Benches that weigh evidence, by the vectors that Python (src/pnh/models) is proved with.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as calcium from "../src/models/calcium.js";
import * as interval from "../src/models/interval.js";
import * as microcramp from "../src/models/microcramp.js";
import * as responders from "../src/models/responders.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const runs = read("data/models/calcium_runs.json");
const benches = { calcium, interval, microcramp, responders };

function near(got, expected, what) {
  if (typeof expected !== "number") assert.equal(got, expected, what);
  else assert.ok(Math.abs(got - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${what}: ${got} is not ${expected}`);
}

for (const { bench, values, measures, force_mn, after } of read("tests/vectors/evidence.json")) {
  test(`${bench} at ${JSON.stringify(values)} is what Python finds`, () => {
    const found = benches[bench].measures(values, bench === "calcium" ? runs : undefined);
    assert.deepEqual(Object.keys(found).sort(), Object.keys(measures).sort());
    for (const name in measures) near(found[name], measures[name], name);
    if (force_mn) {
      const force = microcramp.force(values);
      force_mn.forEach((expected, i) => near(force[25 * i], expected, `force ${i}`));
    }
    if (after) {
      const people = responders.series(values);
      after.forEach((expected, i) => near(people[i].after, expected, `score ${i}`));
    }
  });
}

test("a level of calcium has no run at a slope that nobody computed but the first one's", () => {
  assert.deepEqual(calcium.runAt({ calcium_mm: 0.8 }, runs), calcium.runAt({ calcium_mm: 0.8, slope_mv: 9 }, runs));
});

test("what the sliders give is a level of calcium that was computed", async () => {
  const { fittedValues } = await import("../src/lab/values.js");
  const control = { id: "calcium_mm", kind: "range", min: 0.6, max: 1.5, step: 0.1, value: 1.2 };
  for (const level of runs.calcium_mm) assert.equal(fittedValues([control], { calcium_mm: String(level) }).calcium_mm, level);
});

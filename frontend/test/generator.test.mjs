// The seeded generator, by the vectors that the Python twin (src/pnh/models/generator.py) is proved with.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { draws } from "../src/models/generator.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/generator.json", import.meta.url), "utf8"));
const near = (got, expected) => assert.ok(Math.abs(got - expected) <= 1e-12, `${got} is not ${expected}`);

for (const { seed, uniforms, normals, mixed } of vectors) {
  test(`seed ${seed} gives one sequence, drawn singly or in arrays`, () => {
    assert.deepEqual([...draws(seed).uniforms(5)], uniforms);
    const d = draws(seed);
    [...d.normals(3), d.normal(), ...d.normals(3)].forEach((value, i) => near(value, normals[i]));
  });
  test(`seed ${seed}: kinds may be mixed, and the second normal of a pair waits`, () => {
    const d = draws(seed);
    const got = [d.uniform(), d.normal(), d.exponential(2.5), d.normal(), d.integer(2, 5), d.integer(0, 1000000)];
    got.forEach((value, i) => near(value, mixed[i]));
  });
}

test("a seed that is no whole number is refused by name", () => {
  for (const seed of [NaN, 1.5, -1, 2 ** 32, "1", undefined]) assert.throws(() => draws(seed), /seed: .* whole number/);
  assert.throws(() => draws(1).integer(3, 2), /nothing lies between 3 and 2/);
});

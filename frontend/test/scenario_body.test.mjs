// The body chart: every region of the contract is on it, on the right side, inside the figure.
import assert from "node:assert/strict";
import test from "node:test";
import { REGIONS, regionOf, through } from "../src/scenario/body.js";

const SIDED = ["shoulder", "upper-arm", "forearm", "hand", "hip", "thigh-front", "thigh-back", "knee", "shin", "calf", "foot"];
const SINGLE = ["head", "neck", "chest", "abdomen", "upper-back", "lower-back"];

test("the chart knows the regions of the case format and no others", () => {
  const expected = [...SINGLE, ...SIDED.flatMap((name) => [`${name}-left`, `${name}-right`])];
  assert.deepEqual([...REGIONS].sort(), expected.sort());
  assert.ok(REGIONS.every((name) => regionOf(name)));
  assert.equal(regionOf("tail"), null);
  assert.equal(regionOf("tail-left"), null);
});

test("the front view faces us: the patient's left is on our right there, and on our left from behind", () => {
  assert.equal(regionOf("shin-left").view, "front");
  assert.ok(regionOf("shin-left").x > 0 && regionOf("shin-right").x < 0);
  assert.equal(regionOf("calf-left").view, "back");
  assert.ok(regionOf("calf-left").x < 0 && regionOf("calf-right").x > 0);
});

test("both sides mirror each other", () => {
  for (const name of SIDED) {
    const [left, right] = [regionOf(`${name}-left`), regionOf(`${name}-right`)];
    assert.equal(left.x, -right.x);
    assert.equal(left.tilt, -right.tilt);
    assert.equal(left.y, right.y);
  }
});

test("a smooth path goes through every point it was given", () => {
  const points = [[0, 0], [10, 4], [20, 0], [10, -4]];
  const closed = through(points);
  assert.ok(closed.startsWith("M0,0C") && closed.endsWith("Z"));
  for (const [x, y] of points) assert.ok(closed.includes(` ${x},${y}`) || closed.startsWith(`M${x},${y}`));
  assert.ok(!through(points, false).endsWith("Z"));
});

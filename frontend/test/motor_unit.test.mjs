// The motor-unit builder: the fibres that are drawn are those that are added up, and its numbers are those of the Python twin.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { NEGATIVE_SHARE, rangeFor, repeated, unitAt } from "../src/lab/benches/motor-unit-run.js";
import { measureUnit, motorUnitPotential, unitFibres } from "../src/models/emg/index.js";

const SHOWN = { fibres: 120, scatter_mm: 2, needle_mm: 3.5, fibre_um: 55 };
const WAYS = JSON.parse(readFileSync(new URL("../../tests/vectors/explorer_goals.json", import.meta.url), "utf8"))["ex-motor-unit"];
const at = (moved) => unitAt({ ...SHOWN, ...moved });

test("the potential is that of the model with seed 1, and the fibres are as many as were asked for", () => {
  const { fibres, potential, measures } = at({});
  assert.deepEqual(potential, motorUnitPotential({ fibres: 120, end_plate_scatter_mm: 2, needle_offset_mm: 3.5, fibre_diameter_um: 55 }, 1));
  assert.equal(fibres.length, 120);
  assert.deepEqual(measures, measureUnit(potential));
});

test("moving the needle moves no fibre; the distances are to the needle's tip", () => {
  const [far, near] = [3.5, 0].map((needle_mm) => at({ needle_mm }).fibres);
  assert.deepEqual(far.map(({ x_mm, y_mm }) => [x_mm, y_mm]), near.map(({ x_mm, y_mm }) => [x_mm, y_mm]));
  for (const { x_mm, y_mm, distance_mm } of near) assert.equal(distance_mm, Math.max(Math.hypot(x_mm, y_mm), 0.15));
});

test("fibres lie within the territory, and scatter spreads their end-plates", () => {
  const { fibres, unit } = at({ fibres: 500 });
  assert.ok(fibres.every(({ x_mm, y_mm }) => Math.hypot(x_mm, y_mm) <= unit.territory_mm / 2 + 1e-9));
  const spread = (scatter_mm) => {
    const starts = at({ scatter_mm }).fibres.map(({ start_mm }) => start_mm);
    return Math.max(...starts) - Math.min(...starts);
  };
  assert.equal(spread(0), 0);
  assert.ok(spread(5) > 2 * spread(2));
});

test("a grouped unit has its group about the needle", () => {
  const fibres = unitFibres({ grouped_share: 0.5, fibres: 100, needle_offset_mm: 2 }, 1);
  const mean = (part) => part.reduce((sum, { distance_mm }) => sum + distance_mm, 0) / part.length;
  assert.ok(mean(fibres.slice(0, 50)) < mean(fibres.slice(50)));
});

test("the bracket stands where the potential leaves the band for the first and the last time", () => {
  for (const moved of [{}, ...Object.values(WAYS)]) {
    const { potential, measures: { duration_ms }, from_ms } = at(moved);
    const first = Math.round(from_ms * 20), last = Math.round((from_ms + duration_ms) * 20);
    assert.ok(Math.abs(potential[first]) > 10 && Math.abs(potential[last]) > 10);
    assert.ok(potential.slice(0, first).every((uv) => Math.abs(uv) <= 10) && potential.slice(last + 1).every((uv) => Math.abs(uv) <= 10));
  }
});

test("the known ways lead to the goals", () => {
  assert.ok(at(WAYS.nearer).measures.amplitude_uv >= 700);
  const ragged = at(WAYS.ragged).measures;
  assert.ok(ragged.duration_ms >= 10 && ragged.phases >= 5);
  assert.ok(at(WAYS["big-looks-small"]).measures.amplitude_uv <= 700);
});

test("whatever is set, the potential fits into the picture", () => {
  for (const fibres of [20, 500]) for (const scatter_mm of [0, 7]) for (const needle_mm of [0, 4]) for (const fibre_um of [30, 90]) {
    const { potential, measures } = unitAt({ fibres, scatter_mm, needle_mm, fibre_um });
    const range = rangeFor([potential]);
    assert.ok(Math.min(...potential) >= -NEGATIVE_SHARE * range && Math.max(...potential) <= (1 - NEGATIVE_SHARE) * range);
    assert.ok(Number.isFinite(measures.amplitude_uv));
  }
});

test("what is heard is sixteen discharges in two seconds, an eighth of a second apart", () => {
  const { potential } = at({ needle_mm: 0 });
  const signal = repeated(potential);
  assert.equal(signal.length, 40000);
  const peak = potential.indexOf(Math.min(...potential));
  for (let n = 0; n < 16; n += 1) assert.ok(signal[(n + 0.5) * 2500 + peak] < 0.8 * potential[peak]);
});

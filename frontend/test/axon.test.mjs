// The motor axon in the page: held to the golden traces, whole or in pieces, in a worker or not; and what it refuses.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { axonCircuit, axonEngine, axonParameters, parameterRanges, presetParameters, presets, runOptions, settle, simulate, start } from "../src/models/axon.js";
import { rangesOf, valuesOf } from "../src/models/parameters.js";

const folder = new URL("../../data/models/golden/", import.meta.url);
const golden = readdirSync(folder).filter((name) => name.startsWith("axon-")).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
const PULSE = { duration_ms: 200, pulses_ms: [20] };

test("there is a golden trace for every kind of run", () => {
  assert.deepEqual(golden.map(({ name }) => name).sort(),
    ["carbamazepine", "cfs-like", "healthy", "isaacs-like", "kv7-opener", "latent", "low-calcium", "noise"]);
});

for (const { name, parameters, options, every, voltage_mv: expected, spikes_ms: spikes } of golden) {
  test(`${name}: equal to Python's trace to 1e-6 mV`, () => {
    const trace = simulate(parameters, options);
    const furthest = expected.reduce((most, mv, i) => Math.max(most, Math.abs(mv - trace.voltage_mv[i * every])), 0);
    assert.equal(trace.voltage_mv.length, (expected.length - 1) * every + 1);
    assert.ok(furthest <= 1e-6, `${furthest} mV apart`);
    assert.equal(trace.spikes_ms.length, spikes.length);
    trace.spikes_ms.forEach((time, i) => assert.ok(Math.abs(time - spikes[i]) < 1e-6));
  });
}

test("a run taken in uneven pieces is the same run, noise and pulses that straddle pieces included", () => {
  const options = { duration_ms: 60, pulses_ms: [9.95, 40], noise_pa: 8, seed: 5 };
  const whole = simulate(presets["cfs-like"], options), pieces = start(presets["cfs-like"], options);
  assert.equal(pieces.samples, 1);
  for (const ms of [10, 0.02, 7.3, 20]) assert.ok(pieces.run(ms));
  assert.ok(!pieces.run(1000));
  assert.deepEqual(pieces.voltage_mv, whole.voltage_mv);
  assert.deepEqual(pieces.spikes_ms, whole.spikes_ms);
});

test("onChunk sees the trace grow and is told the end", () => {
  const seen = [];
  const trace = simulate({}, { ...PULSE, chunk_ms: 50, onChunk: ({ samples }) => seen.push(samples) });
  assert.deepEqual(seen, [2501, 5001, 7501, 10001]);
  assert.equal(trace.samples, trace.voltage_mv.length);
});

test("the engine stands alone: its source text, in a worker, gives the same trace", () => {
  const alone = new Function(`"use strict"; return (${axonEngine})();`)();
  const message = structuredClone({ parameters: axonParameters(presets["isaacs-like"]), options: runOptions(PULSE) });
  assert.deepEqual(alone.simulate(message.parameters, message.options).voltage_mv, simulate(presets["isaacs-like"], PULSE).voltage_mv);
});

test("a settled state may serve several runs and is left as it was", () => {
  const resting = settle(presets.latent), copy = resting.slice();
  const first = simulate(presets.latent, PULSE, resting), again = simulate(presets.latent, PULSE, resting);
  assert.deepEqual(resting, copy);
  assert.deepEqual(first.voltage_mv, again.voltage_mv);
  assert.deepEqual(first.voltage_mv, simulate(presets.latent, PULSE).voltage_mv);
});

test("the seed decides the noise", () => {
  const run = (seed) => simulate({}, { duration_ms: 20, noise_pa: 6, seed }).voltage_mv;
  assert.deepEqual(run(3), run(3));
  assert.notDeepEqual(run(3), run(4));
});

test("the file is read the same, stripped by the build or not", () => {
  const file = JSON.parse(readFileSync(new URL("../../data/models/axon.json", import.meta.url), "utf8"));
  const prose = ["about", "note", "source", "sources", "status", "unit"];
  const stripped = JSON.parse(JSON.stringify(file), (key, value) => (prose.includes(key) ? undefined : value));
  assert.deepEqual(valuesOf(stripped), valuesOf(file));
  assert.deepEqual(valuesOf(valuesOf(file)), valuesOf(file));
  assert.deepEqual(rangesOf(stripped.parameters), rangesOf(file.parameters));
});

test("the lumped circuit follows from the geometry: node and paranode small, internode large", () => {
  const { capacitance_pf: pf, area_cm2: area } = axonCircuit();
  assert.ok(Math.abs(area.node - Math.PI * 3.3e-4 * 1e-4) < 1e-16);
  assert.ok(Math.abs(pf.node - 0.2073) < 1e-4 && Math.abs(pf.paranode - 1.244) < 1e-3);
  assert.ok(pf.juxtaparanode > 30 && pf.internode > 10 * pf.juxtaparanode);
});

const refused = [
  ["kv7_x", () => axonParameters({ kv7_x: NaN }), /kv7_x: NaN is not a number from 0 to 2/],
  ["Infinity", () => axonParameters({ persistent_sodium_x: Infinity }), /persistent_sodium_x: Infinity is not a number from 0 to 5/],
  ["text", () => axonParameters({ calcium_mm: "1" }), /calcium_mm: "1" is not a number/],
  ["nothing", () => axonParameters({ calcium_mm: null }), /calcium_mm: null is not a number/],
  ["a wrong unit", () => axonParameters({ calcium_mm: 4.8 }), /calcium_mm: 4.8 is not a number from 0.4 to 3/],
  ["an unknown parameter", () => axonParameters({ kv8_x: 1 }), /kv8_x: no such parameter; there are kv7_x, kv1_x/],
  ["an unknown preset", () => presetParameters("isaacs"), /isaacs: no such preset; there are healthy, latent/],
  ["an unknown option", () => simulate({}, { pulse: 20 }), /pulse: no such option/],
  ["a negative duration", () => simulate({}, { duration_ms: -1 }), /duration_ms: -1 is not a number from/],
  ["a coarse step", () => simulate({}, { step_ms: 0.1 }), /step_ms: 0.1 is not a number from 0.001 to 0.05/],
  ["too long a run", () => simulate({}, { duration_ms: 60000, step_ms: 0.001 }), /duration_ms: 60000 at step_ms 0.001 makes more than 5000000 samples/],
  ["a pulse outside", () => simulate({}, { duration_ms: 10, pulses_ms: [11] }), /pulses_ms: 11 is not a number from 0 to 10/],
  ["pulses out of order", () => simulate({}, { pulses_ms: [20, 10] }), /pulses_ms: 10 after 20; pulses must follow one another by at least pulse_ms \(0.1\)/],
  ["overlapping pulses", () => simulate({}, { pulses_ms: [20, 20.05] }), /pulses_ms: 20.05 after 20/],
  ["NaN among pulses", () => simulate({}, { pulses_ms: [NaN] }), /pulses_ms: NaN/],
  ["a broken seed", () => simulate({}, { noise_pa: 1, seed: 1.5 }), /seed: 1.5 is not a whole number from 0 to 4294967295/],
];
for (const [what, run, message] of refused) {
  test(`refused with what is allowed: ${what}`, () => assert.throws(run, (error) => error instanceof RangeError && message.test(error.message)));
}

test("at the ends of their ranges parameters and stimuli still give finite numbers", () => {
  const ends = Object.entries(parameterRanges).flatMap(([name, range]) => range.map((value) => ({ [name]: value })));
  for (const parameters of [...ends, { kv7_x: 0, kv1_x: 0, persistent_sodium_x: 5, calcium_mm: 0.4, temperature_c: 40 }]) {
    for (const pulse of [{ pulse_pa: 3000, pulse_ms: 20 }, { pulse_pa: 3000, pulse_ms: 0.1, noise_pa: 100 }]) {
      const { voltage_mv } = simulate(parameters, { duration_ms: 40, pulses_ms: [10], step_ms: 0.05, ...pulse });
      assert.ok(voltage_mv.every((mv) => Math.abs(mv) < 500), JSON.stringify({ parameters, pulse }));
    }
  }
});

// Protocols and controls of the axon: what is counted, how it is named, which settings are refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { axonModel } from "../src/models/axon.js";
import { axonFrom, controlDefaults } from "../src/models/controls.js";
import { afterDischargeClass, events, noiseMeasures, repetitiveStimulation, singlePulse, singlePulseMeasures, thresholdPa, trainMeasures, trainOptions } from "../src/models/protocols.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/controls.json", import.meta.url), "utf8"));
for (const { values, parameters, stimulus, error, note } of vectors) {
  const name = `settings ${JSON.stringify(values)}${note ? `: ${note}` : ""}`;
  if (error) {
    test(`${name} are refused`, () => assert.throws(() => axonFrom(values), (thrown) => thrown instanceof RangeError && thrown.message.startsWith(error)));
  } else {
    test(name, () => {
      const { parameters: { model, ...got }, stimulus: pulses } = axonFrom(values);
      assert.deepEqual(got, { ...axonModel.parameters, ...parameters });
      assert.deepEqual(pulses, stimulus);
    });
  }
}

test("no number is no setting", () => assert.throws(() => axonFrom({ kv7_pct: NaN }), /kv7_pct: NaN is not a number from 0 to 120/));

test("every control of the agreement exists", () => {
  assert.deepEqual(Object.keys(controlDefaults).sort(), ["accumulation", "carbamazepine_um", "kv1_pct", "kv7_pct", "kv7_shift_mv", "nap_x",
    "noise_pa", "patient", "pulse_pa", "rate_hz", "seed", "sodium_block_pct", "stimuli"]);
});

const many = (count, from = 20, gap = 3) => Array.from({ length: count }, (_, i) => from + i * gap);
for (const [spikes, expected] of [
  [[], "no-response"], [[20.1], "none"], [many(2), "few"], [many(9), "few"], [many(10), "burst"], [many(60), "burst"],
  [many(120), "endless"], [[5, 20.1], "spontaneous"], [[20.1, 360], "endless"], [[20.1, 340], "few"],
]) {
  test(`${spikes.length} spikes, the last at ${spikes.at(-1)} ms, are called ${expected}`, () => assert.equal(afterDischargeClass(spikes), expected));
}

test("a single pulse is measured from the stimulus on", () => {
  const voltage_mv = Float64Array.of(-80, 30, -79);
  assert.deepEqual(singlePulseMeasures({ spikes_ms: [20.5, 23.5, 27.5, 33.5], voltage_mv, duration_ms: 400 }),
    { spikes: 4, ends: true, last_spike_ms: 13.5, rate_hz: 250, class: "few", peak_mv: 30, end_mv: -79 });
  assert.deepEqual(singlePulseMeasures({ spikes_ms: [], voltage_mv, duration_ms: 400 }),
    { spikes: 0, ends: true, last_spike_ms: null, rate_hz: null, class: "no-response", peak_mv: 30, end_mv: -79 });
  assert.equal(singlePulseMeasures({ spikes_ms: [21, 390], voltage_mv, duration_ms: 400 }).ends, false);
});

test("without a pulse there is no response", () => assert.equal(singlePulse({}, { pulse_pa: 0 }).measures.class, "no-response"));

test("a train counts spikes up to the next stimulus, finished or not", () => {
  const { pulses_ms, duration_ms } = trainOptions(10, 3);
  assert.deepEqual(pulses_ms, [20, 120, 220]);
  assert.equal(duration_ms, 520);
  assert.equal(trainOptions(1, 2).duration_ms, 2020);
  const running = { spikes_ms: [20.1, 24, 120, 220.1, 400], samples: 10, voltage_mv: new Float64Array(20) };
  assert.deepEqual(trainMeasures(running, pulses_ms),
    { spikes: 5, spikes_per_stimulus: [2, 1, 2], extra_spikes: 2, stimuli_with_after_discharge: 2, done: false });
  assert.ok(repetitiveStimulation({}, 20, 2).measures.done);
});

test("impossible trains are refused", () => {
  assert.throws(() => trainOptions(0), /rate_hz: 0 is not a number from 0.1 to 100/);
  assert.throws(() => trainOptions(5, 2.5), /stimuli: 2.5 is not a whole number/);
});

test("spikes gather into events: singles, doublets, multiplets", () => {
  const spikes_ms = [10, 100, 105, 300, 304, 309, 349, 400];
  assert.deepEqual(events(spikes_ms), [[10], [100, 105], [300, 304, 309, 349], [400]]);
  assert.deepEqual(noiseMeasures({ spikes_ms }), { spikes: 8, events: 4, singles: 2, doublets: 1, multiplets: 1, groups: 2 });
});

test("a threshold is the smallest pulse that makes a spike; none where 3000 pA do nothing", () => {
  const pa = thresholdPa({});
  assert.equal(singlePulse({}, { pulse_pa: pa + 2 }).measures.spikes, 1);
  assert.equal(singlePulse({}, { pulse_pa: pa - 2 }).measures.spikes, 0);
  assert.equal(thresholdPa({ transient_sodium_x: 0 }, 0.01), null);
});

// Long runs in pieces, drawn traces, and what the benches measure and say.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { build } from "esbuild";
import { axonParameters, runOptions, simulate } from "../src/models/axon.js";
import { decimated, pathOf, ticks } from "../src/lab/trace.js";
import { runInPieces, workerSource } from "../src/lab/worker.js";

let benches;
before(async () => {  // the benches are JSX: built as for the page, without their pictures being drawn
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [new URL("../src/lab/benches/index.js", import.meta.url).pathname], bundle: true, write: false, format: "esm", jsx: "automatic", jsxImportSource: "preact",
  });
  ({ benches } = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`));
});

const BURST = { kv7_x: 0.6, persistent_sodium_x: 2 };
const OPTIONS = { duration_ms: 120, pulses_ms: [20] };
const START = { previous: null, kept: {}, payload: {} };
const pulse = (values, bench = "one-pulse") => benches[bench].compute(values, START);
const whole = (bench, values) => new Promise((resolve) => {
  benches[bench].compute(values, { ...START, onCancel() {}, paint: (reading) => reading.busy || resolve(reading) });
});

test("a decimated trace keeps every spike and the order of its samples, in few points", () => {
  const { voltage_mv, step_ms } = simulate(axonParameters(BURST), OPTIONS);
  const points = decimated(voltage_mv, step_ms, 0, 120, 300);
  assert.ok(points.length <= 600);
  assert.ok(points.every(([time], i) => i === 0 || time > points[i - 1][0]));
  assert.equal(Math.max(...points.map(([, mv]) => mv)), Math.max(...voltage_mv));
  assert.equal(Math.min(...points.map(([, mv]) => mv)), Math.min(...voltage_mv));
});

test("a window that runs past the samples, or before them, is drawn as far as it goes", () => {
  const samples = Float64Array.from({ length: 11 }, (_, i) => i);
  assert.deepEqual(decimated(samples, 1, 8, 50), [[8, 8], [9, 9], [10, 10]]);
  assert.deepEqual(decimated(samples, 1, -5, 1), [[0, 0], [1, 1]]);
  assert.deepEqual(decimated(samples.subarray(0, 0), 1, 0, 10), []);
  assert.deepEqual(decimated(samples, 1, 20, 30), []);
  assert.equal(pathOf([[0, 1], [2, 3]], (x) => x, (y) => -y), "M0.0 -1.0L2.0 -3.0");
});

test("ticks are round numbers within the axis", () => {
  assert.deepEqual(ticks(0, 200, 5), [0, 50, 100, 150, 200]);
  assert.deepEqual(ticks(-100, 50, 3), [-100, -50, 0, 50]);
  assert.deepEqual(ticks(0.4375, 3.0625, 4), [1, 2, 3]);
});

test("the worker's source stands alone and gives the page's own trace, piece by piece", () => {
  const posted = [];
  const port = {};
  new Function("port", "postMessage", workerSource.replace("onmessage=", "port.onmessage="))(port, (message) => posted.push(message));
  const parameters = axonParameters(BURST), options = runOptions(OPTIONS);
  port.onmessage({ data: structuredClone([parameters, options, 50]) });
  const alone = simulate(parameters, OPTIONS);
  assert.deepEqual(posted.map(([, , , more]) => more), [true, true, false]);
  assert.deepEqual(posted.flatMap(([, , spikes]) => spikes), alone.spikes_ms);
  assert.deepEqual(Float64Array.from(posted.flatMap(([, piece]) => [...piece])), alone.voltage_mv);
});

test("where there is no worker the same pieces are computed here, and can be stopped", async () => {
  const seen = [];
  await new Promise((resolve) => runInPieces(BURST, OPTIONS, 50, ({ samples }, more) => { seen.push([samples, more]); if (!more) resolve(); }));
  assert.deepEqual(seen, [[2501, true], [5001, true], [6001, false]]);
  let pieces = 0;
  const stop = runInPieces(BURST, OPTIONS, 50, () => { pieces += 1; stop(); });
  await new Promise((resolve) => setTimeout(resolve, 150));
  assert.equal(pieces, 1);
});

test("one pulse: one hit is silent, two hits discharge and stop, and the words say so", () => {
  assert.equal(pulse({}).words, "One pulse, one spike.");
  assert.equal(pulse({ kv7_pct: 60 }).measures.spikes, 1);
  assert.equal(pulse({ pulse_pa: 100 }).measures.class, "no-response");
  const both = pulse({ kv7_pct: 60, nap_x: 2 });
  assert.ok(both.measures.spikes >= 10 && both.measures.ends);
  assert.match(both.words, /^One pulse, \d+ spikes at about \d+ per second; they end by themselves after \d+ ms\.$/);
  assert.match(both.label, /at rest near −79 mV/);
});

test("one pulse: swings too small to count are not called an end, nor is a burst that has just ended called swings", () => {
  assert.match(pulse({ kv7_pct: 40, nap_x: 2.25 }).words, /Swings between −\d+ mV and −\d+ mV go on/);
  assert.match(pulse({ patient: "isaacs-like" }).words, /they end by themselves after \d+ ms\.$/);
});

test("map: a point away from the start is a picked one", () => {
  assert.equal(pulse({ kv7_pct: 100, nap_x: 1 }, "map").measures.picked, false);
  assert.equal(pulse({ kv7_pct: 60, nap_x: 1 }, "map").measures.picked, true);
});

test("pharmacy: carbamazepine quietens the axon, and the price is a higher threshold", () => {
  const bare = pulse({ patient: "cfs-like", carbamazepine_um: 0 }, "pharmacy"), treated = pulse({ patient: "cfs-like", carbamazepine_um: 5 }, "pharmacy");
  assert.equal(bare.measures.threshold_rise_pct, 0);
  assert.ok(treated.measures.spikes === 1 && treated.measures.spikes_untreated >= 10 && treated.measures.threshold_rise_pct > 1);
  assert.match(treated.words, /The threshold rises from \d+ to \d+ pA, by \d+%\.$/);
});

test("noise: a silent axon is called silent; doublets and longer are groups", async () => {
  const quiet = await whole("noise", { patient: "healthy", noise_pa: 4, seed: 1 });
  assert.deepEqual([quiet.measures.spikes, quiet.words], [0, "Silent for 5 seconds."]);
  const { measures, words } = await whole("noise", { patient: "latent", noise_pa: 10, seed: 1 });
  assert.equal(measures.singles + measures.groups, measures.events);
  assert.match(words, /groups in 5 seconds\. The longest group has \d+ spikes\.$/);
});

test("repetitive stimulation: the healthy axon follows one to one, the latent one discharges at 20 Hz only", async () => {
  const healthy = await whole("repetitive", { patient: "healthy", rate_hz: 5 });
  assert.deepEqual(healthy.measures, { spikes: 10, extra_spikes: 0, stimuli_with_after_discharge: 0, done: true });
  assert.equal(healthy.words, "Each of the 10 stimuli is followed by one spike, and no more.");
  assert.equal((await whole("repetitive", { patient: "latent", rate_hz: 10 })).measures.extra_spikes, 0);
  assert.ok((await whole("repetitive", { patient: "latent", rate_hz: 20 })).measures.extra_spikes >= 10);
});

test("a long run starts unfinished, and says nothing yet", () => {
  const reading = benches.repetitive.compute({ patient: "healthy", rate_hz: 1 }, { ...START, paint() {}, onCancel: (stop) => stop() });
  assert.deepEqual([reading.busy, reading.words, reading.measures.done], [true, "", false]);
});

// The EMG synthesiser, by the vectors that its Python twin wrote (tests/models/emg_vectors.py).
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { KINDS, compose, emg, envelope, fromSpikes, measureUnit, motorUnit, motorUnitPotential, soundGain, wavBytes } from "../src/models/emg/index.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/emg.json", import.meta.url), "utf8"));

function assertLike(signal, { samples, mean_square }) {
  assert.equal(samples.length, Math.ceil(signal.length / 100));
  const worst = Math.max(...samples.map((value, i) => Math.abs(signal[i * 100] - value)));
  assert.ok(worst <= 1e-6, `off by ${worst} µV`);
  const own = signal.reduce((sum, value) => sum + value * value, 0) / signal.length;
  assert.ok(Math.abs(own / mean_square - 1) < 1e-9, `mean square ${own}, not ${mean_square}`);
}

test("there are seventeen kinds, in the order of the data", () => {
  assert.deepEqual(KINDS, vectors.kinds.map(({ kind }) => kind));
  assert.equal(KINDS.length, 17);
});

for (const { kind, seed, seconds, expected } of vectors.kinds) {
  test(`${kind} is the same recording as in Python`, () => {
    const trace = emg(kind, { seed, seconds });
    assert.equal(trace.kind, kind);
    assert.equal(trace.rate_hz, 20000);
    assertLike(trace.signal_uv, expected);
  });
}

test("units have the same potential and measures as in Python", () => {
  for (const { unit, seed, expected, measures } of vectors.units) {
    const potential = motorUnitPotential(unit, seed);
    assertLike(potential, expected);
    const own = measureUnit(potential);
    assert.deepEqual({ ...own, amplitude_uv: 0 }, { ...measures, amplitude_uv: 0 });
    assert.ok(Math.abs(own.amplitude_uv - measures.amplitude_uv) < 1e-6);
  }
});

test("an axon's spikes and composed parts give the same recording as in Python", () => {
  const { from_spikes: spikes, compose: composed } = vectors;
  assertLike(fromSpikes(spikes.times_s, spikes).signal_uv, spikes.expected);
  assertLike(compose(composed.parts, composed).signal_uv, composed.expected);
});

test("envelope and sound are those of Python", () => {
  const { kind, expected } = vectors.envelope;
  const trace = emg(kind, vectors.envelope);
  const { columns, low_uv, high_uv } = envelope(trace.signal_uv, expected.columns);
  assert.equal(columns, 37);
  for (let i = 0; i < columns; i += 1) {
    assert.ok(Math.abs(low_uv[i] - expected.low_uv[i]) < 1e-6 && Math.abs(high_uv[i] - expected.high_uv[i]) < 1e-6);
  }
  assert.equal(createHash("sha256").update(wavBytes(trace)).digest("hex"), vectors.wav.sha256);
});

test("the WAV file says what it holds", () => {
  const bytes = wavBytes(emg("fasciculation", { seconds: 0.5 }));
  const view = new DataView(bytes.buffer);
  const text = (at, length) => String.fromCharCode(...bytes.subarray(at, at + length));
  assert.deepEqual([text(0, 4), text(8, 8), text(36, 4)], ["RIFF", "WAVEfmt ", "data"]);
  assert.deepEqual([view.getUint16(20, true), view.getUint16(22, true), view.getUint32(24, true)], [1, 1, 20000]);
  assert.deepEqual([view.getUint16(32, true), view.getUint16(34, true), view.getUint32(40, true)], [2, 16, 20000]);
  assert.equal(view.getUint32(4, true), bytes.length - 8);
});

test("silence is not made loud", () => {
  const gain = soundGain(emg("silence", { seconds: 0.5 }));
  assert.ok(gain * 250 <= 0.9);
});

test("what cannot be is refused in words that say what could be", () => {
  const refusals = [
    [() => emg("hum"), /kind: hum is not one of silence, fascic/],
    [() => emg("constructor"), /kind: constructor is not one of/],
    [() => emg("cramp", { seconds: 61 }), /seconds: 61 is not a number from 0.05 to 60/],
    [() => emg("cramp", { seconds: NaN }), /seconds: NaN is not a number from 0.05 to 60/],
    [() => emg("cramp", { seed: -1 }), /seed: -1/],
    [() => fromSpikes([0.1, NaN]), /spike time: NaN/],
    [() => fromSpikes([-0.1]), /spike time: -0.1/],
    [() => motorUnitPotential({ fibres: 2.5 }), /fibres: 2.5 is not a whole number from 1 to 600/],
    [() => motorUnit({ needle_offset_mm: NaN }), /needle_offset_mm: NaN/],
    [() => motorUnit({ fibers: 3 }), /fibers: no such field of a motor unit; there are fibres,/],
    [() => envelope(new Float64Array(10), 11), /columns: 11 is not a whole number from 1 to 10/],
    [() => compose([{ kind: "silence", from_s: -1 }]), /from_s: -1 is not a number from 0 to 2/],
    [() => compose([{ kind: "silence", from_s: 1.5, to_s: 1 }]), /to_s: 1 is not a number from 1.5 to 2/],
    [() => compose([{ kind: "cramp", to_s: 1.2 }, { kind: "cramp", from_s: 1 }]), /two parts of the kind cramp overlap/],
  ];
  for (const [act, message] of refusals) assert.throws(act, (error) => error instanceof RangeError && message.test(error.message), message);
});

test("two seconds of any kind take less than 80 ms once the table stands", () => {
  emg("silence");
  motorUnitPotential();
  for (const kind of KINDS) {
    const took = [1, 2, 3, 4].map((seed) => {
      const start = performance.now();
      emg(kind, { seed });
      return performance.now() - start;
    });
    assert.ok(Math.min(...took) < 80, `${kind}: ${Math.min(...took)} ms`);
  }
});

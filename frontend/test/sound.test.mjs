// The sound of a recording: what reaches the loudspeaker, what is remembered of its volume, and the words for the crackle.
import assert from "node:assert/strict";
import test from "node:test";
import { answers, inWords } from "../src/lab/benches/crackle-words.js";
import { RATE_HZ, audible, storeVolume, storedVolume } from "../src/lab/sound.js";
import { axonModel, axonParameters, presetParameters } from "../src/models/axon.js";
import { KINDS, emg, fromSpikes, wavBytes } from "../src/models/emg/index.js";
import { repetitiveStimulation } from "../src/models/protocols.js";

const peak = (samples) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

function clicksOf(samples) {
  const times = [];
  const bar = peak(samples) / 3;
  samples.forEach((sample, i) => {
    if (Math.abs(sample) > bar && !(i - times.at(-1) < 0.2 * RATE_HZ)) times.push(i);
  });
  return times;
}

test("no kind is ever sent out above 0.9 of full scale, and silence stays quiet", () => {
  for (const kind of KINDS) assert.ok(peak(audible(emg(kind, { seed: 3, seconds: 1 }).signal_uv)) <= 0.9 + 1e-6, kind);
  assert.ok(peak(audible(emg("silence", { seconds: 1 }).signal_uv)) < 0.2);
});

test("what is heard is what the file holds", () => {
  const trace = emg("cramp", { seconds: 0.5 });
  const samples = audible(trace.signal_uv), file = new DataView(wavBytes(trace).buffer);
  assert.equal(file.getUint32(24, true), RATE_HZ);
  samples.forEach((sample, i) => assert.ok(Math.abs(file.getInt16(44 + 2 * i, true) / 32767 - sample) < 1e-4));
});

test("the volume starts low, is remembered, and does without a memory that is refused or spoilt", () => {
  const kept = new Map();
  const storage = () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, String(value)) });
  const refused = () => { throw new Error("refused"); };
  const start = storedVolume(storage);
  assert.ok(start > 0 && start <= 50);
  storeVolume(75, storage);
  assert.equal(kept.get("pnh.volume"), "75");
  assert.equal(storedVolume(storage), 75);
  for (const spoilt of ["", "101", "-3", "NaN", "1e1", "<b>"]) {
    kept.set("pnh.volume", spoilt);
    assert.equal(storedVolume(storage), start, spoilt);
  }
  storeVolume(10, refused);
  assert.equal(storedVolume(refused), start);
});

const heardOf = (parameters) => {
  const { trace, pulses_ms } = repetitiveStimulation(parameters, 1, axonModel.protocols.crackle_stimuli);
  const signal = fromSpikes(trace.spikes_ms.map((ms) => ms / 1000), { seconds: trace.duration_ms / 1000 }).signal_uv;
  return { all: answers(trace, pulses_ms, trace.duration_ms), samples: audible(signal) };
};

function loudOf(samples) {
  const bar = peak(samples) / 4;
  return samples.filter((sample) => Math.abs(sample) > bar).length;
}

test("a healthy axon is heard as one click for each stimulus, one second apart", () => {
  const { all, samples } = heardOf(presetParameters("healthy"));
  assert.deepEqual(all.map(({ count }) => count), [1, 1, 1]);
  const clicks = clicksOf(samples);
  assert.equal(clicks.length, 3);
  assert.deepEqual(clicks.slice(1).map((at, i) => Math.round((at - clicks[i]) / RATE_HZ)), [1, 1]);
  assert.equal(inWords(all).seen, "Three stimuli. Each is answered by one click.");
});

test("with both hits each stimulus is answered by a crackle, in the sound and in the words", () => {
  const { all, samples } = heardOf(presetParameters("cfs-like"));
  for (const { count, ms, endless } of all) assert.ok(count >= 10 && ms > 40 && ms < 150 && !endless);
  assert.equal(clicksOf(samples).length, 3);
  assert.ok(loudOf(samples) > 4 * loudOf(heardOf(presetParameters("healthy")).samples));
  assert.match(inWords(all).seen, /^Three stimuli\. Each is answered by a crackle of about \d\d discharges in \d+ ms\.$/);
  assert.match(inWords(all).heard, /three times a crackle of about \d\d discharges in \d+ ms\. Clicks this close together/);
});

test("answers that differ are told one by one, and what has no end or no answer is said to", () => {
  const of = (...spikes_ms) => inWords(answers({ spikes_ms }, [20, 1020, 2020], 3020));
  assert.equal(of(20, 24, 28, 1021, 2021).seen, "Three stimuli. The answers: a short rattle of 3 discharges in 8 ms, then one click, then one click.");
  assert.equal(of().seen, "Three stimuli. None is answered.");
  assert.equal(of().heard, "Nothing but a faint, even hiss.");
  assert.match(of(...Array.from({ length: 300 }, (_, i) => 20 + 10 * i)).seen, /The first sets off a crackle without an end, about 100 discharges a second\./);
});

test("an axon that goes on swinging below the height of a spike is not said to rest", () => {
  const { all } = heardOf(axonParameters({ kv7_x: 0.2, persistent_sodium_x: 2 }));
  assert.ok(all[0].count < 10 && all[0].unrest);
  assert.match(inWords(all).seen, /Between the answers the axon swings on, too little to count as spikes/);
  for (const name of ["healthy", "cfs-like"]) assert.doesNotMatch(inWords(heardOf(presetParameters(name)).all).seen, /rest/);
});

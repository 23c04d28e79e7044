// Settings of an explorer: what fits, what an address may say, and which goals hold.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "../src/lab/address.js";
import { newlyReached } from "../src/lab/goals.js";
import { allControls, fitted, fittedValues, startValues, withUnit } from "../src/lab/values.js";

const kv7 = { id: "kv7_pct", label: "Kv7", kind: "range", unit: "% of normal", min: 0, max: 120, step: 5, value: 100 };
const nap = { id: "nap_x", label: "Sodium", kind: "range", unit: "times normal", min: 0.5, max: 3, step: 0.05, value: 1 };
const rate = { id: "rate_hz", label: "Rate", kind: "select", value: 1, options: [{ value: 1, label: "1 Hz" }, { value: 20, label: "20 Hz" }] };
const potassium = { id: "accumulation", label: "Potassium", kind: "switch", value: true };
const CONTROLS = [kv7, nap, rate, potassium];
const START = { kv7_pct: 100, nap_x: 1, rate_hz: 1, accumulation: true };

test("a bench's own settings join those of the description, which come first", () => {
  const seed = { id: "seed", kind: "range", min: 1, max: 999, value: 1 };
  assert.deepEqual(allControls({ controls: [kv7] }, { controls: [seed, { ...kv7, value: 5 }] }), [kv7, seed]);
  assert.deepEqual(allControls({}, {}), []);
});

test("a range takes numbers within its ends and puts them on its steps", () => {
  assert.equal(fitted(kv7, 60), 60);
  assert.equal(fitted(kv7, "61.9"), 60);
  assert.equal(fitted(nap, "2"), 2);
  assert.equal(fitted(nap, 1.7), 1.7);
  assert.equal(fitted({ kind: "range", min: -12, max: 0, step: 0.5 }, "-5.5"), -5.5);
});

test("nothing else gets through: no NaN, no infinity, no exponent, no object, no text, nothing out of range", () => {
  for (const bad of [NaN, Infinity, -1, 121, "NaN", "1e2", "0x10", "", " ", "60%", "<b>", null, undefined, true, [], [60], {}, { valueOf: () => 60 }]) {
    assert.equal(fitted(kv7, bad), undefined, String(bad));
  }
});

test("a select takes its own options only, a switch only true and false; both keep their types", () => {
  assert.equal(fitted(rate, "20"), 20);
  assert.equal(fitted(rate, 20), 20);
  assert.equal(fitted(potassium, "false"), false);
  for (const bad of ["7", 7, "constructor", null, {}, [1]]) assert.equal(fitted(rate, bad), undefined);
  for (const bad of ["", "yes", 0, 1, null, [true]]) assert.equal(fitted(potassium, bad), undefined);
});

test("stored settings that do not fit fall back one by one", () => {
  assert.deepEqual(startValues(CONTROLS), START);
  assert.deepEqual(fittedValues(CONTROLS, { kv7_pct: 60, nap_x: 99, rate_hz: "2", gone: 1 }), { ...START, kv7_pct: 60 });
  for (const bad of [undefined, null, 3, "kv7_pct", [], JSON.parse('{"__proto__": {"kv7_pct": 60}}')]) assert.deepEqual(fittedValues(CONTROLS, bad), START);
});

test("a value is written with its unit", () => {
  assert.equal(withUnit(60, "% of normal"), "60% of normal");
  assert.equal(withUnit(-5.5, "mV"), "−5.5\u00a0mV");
  assert.equal(withUnit(0.1 + 0.2), "0.3");
});

test("an address brings back exactly the setting that was shared", () => {
  const values = { kv7_pct: 60, nap_x: 2.05, rate_hz: 20, accumulation: false };
  const hash = writeAddress("ex-one-pulse", CONTROLS, values);
  assert.equal(hash, "#ex-one-pulse&kv7_pct=60&nap_x=2.05&rate_hz=20&accumulation=false");
  assert.deepEqual(readAddress(hash, "ex-one-pulse", CONTROLS), { values, problems: [] });
  assert.equal(writeAddress("ex-one-pulse", CONTROLS, START), "#ex-one-pulse");
});

test("an address that speaks of something else is left alone", () => {
  for (const hash of ["", "#", "#ex-map&kv7_pct=60", "#some-heading", "#ex-one-pulse-2", "#%E0%A4%A"]) assert.equal(readAddress(hash, "ex-one-pulse", CONTROLS), null);
});

test("a hostile address gives the usual settings and plain sentences, few and short", () => {
  const read = (rest) => readAddress(`#x&${rest}`, "x", CONTROLS);
  assert.deepEqual(read("kv7_pct=9999"), { values: {}, problems: ["“kv7_pct = 9999” does not fit: it must be a number from 0 to 120."] });
  assert.deepEqual(read("accumulation=maybe").problems, ["“accumulation = maybe” does not fit: it must be one of true, false."]);
  assert.match(read("patient=x").problems[0], /no setting “patient”/);
  for (const rest of ["kv7_pct=NaN", "kv7_pct", "kv7_pct=", "=60", "&&", "kv7_pct=%E0%A4%A", "__proto__=60", "constructor=1", `kv7_pct=${"9".repeat(5000)}`, "<img src=x onerror=alert(1)>=1", "a=1&b=2&c=3&d=4&e=5"]) {
    const { values, problems } = read(rest);
    assert.deepEqual(values, {}, rest);
    assert.ok(problems.length >= 1 && problems.length <= 3, rest);
    assert.ok(problems.every((words) => words.length < 120), rest);
  }
  assert.deepEqual(read("kv7_pct=60&nap_x=-1").values, { kv7_pct: 60 });
});

test("a goal is reached when all its conditions hold, and only once", () => {
  const burst = { id: "burst", when: [{ of: "spikes", min: 10 }, { of: "ends", equals: true }] };
  const single = { id: "single", when: [{ of: "spikes", min: 1, max: 1 }] };
  assert.deepEqual(newlyReached([burst, single], { spikes: 25, ends: true }, {}), ["burst"]);
  assert.deepEqual(newlyReached([burst, single], { spikes: 25, ends: true }, { burst: "2026-11-21T22:35Z" }), []);
  assert.deepEqual(newlyReached([burst, single], { spikes: 25, ends: false }, {}), []);
  assert.deepEqual(newlyReached([burst, single], { spikes: 1, ends: true }, {}), ["single"]);
});

test("a goal about what is not measured, or is no number, is never reached by accident", () => {
  for (const facts of [{}, { spikes: null }, { spikes: undefined }, { spikes: NaN }, { spikes: "12" }, Object.create({ spikes: 12 })]) {
    assert.deepEqual(newlyReached([{ id: "g", when: [{ of: "spikes", min: 10 }] }], facts, {}), []);
  }
  assert.deepEqual(newlyReached([{ id: "g", when: [] }, { id: "h" }], { spikes: 1 }, {}), []);
  assert.deepEqual(newlyReached([{ id: "g", when: [{ of: "toString", equals: undefined }] }], {}, {}), []);
});

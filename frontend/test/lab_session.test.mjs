// A session at a bench, without a page: frames and timers are driven by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startSession } from "../src/lab/session.js";
import { PageModel } from "../src/site/model.js";

const PAYLOAD = {
  controls: [{ id: "kv7_pct", label: "Kv7", kind: "range", unit: "%", min: 0, max: 120, step: 5, value: 100 }],
  goals: [{ id: "low", text: "Go low.", when: [{ of: "twice", max: 100 }] }, { id: "start", text: "Stand still.", when: [{ of: "kv7_pct", equals: 100 }] }],
};

function handClock() {
  let next = 1;
  const frames = new Map(), timers = new Map();
  const drain = (queue) => { const due = [...queue.values()]; queue.clear(); due.forEach((run) => run()); };
  return {
    requestAnimationFrame: (run) => { frames.set(next, run); return next++; }, cancelAnimationFrame: (id) => frames.delete(id),
    setTimeout: (run) => { timers.set(next, run); return next++; }, clearTimeout: (id) => timers.delete(id),
    frame: () => drain(frames), rest: () => { drain(frames); drain(timers); },
  };
}

function start({ state = {}, linked = null, bench = {} } = {}) {
  const saves = [];
  const model = new PageModel({ id: "ex", hash: "01234567", state, result: null }, (names, { get }) => saves.push([...names]));
  const clock = handClock();
  const runs = [];
  let view = null;
  const session = startSession({
    model, payload: PAYLOAD, linked, clock, onChange: (next) => { view = next; },
    bench: { compute: (values) => { runs.push(values.kv7_pct); return { measures: { twice: 2 * values.kv7_pct }, words: `Twice is ${2 * values.kv7_pct}.`, label: "" }; }, ...bench },
  });
  return { session, model, clock, runs, saves, view: () => view };
}

test("opening an explorer computes once, and saves and ticks nothing", () => {
  const { clock, runs, saves, view, model } = start();
  clock.rest();
  assert.deepEqual(runs, [100]);
  assert.equal(view().spoken, "Twice is 200.");
  assert.deepEqual(saves, []);
  assert.equal(model.get("result"), null);
});

test("many moves within a frame cost one computation, and nothing is said before the hand rests", () => {
  const { session, clock, runs, view } = start();
  clock.rest();
  for (const kv7_pct of [95, 90, 85, 80]) session.set({ kv7_pct });
  clock.frame();
  assert.deepEqual(runs, [100, 80]);
  assert.equal(view().spoken, "Twice is 200.");
  assert.equal(view().stale, true);
  clock.rest();
  assert.equal(view().spoken, "Twice is 160.");
  assert.equal(view().stale, false);
});

test("a held slider ticks no goal in passing; letting go does", () => {
  const { session, clock, view, model } = start();
  clock.rest();
  session.hold(true);
  session.set({ kv7_pct: 40 });
  clock.rest();
  assert.deepEqual(view().reached, {});
  session.hold(false);
  clock.rest();
  assert.deepEqual(Object.keys(view().reached), ["low"]);
  assert.match(view().note.words, /^Goal reached: Go low\.$/);
  const { at, ...result } = model.get("result");
  assert.match(at, /^\d{4}-.*Z$/);
  assert.deepEqual(result, { item: "ex", hash: "01234567", goals: ["low"], of: 2 });
  assert.deepEqual(model.get("state").values, { kv7_pct: 40 });
  assert.equal(model.get("state").moved, true);
});

test("what stood settled before the change is kept for comparison", () => {
  const { session, clock, view } = start();
  clock.rest();
  session.set({ kv7_pct: 90 });
  clock.frame();
  session.set({ kv7_pct: 80 });
  clock.rest();
  assert.equal(view().previous.measures.twice, 200);
  session.set({ kv7_pct: 70 });
  clock.rest();
  assert.equal(view().previous.measures.twice, 160);
});

test("a long run paints as it goes, is cancelled by a change, and ticks only when it is through", () => {
  const stopped = [], paints = [];
  const bench = { compute: ({ kv7_pct }, { paint, onCancel }) => {
    paints.push(paint);
    onCancel(() => stopped.push(kv7_pct));
    return { measures: { twice: 0 }, words: "Running.", busy: true };
  } };
  const { session, clock, view } = start({ bench });
  session.set({ kv7_pct: 50 });
  clock.rest();
  assert.deepEqual(stopped, [100]);
  assert.deepEqual(view().reached, {});
  assert.equal(view().spoken, "");
  paints[0]({ measures: { twice: 1 }, words: "Late.", label: "" });
  assert.notEqual(view().reading.words, "Late.");
  paints[1]({ measures: { twice: 2 }, words: "Through.", label: "" });
  clock.rest();
  assert.equal(view().spoken, "Through.");
  assert.deepEqual(Object.keys(view().reached), ["low"]);
  session.stop();
  assert.deepEqual(stopped, [100, 50]);
});

test("a link shows its setting over the saved one, says what did not fit, and reaches no goal by itself", () => {
  const { clock, view, saves } = start({ state: { values: { kv7_pct: 80 }, moved: true }, linked: { values: { kv7_pct: 20 }, problems: ["No."] } });
  clock.rest();
  assert.equal(view().values.kv7_pct, 20);
  assert.equal(view().note.words, "No. The usual setting stands instead.");
  assert.deepEqual(view().reached, {});
  assert.deepEqual(saves, []);
});

test("saved work comes back; broken saved work gives the defaults", () => {
  assert.equal(start({ state: { values: { kv7_pct: 60 }, goals: { low: "2026-11-21T22:35Z" }, moved: true } }).view().values.kv7_pct, 60);
  for (const state of [{ values: { kv7_pct: "x" }, goals: null, bench: 7 }, { values: [] }, null]) assert.equal(start({ state }).view().values.kv7_pct, 100);
});

test("a value set from outside is followed without being sent back", () => {
  const { model, clock, runs, saves } = start();
  model.receive("state", { values: { kv7_pct: 30 }, goals: {}, moved: false, bench: {} });
  clock.rest();
  assert.deepEqual(runs, [100, 30]);
  assert.deepEqual(saves, []);
});

test("reset brings settings back and leaves reached goals ticked", () => {
  const { session, clock, view } = start({ state: { values: { kv7_pct: 40 }, goals: { low: "2026-11-21T22:35Z" }, moved: true, bench: { heard: true } }, bench: { defaults: { heard: false } } });
  session.reset();
  clock.rest();
  assert.equal(view().values.kv7_pct, 100);
  assert.equal(view().kept.heard, false);
  assert.ok("low" in view().reached);
});

test("what a bench keeps is saved at once and computed with", () => {
  const seen = [];
  const { session, clock, model } = start({ bench: { defaults: { heard: false }, compute: (values, { kept }) => { seen.push(kept.heard); return { measures: {}, words: "" }; } } });
  session.keep({ heard: true });
  clock.rest();
  assert.deepEqual(seen, [false, true]);
  assert.deepEqual(model.get("state").bench, { heard: true });
});

test("a bench that fails is handed to the drawing, not lost in a frame", () => {
  const { session, clock, view } = start({ bench: { compute: ({ kv7_pct }) => { if (kv7_pct < 50) throw new RangeError("kv7"); return { measures: {}, words: "" }; } } });
  session.set({ kv7_pct: 10 });
  clock.frame();
  assert.match(view().error.message, /kv7/);
});

test("an outcome is told at every setting, even the same again, and never before anything was done", () => {
  const { session, clock, view } = start({ bench: { compute: () => ({ measures: {}, words: "One spike.", label: "" }) } });
  const rest = () => { clock.frame(); clock.rest(); };
  clock.rest();
  assert.equal(view().awake, false);
  const turns = [view().turn];
  for (const act of [() => session.set({ kv7_pct: 90 }), () => session.preset({ kv7_pct: 70 }), () => session.set({ kv7_pct: 95 }, true), () => session.keep({ heard: true })]) {
    act();
    rest();
    turns.push(view().turn);
  }
  assert.equal(view().awake, true);
  assert.deepEqual(turns.map((turn) => turn - turns[0]), [0, 1, 2, 2, 2], "a slider and a ready-made setting speak; a quiet step and a sound do not");
});

// The ear trainer without a page: what is dealt, how it is spaced, when it grows, and that its state can be trusted or is not used.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ORDER, answered, dealt, inPlay, measuresOf, occurred, restored, startAfresh } from "../src/lab/ear.js";
import { KINDS } from "../src/models/emg/index.js";

const named = (kept, chosen = kept.now.kind) => ({ ...kept, ...answered(kept, chosen) });
const next = (kept) => ({ ...kept, ...dealt(kept) });
const other = (kept) => inPlay(kept).find((kind) => kind !== kept.now.kind);

/** `count` recordings answered by `choose(kept)`; every state after an answer. */
function session(seed, count, choose) {
  const states = [];
  let kept = startAfresh(seed);
  for (let i = 0; i < count; i += 1) {
    kept = named(kept, choose(kept, i));
    states.push(kept);
    kept = next(kept);
  }
  return states;
}
const perfect = (kept) => kept.now.kind;
const seeds = Array.from({ length: 40 }, (_, i) => 17 + 7919 * i);

test("every kind of the model comes in once", () => {
  assert.deepEqual([...ORDER].sort(), [...KINDS].sort());
});

test("four widely different kinds stand at the start, and nothing has been answered", () => {
  const kept = startAfresh(5);
  assert.deepEqual(inPlay(kept), ["fasciculation", "fibrillation", "neuromyotonic", "interference-normal"]);
  assert.deepEqual(measuresOf(kept), { answered: 0, right_in_a_row: 0, kinds_right: 0 });
  assert.equal(kept.chosen, null);
});

test("the same kept state deals the same recording; another start deals others", () => {
  assert.deepEqual(startAfresh(9), startAfresh(9));
  const kept = named(startAfresh(9));
  assert.deepEqual(next(kept), next(kept));
  assert.ok(new Set(seeds.map((seed) => startAfresh(seed).now.seed)).size > 35);
  assert.equal(new Set(seeds.map((seed) => startAfresh(seed).now.kind)).size, 4);
});

test("no recording comes twice: every deal has a seed of its own, and never the same kind twice running", () => {
  for (const seed of seeds) {
    const states = session(seed, 60, perfect);
    states.forEach(({ now }, i) => assert.notEqual(now.kind, states[i - 1]?.now.kind));
    assert.ok(new Set(states.map(({ now }) => now.seed)).size > 58);
  }
});

test("a mistaken kind comes back after two or three others, later only while other mistakes wait", () => {
  for (const seed of seeds) {
    const states = session(seed, 60, (kept, i) => (i % 5 === 4 ? other(kept) : kept.now.kind));
    states.forEach(({ now, chosen }, i) => {
      if (chosen === now.kind) return;
      const back = states.findIndex(({ now: { kind } }, j) => j > i && kind === now.kind) - i - 1;
      if (i < 55) assert.ok(back === 2 || back === 3, `${now.kind} after ${back} others`);
    });
  }
});

test("where everything is mistaken, something is still dealt", () => {
  for (const seed of seeds) assert.ok(session(seed, 40, other).every(({ now }) => ORDER.includes(now.kind)));
});

test("what is named right comes back later and later", () => {
  const gaps = [];
  for (const seed of seeds) {
    const at = session(seed, 120, perfect).flatMap(({ now }, i) => (now.kind === "fibrillation" ? [i] : []));
    gaps.push(at.slice(1).map((place, i) => place - at[i]));
  }
  const mean = (n) => gaps.reduce((sum, list) => sum + (list[n] ?? 0), 0) / gaps.length;
  assert.ok(mean(0) < mean(2) && mean(2) < mean(3), `${mean(0)}, ${mean(1)}, ${mean(2)}, ${mean(3)}`);
});

test("it grows by two at most, never shrinks, and reaches all seventeen", () => {
  for (const seed of seeds) {
    const states = session(seed, 150, perfect);
    let size = 4;
    for (const kept of states) {
      const now = inPlay(kept).length;
      assert.ok(now >= size && now <= size + 2);
      assert.equal(kept.added.length, now - size);
      size = now;
    }
    assert.equal(size, 17);
    assert.equal(measuresOf(states.at(-1)).kinds_right, 17);
  }
});

test("without a right answer it does not grow", () => {
  assert.equal(inPlay(session(3, 50, other).at(-1)).length, 4);
});

test("the goals can be reached: four in a row, eight kinds, twenty answers", () => {
  for (const seed of seeds) {
    const states = session(seed, 20, perfect);
    assert.equal(measuresOf(states[3]).right_in_a_row, 4);
    assert.ok(measuresOf(states[19]).kinds_right >= 8, `${measuresOf(states[19]).kinds_right} kinds`);
    assert.equal(measuresOf(states[19]).answered, 20);
  }
});

test("one mistake ends the row, and the table keeps it", () => {
  const states = session(11, 5, (kept, i) => (i === 3 ? other(kept) : kept.now.kind));
  assert.deepEqual(states.map(({ in_a_row }) => in_a_row), [1, 2, 3, 0, 1]);
  const { now, chosen, counts } = states[3];
  assert.equal(counts[now.kind][chosen], 1);
  assert.equal(measuresOf(states[4]).answered, 5);
});

test("the table has only kinds that occurred, in one order", () => {
  const kept = { ...startAfresh(1), counts: { silence: { silence: 2 }, fasciculation: { fibrillation: 1 } } };
  assert.deepEqual(occurred(kept), { dealt: ["fasciculation", "silence"], chosen: ["fibrillation", "silence"] });
});

test("what is kept stays small and is plain JSON", () => {
  const kept = session(2, 600, (at, i) => inPlay(at)[(i * 7) % inPlay(at).length]).at(-1);
  assert.deepEqual(JSON.parse(JSON.stringify(kept)), kept);
  assert.ok(JSON.stringify(kept).length < 10_000);
});

test("a state that cannot be read is replaced by a fresh start, one that can is kept", () => {
  const good = session(4, 12, perfect).at(-1);
  assert.equal(restored(good), good);
  assert.equal(restored(startAfresh(8)).now.kind, startAfresh(8).now.kind);
  const now = { kind: "silence", seed: 3 };
  for (const bad of [
    {}, { ...good, now: null }, { ...good, now: { kind: "__proto__", seed: 1 } }, { ...good, now: { ...now, seed: NaN } }, { ...good, now: { ...now, seed: "3" } },
    { ...good, chosen: "tetany" }, { ...good, counts: null }, { ...good, counts: { silence: 3 } }, { ...good, counts: { silence: { silence: -1 } } },
    { ...good, counts: { constructor: {} } }, { ...good, memory: { silence: 4 } }, { ...good, memory: { silence: ["a", 1] } }, { ...good, in_a_row: Infinity }, { ...good, added: "x" },
  ]) {
    assert.deepEqual(measuresOf(restored(bad)), { answered: 0, right_in_a_row: 0, kinds_right: 0 }, JSON.stringify(bad));
  }
});

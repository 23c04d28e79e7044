// The learner's record survives corrupt, foreign, newer and full storages: nothing is lost, the learner is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ImportError, KEY, ProgressStore } from "../src/progress/store.js";

const MINUTE = "2026-11-21T22:35Z";

/** A localStorage that can run full or be forbidden. */
class FakeStorage {
  #items = new Map();
  room = Infinity;
  get length() { return this.#items.size; }
  key(i) { return [...this.#items.keys()][i]; }
  getItem(key) { return this.#items.get(key) ?? null; }
  setItem(key, text) {
    const used = [...this.#items].reduce((sum, [k, v]) => sum + (k === key ? 0 : v.length), 0);
    if (used + text.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.#items.set(key, text);
  }
  removeItem(key) { this.#items.delete(key); }
}

function open(storage = new FakeStorage()) {
  const told = [];
  const store = new ProgressStore({
    storage, clock: { minute: () => MINUTE, day: () => MINUTE.slice(0, 10) }, courseVersion: "0.1.0", notify: (kind, key) => told.push({ kind, key }),
  });
  return { store, storage, told };
}

const answer = (item, more = {}) => ({ item, hash: "0123abcd", at: MINUTE, result: "correct", score: 1, chosen: ["a"], certainty: null, attempts: 1, ...more });
const document = (more = {}) => JSON.stringify({ schema: "pnh-progress/1", course_version: "0.1.0", exported: "2026-11-21", events: [], state: {}, ...more });
const stored = (storage) => JSON.parse(storage.getItem(KEY));

test("an answer and unfinished work are found again after a reload", () => {
  const { store, storage, told } = open();
  store.saveState("sba-x", "0123abcd", { answer: { chosen: ["a"] } });
  store.addEvent(answer("sba-x"));
  const again = open(storage);
  assert.deepEqual(again.store.stateOf("sba-x"), { hash: "0123abcd", at: MINUTE, data: { answer: { chosen: ["a"] } } });
  assert.deepEqual(again.store.record.events, [answer("sba-x")]);
  assert.deepEqual([...told, ...again.told], []);
});

test("an empty state is forgotten", () => {
  const { store, storage } = open();
  store.saveState("sba-x", "0123abcd", { answer: 1 });
  store.saveState("sba-x", "0123abcd", {});
  assert.deepEqual(stored(storage).state, {});
});

test("something that is no event is refused before it is stored", () => {
  const { store, storage } = open();
  assert.throws(() => store.addEvent({ item: "sba-x", hash: "nope", at: MINUTE, result: "correct", score: 1 }), /not an event/);
  assert.equal(storage.getItem(KEY), null);
});

for (const [name, text] of [["half a file", '{"schema": "pnh-pro'], ["another program's data", '{"theme":"dark"}'], ["a list", "[1,2]"], ["null", "null"],
  ["events that are no list", document({ events: {} })], ["version 0", document({ schema: "pnh-progress/0" })]]) {
  test(`an unreadable record (${name}) is set aside, the learner told, a fresh one begun`, () => {
    const storage = new FakeStorage();
    storage.setItem(KEY, text);
    const { store, told } = open(storage);
    const [key] = store.setAside();
    assert.equal(key, `${KEY}.broken-${MINUTE}`);
    assert.equal(storage.getItem(key), text);
    assert.deepEqual(told, [{ kind: "broken", key }]);
    store.addEvent(answer("sba-x"));
    assert.equal(stored(storage).events.length, 1);
    assert.deepEqual(open(storage).told, [], "it is told once");
  });
}

test("two unreadable records of the same minute are both kept", () => {
  const storage = new FakeStorage();
  for (const text of ["{one", "{two"]) {
    storage.setItem(KEY, text);
    open(storage);
  }
  const { store } = open(storage);
  assert.deepEqual(store.setAside().map((key) => store.textOf(key)), ["{one", "{two"]);
});

test("of a partly damaged record the readable entries stay, and the whole is set aside", () => {
  const storage = new FakeStorage();
  const text = document({ events: [answer("sba-x"), { item: 7 }], state: { good: { hash: "0123abcd", at: MINUTE, data: {} }, bad: 1 } });
  storage.setItem(KEY, text);
  const { store, told } = open(storage);
  assert.deepEqual(store.record.events, [answer("sba-x")]);
  assert.deepEqual(Object.keys(store.record.state), ["good"]);
  assert.equal(told[0].kind, "damaged");
  assert.equal(storage.getItem(told[0].key), text);
});

test("a newer version's record is never written over, and exports as it is", () => {
  const storage = new FakeStorage();
  const newer = document({ schema: "pnh-progress/2" });
  storage.setItem(KEY, newer);
  const { store, told } = open(storage);
  store.addEvent(answer("sba-x"));
  store.saveState("sba-x", "0123abcd", { answer: 1 });
  store.erase();
  assert.equal(storage.getItem(KEY), newer);
  assert.equal(store.exportText(), newer);
  assert.deepEqual(told.map(({ kind }) => kind), ["newer"]);
  assert.throws(() => store.importText(document()), ImportError);
  assert.equal(store.stateOf("sba-x").data.answer, 1, "the page itself works on");
});

test("a full storage: the page works on in memory, the learner is told once, and it is stored as soon as there is room", () => {
  const { store, storage, told } = open();
  store.addEvent(answer("sba-a"));
  storage.room = storage.getItem(KEY).length + 5;
  store.addEvent(answer("sba-b"));
  store.addEvent(answer("sba-c"));
  assert.equal(store.mode, "memory");
  assert.deepEqual(told.map(({ kind }) => kind), ["full"]);
  assert.equal(store.record.events.length, 3);
  assert.equal(JSON.parse(store.exportText()).events.length, 3, "an export has everything");
  assert.equal(stored(storage).events.length, 1, "what was stored stays");
  storage.room = Infinity;
  store.addEvent(answer("sba-d"));
  assert.equal(store.mode, "device");
  assert.deepEqual(stored(storage).events.map(({ item }) => item), ["sba-a", "sba-b", "sba-c", "sba-d"]);
});

test("an unreadable record that cannot be set aside for lack of room stays where it is", () => {
  const storage = new FakeStorage();
  storage.setItem(KEY, "{broken");
  storage.room = 10;
  const { store, told } = open(storage);
  store.addEvent(answer("sba-x"));
  assert.equal(storage.getItem(KEY), "{broken");
  assert.deepEqual(told.map(({ kind }) => kind), ["full"]);
  assert.equal(store.record.events.length, 1);
});

test("a forbidden storage is told, and the page works on", () => {
  const { store, told } = open(null);
  store.addEvent(answer("sba-x"));
  assert.deepEqual(told.map(({ kind }) => kind), ["blocked"]);
  assert.equal(JSON.parse(store.exportText()).events.length, 1);
  assert.deepEqual(store.setAside(), []);
  store.erase();
  assert.equal(store.record.events.length, 0);
});

test("two tabs: neither loses what the other wrote", () => {
  const { store: one, storage } = open();
  const { store: two } = open(storage);
  one.addEvent(answer("sba-a"));
  two.addEvent(answer("sba-b"));
  one.saveState("sba-c", "0123abcd", { answer: 1 });
  two.saveState("sba-d", "0123abcd", { answer: 2 });
  const { events, state } = stored(storage);
  assert.deepEqual(events.map(({ item }) => item), ["sba-a", "sba-b"]);
  assert.deepEqual(Object.keys(state), ["sba-c", "sba-d"]);
});

test("a tab follows when another one writes or erases", () => {
  const { store: one, storage } = open();
  const { store: two } = open(storage);
  let redrawn = 0;
  two.onChange(() => { redrawn += 1; });
  one.saveState("sba-a", "0123abcd", { answer: 1 });
  two.storedElsewhere();
  assert.equal(two.stateOf("sba-a").data.answer, 1);
  one.erase();
  two.storedElsewhere();
  assert.equal(two.stateOf("sba-a"), undefined);
  assert.equal(redrawn, 2);
});

test("a record that another tab breaks is set aside, not written over", () => {
  const { store, storage, told } = open();
  store.addEvent(answer("sba-a"));
  storage.setItem(KEY, "{broken");
  store.addEvent(answer("sba-b"));
  assert.equal(told[0].kind, "broken");
  assert.equal(storage.getItem(told[0].key), "{broken");
  assert.deepEqual(stored(storage).events.map(({ item }) => item), ["sba-b"]);
});

test("an export can be imported on another device, twice, without doubling anything", () => {
  const { store: from } = open();
  from.addEvent(answer("sba-a"));
  from.saveState("sba-b", "0123abcd", { answer: 1 });
  const { store: to } = open();
  to.addEvent(answer("sba-c"));
  assert.deepEqual(to.importText(from.exportText()), { events: 1, states: 1, damaged: false });
  assert.deepEqual(to.importText(from.exportText()), { events: 0, states: 0, damaged: false });
  assert.equal(to.record.events.length, 2);
});

for (const [name, text, words] of [["not JSON", "hello", /not a progress file/], ["another file", '{"a":1}', /not a progress file/], ["a newer version", document({ schema: "pnh-progress/9" }), /newer version/]]) {
  test(`importing ${name} fails in plain words and changes nothing`, () => {
    const { store, storage } = open();
    store.addEvent(answer("sba-a"));
    const before = storage.getItem(KEY);
    assert.throws(() => store.importText(text), (error) => error instanceof ImportError && words.test(error.message));
    assert.equal(storage.getItem(KEY), before);
  });
}

test("an import with some damaged entries brings the others", () => {
  const { store } = open();
  assert.deepEqual(store.importText(document({ events: [answer("sba-a"), { item: 1 }] })), { events: 1, states: 0, damaged: true });
});

test("erasing forgets the record and the copies set aside", () => {
  const storage = new FakeStorage();
  storage.setItem("another.program", "stays");
  storage.setItem(KEY, "{broken");
  const { store } = open(storage);
  store.addEvent(answer("sba-a"));
  store.erase();
  assert.equal(storage.getItem(KEY), null);
  assert.deepEqual(store.setAside(), []);
  assert.equal(storage.getItem("another.program"), "stays");
});

test("the place where one left off is stored once per place", () => {
  const { store, storage } = open();
  store.savePlace({ href: "notebooks/04_x.html#history", title: "Lesson: History" });
  assert.deepEqual(stored(storage).place, { href: "notebooks/04_x.html#history", title: "Lesson: History", at: MINUTE });
  const before = storage.getItem(KEY);
  store.savePlace({ href: "notebooks/04_x.html#history", title: "Lesson: History" });
  assert.equal(storage.getItem(KEY), before);
});

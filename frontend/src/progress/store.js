// Keeps the learner's record in a storage (localStorage, or a fake in tests) and never loses what is there: unreadable records
// are set aside, newer ones left alone, and without room or permission the page goes on in memory and says so.
import { emptyRecord, isEvent, isOpen, mergeRecords, readRecord, writeRecord } from "./record.js";

export const KEY = "pnh.v1";

/** What a learner is told when a file cannot be imported. Nothing has changed then. */
export class ImportError extends Error {}

export class ProgressStore {
  #storage;
  #clock;
  #courseVersion;
  #notify;
  #listeners = new Set();
  #record = emptyRecord();
  #text = null;  // the stored text that #record stands for; null: nothing stored

  /** "device": kept on this device. "memory": lost when the page closes. "readonly": a newer course's record is left alone. */
  mode = "device";

  /**
   * `storage`: getItem, setItem, removeItem, key, length; or null if the browser allows none.
   * `clock`: { minute(), day() }. `notify(kind, key)` tells the learner: blocked, full, broken, damaged, newer.
   */
  constructor({ storage, clock, courseVersion, notify }) {
    this.#storage = storage;
    this.#clock = clock;
    this.#courseVersion = courseVersion;
    this.#notify = notify;
    if (storage) this.#adopt();
    else this.#lose("memory", "blocked");
  }

  get record() { return this.#record; }

  stateOf(id) { return this.#record.state[id]; }

  saveState(id, hash, data) {
    this.#change((record) => {
      const state = { ...record.state };
      if (Object.keys(data ?? {}).length) state[id] = { hash, at: this.#clock.minute(), data };
      else delete state[id];
      return { ...record, state };
    });
  }

  /** A widget's `result` is the event. */
  addEvent(event) {
    if (!isEvent(event)) throw new Error(`not an event of the progress file: ${JSON.stringify(event)}`);
    this.#change((record) => mergeRecords(record, { events: [event], state: {} }));
    this.#changed();
  }

  savePlace(place) {
    if (this.#record.place?.href === place.href) return;
    this.#change((record) => ({ ...record, place: { ...place, at: this.#clock.minute() } }));
  }

  /** Merge an exported file in. Returns { events, states, damaged }: how many finished and open ones were new. Throws ImportError. */
  importText(text) {
    if (this.mode === "readonly") throw new ImportError("This device holds a record of a newer version of the course, so nothing can be added from here.");
    const { kind, record } = readRecord(text);
    if (kind === "newer") throw new ImportError("This file was written by a newer version of the course, so it was not imported. What is saved here stays as it is.");
    if (kind === "broken") throw new ImportError("This is not a progress file of this course, or it is damaged, so it was not imported. What is saved here stays as it is.");
    const before = this.#latest();
    const merged = mergeRecords(before, record);
    this.#write(merged);
    this.#changed();
    return {
      events: merged.events.length - before.events.length,
      states: Object.entries(merged.state).filter(([id, entry]) => entry !== before.state[id] && isOpen(entry)).length,
      damaged: kind === "damaged",
    };
  }

  exportText() {
    if (this.mode === "readonly") return this.#storage.getItem(KEY);
    return `${JSON.stringify(this.#document(this.#latest()), null, 1)}\n`;
  }

  /** Forget this course's record, copies set aside included. A newer version's record is not touched. */
  erase() {
    if (this.mode === "readonly") return;
    for (const key of this.setAside()) this.#storage.removeItem(key);
    this.#storage?.removeItem(KEY);
    this.#record = emptyRecord();
    this.#text = null;
    this.#changed();
  }

  /** Keys of records that could not be read and were set aside, oldest first. */
  setAside() {
    if (!this.#storage) return [];
    return Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i)).filter((key) => key.startsWith(`${KEY}.broken-`)).sort();
  }

  textOf(key) { return this.#storage.getItem(key); }

  onChange(listener) { this.#listeners.add(listener); }

  /** Another tab wrote the record. */
  storedElsewhere() {
    if (this.mode !== "device") return;
    this.#adopt();
    this.#changed();
  }

  #changed() { this.#listeners.forEach((listener) => listener()); }

  #document(record) { return writeRecord(record, { courseVersion: this.#courseVersion, day: this.#clock.day() }); }

  #lose(mode, why) {
    if (this.mode === mode) return;
    this.mode = mode;
    this.#notify(why);
  }

  /** What is stored: { kind: "none" | "same" | "good" | "damaged" | "broken" | "newer", text, record }. */
  #stored() {
    const text = this.#storage.getItem(KEY);
    if (text === null) return { kind: "none", text, record: emptyRecord() };
    if (text === this.#text) return { kind: "same", text, record: this.#record };
    return { text, ...readRecord(text) };
  }

  /** Take over what is stored. What cannot be read is set aside first; if that fails, it stays where it is. */
  #adopt() {
    let stored;
    try { stored = this.#stored(); } catch { this.#lose("memory", "blocked"); return; }
    const { kind, text, record } = stored;
    if (kind === "newer") { this.#lose("readonly", "newer"); return; }
    if (kind !== "damaged" && kind !== "broken") {
      this.#record = record;
      this.#text = text;
      return;
    }
    this.#record = record ?? emptyRecord();
    if (!this.#setAside(text)) { this.#lose("memory", "full"); return; }
    this.#write(this.#record);
    this.#notify(kind, this.setAside().at(-1));
  }

  #setAside(text) {
    const base = `${KEY}.broken-${this.#clock.minute()}`;
    let key = base;
    for (let n = 2; this.#storage.getItem(key) !== null && this.#storage.getItem(key) !== text; n += 1) key = `${base}-${n}`;
    try {
      this.#storage.setItem(key, text);
      return true;
    } catch { return false; }
  }

  /** The record to change: another tab may have written since, and this page may hold what it could not store. */
  #latest() {
    if (this.mode === "device") {
      this.#adopt();
      return this.#record;
    }
    if (this.mode === "readonly" || !this.#storage) return this.#record;
    let stored;
    try { stored = this.#stored(); } catch { return this.#record; }
    return stored.kind === "good" ? mergeRecords(this.#record, stored.record) : this.#record;
  }

  #change(step) { this.#write(step(this.#latest())); }

  #write(record) {
    this.#record = record;
    if (this.mode === "readonly" || !this.#storage) return;
    try {
      const { kind, text } = this.#stored();
      if (["newer", "broken", "damaged"].includes(kind) && !(kind !== "newer" && this.#setAside(text))) throw new Error("what is stored must not be overwritten");
      const next = JSON.stringify(this.#document(record));
      this.#storage.setItem(KEY, next);
      this.#text = next;
      if (this.mode === "memory") {
        this.mode = "device";
        this.#changed();
      }
    } catch {
      this.#lose("memory", "full");
      this.#changed();
    }
  }
}

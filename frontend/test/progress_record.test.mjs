// Reading, merging and summing up records.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isEvent, isPlace, MOST_EVENTS, mergeRecords, readRecord, writeRecord } from "../src/progress/record.js";
import { answersIn, inCourse, lessonName, summarise } from "../src/progress/summary.js";

const schema = JSON.parse(readFileSync(new URL("../../data/schema/progress.schema.json", import.meta.url), "utf8"));
const question = (item, at, more = {}) => ({ item, hash: "0123abcd", at, result: "correct", score: 1, chosen: ["a"], certainty: 2, attempts: 1, ...more });
const visit = (item, at, more = {}) => ({
  item, hash: "0123abcd", at, outcome: "safe", minutes: 12, cost: 3, missed_red_flags: [], harmful: [], dangerous: [], path: ["ask", "plan=a"],
  scores: { key_features: 1, efficiency: null, calibration: { before: 0.4, after: null }, summary_self: 0.5 },
  stated: { before: { als: 0.4, cfs: 0.6 }, after: { als: 0.1, cfs: 0.9 } }, answer: "cfs", ...more,
});
const stated = (item, at, more = {}) => ({ item, hash: "0123abcd", at, result: "stated", score: null, chosen: [], stated: { als: 0.4 }, outcomes: { als: true }, certainty: null, attempts: 1, ...more });
const reached = (item, at, more = {}) => ({ item, hash: "0123abcd", at, goals: ["burst"], of: 2, ...more });
const early = "2026-11-21T08:00Z";
const late = "2026-11-21T09:00Z";

test("events have exactly the fields that the schema names", () => {
  const { questionEvent, caseEvent, explorerEvent, statedEvent } = schema.$defs;
  assert.deepEqual(Object.keys(statedEvent.properties).sort(), Object.keys(stated("q", early)).sort());
  assert.deepEqual(Object.keys(explorerEvent.properties).sort(), Object.keys(reached("x", early)).sort());
  assert.deepEqual(Object.keys(questionEvent.properties).sort(), Object.keys(question("q", early)).sort());
  assert.deepEqual(Object.keys(caseEvent.properties).sort(), Object.keys(visit("c", early)).sort());
  assert.ok(isEvent(question("q", early)) && isEvent(visit("c", early)) && isEvent(reached("x", early)));
  for (const [event, required] of [[question("q", early), questionEvent.required], [visit("c", early), caseEvent.required], [reached("x", early), explorerEvent.required], [stated("q", early), statedEvent.required]]) {
    for (const field of required) assert.ok(!isEvent({ ...event, [field]: undefined }), `${field} is required`);
  }
});

test("events with a wrong value or an unknown field are not events", () => {
  for (const wrong of [{ score: 1.2 }, { score: null }, { hash: "0123ABCD" }, { at: "2026-11-21T08:00:31Z" }, { result: "good" }, { certainty: 4 }, { chosen: "a" }, { name: "Ada" }, { attempts: 0 }]) {
    assert.ok(!isEvent(question("q", early, wrong)), JSON.stringify(wrong));
  }
  for (const wrong of [{ outcome: "fine" }, { scores: {} }, { path: [1] }, { minutes: -1 }]) assert.ok(!isEvent(visit("c", early, wrong)), JSON.stringify(wrong));
  for (const wrong of [{ goals: [] }, { goals: "burst" }, { of: 0 }, { of: 1.5 }, { score: 1 }]) assert.ok(!isEvent(reached("x", early, wrong)), JSON.stringify(wrong));
  for (const wrong of [{ stated: { als: 1.5 } }, { stated: { before: 0.4 } }, { answer: 1 }]) assert.ok(!isEvent(visit("c", early, wrong)), JSON.stringify(wrong));
  assert.ok(!isEvent(null) && !isEvent([]));
});

test("a stated view has no score, and what was stated is a probability", () => {
  assert.ok(isEvent(stated("q", early)) && isEvent(stated("q", early, { outcomes: null })));
  assert.ok(isEvent({ item: "q", hash: "0123abcd", at: early, result: "stated", score: null, chosen: ["-2"], outcomes: null, certainty: null, attempts: 1 }));
  for (const wrong of [{ score: 0.5 }, { score: undefined }, { stated: { als: "0.4" } }, { stated: { als: 40 } }, { stated: {} }, { stated: [0.4] }, { outcomes: { als: "yes" } }, { outcomes: {} }, { certainty: 2 }, { outcome: "safe" }]) {
    assert.ok(!isEvent(stated("q", early, wrong)), JSON.stringify(wrong));
  }
  assert.ok(!isEvent(question("q", early, { stated: { als: 0.4 } })), "a marked answer states nothing");
  assert.ok(isEvent(visit("c", early, { stated: { before: { als: 1 } } })) && isEvent(visit("c", early, { stated: {} })));
});

test("stated views are exported, imported and merged like every answer", () => {
  const ours = { events: [stated("q", early)], state: {} };
  const text = JSON.stringify(writeRecord(ours, { courseVersion: "0.1.0", day: "2026-11-21" }));
  assert.deepEqual(readRecord(text), { kind: "good", record: ours });
  const other = stated("q", early, { stated: { als: 0.9 } });
  assert.deepEqual(mergeRecords(ours, { events: [stated("q", early), other], state: {} }).events, [stated("q", early), other]);
});

test("a stated view counts as answered, neither as right nor as wrong", () => {
  const { lessons } = summarise({ events: [question("q1", early), question("q2", early, { result: "incorrect", score: 0 }), stated("q3", early)], state: {} });
  assert.deepEqual(answersIn(lessons), { answered: 3, marked: 2, right: 1 });
});

test("the page says of how many: questions and cases are told by their ids", () => {
  const titles = { "mu-a": { lesson: "01_x" }, "rf-b": { lesson: "06_y" }, "vp-c": { lesson: "06_y" }, "ex-d": { lesson: "01_x" }, "to-e": { lesson: "06_y" } };
  assert.deepEqual(inCourse(titles), { questions: 2, cases: 1 });
  assert.deepEqual(inCourse(titles, "06_y"), { questions: 1, cases: 1 });
});

test("a place is a page of the course and nothing else", () => {
  const place = (href) => isPlace({ href, title: "x", at: early });
  assert.ok(place("notebooks/04_x.html") && place("notebooks/04_x.html#a-b"));
  for (const href of ["https://example.org/x.html", "../x.html", "javascript:alert(1)", "notebooks/x.html?y", "/notebooks/x.html"]) assert.ok(!place(href), href);
});

test("what is written is read again as it was", () => {
  const record = { events: [question("q", early), visit("c", late)], state: { s: { hash: "0123abcd", at: late, data: { x: [1] } } }, place: { href: "notebooks/a.html", title: "A", at: late }, nickname: "Ada" };
  const text = JSON.stringify(writeRecord(record, { courseVersion: "0.1.0", day: "2026-11-21" }));
  assert.deepEqual(readRecord(text), { kind: "good", record });
});

test("the file keeps the newest events when there are too many", () => {
  const events = Array.from({ length: MOST_EVENTS + 2 }, (_, i) => question(`q${i}`, early));
  const written = writeRecord({ events, state: {} }, { courseVersion: "0.1.0", day: "2026-11-21" });
  assert.equal(written.events.length, schema.properties.events.maxItems);
  assert.equal(written.events.at(-1).item, `q${MOST_EVENTS + 1}`);
});

test("merging counts an event once, sorts by time and keeps the order within a minute", () => {
  const ours = { events: [question("b", late), question("b", late, { attempts: 2, score: 0, result: "incorrect" })], state: {} };
  const theirs = { events: [question("a", early), question("b", late), question("b", late, { attempts: 3 })], state: {} };
  const merged = mergeRecords(ours, theirs).events;
  assert.deepEqual(merged.map(({ item, attempts }) => `${item}${attempts}`), ["a1", "b1", "b2", "b3"]);
});

test("merging keeps the later of two unfinished answers, ours within a minute", () => {
  const entry = (at, x) => ({ hash: "0123abcd", at, data: { x } });
  const merged = mergeRecords(
    { events: [], state: { a: entry(early, "ours"), b: entry(late, "ours"), c: entry(late, "ours") } },
    { events: [], state: { a: entry(late, "theirs"), b: entry(late, "theirs"), d: entry(early, "theirs") } },
  );
  assert.deepEqual(Object.entries(merged.state).map(([id, { data }]) => `${id} ${data.x}`), ["a theirs", "b ours", "c ours", "d theirs"]);
});

test("merging keeps the later place", () => {
  const at = (href, when) => ({ events: [], state: {}, place: { href, title: "x", at: when } });
  assert.equal(mergeRecords(at("notebooks/a.html", early), at("notebooks/b.html", late)).place.href, "notebooks/b.html");
  assert.equal(mergeRecords(at("notebooks/a.html", late), at("notebooks/b.html", early)).place.href, "notebooks/a.html");
  assert.equal(mergeRecords({ events: [], state: {} }, at("notebooks/b.html", early)).place.href, "notebooks/b.html");
});

test("the summary counts the last answer, knows edited questions and what was only begun", () => {
  const titles = {
    q1: { title: "First", lesson: "04_x", href: "../notebooks/04_x.html", hash: "0123abcd" },
    q2: { title: "Second", lesson: "04_x", hash: "ffffffff" }, c1: { title: "A case", hash: "0123abcd" }, q3: { title: "Third", lesson: "04_x", hash: "0123abcd" },
  };
  const state = (data) => ({ hash: "0123abcd", at: early, data });
  const { lessons, cases, explorers, begun } = summarise({
    events: [question("q1", early, { result: "incorrect", score: 0 }), question("q1", late), question("q2", early), visit("c1", late), reached("x1", early), reached("x1", late, { goals: ["burst", "quiet"] }), question("gone", early)],
    state: { q1: state({ checked: true }), q3: state({ answer: 1 }), x2: state({ values: { kv7_pct: 60 } }) },
  }, titles);
  const [unknown, lesson] = lessons;
  assert.deepEqual(unknown.rows.map(({ id, title }) => [id, title]), [["gone", "gone"]]);
  assert.deepEqual(lesson.rows.map(({ title, times, changed, last }) => [title, times, changed, last.result]), [["First", 2, false, "correct"], ["Second", 1, true, "correct"]]);
  assert.deepEqual(cases.map(({ title, last }) => [title, last.outcome]), [["A case", "safe"]]);
  assert.deepEqual(explorers.map(({ id, last }) => [id, last.goals.length]), [["x1", 2]]);
  assert.deepEqual(begun.map(({ title }) => title), ["Third"]);
  assert.equal(lessonName(lesson.lesson), "Lesson 4");
});

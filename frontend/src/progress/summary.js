// What the record says, item by item, as the progress page shows it. Pure functions.
import { isOpen } from "./record.js";

const last = (list) => list[list.length - 1];

/**
 * `titles`: { id: { title, lesson?, href?, hash } } as the site knows them today.
 * Returns { lessons: [{ lesson, rows }], cases: rows, explorers: rows, begun: rows }; a row is { id, title, href, changed, last, times }.
 */
export function summarise(record, titles = {}) {
  const byItem = new Map();
  for (const event of record.events) byItem.set(event.item, [...(byItem.get(event.item) ?? []), event]);
  const row = (id, events) => {
    const known = titles[id] ?? {};
    const latest = last(events);
    return {
      id, title: known.title ?? id, href: known.href, lesson: known.lesson ?? "", times: events.length, last: latest,
      changed: Boolean(known.hash) && known.hash !== latest.hash,
    };
  };
  const rows = [...byItem].map(([id, events]) => row(id, events));
  const questions = rows.filter(({ last: event }) => event.result !== undefined);
  const lessons = [...new Set(questions.map(({ lesson }) => lesson))].sort().map((lesson) => ({
    lesson, rows: questions.filter((question) => question.lesson === lesson),
  }));
  const begun = Object.entries(record.state)
    .filter(([id, entry]) => !byItem.has(id) && isOpen(entry))
    .map(([id, { at }]) => ({ id, title: titles[id]?.title ?? id, href: titles[id]?.href, at }));
  return {
    lessons, begun,
    cases: rows.filter(({ last: event }) => event.outcome !== undefined),
    explorers: rows.filter(({ last: event }) => event.goals !== undefined),
  };
}

/** How many questions of these lessons were answered, how many of them are marked at all, and how many were right at the last try. */
export function answersIn(lessons) {
  const results = lessons.flatMap(({ rows }) => rows.map(({ last: event }) => event.result));
  const marked = results.filter((result) => result !== "stated");
  return { answered: results.length, marked: marked.length, right: marked.filter((result) => result === "correct").length };
}

const OTHER_KINDS = /^(?:ex|to|vp)-/;  // explorers, tools, cases: their ids say so

/** How many questions the course has, and how many cases; `lesson`: in this lesson alone. */
export function inCourse(titles, lesson) {
  const ids = Object.keys(titles).filter((id) => lesson === undefined || titles[id].lesson === lesson);
  return { questions: ids.filter((id) => !OTHER_KINDS.test(id)).length, cases: ids.filter((id) => id.startsWith("vp-")).length };
}

/** "04_cfs_clinical_picture" → "Lesson 4: cfs clinical picture"; without a number the words alone. */
export function lessonName(lesson) {
  const found = /^(\d+)_(.+)$/.exec(lesson);
  return found ? `Lesson ${Number(found[1])}` : lesson || "Other questions";
}

// The learner's record, "pnh-progress/1": what it may contain, how a stored or imported text is read, how two records merge.
// Pure functions; data/schema/progress.schema.json says the same in JSON Schema.

export const SCHEMA = "pnh-progress/1";
export const MOST_EVENTS = 20000;

const HASH = /^[0-9a-f]{8}$/;
const MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/;
const PLACE = /^[a-z]+\/[\w-]+\.html(#[\w-]+)?$/;

const isObject = (x) => typeof x === "object" && x !== null && !Array.isArray(x);
const isNumber = (most) => (x) => typeof x === "number" && x >= 0 && x <= most;
const isStrings = (x) => Array.isArray(x) && x.every((s) => typeof s === "string");
const isText = (x) => typeof x === "string";
const isMapOf = (test) => (x) => isObject(x) && Object.values(x).length > 0 && Object.values(x).every(test);
const oneOf = (...values) => (x) => values.includes(x);
const orNull = (test) => (x) => x === null || test(x);

/** An object with these fields and no others; names ending in "?" may be absent. */
const shaped = (fields) => {
  const tests = Object.entries(fields).map(([name, test]) => [name.replace("?", ""), test, name.endsWith("?")]);
  const names = new Set(tests.map(([name]) => name));
  return (x) => isObject(x) && Object.keys(x).every((name) => names.has(name))
    && tests.every(([name, test, optional]) => (x[name] === undefined ? optional : test(x[name])));
};

const stamp = { item: isText, hash: (x) => HASH.test(x), at: (x) => MINUTE.test(x) };
const answered = { ...stamp, "chosen?": isStrings, "attempts?": (x) => Number.isInteger(x) && x >= 1 };
const isProbabilities = isMapOf(isNumber(1));
const isQuestionEvent = shaped({ ...answered, result: oneOf("correct", "partial", "incorrect"), score: isNumber(1), "certainty?": oneOf(1, 2, 3, null) });
const isStatedEvent = shaped({
  ...answered, result: oneOf("stated"), score: oneOf(null), "certainty?": oneOf(null),
  "stated?": isProbabilities, "outcomes?": orNull(isMapOf((x) => typeof x === "boolean")),
});
const isCaseEvent = shaped({
  ...stamp, outcome: oneOf("safe", "not-checked", "harm", "unsafe"),
  scores: shaped({
    key_features: isNumber(1), efficiency: orNull(isNumber(1)), summary_self: orNull(isNumber(1)),
    calibration: orNull(shaped({ "before?": orNull(isNumber(2)), "after?": orNull(isNumber(2)) })),
  }),
  "minutes?": isNumber(Infinity), "cost?": isNumber(Infinity), "missed_red_flags?": isStrings, "harmful?": isStrings,
  "dangerous?": isStrings, "path?": isStrings, "answer?": isText, "stated?": shaped({ "before?": isProbabilities, "after?": isProbabilities }),
});
const isExplorerEvent = shaped({ ...stamp, goals: (x) => isStrings(x) && x.length > 0, of: (x) => Number.isInteger(x) && x >= 1 });
const has = (x, name) => isObject(x) && x[name] !== undefined;
export const isEvent = (x) => (has(x, "outcome") ? isCaseEvent : has(x, "goals") ? isExplorerEvent : x?.result === "stated" ? isStatedEvent : isQuestionEvent)(x);
const isState = shaped({ hash: stamp.hash, at: stamp.at, data: isObject });
export const isPlace = shaped({ href: (x) => PLACE.test(x), title: (x) => isText(x) && x.length <= 200, at: stamp.at });

/** Begun and not finished: widgets mark finished work by `checked` or `finished`; an explorer (`values`) is never begun or finished. */
export const isOpen = ({ data }) => !data.checked && !data.finished && !data.values;

const entriesThat = (test, object) => Object.fromEntries(Object.entries(object).filter(([, value]) => test(value)));

export const emptyRecord = () => ({ events: [], state: {} });

/**
 * Read a stored or imported text.
 * Returns { kind: "good" | "damaged" | "broken" | "newer", record }: "damaged" means that some entries could not be read and the
 * rest is in `record`; "broken" and "newer" come without a record.
 */
export function readRecord(text) {
  let raw;
  try { raw = JSON.parse(text); } catch { return { kind: "broken" }; }
  const version = isObject(raw) && /^pnh-progress\/(\d+)$/.exec(raw.schema);
  if (!version) return { kind: "broken" };
  if (Number(version[1]) > 1) return { kind: "newer" };
  if (raw.schema !== SCHEMA || !Array.isArray(raw.events) || !isObject(raw.state)) return { kind: "broken" };
  const record = { events: raw.events.filter(isEvent), state: entriesThat(isState, raw.state) };
  let whole = record.events.length === raw.events.length && Object.keys(record.state).length === Object.keys(raw.state).length;
  for (const [name, test] of [["nickname", (x) => isText(x) && x.length <= 24], ["place", isPlace]]) {
    if (raw[name] === undefined) continue;
    if (test(raw[name])) record[name] = raw[name];
    else whole = false;
  }
  return { kind: whole ? "good" : "damaged", record };
}

/** The document that is stored and exported. */
export function writeRecord(record, { courseVersion, day }) {
  return { schema: SCHEMA, course_version: courseVersion, exported: day, ...record, events: record.events.slice(-MOST_EVENTS) };
}

const later = (ours, theirs) => (!ours || (theirs && theirs.at > ours.at) ? theirs : ours);
const identity = (event) => JSON.stringify([event.item, event.hash, event.at, event.score ?? event.outcome ?? event.goals, event.chosen ?? event.path ?? null, event.certainty ?? null, event.attempts ?? null, event.stated]);

/** Both records in one. The same event counts once; of two unfinished answers the later one stays, ours if both are of one minute. */
export function mergeRecords(ours, theirs) {
  const events = new Map([...ours.events, ...theirs.events].map((event) => [identity(event), event]));
  const state = { ...ours.state };
  for (const [id, entry] of Object.entries(theirs.state)) state[id] = later(state[id], entry);
  const merged = { ...theirs, ...ours, state, events: [...events.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
  const place = later(ours.place, theirs.place);
  if (place) merged.place = place;
  return merged;
}

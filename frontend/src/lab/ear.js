// The ear trainer without its page: what is dealt next, what an answer changes, what the learner's own answers add up to.
// Everything follows from what is kept: { counts: { dealt: { chosen: times } }, memory: { kind: [step, due] }, in_a_row,
// now: { kind, seed }, chosen: null | kind, added: [kinds that came in with the last answer] }. Time is counted in recordings.
import { draws } from "../models/generator.js";

/** The kinds in the order in which they come in: at first four that differ widely, then two by two, look-alikes late. */
export const ORDER = [
  "fasciculation", "fibrillation", "neuromyotonic", "interference-normal", "silence", "myokymic", "positive-sharp-wave", "mild-normal",
  "cramp", "multiplets", "myotonic", "complex-repetitive", "interference-neurogenic", "mild-neurogenic", "interference-myopathic",
  "mild-myopathic", "end-plate-noise",
];
const AT_FIRST = 4;
const AFTER_A_MISTAKE = [3, 4];  // recordings until it comes back: two or three others in between
const AFTER_RIGHT = [4, 7, 12, 20, 35];  // after the first, second, … right answer in a row for a kind
const OUT_OF_TURN = 0.25;  // share of recordings dealt whether due or not, so that nobody can tell by counting
const MOST_SEED = 999999;

const known = (kind) => ORDER.includes(kind);
const whole = (number) => Number.isInteger(number) && number >= 0;

/** A first recording; `seed` decides which. */
export function startAfresh(seed) {
  const draw = draws(seed);
  return {
    counts: {}, memory: {}, in_a_row: 0, chosen: null, added: [],
    now: { kind: ORDER[draw.integer(0, AT_FIRST - 1)], seed: draw.integer(1, MOST_SEED) },
  };
}

/** What was kept, if it can be read; else a fresh start: it may come from a file, or from an older course. */
export function restored(kept) {
  const { counts, memory, in_a_row, now, chosen, added } = kept;
  const table = (test, rows) => typeof rows === "object" && Object.keys(rows).every(known) && Object.values(rows).every(test);
  try {
    if (table((row) => table(whole, row), counts) && table(([step, due]) => whole(step) && whole(due), memory)
      && [in_a_row, now.seed].every(whole) && [now.kind, chosen ?? now.kind, ...added].every(known)) return kept;
  } catch { /* not even of this shape */ }
  return startAfresh(1);
}

const rightOnce = ({ counts }) => ORDER.filter((kind) => counts[kind]?.[kind]);

export const measuresOf = (kept) => ({
  answered: Object.values(kept.counts).flatMap((row) => Object.values(row)).reduce((sum, times) => sum + times, 0),
  right_in_a_row: kept.in_a_row,
  kinds_right: rightOnce(kept).length,
});

/** The kinds in play: two more whenever all but one have been named right. */
export const inPlay = (kept) => ORDER.slice(0, Math.max(AT_FIRST, 2 * Math.floor((rightOnce(kept).length + 3) / 2)));

/** What changes in `kept` when `chosen` is the answer. */
export function answered(kept, chosen) {
  const { counts, memory, now: { kind, seed } } = kept;
  const right = chosen === kind;
  const step = right ? Math.min((memory[kind]?.[0] ?? 0) + 1, AFTER_RIGHT.length) : 0;
  const wait = right ? AFTER_RIGHT[step - 1] : draws(seed).integer(...AFTER_A_MISTAKE);
  const after = {
    chosen, in_a_row: right ? kept.in_a_row + 1 : 0,
    counts: { ...counts, [kind]: { ...counts[kind], [chosen]: (counts[kind]?.[chosen] ?? 0) + 1 } },
    memory: { ...memory, [kind]: [step, measuresOf(kept).answered + 1 + wait] },
  };
  const before = inPlay(kept);
  return { ...after, added: inPlay(after).filter((one) => !before.includes(one)) };
}

/** What changes in `kept` when the next recording is dealt: mistaken kinds whose turn it is come first. */
export function dealt(kept) {
  const { memory, now } = kept;
  const turn = measuresOf(kept).answered + 1;
  const draw = draws(now.seed + turn);
  const due = (kind) => memory[kind]?.[1] ?? 0;
  const others = inPlay(kept).filter((kind) => kind !== now.kind).sort((a, b) => due(a) - due(b));
  const isMistaken = (kind) => memory[kind]?.[0] === 0;
  const mistaken = others.filter(isMistaken), rest = others.filter((kind) => !isMistaken(kind));
  const ready = rest.filter((kind) => due(kind) <= turn);
  const pool = draw.uniform() < OUT_OF_TURN ? rest : ready.length ? ready : rest.slice(0, Math.ceil(rest.length / 2));
  const kind = due(mistaken[0]) <= turn && mistaken.length || !rest.length ? mistaken[0] : pool[draw.integer(0, pool.length - 1)];
  return { now: { kind, seed: draw.integer(1, MOST_SEED) }, chosen: null, added: [] };
}

/** The table of one's own answers: { dealt: [kind], chosen: [kind] }, only kinds that occurred. */
export function occurred({ counts }) {
  const rows = ORDER.filter((kind) => counts[kind]);
  return { dealt: rows, chosen: ORDER.filter((kind) => rows.some((row) => counts[row][kind])) };
}

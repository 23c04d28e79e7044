// The ladder as a table: which entry stands on which rung (kind of study) and in which column (people in the study, by powers of ten).
import { capital } from "../shared/words.js";

/** Which way a study points: shape, short words, long words. */
export const DIRECTIONS = {
  better: ["▲", "better", "points to benefit"], mixed: ["◆", "mixed", "mixed"], "no-better": ["■", "no better", "no better than its comparison"],
  harm: ["▼", "harm", "points to harm"], "not-studied": ["○", "not studied", "no study of it was found"],
};

const LAST_POWER = 2;  // a hundred people and more

/** 6 → 0, 38 → 1, 307 → 2 …; null where no size is given. */
export const powerOf = (n) => (n === null ? null : Math.min(String(n).length - 1, LAST_POWER));

export function sizeWords(power) {
  if (power === null) return "size not given";
  return power === LAST_POWER ? `${10 ** power} people and more` : `${10 ** power} to ${10 ** (power + 1) - 1} people`;
}

/** The columns these entries need, small to large; those without a size stand last. */
export function columnsOf(entries) {
  const powers = new Set(entries.map(({ n }) => powerOf(n)));
  return [...powers].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
}

/** "Supplement; drugs for vessels" belongs to two classes. */
export const classesOf = (entry) => entry.class.split(/[,;]\s*/).map(capital);

/** Every class once, in alphabetical order. */
export const allClasses = (entries) => [...new Set(entries.flatMap(classesOf))].sort();

/** The entries that a choice of condition and class leaves; an empty choice leaves all. */
export const chosenOf = (entries, { condition, group }) =>
  entries.filter((entry) => (!condition || entry.condition === condition) && (!group || classesOf(entry).includes(group)));

/** Each rung with its cells, small studies first; a rung with nothing on it has `empty`: why, in words. */
export function arranged({ rungs, entries }, choice) {
  const columns = columnsOf(entries);
  return rungs.map((rung) => {
    const here = entries.filter((entry) => entry.rung === rung.id);
    const shown = chosenOf(here, choice).sort((a, b) => (a.n ?? 0) - (b.n ?? 0));
    const bare = !chosenOf(here, { condition: choice.condition }).length;
    const why = (bare && rung.empty?.[choice.condition]) || "Nothing on this rung here.";
    return { rung, cells: columns.map((power) => shown.filter(({ n }) => powerOf(n) === power)), empty: shown.length ? null : why };
  });
}

// The contents of a titration diary: four texts and a list of steps. Pure functions; a step is { date, 1: "…", 2: "…" }, its texts
// by the number of their column.
const STEPS_AT_FIRST = 3;

/** The column that names the step holds its number and is no field, so that nothing can be written there. */
export function columnsOf({ rows }) {
  const columns = rows.map((label, at) => ({ label, at }));
  const named = /^step\b/i.test(rows[0]);
  return { head: named ? rows[0] : "Step as prescribed", fields: named ? columns.slice(1) : columns };
}

export const emptyDiary = ({ steps }) =>
  ({ goal: "", measure: "", stop: "", harm_watch: "", steps: Array.from({ length: Math.min(STEPS_AT_FIRST, steps) }, () => ({ date: "" })) });

/** What was kept, as far as it fits this diary; else an empty one. */
export function readDiary(diary, kept) {
  const empty = emptyDiary(diary);
  if (!kept || !Array.isArray(kept.steps) || !kept.steps.length) return empty;
  return { ...empty, ...kept, steps: kept.steps.slice(0, diary.steps) };
}

export const withCell = (values, step, at, text) =>
  ({ ...values, steps: values.steps.map((row, i) => (i === step ? { ...row, [at]: text } : row)) });

/** Longer by empty steps or by those once taken away (`gone`, by their place), or shorter by the last ones. */
export const withSteps = (values, count, gone = []) =>
  ({ ...values, steps: Array.from({ length: count }, (_, i) => values.steps[i] ?? gone[i] ?? { date: "" }) });

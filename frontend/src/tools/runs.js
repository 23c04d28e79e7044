// What the record says about the two cases of a comparison. Pure functions.
import { percent } from "../shared/words.js";

/** The last finished run of a case, or null. */
export const lastRun = (events, id) => events.filter((event) => event.item === id && event.outcome !== undefined).at(-1) ?? null;

const DID = { h: ["✓ you asked", "not asked"], x: ["✓ you examined this", "not examined"], t: ["✓ you tested this", "not tested"] };

/** "✓ you examined this" or "not examined", by the kind of action (the letter its id begins with). */
export function didWords(run, action) {
  const [did, not] = DID[action[0]] ?? ["✓ you did this", "not done"];
  return run.path?.includes(action) ? did : not;
}

/** [{ label, words }]: each diagnosis with what was stated before and after, the likeliest at the end first. */
export function statedRows({ before = null, after = null } = {}, diagnoses) {
  const last = after ?? before ?? {};
  return Object.keys(last).sort((a, b) => last[b] - last[a]).map((dx) => ({
    id: dx, label: diagnoses[dx] ?? dx,
    words: before && after ? `${percent(before[dx] ?? 0)} → ${percent(after[dx])}` : percent(last[dx]),
  }));
}

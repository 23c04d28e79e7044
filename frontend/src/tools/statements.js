// Stated probabilities and what came of them: which statements a record holds, their scores, the curve. Pure functions.
import { brierDistance, logScore } from "../question/score.js";

const isCase = (event) => event.outcome !== undefined;

function statementsOf(event) {
  if (isCase(event)) {
    if (!event.answer || !event.stated?.after) return [];
    return Object.entries(event.stated.after).map(([dx, p]) => ({ p, so: dx === event.answer }));
  }
  if (!event.outcomes || !event.stated) return [];
  return Object.entries(event.stated).filter(([id]) => id in event.outcomes).map(([id, p]) => ({ p, so: event.outcomes[id] }));
}

/**
 * [{ p, so }] of a record's events. The first answer to a question or case counts, since after it one has seen what is so; an
 * edited one (another hash) counts anew.
 */
export function allStatements(events) {
  const seen = new Set();
  return events.flatMap((event) => {
    const stated = statementsOf(event);
    const key = `${event.item} ${event.hash}`;
    if (!stated.length || seen.has(key)) return [];
    seen.add(key);
    return stated;
  });
}

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Means over the statements. `always`: what saying the share that was so, every time, would have earned on the Brier score. */
export function scoresOf(statements) {
  const share = mean(statements.map(({ so }) => Number(so)));
  return {
    brier: mean(statements.map(({ p, so }) => brierDistance({ it: p }, { it: Number(so) }))),
    log: mean(statements.map(({ p, so }) => logScore({ true: p, false: 1 - p }, String(so)))),
    said: mean(statements.map(({ p }) => p)), share, always: share * (1 - share),
  };
}

const GROUPS = ["0 to 19%", "20 to 39%", "40 to 59%", "60 to 79%", "80 to 100%"];

/** The points of the curve: groups of a fifth, those without a statement left out. [{ label, n, so, said, share }] */
export function curveOf(statements) {
  const at = (p) => Math.min(GROUPS.length - 1, Math.floor(p * GROUPS.length + 1e-9));
  return GROUPS.map((label, i) => ({ label, inside: statements.filter(({ p }) => at(p) === i) })).filter(({ inside }) => inside.length)
    .map(({ label, inside }) => {
      const { said, share } = scoresOf(inside);
      return { label, n: inside.length, so: inside.filter(({ so }) => so).length, said, share };
    });
}

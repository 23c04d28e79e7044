// What an order of tests costs, what came of it, and both in words. Pure functions on the data of an order set.
import { counted } from "../shared/words.js";

/** Sign and words. */
export const VERDICTS = { first: ["✓", "now"], later: ["→", "later, if the first results ask for it"], "not-now": ["–", "not now"], harmful: ["✗", "harmful here"] };

/** Ordered at once, all tests wait together: the days are those of the slowest. */
export function totalsOf(tests, chosen) {
  const ordered = tests.filter(({ id }) => chosen.includes(id));
  return { tests: ordered.length, cost: ordered.reduce((sum, { cost }) => sum + cost, 0), days: Math.max(0, ...ordered.map(({ days }) => days)) };
}

export function totalsWords({ tests, cost, days }, budget) {
  const over = (spent, most) => (spent > most ? ` (${spent - most} over)` : "");
  if (!tests) return `No test chosen yet. The budget: a cost of ${budget.cost} and ${counted(budget.days, "day")}.`;
  return `${counted(tests, "test")} chosen. Cost ${cost} of ${budget.cost}${over(cost, budget.cost)}. Last result after ${days} of ${counted(budget.days, "day")}${over(days, budget.days)}.`;
}

/** The tests by what came of them. `paid` and `free` changed nothing, `missed` were left out and would have changed something. */
export function whatCame(tests, chosen) {
  const ordered = tests.filter(({ id }) => chosen.includes(id));
  const left = tests.filter(({ id }) => !chosen.includes(id));
  return {
    ordered,
    changed: ordered.filter(({ changes }) => changes),
    paid: ordered.filter(({ changes, cost }) => !changes && cost > 0),
    free: ordered.filter(({ changes, cost }) => !changes && cost === 0),
    harmed: ordered.filter(({ verdict }) => verdict === "harmful"),
    missed: left.filter(({ changes }) => changes),
    spared: left.filter(({ changes }) => !changes),
  };
}

/** The honest sum: counts, no grade. */
export function sumWords({ ordered, changed, paid, free, harmed, missed }) {
  return [
    `${changed.length} of ${counted(ordered.length, "test")} changed something.`,
    paid.length && `${counted(paid.length, "was", "were")} paid for and changed nothing.`,
    free.length && `${free.length} cost nothing and changed nothing.`,
    `${harmed.length || "None"} did harm.`,
    missed.length && `${missed.length} you did not order would have changed something.`,
  ].filter(Boolean).join(" ");
}

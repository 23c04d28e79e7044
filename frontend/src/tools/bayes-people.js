// A thousand people before and after one test: whole people for the picture, exact chances for the sentence. Pure functions.
// Percentages are 0 to 100; null where nothing was published or assumed.
import { PEOPLE } from "./crowd.js";

/** Are the start and the test about the same condition? Only then does the sum mean anything. */
export const belongTogether = (prior, test) => prior.condition === test.condition;

/** The figure that lacks its partner, "sensitivity" or "specificity"; null when both or neither was published. */
export function lacking({ sensitivity_pct: se, specificity_pct: sp }) {
  if ((se === null) === (sp === null)) return null;
  return se === null ? "sensitivity" : "specificity";
}

/** The most that a lacking figure can be: the bound in its row, else 100. */
export const mostOf = ({ bound_pct: bound }) => bound ?? 100;

/** { se, sp } to reckon with: what was published, and `assumed` (per cent or null) in the place of the one that lacks. */
export function figuresOf(test, assumed = null) {
  const fill = (name) => test[`${name}_pct`] ?? (lacking(test) === name ? assumed : null);
  return { se: fill("sensitivity"), sp: fill("specificity") };
}

const part = (whole, pct) => (pct === null ? null : Math.round((whole * pct) / 100));
const rest = (whole, taken) => (taken === null ? null : whole - taken);
const sum = (a, b) => (a === null || b === null ? null : a + b);

/** How many of the thousand are what. */
export function countPeople(prior, { se, sp }) {
  const sick = part(PEOPLE, prior);
  const well = PEOPLE - sick;
  const truePositive = part(sick, se);
  const trueNegative = part(well, sp);
  const falseNegative = rest(sick, truePositive);
  const falsePositive = rest(well, trueNegative);
  return {
    sick, well, truePositive, falseNegative, falsePositive, trueNegative,
    positive: sum(truePositive, falsePositive), negative: sum(falseNegative, trueNegative),
  };
}

/** The ratio by which a result multiplies the odds: Infinity where nobody without the condition has it, null where it cannot be had. */
export function ratioOf({ se, sp }, result) {
  if (se === null || sp === null || result === "none") return null;
  const [sick, well] = result === "positive" ? [se, 100 - sp] : [100 - se, sp];
  return well === 0 ? (sick === 0 ? null : Infinity) : sick / well;
}

/** The chance, 0 to 1, after a result ("none": before it); null where it cannot be worked out. */
export function chanceAfter(prior, figures, result) {
  const p = prior / 100;
  if (result === "none") return p;
  const ratio = ratioOf(figures, result);
  if (ratio === null) return null;
  if (ratio === Infinity || p === 1) return p === 0 ? 0 : 1;
  const odds = (p / (1 - p)) * ratio;
  return odds / (1 + odds);
}

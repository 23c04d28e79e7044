// The words a case is told in: the same everywhere, on the screen, in the debrief and on the printed sheet.
import { plain } from "../shared/dom.js";

export { capital, counted, OUTCOMES, percent } from "../shared/words.js";

export const STEP_WORDS = {
  history: "history", examination: "examination", tests: "tests", plan: "the plan",
  reflection: "reflection", debrief: "the debrief",
};
export const KIND_TITLES = {
  history: "Ask", exam: "Examine", test: "Order a test", treatment: "Treat", communication: "Talk",
};
export const VALUE_WORDS = {
  essential: "essential here", useful: "useful here", neutral: "neither needed nor wrong",
  wasteful: "not worth its price here", harmful: "harmful here",
};
export const EFFECT_WORDS = {
  best: "best choice", acceptable: "acceptable", poor: "weak choice", dangerous: "dangerous",
};
export const RANK_WORDS = {
  leading: "leading", plausible: "plausible", "must-not-miss": "must not be missed", remote: "remote",
};
export const SELF_MARKS = [
  { value: 0, label: "Mine misses what matters" },
  { value: 0.5, label: "Mine has part of it" },
  { value: 1, label: "Mine says as much" },
];
/** What each outcome means, in a sentence. */
export const MEANINGS = {
  safe: "Every red flag was checked, and nothing you did or chose did harm.",
  "not-checked": "However well the rest went, this visit was not safe yet.",
  harm: "The red flags were checked, but something you did was harmful here.",
  unsafe: "A visit like this puts patients in danger. No other score makes up for it.",
};
export const COST_WORDS = ["no cost", "low cost", "moderate cost", "high cost", "very high cost"];
const INVASIVE = ["not invasive", "hardly invasive", "somewhat invasive", "an invasive procedure"];

/** "3 min · low cost · hardly invasive" */
export const priceOf = ({ minutes, cost, invasiveness }) =>
  [`${minutes} min`, COST_WORDS[cost], INVASIVE[invasiveness]].join(" · ");
/** "before 0.42, after 0.11"; empty when nothing was stated. */
export const distances = (calibration) => ["before", "after"]
  .filter((when) => calibration?.[when] != null)
  .map((when) => `${when} ${calibration[when].toFixed(2)}`)
  .join(", ");

const folded = (text) => plain(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Whether an action's label or synonyms contain every word typed. */
export function matches(action, query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const text = folded([action.label, ...(action.search ?? [])].join(" "));
  return words.every((word) => text.includes(word));
}

// A stated probability: what it is compared with, how far it lies from that, and how this is said. Never right or wrong.
// Answers are { shares: { hypothesis: per cent as typed } }.
import { gapInShares, isOpen } from "../spread/shares.js";
import { brierDistance, logScore } from "./score.js";

const idsOf = (item) => item.hypotheses.map(({ id }) => id);
const isOne = (item) => item.hypotheses.length === 1;

/** Is it compared with what is so (rather than with what arithmetic gives)? Then it counts for the calibration curve. */
export const hasOutcome = ({ hypotheses: [first] }) => first.outcome !== undefined;

/** What a hypothesis is compared with, 0 to 1. */
export const targetOf = ({ outcome, reference }) => reference ?? Number(outcome);

/** 0.466 → "46.6%", 0.02 → "2%" */
export const percent = (p) => `${Number((100 * p).toFixed(1))}%`;

export const statedIn = (item, { shares }) => Object.fromEntries(idsOf(item).map((id) => [id, Number(shares[id] || 0) / 100]));

/** { distance, most, log }: the Brier distance and its worst; the logarithm of the chance given to what is so, where something is. */
export function distances(item, answer) {
  const stated = statedIn(item, answer);
  const [first] = item.hypotheses;
  const targets = Object.fromEntries(item.hypotheses.map((row) => [row.id, targetOf(row)]));
  const both = isOne(item) ? { yes: stated[first.id], no: 1 - stated[first.id] } : stated;
  const so = isOne(item) ? (first.outcome ? "yes" : "no") : item.hypotheses.find((row) => row.outcome)?.id;
  return { distance: brierDistance(stated, targets), most: isOne(item) ? 1 : 2, log: hasOutcome(item) ? logScore(both, so) : null };
}

const SO = { source: ["it is so", "it is not so"], "case-outcome": ["so it turned out", "it did not turn out so"] };
const GIVER = { "published-lr": "The published figures give", arithmetic: "The arithmetic gives" };

/** What a hypothesis is compared with, in a few words. */
export const truth = ({ outcome, reference, basis }) => (reference === undefined ? SO[basis][outcome ? 0 : 1] : `${GIVER[basis]} ${percent(reference)}`);

function comparison(item, stated, plain) {
  const [first] = item.hypotheses;
  if (!isOne(item)) {
    const so = item.hypotheses.find((row) => row.outcome);
    return so ? `You gave ${percent(stated[so.id])} to what is so: ${plain(so.text)}.` : "You spread a hundred per cent; what it comes to stands beside each.";
  }
  const said = `You said ${percent(stated[first.id])}`;
  if (hasOutcome(item)) return `${said}, and ${truth(first)}.`;
  const gap = Number((100 * (stated[first.id] - first.reference)).toFixed(1));
  return `${said}. ${truth(first)}: ${gap ? `you are ${Math.abs(gap)} points ${gap > 0 ? "above" : "below"}` : "the same"}.`;
}

export const probability = {
  empty: () => ({ shares: {} }),
  missing(item, id, { shares }) {
    if (!isOne(item)) return gapInShares(idsOf(item), shares);
    const [only] = idsOf(item);
    if (isOpen(shares, only)) return "State a chance first: a number from 0 to 100.";
    const value = Number(shares[only]);
    return value >= 0 && value <= 100 ? null : "A chance lies between 0% and 100%.";
  },
  grade: (item, answer) => ({ score: null, result: "stated", ...distances(item, answer) }),
  chosen: () => [],
  fits: (item, { shares }) => Boolean(shares) && typeof shares === "object"
    && Object.entries(shares).every(([id, value]) => idsOf(item).includes(id) && ["string", "number"].includes(typeof value)),
  event: (item, answer) => ({
    stated: statedIn(item, answer),
    outcomes: hasOutcome(item) ? Object.fromEntries(item.hypotheses.map(({ id, outcome }) => [id, outcome])) : null,
  }),
  words(item, answer, { distance, most }, plain) {
    return `${comparison(item, statedIn(item, answer), plain)} Your statement lies ${distance.toFixed(2)} from ${hasOutcome(item) ? "what is so" : "that"}, ${isOne(item) ? "the gap squared" : "the gaps squared and added up"}; 0 is perfect, ${most} the worst.`;
  },
};

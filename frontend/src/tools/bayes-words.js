// What the thousand people say, in words: chances, groups, the one sentence.
import { lacking, ratioOf } from "./bayes-people.js";

/** 0.314 → "31 in 100", 0.0024 → "2 in 1,000" */
export function inHundred(p) {
  if (p === 0 || p === 1) return p ? "all of them" : "none of them";
  if (p < 0.0005) return "fewer than 1 in 1,000";
  if (p < 0.0095) return `${Math.round(p * 1000)} in 1,000`;
  return p > 0.995 ? "more than 99 in 100" : `${Math.round(p * 100)} in 100`;
}

export const perCent = (pct) => `${Number(pct.toFixed(1))}%`;
export const thousands = (n) => (n === 1000 ? "1,000" : String(n));
export const readable = (x) => (x === Infinity ? "∞" : String(Number(x.toPrecision(3))));

/**
 * The groups of the crowd in their order: those with a positive result stand together. Each: { count, words, sick, shape, fill:
 * "full" | "empty" | "open", result? }; "open" where no figure says how the group splits.
 */
export function groupsOf(people, name, result) {
  const { sick, well, truePositive: tp, falseNegative: fn, falsePositive: fp, trueNegative: tn } = people;
  const group = (count, words, shape, fill, its) => ({ count, words, sick: shape === "square", shape, fill, result: its });
  if (result === "none") return [group(sick, `have ${name}`, "square", "full"), group(well, `do not have ${name}`, "dot", "full")];
  const unknown = "how many of them are positive was not published";
  return [
    ...(tp === null ? [group(sick, `have ${name}; ${unknown}`, "square", "open")]
      : [group(fn, `have ${name} and a negative result`, "square", "empty", "negative"), group(tp, `have ${name} and a positive result`, "square", "full", "positive")]),
    ...(tn === null ? [group(well, `do not have ${name}; ${unknown}`, "circle", "open")]
      : [group(fp, `do not have ${name}, yet a positive result`, "circle", "full", "positive"), group(tn, `do not have ${name}, and a negative result`, "dot", "full", "negative")]),
  ];
}

/** The picture in words. */
export const pictureInWords = (groups) => `1,000 people. ${groups.map(({ count, words }) => `${count} ${words}`).join(". ")}.`;

const sentenceOf = ({ people, chance, before, figures, name, result }) => {
  if (result === "none") return `Before any test ${people.sick} of these 1,000 people have ${name}: ${inHundred(before)}.`;
  const having = people[result];
  const found = result === "positive" ? people.truePositive : people.falseNegative;
  if (!having) return `Of these 1,000 people nobody has a ${result} result.`;
  const certain = ratioOf(figures, result) === Infinity ? " On these figures the ratio has no upper end; that only says that no false positive was met among the people studied." : "";
  const have = (n) => (n === 1 ? "has" : "have");
  return `${having} of these 1,000 people ${have(having)} a ${result} result. Of these ${having}, ${found} ${have(found)} ${name}${chance === 1 ? "" : `: ${inHundred(chance)}`}. Before the test it was ${inHundred(before)}.${certain}`;
};

/** The sentence below the picture. `before`, `chance`: 0 to 1; `test`: its row; `assumed`: is a figure assumed? */
export function sentence(at) {
  const { test, result, chance, people, assumed } = at;
  if (result !== "none" && people[result] === null) {
    const gap = lacking(test);
    return gap ? `What a ${result} result means cannot be worked out: no ${gap} was published for this cut-off. You may assume one.`
      : "What a result means cannot be worked out: neither sensitivity nor specificity was published for this test.";
  }
  if (chance === null) return `Of these 1,000 people nobody has a ${result} result.`;
  return `${sentenceOf(at)}${assumed && result !== "none" ? ` This rests on an assumed ${lacking(test)}, not on a published one.` : ""}`;
}

// A treatment given to a thousand people: who gets better, and what that tells about what they have. Whole people for the picture,
// exact chances for the sentence. Pure functions; percentages are 0 to 100.
import { inHundred, readable } from "./bayes-words.js";
import { PEOPLE } from "./crowd.js";

/** What was typed as a percentage, or null. */
export const percentOf = (typed) => (typed !== "" && typed >= 0 && typed <= 100 ? Number(typed) : null);

const part = (whole, pct) => Math.round((whole * pct) / 100);

/** How many of the thousand are what. `response`: of those with the disorder; `others`: of those without. */
export function whoGotBetter(prior, response, others) {
  const sick = part(PEOPLE, prior);
  const well = PEOPLE - sick;
  const sickBetter = part(sick, response);
  const wellBetter = part(well, others);
  return { sick, well, sickBetter, wellBetter, better: sickBetter + wellBetter };
}

/** By how much getting better (or not) multiplies the odds; Infinity where nobody else does, null where nobody does at all. */
export const responseRatio = (response, others) => (others === 0 ? (response === 0 ? null : Infinity) : response / others);

/** The chance, 0 to 1, of having the disorder among those who got better; null if nobody did. */
export function chanceIfBetter(prior, response, others) {
  const all = prior * response + (100 - prior) * others;
  return all === 0 ? null : (prior * response) / all;
}

/** The groups in the order in which they stand: those who got better side by side. */
export function groupsOf({ sick, well, sickBetter, wellBetter }, shown) {
  const group = (count, words, shape, fill, better) => ({ count, words, shape, fill, better, sick: shape === "square" });
  if (!shown) return [group(sick, "have the disorder", "square", "full"), group(well, "have something else", "dot", "full")];
  return [
    group(sick - sickBetter, "have the disorder and did not get better", "square", "empty", false),
    group(sickBetter, "have the disorder and got better", "square", "full", true),
    group(wellBetter, "have something else and got better", "circle", "full", true),
    group(well - wellBetter, "have something else and did not get better", "dot", "full", false),
  ];
}

export const pictureInWords = (groups) => `1,000 people. ${groups.map(({ count, words }) => `${count} ${words}`).join(". ")}.`;

const number = (n) => (n === PEOPLE ? "1,000" : String(n));

/** What the picture says. */
export function responseWords({ sick, well, sickBetter, better }, chance, prior) {
  if (!better) return "Nobody got better, so a response tells nothing.";
  const after = chance === null || chance === 0 || chance === 1 ? "" : `: ${inHundred(chance)}`;
  const missed = sick - sickBetter;
  const not = PEOPLE - better;
  const rest = not ? ` Of the ${not} who did not, ${missed} ${missed === 1 ? "has" : "have"} it all the same.` : "";
  const before = sick && well ? ` Before the tablet it was ${inHundred(prior / 100)}.` : "";
  return `${number(better)} of these 1,000 people got better. Of these ${number(better)}, ${number(sickBetter)} ${sickBetter === 1 ? "has" : "have"} the disorder${after}.${before}${rest}`;
}

/** The likelihood ratio with its reckoning, in words. */
export function ratioWords(response, others) {
  const ratio = responseRatio(response, others);
  if (ratio === null) return "Nobody responds at all, so there is no ratio.";
  if (ratio === Infinity) return "Nobody without the disorder responds here, so the ratio has no upper end.";
  const means = ratio === 1 ? "A response changes nothing." : ratio < 1 ? "A response speaks against the disorder." : `A response multiplies the odds by ${readable(ratio)}, whatever they were.`;
  return `Likelihood ratio of a response: ${response} / ${others} = ${readable(ratio)}. ${means}`;
}

// Scores of single questions and of stated probabilities: the JavaScript twin of pnh.reasoning.scores.
// Both run tests/vectors/scores.json; change them together.

export const ROUNDING_SLACK = 1e-9;
const CERTAINTY_POINTS = { 1: [1, 0], 2: [2, -2], 3: [3, -6] };
const LOG_SCORE_FLOOR = 0.01;

const count = (list, test) => list.reduce((n, x) => n + (test(x) ? 1 : 0), 0);

export const singleBestAnswer = (correct, chosen) => (chosen === correct ? 1 : 0);

export function perOption(correct, options, chosen) {
  const right = count(options, (option) => correct.includes(option) === chosen.includes(option));
  return Math.max(0, (2 * right) / options.length - 1);
}

/** Share of the right options chosen; choosing more than `maxSelect` voids the answer. */
export function keyFeatureAnswer(correct, chosen, maxSelect = null) {
  if (maxSelect !== null && new Set(chosen).size > maxSelect) return 0;
  return count([...new Set(correct)], (option) => chosen.includes(option)) / new Set(correct).size;
}

export function allOrNothing(correct, chosen) {
  const key = new Set(correct);
  const picked = new Set(chosen);
  return key.size === picked.size && [...key].every((option) => picked.has(option)) ? 1 : 0;
}

/** Score by the item's `scoring` block. With over_select "zero" too many choices give 0; under key_feature they always do. */
export function multipleResponse(scoring, correct, options, chosen) {
  const limit = scoring.max_select ?? null;
  if (limit !== null && scoring.over_select === "zero" && new Set(chosen).size > limit) return 0;
  if (scoring.rule === "per_option") return perOption(correct, options, chosen);
  if (scoring.rule === "key_feature") return keyFeatureAnswer(correct, chosen, limit);
  if (scoring.rule === "all_or_nothing") return allOrNothing(correct, chosen);
  throw new Error(`unknown scoring rule "${scoring.rule}"; use per_option, key_feature or all_or_nothing`);
}

/** Share of pairs that stand in the right order. */
export function orderingPairs(correctOrder, order) {
  const n = correctOrder.length;
  const place = new Map(order.map((id, position) => [id, position]));
  let concordant = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) if (place.get(correctOrder[i]) < place.get(correctOrder[j])) concordant += 1;
  }
  return concordant / ((n * (n - 1)) / 2);
}

export function matchingShare(key, answer) {
  const lefts = Object.keys(key);
  return count(lefts, (left) => answer[left] === key[left]) / lefts.length;
}

export function verdict(score) {
  if (score >= 1 - ROUNDING_SLACK) return "correct";
  return score <= ROUNDING_SLACK ? "incorrect" : "partial";
}

// --- numbers with units ---

/** { value, unit } from "12,5 Hz", or null. A single comma is decimal; repeated signs and spaces group thousands. */
export function parseQuantity(text) {
  const clean = text.normalize("NFKC").replace(/\u2212/g, "-").trim().replace(/(?<digit>[0-9])\s(?=[0-9]{3}(?![0-9]))/g, "$<digit>");
  const found = /^([+-]?(?:[0-9][0-9.,]*|[.,][0-9]+))(e[+-]?[0-9]+)?\s*(.*)$/is.exec(clean);
  if (!found) return null;
  let mantissa = found[1];
  for (const [grouping, decimal] of [[",", "."], [".", ","]]) {
    const grouped = new RegExp(`^[+-]?[0-9]{1,3}(\\${grouping}[0-9]{3})+(\\${decimal}[0-9]*)?$`).test(mantissa);
    if (grouped && (mantissa.includes(decimal) || mantissa.split(grouping).length > 2)) {
      mantissa = mantissa.split(grouping).join("");
      break;
    }
  }
  mantissa = mantissa.replace(/,/g, ".");
  if (mantissa.split(".").length > 2) return null;
  const value = Number(mantissa + (found[2] ?? ""));
  return Number.isFinite(value) ? { value, unit: found[3].trim() } : null;
}

export function parseNumber(text) {
  const quantity = parseQuantity(text);
  return quantity && !quantity.unit ? quantity.value : null;
}

const unitSpelling = (unit) => unit.normalize("NFKC").toLowerCase().replace(/\u03bc/g, "u").replace(/\s+/g, "");

/** Factor from `unit` to the answer's own unit, or null if the answer does not accept it. */
export function unitFactor(answer, unit) {
  if (!unit) return 1;
  const factors = { [answer.unit]: 1, ...answer.units };
  if (Object.hasOwn(factors, unit)) return factors[unit];
  const same = Object.keys(factors).filter((name) => unitSpelling(name) === unitSpelling(unit));
  return same.length === 1 ? factors[same[0]] : null;
}

export const toleranceWidth = (target, tolerance) => tolerance.abs ?? Math.abs(target) * tolerance.rel;

const withinTolerance = (value, target, tolerance) =>
  Math.abs(value - target) <= toleranceWidth(target, tolerance) + ROUNDING_SLACK;

/** { score, value, common_error }: the value in the answer's unit, the index of the nearest known wrong value. */
export function numeric(answer, commonErrors, text, unit = null) {
  const quantity = parseQuantity(text);
  const factor = quantity ? unitFactor(answer, quantity.unit || unit) : null;
  if (factor === null) return { score: 0, value: null, common_error: null };
  const value = quantity.value * factor;
  if (withinTolerance(value, answer.value, answer.tolerance)) return { score: 1, value, common_error: null };
  let nearest = null;
  commonErrors.forEach((error, index) => {
    if (!withinTolerance(value, error.value, answer.tolerance)) return;
    if (nearest === null || Math.abs(value - error.value) < Math.abs(value - commonErrors[nearest].value)) nearest = index;
  });
  return { score: 0, value, common_error: nearest };
}

// --- short answers ---

/** Lower case, no accents, no punctuation (apostrophes vanish, the rest becomes a space), single spaces. */
export function normaliseText(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/['\u2018\u2019]/g, "");
  return bare.replace(/[^\p{L}\p{N}]/gu, " ").split(/\s+/).filter(Boolean).join(" ");
}

function matches(rule, text) {
  const normal = normaliseText(text);
  if (rule.match === "normalized") return normal === normaliseText(rule.value);
  const pattern = new RegExp(rule.value, "u");
  return pattern.test(normal) || pattern.test(text.toLowerCase().split(/\s+/).filter(Boolean).join(" "));
}

/** { score, accepted: indices, rejected: index or null }; a rejection wins, points add up to at most 1. */
export function shortAnswer(accept, reject, text) {
  if (!normaliseText(text)) return { score: 0, accepted: [], rejected: null };
  const rejected = reject.findIndex((rule) => matches(rule, text));
  if (rejected >= 0) return { score: 0, accepted: [], rejected };
  const accepted = accept.flatMap((rule, index) => (matches(rule, text) ? [index] : []));
  return { score: Math.min(1, accepted.reduce((sum, index) => sum + accept[index].points, 0)), accepted, rejected: null };
}

// --- probabilities and certainty ---

/** Sum of (p - q)² between two distributions; an absent hypothesis counts 0. */
export function brierDistance(stated, reference) {
  const hypotheses = [...new Set([...Object.keys(stated), ...Object.keys(reference)])];
  return hypotheses.reduce((sum, h) => sum + ((stated[h] ?? 0) - (reference[h] ?? 0)) ** 2, 0);
}

export const brierScore = (stated, outcome) => brierDistance(stated, { [outcome]: 1 });

export const logScore = (stated, outcome, floor = LOG_SCORE_FLOOR) => Math.log(Math.max(stated[outcome] ?? 0, floor));

export const certaintyScore = (correct, certainty) => CERTAINTY_POINTS[certainty][correct ? 0 : 1];

/** The step that pays best in expectation for someone right with this probability (lowest step on a tie). */
export function bestCertainty(probability) {
  const expected = (step) => {
    const [right, wrong] = CERTAINTY_POINTS[step];
    return Math.round((probability * right + (1 - probability) * wrong) * 1e9) / 1e9;
  };
  return [1, 2, 3].reduce((best, step) => (expected(step) > expected(best) ? step : best));
}

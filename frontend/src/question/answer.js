// What an answer to each kind of question is, what is still missing from it, and how it is marked: pure functions on the item's
// data. Answers are plain JSON, kept in the widget's state:
//   sba, multi, hotspot { chosen: [id] } · numeric { text, unit } · ordering { order: [id] } · matching { pairs: { left: right } } ·
//   short { text, self: 1 | 0.5 | 0 | null }
import { quoted } from "../shared/dom.js";
import { shuffled } from "../shared/shuffle.js";
import { matchingShare, multipleResponse, numeric, orderingPairs, shortAnswer, singleBestAnswer, verdict } from "./score.js";

const ids = (rows) => rows.map((row) => row.id);
const rightIds = (item) => ids(item.options.filter((option) => option.correct));

/** Options in the order this question always shows them. */
export const optionsInOrder = (item, id) => (item.shuffle === false ? item.options : shuffled(item.options, id));

/** Right-hand entries of a matching question, in their stable order. */
export const choicesInOrder = (item, id) => (item.shuffle === false ? item.right : shuffled(item.right, id));

export const correctOrder = (item) => ids([...item.options].sort((a, b) => a.position - b.position));

/** The order an ordering question starts from; never the right one. */
export function startingOrder(item, id) {
  const order = ids(shuffled(item.options, id));
  return orderingPairs(correctOrder(item), order) === 1 ? [...order.slice(1), order[0]] : order;
}

const list = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
const counted = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;

const strings = (value) => Array.isArray(value) && value.every((x) => typeof x === "string");
const known = (item, chosen) => strings(chosen) && chosen.every((id) => ids(item.options).includes(id));
const marked = (score, details = {}) => ({ score, result: verdict(score), ...details });

const choice = {
  empty: () => ({ chosen: [] }),
  chosen: (item, answer) => answer.chosen,
  fits: (item, { chosen }) => known(item, chosen),
};

const several = {
  ...choice,
  missing(item, id, { chosen }) {
    const limit = item.scoring?.max_select;
    const noun = item.type === "hotspot" ? "segment" : "answer";
    if (!chosen.length) return limit ? `Choose ${counted(limit, noun)} first.` : `Choose at least one ${noun} first.`;
    return limit && chosen.length > limit ? `You have chosen ${chosen.length}; this question asks for ${limit}. Take ${chosen.length - limit} away.` : null;
  },
  grade: (item, answer) => marked(multipleResponse(item.scoring ?? { rule: "per_option" }, rightIds(item), ids(item.options), answer.chosen)),
};

const TYPES = {
  sba: {
    ...choice,
    missing: (item, id, { chosen }) => (chosen.length ? null : "Choose one answer first."),
    grade: (item, answer) => marked(singleBestAnswer(rightIds(item)[0], answer.chosen[0] ?? null)),
    fits: (item, { chosen }) => known(item, chosen) && chosen.length <= 1,
  },
  multi: several,
  hotspot: several,  // its fields come with the script of the traces
  numeric: {
    empty: (item) => ({ text: "", unit: item.answer?.unit }),
    missing(item, id, { text, unit }) {
      if (!text.trim()) return "Type a number first.";
      const { value } = numeric(item.answer, [], text, unit);
      return value === null ? `“${text.trim()}” could not be read as a number${item.answer.unit === "1" ? "" : " in a unit this question takes"}. Example: 12.5` : null;
    },
    grade(item, { text, unit }) {
      const { score, value, common_error: commonError } = numeric(item.answer, item.common_errors ?? [], text, unit);
      return marked(score, { value, commonError });
    },
    chosen: (item, { text, unit }) => [text.trim(), ...(unit && unit !== "1" ? [unit] : [])],
    fits: (item, { text }) => typeof text === "string",
  },
  ordering: {
    empty: (item, id) => ({ order: startingOrder(item, id) }),
    missing: (item, id, { order }) => (order.join() === startingOrder(item, id).join() ? "Nothing has been moved yet. The list does not start in the right order." : null),
    grade: (item, { order }) => marked(orderingPairs(correctOrder(item), order)),
    chosen: (item, { order }) => order,
    fits: (item, { order }) => known(item, order) && order.length === item.options.length && new Set(order).size === order.length,
  },
  matching: {
    empty: () => ({ pairs: {} }),
    missing(item, id, { pairs }, plain) {
      const open = item.left.filter((left) => !pairs[left.id]).map((left) => quoted(plain(left.text)));
      return open.length ? `${open.length === item.left.length ? "Nothing is matched yet" : `Still open: ${list(open)}`}.` : null;
    },
    grade: (item, { pairs }) => marked(matchingShare(Object.fromEntries(Object.entries(item.pairs).map(([left, pair]) => [left, pair.to])), pairs)),
    chosen: (item, { pairs }) => Object.entries(pairs).map(([left, right]) => `${left}=${right}`),
    fits: (item, { pairs }) => Boolean(pairs) && typeof pairs === "object" && !Array.isArray(pairs)
      && Object.entries(pairs).every(([left, right]) => Object.hasOwn(item.pairs, left) && item.right.some((row) => row.id === right)),
  },
  short: {
    empty: () => ({ text: "", self: null }),
    missing: (item, id, { text }) => (text.trim() ? null : "Write an answer first."),
    grade(item, { text, self }) {
      const { score, accepted, rejected } = shortAnswer(item.accept, item.reject ?? [], text);
      if (accepted.length || rejected !== null) return marked(score, { accepted, rejected });
      return self === null || self === undefined ? { score: null, result: null, accepted, rejected } : marked(self, { accepted, rejected, selfMarked: true });
    },
    chosen: (item, { text }) => [text.trim().slice(0, 500)],
    fits: (item, { text, self }) => typeof text === "string" && [undefined, null, 0, 0.5, 1].includes(self),
  },
};

/** Adds to a type what its view brings: `Part` (its fields). Types that only some pages have bring all of it, with a script of their
 * own; those that state a view, never right or wrong, also `event` (what their event says more) and `words` (their verdict). */
export const addType = (name, type) => { TYPES[name] = { ...TYPES[name], ...type }; };
export const typeOf = ({ type }) => TYPES[type];
export const isReady = ({ type }) => Boolean(TYPES[type]?.Part);

export const emptyAnswer = (item, id) => typeOf(item).empty(item, id);

/** What keeps this answer from being checked, in plain words, or null. `plain` turns rich text into words. */
export const missing = (item, id, answer, plain = (text) => text) => typeOf(item).missing(item, id, answer, plain);

/**
 * The mark of a complete answer: { score, result, ...details }. `score` and `result` are null while a short answer that no rule
 * recognises waits for the learner's own mark; a `result` of "stated" is an answer that is neither right nor wrong.
 */
export const grade = (item, answer) => typeOf(item).grade(item, answer);

/** The answer as the list of strings that results and the progress file carry. */
export const chosenList = (item, answer) => typeOf(item).chosen(item, answer);

/** Is this stored answer of the right shape and about ids that the item still has? Anything else starts fresh. */
export const fits = (item, answer) => Boolean(answer) && typeof answer === "object" && typeOf(item).fits(item, answer);

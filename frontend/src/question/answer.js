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

export function emptyAnswer(item, id) {
  return {
    sba: () => ({ chosen: [] }),
    multi: () => ({ chosen: [] }),
    hotspot: () => ({ chosen: [] }),
    numeric: () => ({ text: "", unit: item.answer?.unit }),
    ordering: () => ({ order: startingOrder(item, id) }),
    matching: () => ({ pairs: {} }),
    short: () => ({ text: "", self: null }),
  }[item.type]();
}

const list = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
const counted = (n, one) => `${n} ${one}${n === 1 ? "" : "s"}`;

/** What keeps this answer from being checked, in plain words, or null. `plain` turns rich text into words. */
export function missing(item, id, answer, plain = (text) => text) {
  const limit = item.scoring?.max_select;
  const noun = item.type === "hotspot" ? "segment" : "answer";
  switch (item.type) {
    case "sba":
      return answer.chosen.length ? null : "Choose one answer first.";
    case "hotspot":
    case "multi":
      if (!answer.chosen.length) return limit ? `Choose ${counted(limit, noun)} first.` : `Choose at least one ${noun} first.`;
      return limit && answer.chosen.length > limit
        ? `You have chosen ${answer.chosen.length}; this question asks for ${limit}. Take ${answer.chosen.length - limit} away.` : null;
    case "numeric": {
      if (!answer.text.trim()) return "Type a number first.";
      const { value } = numeric(item.answer, [], answer.text, answer.unit);
      return value === null ? `“${answer.text.trim()}” could not be read as a number${item.answer.unit === "1" ? "" : " in a unit this question takes"}. Example: 12.5` : null;
    }
    case "ordering":
      return answer.order.join() === startingOrder(item, id).join() ? "Nothing has been moved yet. The list does not start in the right order." : null;
    case "matching": {
      const open = item.left.filter((left) => !answer.pairs[left.id]).map((left) => quoted(plain(left.text)));
      return open.length ? `${open.length === item.left.length ? "Nothing is matched yet" : `Still open: ${list(open)}`}.` : null;
    }
    case "short":
      return answer.text.trim() ? null : "Write an answer first.";
    default:
      return null;
  }
}

/**
 * The mark of a complete answer: { score, result, ...details }. `score` and `result` are null while a short answer that no rule
 * recognises waits for the learner's own mark.
 */
export function grade(item, answer) {
  const marked = (score, details = {}) => ({ score, result: verdict(score), ...details });
  switch (item.type) {
    case "sba":
      return marked(singleBestAnswer(rightIds(item)[0], answer.chosen[0] ?? null));
    case "multi":
    case "hotspot":
      return marked(multipleResponse(item.scoring ?? { rule: "per_option" }, rightIds(item), ids(item.options), answer.chosen));
    case "numeric": {
      const { score, value, common_error: commonError } = numeric(item.answer, item.common_errors ?? [], answer.text, answer.unit);
      return marked(score, { value, commonError });
    }
    case "ordering":
      return marked(orderingPairs(correctOrder(item), answer.order));
    case "matching":
      return marked(matchingShare(Object.fromEntries(Object.entries(item.pairs).map(([left, pair]) => [left, pair.to])), answer.pairs));
    case "short": {
      const { score, accepted, rejected } = shortAnswer(item.accept, item.reject ?? [], answer.text);
      if (accepted.length || rejected !== null) return marked(score, { accepted, rejected });
      return answer.self === null || answer.self === undefined
        ? { score: null, result: null, accepted, rejected } : marked(answer.self, { accepted, rejected, selfMarked: true });
    }
    default:
      throw new Error(`no question type "${item.type}"`);
  }
}

/** The answer as the list of strings that results and the progress file carry. */
export function chosenList(item, answer) {
  return {
    sba: () => answer.chosen,
    multi: () => answer.chosen,
    hotspot: () => answer.chosen,
    numeric: () => [answer.text.trim(), ...(answer.unit && answer.unit !== "1" ? [answer.unit] : [])],
    ordering: () => answer.order,
    matching: () => Object.entries(answer.pairs).map(([left, right]) => `${left}=${right}`),
    short: () => [answer.text.trim().slice(0, 500)],
  }[item.type]();
}

/** Is this stored answer of the right shape and about ids that the item still has? Anything else starts fresh. */
export function fits(item, answer) {
  if (!answer || typeof answer !== "object") return false;
  const known = new Set(ids(item.options ?? []));
  const strings = (value) => Array.isArray(value) && value.every((x) => typeof x === "string");
  switch (item.type) {
    case "sba":
    case "multi":
    case "hotspot":
      return strings(answer.chosen) && answer.chosen.every((id) => known.has(id)) && (item.type !== "sba" || answer.chosen.length <= 1);
    case "ordering":
      return strings(answer.order) && answer.order.length === known.size && new Set(answer.order).size === known.size && answer.order.every((id) => known.has(id));
    case "matching":
      return Boolean(answer.pairs) && typeof answer.pairs === "object" && !Array.isArray(answer.pairs)
        && Object.entries(answer.pairs).every(([left, right]) => Object.hasOwn(item.pairs, left) && item.right.some((row) => row.id === right));
    case "numeric":
      return typeof answer.text === "string";
    case "short":
      return typeof answer.text === "string" && [undefined, null, 0, 0.5, 1].includes(answer.self);
    default:
      return false;
  }
}

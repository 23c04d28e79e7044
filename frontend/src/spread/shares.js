// A hundred per cent spread over several hypotheses: what is typed, what is left, what is missing. Pure functions.
// `draft`: { id: what was typed or given }, whole per cents.

export const isOpen = (draft, id) => draft[id] === undefined || draft[id] === "";

/** The whole-number percentages typed so far, the rest to 100, and which fields are empty. */
export function shares(ids, draft = {}) {
  const valueOf = (id) => (isOpen(draft, id) ? 0 : Number(draft[id]));
  const valid = ids.every((id) => Number.isInteger(valueOf(id)) && valueOf(id) >= 0 && valueOf(id) <= 100);
  return {
    valid, valueOf,
    rest: 100 - ids.reduce((sum, id) => sum + (Number.isFinite(valueOf(id)) ? valueOf(id) : 0), 0),
    empty: ids.filter((id) => isOpen(draft, id)),
  };
}

/** Gives the rest in equal whole numbers to the empty fields, or to all of them when none is empty. */
export function spreadRest(ids, draft = {}) {
  const { empty, rest, valid, valueOf } = shares(ids, draft);
  if (!valid || rest < 0) return draft;
  const takers = empty.length ? empty : ids;
  const share = Math.floor(rest / takers.length);
  const extra = rest - share * takers.length;
  const given = takers.map((id, n) => [id, valueOf(id) + share + (n < extra ? 1 : 0)]);
  return { ...draft, ...Object.fromEntries(given) };
}

/** Why these shares cannot be taken yet, in words; null when they can. */
export function gapInShares(ids, draft) {
  const { valid, rest } = shares(ids, draft);
  if (!valid) return "Use whole numbers from 0 to 100.";
  if (rest > 0) return `${rest}% is still to be spread.`;
  return rest < 0 ? `That is ${-rest}% too much; the numbers have to add up to 100.` : null;
}

/** The shares as probabilities: { id: 0 to 1 }. */
export function probabilities(ids, draft) {
  const { valueOf } = shares(ids, draft);
  return Object.fromEntries(ids.map((id) => [id, valueOf(id) / 100]));
}

export function restInWords({ valid, rest }) {
  if (!valid) return "Whole numbers from 0 to 100, please.";
  if (rest === 0) return "Adds up to 100%.";
  return rest > 0 ? `${rest}% left to spread` : `${-rest}% too much`;
}

// Small words that several widgets say.

/** How a case can end. */
export const OUTCOMES = { safe: "Safe", "not-checked": "A red flag was not checked", harm: "Harm was done", unsafe: "Unsafe" };

/** A share of one: 0.466 is "47%". */
export const percent = (share) => `${Math.round(100 * share)}%`;
export const counted = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

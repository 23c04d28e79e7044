// How a case can end, in words.
export const OUTCOMES = { safe: "Safe", "not-checked": "A red flag was not checked", harm: "Harm was done", unsafe: "Unsafe" };

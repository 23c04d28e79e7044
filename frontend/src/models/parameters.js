// Reads a model's data file, whose parameters are objects {value, range, …}, whether or not the build has stripped them.

const isParameter = (node) => node !== null && typeof node === "object" && !Array.isArray(node) && "value" in node;

/** The same tree with every parameter replaced by its value; prose at the top of the file is dropped. */
export function valuesOf(node) {
  if (isParameter(node)) return node.value;
  if (node === null || typeof node !== "object" || Array.isArray(node)) return node;
  const entries = Object.entries(node).filter(([name]) => !["schema", "about", "note"].includes(name));
  return Object.fromEntries(entries.map(([name, child]) => [name, valuesOf(child)]));
}

/** {name: [lowest, highest]} of the parameters of one section; those without a range are left out. */
export function rangesOf(section) {
  return Object.fromEntries(Object.entries(section).filter(([, { range }]) => range).map(([name, { range }]) => [name, range]));
}

/** Throws a RangeError that names the quantity, what was given and what is allowed. */
export function checkNumber(name, value, [low, high], { whole = false } = {}) {
  const fits = typeof value === "number" && value >= low && value <= high && (!whole || Number.isInteger(value));
  if (!fits) throw new RangeError(`${name}: ${shown(value)} is not a ${whole ? "whole number" : "number"} from ${low} to ${high}`);
}

/** Throws a RangeError if `given` has a name that is not among `known`. */
export function checkNames(what, given, known) {
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) throw new RangeError(`${name}: no such ${what}; there are ${known.join(", ")}`);
  }
}

const shown = (value) => (typeof value === "string" ? JSON.stringify(value) : String(value));

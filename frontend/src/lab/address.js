// A setting in the page's address, "#ex-one-pulse&kv7_pct=60&nap_x=2": written for sharing, read with suspicion.
import { fitted } from "./values.js";

const LONGEST = 1000;

const written = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function whatFits(control) {
  if (control.kind === "range") return `a number from ${control.min} to ${control.max}`;
  return `one of ${(control.options ?? [{ value: true }, { value: false }]).map(({ value }) => value).join(", ")}`;
}

/**
 * What the address says about explorer `id`: null when it speaks of something else, otherwise { values, problems }:
 * settings that fit, and one plain sentence for each that does not.
 */
export function readAddress(hash, id, controls) {
  const [head, ...pairs] = String(hash).slice(0, LONGEST).replace(/^#/, "").split("&");
  if (written(head) !== id) return null;
  const values = {};
  const problems = [];
  for (const pair of pairs) {
    const [name, raw] = [pair.split("=", 1)[0], pair.slice(pair.indexOf("=") + 1)].map((part) => written(part).slice(0, 24));
    const control = controls.find((each) => each.id === name);
    const value = control && fitted(control, raw);
    if (!control) problems.push(`This explorer has no setting “${name}”.`);
    else if (value === undefined) problems.push(`“${name} = ${raw}” does not fit: it must be ${whatFits(control)}.`);
    else values[name] = value;
  }
  return { values, problems: [...new Set(problems)].slice(0, 3) };
}

/** The address of a setting; what stands as it started is left out. */
export function writeAddress(id, controls, values) {
  const changed = controls.filter((control) => values[control.id] !== control.value);
  return `#${[id, ...changed.map((control) => `${control.id}=${encodeURIComponent(values[control.id])}`)].join("&")}`;
}

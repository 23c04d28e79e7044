// The settings of an explorer: which there are, how they start, and what a stored, linked or typed-in setting must look like to count.

/** The description's controls, then the bench's own that the description does not name. */
export function allControls(payload, bench) {
  const named = payload.controls ?? [];
  return [...named, ...(bench.controls ?? []).filter((own) => !named.some(({ id }) => id === own.id))];
}

export const startValues = (controls) => Object.fromEntries(controls.map(({ id, value }) => [id, value]));

function inRange({ min, max, step = 1 }, raw) {
  const number = typeof raw === "string" && /^[-+]?\d{1,9}(\.\d{1,9})?$/.test(raw) ? Number(raw) : raw;
  if (typeof number !== "number" || !(number >= min && number <= max)) return undefined;
  return Math.min(max, Number((min + Math.round((number - min) / step) * step).toFixed(6)));
}

/** `raw` (of any type, from anywhere) as `control` would hold it, or undefined when it does not fit. */
export function fitted(control, raw) {
  if (control.kind === "range") return inRange(control, raw);
  const allowed = control.kind === "switch" ? [true, false] : control.options.map(({ value }) => value);
  return allowed.find((value) => value === raw || (typeof raw === "string" && String(value) === raw));
}

/** What of `values` fits, over the start. */
export function fittedValues(controls, values) {
  const start = startValues(controls);
  if (values === null || typeof values !== "object") return start;
  return Object.fromEntries(controls.map((control) => [
    control.id, (Object.hasOwn(values, control.id) ? fitted(control, values[control.id]) : undefined) ?? start[control.id],
  ]));
}

/** 60 and "% of normal" → "60% of normal"; 2.5 and "µM" → "2.5 µM". */
export function withUnit(value, unit = "") {
  const written = String(Number(value.toPrecision(6))).replace("-", "−");
  return `${written}${unit === "" || unit.startsWith("%") ? "" : "\u00a0"}${unit}`;
}

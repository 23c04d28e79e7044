// From the settings of an explorer to an axon and its stimulus. The twin of src/pnh/models/controls.py.
import data from "../../../data/models/axon.json" with { type: "json" };
import { axonParameters, presets } from "./axon.js";
import { checkNames, checkNumber, rangesOf, valuesOf } from "./parameters.js";

/** What every control stands at when nothing is said, and [lowest, highest] of those that are numbers. */
export const controlDefaults = valuesOf(data.controls);
export const controlRanges = rangesOf(data.controls);
const WHOLE = ["seed", "stimuli"];

/** All controls, complete and checked: the defaults, but for what is given. Throws a RangeError for what cannot be. */
export function controlValues(given = {}) {
  checkNames("control", given, Object.keys(controlDefaults));
  for (const [id, value] of Object.entries(given)) {
    if (id in controlRanges) checkNumber(id, value, controlRanges[id], { whole: WHOLE.includes(id) });
  }
  const values = { ...controlDefaults, ...given };
  if (typeof values.accumulation !== "boolean") throw new RangeError(`accumulation: ${values.accumulation} is not true or false`);
  if (!Object.hasOwn(presets, values.patient)) {
    throw new RangeError(`patient: ${values.patient} is not one of ${Object.keys(presets).join(", ")}`);
  }
  return values;
}

/**
 * {parameters, stimulus} of these settings. A patient other than healthy brings their own channels, whatever the sliders
 * say of them; a sodium block then takes its share. stimulus: {pulse_pa, noise_pa, seed, rate_hz, stimuli}.
 */
export function axonFrom(given) {
  const v = controlValues(given);
  const channels = { kv7_x: v.kv7_pct / 100, kv1_x: v.kv1_pct / 100, persistent_sodium_x: v.nap_x, ...presets[v.patient] };
  channels.persistent_sodium_x *= 1 - v.sodium_block_pct / 100;
  const { carbamazepine_um, kv7_shift_mv, pulse_pa, noise_pa, seed, rate_hz, stimuli } = v;
  const hypothesis = v.accumulation ? {} : { accumulation_mm_per_pc: 0 };
  return {
    parameters: axonParameters({ ...channels, carbamazepine_um, kv7_shift_mv, ...hypothesis }),
    stimulus: { pulse_pa, noise_pa, seed, rate_hz, stimuli },
  };
}

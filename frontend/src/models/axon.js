// The motor axon in the page: its parameters, checked, and runs of it. The twin of src/pnh/models/axon.py and
// axon_parameters.py, equal to 1e-6 mV on the traces in data/models/golden. The equations are in axon_engine.js.
import data from "../../../data/models/axon.json" with { type: "json" };
import { axonEngine } from "./axon_engine.js";
import { checkNames, checkNumber, rangesOf, valuesOf } from "./parameters.js";

export { axonEngine };

/** The model's constants and defaults, as in data/models/axon.json, values only. */
export const axonModel = valuesOf(data);
export const parameterRanges = rangesOf(data.parameters);
export const presets = axonModel.presets;
export const runRanges = rangesOf(data.run);
const engine = axonEngine();

/** A frozen set of parameters: the defaults, but for what is given. Throws a RangeError for what cannot be. */
export function axonParameters(given = {}) {
  const { model = axonModel, ...values } = given;
  checkNames("parameter", values, Object.keys(parameterRanges));
  for (const [name, value] of Object.entries(values)) checkNumber(name, value, parameterRanges[name]);
  return Object.freeze({ ...axonModel.parameters, ...values, model });
}

/** The parameters of a preset: "healthy", "latent", "cfs-like" or "isaacs-like". */
export function presetParameters(name) {
  checkNames("preset", { [name]: 0 }, Object.keys(presets));
  return axonParameters(presets[name]);
}

/** The options of a run, complete and checked: {duration_ms, pulses_ms, pulse_pa, pulse_ms, noise_pa, seed, step_ms, settle_ms}. */
export function runOptions(given = {}) {
  const { onChunk, chunk_ms: chunk = 100, ...options } = given;
  const all = { ...axonModel.run, pulses_ms: [], seed: 1, ...options };
  checkNames("option", options, Object.keys(all).filter((name) => name in axonModel.run || name === "pulses_ms" || name === "seed"));
  for (const [name, range] of Object.entries(runRanges)) checkNumber(name, all[name], range);
  checkNumber("seed", all.seed, [0, 0xffffffff], { whole: true });
  checkNumber("chunk_ms", chunk, [all.step_ms, Infinity]);
  const pulses = Array.from(all.pulses_ms);
  pulses.forEach((at, i) => {
    checkNumber("pulses_ms", at, [0, all.duration_ms]);
    if (i > 0 && at < pulses[i - 1] + all.pulse_ms) {
      throw new RangeError(`pulses_ms: ${at} after ${pulses[i - 1]}; pulses must follow one another by at least pulse_ms (${all.pulse_ms})`);
    }
  });
  const samples = all.duration_ms / all.step_ms, most = axonModel.numerics.most_samples;
  if (samples > most) throw new RangeError(`duration_ms: ${all.duration_ms} at step_ms ${all.step_ms} makes more than ${most} samples`);
  return { ...all, pulses_ms: pulses, chunk_ms: chunk, onChunk };
}

/** The resting state of an axon, to start several runs from (the third argument of `simulate` and `start`). */
export const settle = (parameters, ms = axonModel.run.settle_ms) => engine.settle(axonParameters(parameters), ms);

/** A run to be taken in pieces, see `start` in axon_engine.js. */
export const start = (parameters, options, settled) => engine.start(axonParameters(parameters), runOptions(options), settled);

/**
 * A whole run. Returns {voltage_mv, spikes_ms, step_ms, duration_ms, samples}: `voltage_mv[k]` is the potential of the
 * node at k · step_ms (Float64Array), `spikes_ms` the times at which it rose through -20 mV.
 */
export const simulate = (parameters, options, settled) => engine.simulate(axonParameters(parameters), runOptions(options), settled);

/** The lumped circuit of the model, in pF and nS. */
export const axonCircuit = () => engine.circuit(axonModel);

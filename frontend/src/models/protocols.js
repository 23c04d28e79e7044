// Experiments on the axon and what is measured in them. The twin of src/pnh/models/protocols.py.
import { axonModel, runRanges, settle, simulate } from "./axon.js";
import { checkNumber } from "./parameters.js";

const { pulse_at_ms: PULSE_AT, quiet_ms: QUIET, burst_spikes: BURST, event_gap_ms: GAP, train_tail_ms: TAIL, ...P } = axonModel.protocols;

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const intervals = (spikes) => spikes.slice(1).map((time, i) => time - spikes[i]);
const highest = (voltage) => voltage.reduce((top, mv) => (mv > top ? mv : top), -Infinity);

/**
 * How an axon answers one stimulus: "spontaneous" (it fired before), "no-response", "endless" (still firing at the end),
 * "none" (one spike, no after-discharge), "few" (2 to 9 spikes) or "burst" (10 or more, and it ends).
 */
export function afterDischargeClass(spikes_ms, pulse_at_ms = PULSE_AT, duration_ms = P.single_pulse_ms) {
  const after = spikes_ms.filter((time) => time >= pulse_at_ms);
  if (after.length < spikes_ms.length) return "spontaneous";
  if (after.length === 0) return "no-response";
  if (after.length > 1 && after[after.length - 1] > duration_ms - QUIET) return "endless";
  if (after.length === 1) return "none";
  return after.length < BURST ? "few" : "burst";
}

/** What is read from a single-pulse run; `last_spike_ms` counts from the stimulus, `rate_hz` is the median within the burst. */
export function singlePulseMeasures({ spikes_ms, voltage_mv, duration_ms }, pulse_at_ms = PULSE_AT) {
  const after = spikes_ms.filter((time) => time >= pulse_at_ms);
  const last = after[after.length - 1];
  return {
    spikes: after.length,
    ends: spikes_ms.every((time) => time <= duration_ms - QUIET),
    last_spike_ms: after.length ? last - pulse_at_ms : null,
    rate_hz: after.length > 1 ? 1000 / median(intervals(after)) : null,
    class: afterDischargeClass(spikes_ms, pulse_at_ms, duration_ms),
    peak_mv: highest(voltage_mv),
    end_mv: voltage_mv[voltage_mv.length - 1],
  };
}

/** One stimulus at 20 ms, 400 ms recorded: {trace, measures}. Options as of `simulate`. */
export function singlePulse(parameters, options = {}, settled) {
  const trace = simulate(parameters, { duration_ms: P.single_pulse_ms, ...options, pulses_ms: [PULSE_AT] }, settled);
  return { trace, measures: singlePulseMeasures(trace) };
}

/** The options of a train: stimuli at `rate_hz` from 20 ms on, and the time after the last one. */
export function trainOptions(rate_hz, stimuli = 10, options = {}) {
  checkNumber("rate_hz", rate_hz, [0.1, 100]);
  checkNumber("stimuli", stimuli, [1, 100], { whole: true });
  const period = 1000 / rate_hz;
  const pulses_ms = Array.from({ length: stimuli }, (_, i) => PULSE_AT + i * period);
  return { ...options, pulses_ms, duration_ms: pulses_ms[stimuli - 1] + Math.max(TAIL, period) };
}

/** What is read from a train, also from one that is still running: `spikes_per_stimulus` has one entry per stimulus. */
export function trainMeasures({ spikes_ms, samples, voltage_mv }, pulses_ms) {
  const counts = pulses_ms.map((from, i) => spikes_ms.filter((time) => time >= from && !(time >= pulses_ms[i + 1])).length);
  return {
    spikes: spikes_ms.length,
    spikes_per_stimulus: counts,
    extra_spikes: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    stimuli_with_after_discharge: counts.filter((count) => count > 1).length,
    done: samples === voltage_mv.length,
  };
}

/** Repetitive nerve stimulation: {trace, pulses_ms, measures}. */
export function repetitiveStimulation(parameters, rate_hz, stimuli = 10, options = {}) {
  const train = trainOptions(rate_hz, stimuli, options);
  const trace = simulate(parameters, train);
  return { trace, pulses_ms: train.pulses_ms, measures: trainMeasures(trace, train.pulses_ms) };
}

/** Spikes gathered into events: a pause longer than 40 ms begins a new one. Returns a list of lists of times. */
export function events(spikes_ms) {
  const groups = [];
  spikes_ms.forEach((time, i) => {
    if (i > 0 && time - spikes_ms[i - 1] <= GAP) groups[groups.length - 1].push(time);
    else groups.push([time]);
  });
  return groups;
}

/** What is read from a noise run: events, and how many of them are single spikes, doublets, or multiplets of 3 and more (groups: both). */
export function noiseMeasures({ spikes_ms }) {
  const sizes = events(spikes_ms).map((group) => group.length);
  return {
    spikes: spikes_ms.length,
    events: sizes.length,
    singles: sizes.filter((size) => size === 1).length,
    doublets: sizes.filter((size) => size === 2).length,
    multiplets: sizes.filter((size) => size > 2).length,
    groups: sizes.filter((size) => size > 1).length,
  };
}

/** An axon under membrane noise, with no stimulus: {trace, events, measures}. */
export function noiseRun(parameters, noise_pa, seed = 1, seconds = P.noise_seconds, options = {}) {
  const trace = simulate(parameters, { ...options, duration_ms: seconds * 1000, noise_pa, seed, pulses_ms: [] });
  return { trace, events: events(trace.spikes_ms), measures: noiseMeasures(trace) };
}

/** The smallest stimulus (pA, to 0.25 pA) that makes the axon fire; 0 if it fires without one, null if nothing does. */
export function thresholdPa(parameters, pulse_ms = axonModel.run.pulse_ms) {
  const resting = settle(parameters);
  const at = 1;
  const fires = (pulse_pa) => simulate(parameters, {
    pulse_pa, pulse_ms, pulses_ms: [at], duration_ms: at + pulse_ms + P.threshold_window_ms, step_ms: P.threshold_step_ms,
  }, resting).spikes_ms.length > 0;
  let [low, high] = runRanges.pulse_pa;
  if (fires(low)) return 0;
  if (!fires(high)) return null;
  while (high - low > P.threshold_accuracy_pa) {
    const middle = (low + high) / 2;
    if (fires(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Thresholds at several lengths of the stimulus, and Weiss' line through the charges: charge = rheobase · (length + tau).
 * Stimulus into a space-clamped axon: tau is about twice that of human nerves and is not to be shown as a human number.
 */
export function strengthDuration(parameters, durations_ms = [0.05, 0.1, 0.2, 0.5, 1]) {
  const thresholds_pa = durations_ms.map((ms) => thresholdPa(parameters, ms));
  const charges = thresholds_pa.map((pa, i) => pa * durations_ms[i]);
  const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const meanMs = mean(durations_ms), meanCharge = mean(charges);
  const slope = mean(durations_ms.map((ms, i) => (ms - meanMs) * (charges[i] - meanCharge)))
    / mean(durations_ms.map((ms) => (ms - meanMs) ** 2));
  return { durations_ms, thresholds_pa, rheobase_pa: slope, tau_ms: meanCharge / slope - meanMs };
}

// The seventeen kinds of recording, and recordings put together from them or from an axon's spikes. Twin of kinds.py.
import { draws } from "../generator.js";
import { checkNumber } from "../parameters.js";
import { chainPotential, fibrePotential, positiveWave, ripplePotential } from "./fibre.js";
import { checkSeconds, kinds, rate } from "./parameters.js";
import { baseline, place } from "./recording.js";
import { rhythms } from "./rhythm.js";
import { drawnUnit, motorUnitPotential } from "./unit.js";

/** The ids, in the order of data/models/emg.json. */
export const KINDS = Object.keys(kinds);

const shapes = { fibre: fibrePotential, chain: chainPotential, "positive-wave": positiveWave };
const familyPotential = (family, draw) => motorUnitPotential(drawnUnit(family, draw), draw.integer(0, 0xffffffff));

/** The trains of one kind: [{times_s, potential_uv, gains?}], without noise. */
function trainsOf(name, seed, seconds) {
  const kind = kinds[name];
  if (!KINDS.includes(name)) throw new RangeError(`kind: ${name} is not one of ${KINDS.join(", ")}`);
  checkSeconds(seconds);
  const draw = draws(seed);
  const phase = draw.uniform();
  const trains = [];
  const rhythm = rhythms[kind.rhythm];
  for (let n = rhythm ? kind.units ?? 1 : 0; n; n -= 1) {
    const { times, gains } = rhythm(kind, draw, seconds, phase);
    const shape = shapes[kind.made_of];
    trains.push({ times_s: times, gains, potential_uv: shape ? shape(kind, draw) : familyPotential(kind.made_of, draw) });
  }
  if (kind.ripple_hz) {
    const times_s = [];
    const gains = [];
    for (let t = draw.exponential(1 / kind.ripple_hz); t < seconds; t += draw.exponential(1 / kind.ripple_hz)) {
      times_s.push(t);
      gains.push(draw.exponential(kind.ripple_uv));
    }
    trains.push({ times_s, gains, potential_uv: ripplePotential(kind.ripple_ms) });
  }
  return trains;
}

/** One recording: {kind, signal_uv, rate_hz, trains: [{times_s, potential_uv}]}. */
export function emg(kind, { seed = 1, seconds = 2 } = {}) {
  return recorded(kind, seed, seconds, [{ trains: trainsOf(kind, seed, seconds) }]);
}

function recorded(kind, seed, seconds, parts) {
  const signal_uv = baseline(seed, seconds);
  for (const { trains, from_s } of parts) trains.forEach((train) => place(signal_uv, train, from_s));
  return { kind, signal_uv, rate_hz: rate, trains: parts.flatMap(({ trains }) => trains) };
}

const spiking = (times_s, seed) => {
  times_s.forEach((time) => checkNumber("spike time", time, [0, 1e9]));
  const draw = draws(seed);
  return [{ times_s: [...times_s], potential_uv: familyPotential("normal", draw) }];
};

/** What a needle records when one normal unit follows these spikes of its axon; spikes after `seconds` are left out. */
export function fromSpikes(times_s, { seed = 1, seconds = 2 } = {}) {
  checkSeconds(seconds);
  return recorded("axon", seed, seconds, [{ trains: spiking(times_s, seed) }]);
}

/** One recording from parts {kind, seed, from_s, to_s}; an axon's part, {kind: "axon", spikes_s, …}, brings its spikes. */
export function compose(parts, { seconds = 2, seed = 1 } = {}) {
  checkSeconds(seconds);
  return recorded("composed", seed, seconds, parts.map((part, n) => {
    const { kind, from_s = 0, to_s = seconds } = part;
    checkNumber("from_s", from_s, [0, seconds]);
    checkNumber("to_s", to_s, [from_s, seconds]);
    const twin = parts.slice(0, n).find((other) => other.kind === kind && (other.from_s ?? 0) < to_s && from_s < (other.to_s ?? seconds));
    if (twin) throw new RangeError(`parts: two parts of the kind ${kind} overlap; make them one, or set them apart`);
    if (kind === "axon" && !Array.isArray(part.spikes_s)) throw new RangeError("spikes_s: an axon part of the page brings the times of its spikes, in seconds");
    const length = to_s - from_s;
    const own = part.seed ?? seed + n + 1;
    return { from_s, trains: kind === "axon" ? spiking(part.spikes_s.filter((time) => !(time >= length)), own) : trainsOf(kind, own, length) };
  }));
}

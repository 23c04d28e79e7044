// The microcramp thought model, a HYPOTHESIS made computable: the twin of src/pnh/models/microcramp.py, where it is told.
import data from "../../../data/models/microcramp.json" with { type: "json" };
import { uniformsFrom } from "./generator.js";
import { numbersOf } from "./thought.js";

const TWITCH_S = 0.5;  // after this a twitch is over

export const settings = numbersOf(data.numbers);

/** What the model says at these settings, without chance. */
export function measures(values) {
  const { foci, fibres, fibre_mn, synchrony, threshold_mn, sites, twitch_ms, rate_hz, spell_s, duty, belly_mm, reach_mm } = settings(values);
  const shared = synchrony ** 2;
  const focusMn = fibres * fibre_mn, twitchS = twitch_ms / 1000;
  const area = Math.E * twitchS, square = (Math.E ** 2 * twitchS) / 4;
  const rest = duty * (1 - duty);
  const spells = (rate_hz * area) ** 2 * rest * (1 - (1.5 * twitchS) / spell_s);
  const alone = rate_hz * square * duty + spells;
  const paired = shared * (rate_hz * square * (duty ** 2 + shared * rest) + spells);
  const variance = foci * alone + foci * (foci - 1) * paired;
  const fluctuation_mn = focusMn * Math.sqrt(variance);
  const met = foci * duty * (reach_mm / belly_mm) ** 2;
  return {
    mean_mn: foci * focusMn * duty * rate_hz * area,
    fluctuation_mn,
    visible: fluctuation_mn >= threshold_mn,
    exponent: (foci * alone + foci * (2 * foci - 1) * paired) / (2 * variance),
    active: foci * duty,
    site_pct: 100 * (1 - Math.exp(-met)),
    found_pct: 100 * (1 - Math.exp(-met * sites)),
  };
}

/** The force in mN at each step, as the seed draws it. */
export function force(values) {
  const { foci, fibres, fibre_mn, synchrony, twitch_ms, rate_hz, spell_s, duty, shown_s, step_ms, seed } = settings(values);
  const uniform = uniformsFrom(seed);
  const stepS = step_ms / 1000, tail = Math.round(TWITCH_S / stepS);  // a run-up, so that what is drawn begins as it goes on
  const steps = tail + Math.round(shown_s / stepS), spell = Math.round(spell_s / stepS);
  const some = (count, chance) => Array.from({ length: count }, () => uniform() < chance);
  const states = some(Math.ceil(steps / spell), duty);
  const beats = some(steps, rate_hz * stepS);
  const twitches = new Float64Array(steps);
  states.forEach((state, number) => {
    let active = 0;
    for (let i = 0; i < foci; i += 1) active += uniform() < synchrony ? state : uniform() < duty;
    const own = active * rate_hz * (1 - synchrony) * stepS;
    for (let step = number * spell; step < Math.min((number + 1) * spell, steps); step += 1) {
      twitches[step] = poisson(uniform, own);
      if (beats[step]) for (let i = 0; i < active; i += 1) twitches[step] += uniform() < synchrony;
    }
  });
  const shape = Array.from({ length: tail }, (_, i) => {
    const time = (i * step_ms) / twitch_ms;
    return fibres * fibre_mn * time * Math.exp(1 - time);
  });
  return twitches.map((_, at) => shape.reduce((sum, height, i) => (i > at ? sum : sum + height * twitches[at - i]), 0)).subarray(tail);
}

function poisson(uniform, mean) {
  let left = uniform(), count = 0, chance = Math.exp(-mean);
  while (left >= chance && count < 10 * mean + 20) {
    left -= chance;
    count += 1;
    chance *= mean / count;
  }
  return count;
}

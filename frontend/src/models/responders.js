// A series of responders: the twin of src/pnh/models/responders.py, where it is told.
import data from "../../../data/models/responders.json" with { type: "json" };
import { draws } from "./generator.js";
import { numbersOf } from "./thought.js";

const settings = numbersOf(data.numbers);
const clip = (score) => Math.min(100, Math.max(0, score));
const mean = (list) => (list.length ? list.reduce((sum, each) => sum + each, 0) / list.length : null);
let drawn;  // the same people every time

/** [{ before, after, responder }, …]: everybody treated at these settings. */
export function series(values) {
  const { people, seed, mean: middle, between, noise, effect, placebo, entry, rule_pct } = settings(values);
  drawn ??= draws(seed).normals(3 * people);
  const treated = [];
  for (let i = 0; i < drawn.length; i += 3) {
    const usual = middle + between * drawn[i];
    const before = clip(usual + noise * drawn[i + 1]);
    const after = clip(usual + noise * drawn[i + 2] - effect - placebo);
    if (before > entry) treated.push({ before, after, responder: before - after >= (before * rule_pct) / 100 });
  }
  return treated;
}

const chosen = (all) => all.filter(({ responder }) => responder);
const fall = (whom) => mean(whom.map(({ before, after }) => before - after));

/** { fall_all, fall_responders }: mean fall in points, null where nobody was. */
export const falls = (all) => ({ fall_all: fall(all), fall_responders: fall(chosen(all)) });

/** What such a series would say. */
export function measures(values, all = series(values)) {
  const some = chosen(all);
  const inert = chosen(series({ ...values, effect: 0 })).length;
  const alone = values.show === "responders";
  const ratio = alone ? 1 : inert ? some.length / inert : null;
  const { fall_all, fall_responders } = falls(all);
  return {
    treated: all.length,
    responders: some.length,
    responders_pct: all.length ? (100 * some.length) / all.length : null,
    fall_all,
    fall_responders,
    fall_shown: alone ? fall_responders : fall_all,
    excess: fall_all === null ? null : fall_all - settings(values).effect,
    likelihood_ratio: some.length ? ratio : null,
  };
}

// One motor unit at a setting of the builder: its fibres, the potential they give together, and how long that potential lasts where.
import { motorUnit, measureUnit, fibresPotential, unitFibres } from "../../models/emg/index.js";
import { measures as criteria } from "../../models/emg/parameters.js";
import { baseline, place } from "../../models/emg/recording.js";
import { RATE_HZ } from "../sound.js";

const SEED = 1;  // as in Python and in the printed picture
const SOUND_S = 2;
const DISCHARGES_PER_S = 8;
const RANGES_UV = [250, 500, 1000, 2500, 5000, 10000, 25000];
export const NEGATIVE_SHARE = 0.66;  // of a picture's height: the main peak is negative

/** { fibres, potential, measures, from_ms, unit }; from_ms: where the potential first leaves the band in which it does not count. */
export function unitAt({ fibres, scatter_mm, needle_mm, fibre_um }) {
  const fields = { fibres, end_plate_scatter_mm: scatter_mm, needle_offset_mm: needle_mm, fibre_diameter_um: fibre_um };
  const laid = unitFibres(fields, SEED);
  const potential = fibresPotential(laid);
  const first = potential.findIndex((uv) => Math.abs(uv) > criteria.duration_uv);
  return { fibres: laid, potential, measures: measureUnit(potential), from_ms: (first * 1000) / RATE_HZ, unit: motorUnit(fields) };
}

/** What the height of the picture stands for, in µV: the smallest round value into which all of them fit. */
export const rangeFor = (potentials) => RANGES_UV.find((range) =>
  potentials.every((potential) => Math.min(...potential) >= -NEGATIVE_SHARE * range && Math.max(...potential) <= (1 - NEGATIVE_SHARE) * range)) ?? RANGES_UV.at(-1);

/** The discharge over and over, evenly, as a needle would record it. */
export function repeated(potential_uv) {
  const signal = baseline(SEED, SOUND_S);
  const times_s = Array.from({ length: SOUND_S * DISCHARGES_PER_S }, (_, i) => (i + 0.5) / DISCHARGES_PER_S);
  place(signal, { times_s, potential_uv });
  return signal;
}

// One muscle fibre: two waves run from its end-plate past the needle. Equations: src/pnh/models/emg/fibre.py, the twin.
import { fibre as f, pick, rate, sampling, table as grid } from "./parameters.js";

/** Samples of one stored potential. */
export const SAMPLES = (sampling.potential_ms * rate) / 1000;
const { asinh, exp, floor, hypot, log, max, min } = Math;
const onset = Float64Array.from({ length: SAMPLES }, (_, i) => 1 - exp(-(((i * 1000) / rate / f.onset_ms) ** 2)));

let rows;
/** What a concentric needle records from a front at each place, for fibres at growing distance; made once. */
function table() {
  if (rows) return rows;
  const behind = floor(f.source_mm / grid.step_mm + 0.5);
  const source = Float64Array.from({ length: behind + 1 }, (_, i) => {
    const s = i * grid.step_mm;
    return f.source_scale * exp(-s) * s * (s * s - 6 * s + 6) * grid.step_mm;
  });
  rows = Array.from({ length: grid.rows }, (_, row) => {
    const r = grid.nearest_mm * grid.ratio ** row;
    const weight = Float64Array.from({ length: grid.columns + behind }, (_, i) => {
      const z = grid.from_mm - f.source_mm + i * grid.step_mm;
      return (asinh((z + f.core_half_mm) / r) - asinh((z - f.core_half_mm) / r)) / (2 * f.core_half_mm)
        - asinh(f.cannula_mm / hypot(r, z)) / f.cannula_mm;
    });
    return Float64Array.from({ length: grid.columns }, (_, column) => {
      let sum = 0;
      for (let i = 0; i <= behind; i += 1) sum += source[i] * weight[column + behind - i];
      return sum;
    });
  });
  return rows;
}

/** Adds a fibre to `out`: end-plate `start_mm` from the needle (negative: before it), set off at sample `delay`. */
export function addFibre(out, radius_mm, start_mm, velocity, size, delay = 0) {
  const place = min(max(log(radius_mm / grid.nearest_mm) / log(grid.ratio), 0), grid.rows - 1.001);
  const row = floor(place);
  const near = table()[row];
  const far = rows[row + 1];
  const at = (j) => near[j] + (place - row) * (far[j] - near[j]);
  const step = (velocity * 1000) / rate / grid.step_mm;
  for (const start of [start_mm, -start_mm]) {
    const first = (start - grid.from_mm) / grid.step_mm;
    const last = min(out.length - delay, (grid.columns - 1 - first) / step);
    for (let i = max(0, Math.ceil(-first / step)); i < last; i += 1) {
      const column = first + i * step;
      const j = floor(column);
      out[i + delay] += size * onset[i] * (at(j) + (column - j) * (at(j + 1) - at(j)));
    }
  }
}

const scaled = (wave, amplitude_uv) => {
  const by = amplitude_uv / (max(...wave) - min(...wave));
  return wave.map((value) => value * by);
};

/** A single fibre of a kind, peak to peak as the kind says. */
export function fibrePotential(kind, draw) {
  const wave = new Float64Array(SAMPLES);
  addFibre(wave, pick(draw, kind.radius_mm), -pick(draw, kind.distance_mm), pick(draw, kind.velocity_m_per_s), 1);
  return scaled(wave, pick(draw, kind.amplitude_uv));
}

/** Several fibres, each set off by the one before. */
export function chainPotential(kind, draw) {
  const out = new Float64Array(SAMPLES);
  let delay = 0;
  for (let n = draw.integer(...kind.fibres); n; n -= 1) {
    const wave = fibrePotential(kind, draw);
    for (let i = delay; i < SAMPLES; i += 1) out[i] += wave[i - delay];
    delay += floor((draw.exponential(kind.gap_ms) * rate) / 1000 + 0.5);
  }
  return out;
}

const swell = (x) => (x > 0 ? x * exp(1 - x) : 0);

/** A positive sharp wave: sharp and positive first, then a long low negative tail. */
export function positiveWave(kind, draw) {
  const rise = pick(draw, kind.rise_ms);
  const tail = pick(draw, kind.width_ms) / 5;
  const wave = Float64Array.from({ length: SAMPLES }, (_, i) => {
    const ms = (i * 1000) / rate;
    return swell(ms / rise) - kind.tail_share * swell(ms / tail);
  });
  return scaled(wave, pick(draw, kind.amplitude_uv));
}

/** A small negative potential at the end-plate, of size 1. */
export const ripplePotential = (tau_ms) =>
  Float64Array.from({ length: SAMPLES / 5 }, (_, i) => -swell((i * 1000) / rate / tau_ms));

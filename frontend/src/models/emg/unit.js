// A motor unit: many fibres, one discharge. Twin of src/pnh/models/emg/unit.py.
import { draws } from "../generator.js";
import { checkNames, checkNumber } from "../parameters.js";
import { SAMPLES, addFibre } from "./fibre.js";
import { fibre as f, measures, pick, rate, unitRanges, units } from "./parameters.js";

const { PI, abs, cos, floor, hypot, max, min, sin } = Math;
const within = (value, [low, high]) => min(max(value, low), high);
const names = Object.keys(unitRanges);
const built = (field) => Object.fromEntries(names.map((name) => [name, name === "fibres" ? floor(field(name)) : field(name)]));

/** The middle of what a normal unit is drawn from; `{...}` replaces single fields. */
export function motorUnit(fields = {}) {
  checkNames("field of a motor unit", fields, names);
  const unit = { ...built((name) => (pick({ uniform: () => 0.5 }, units.normal[name]))), ...fields };
  for (const name of names) checkNumber(name, unit[name], unitRanges[name], { whole: name === "fibres" });
  return unit;
}

/** One unit of a family: normal, neurogenic, myopathic, fragment. */
export const drawnUnit = (family, draw) => built((name) => pick(draw, units[family][name]));

/** Where the fibres of a unit lie, across ({x_mm, y_mm} from its middle) and along (start_mm, their end-plates), and how each conducts. */
export function unitFibres(fields, seed = 1) {
  const unit = motorUnit(fields);
  const draw = draws(seed);
  const n = unit.fibres;
  const radii = draw.uniforms(n);
  const angles = draw.uniforms(n);
  const group = draw.normals(n);
  const thickness = draw.normals(n);
  const pace = 1 + f.velocity_cv * draw.normal();
  const endPlates = draw.normals(n);
  const delays = draw.normals(n);
  return Array.from({ length: n }, (_, i) => {
    const grouped = i < floor(n * unit.grouped_share);
    const radius = grouped ? abs(unit.needle_offset_mm + f.group_mm * group[i]) : (unit.territory_mm / 2) * Math.sqrt(radii[i]);
    const angle = (grouped ? f.group_angle : 2 * PI) * (angles[i] - 0.5);
    const x_mm = radius * cos(angle);
    const y_mm = radius * sin(angle);
    const diameter_um = within(unit.fibre_diameter_um + unit.fibre_diameter_sd_um * thickness[i], f.diameter_limits_um);
    return {
      x_mm, y_mm, diameter_um,
      distance_mm: max(hypot(x_mm - unit.needle_offset_mm, y_mm), f.nearest_mm),
      start_mm: unit.end_plate_scatter_mm * endPlates[i] - f.needle_from_end_plate_mm,
      velocity: within(f.velocity_m_per_s + f.velocity_slope * (diameter_um - f.diameter_um), f.velocity_limits) * pace,
      size: f.amplitude_uv * (diameter_um / f.diameter_um) ** 2,
      delay: floor((unit.terminal_delay_ms * abs(delays[i]) * rate) / 1000 + 0.5),
    };
  });
}

/** The potential that fibres give together at the needle, in µV, from the moment the end-plates are set off. */
export function fibresPotential(fibres) {
  const out = new Float64Array(SAMPLES);
  for (const { distance_mm, start_mm, velocity, size, delay } of fibres) addFibre(out, distance_mm, start_mm, velocity, size, delay);
  return out;
}

/** The potential of one discharge of a unit. */
export const motorUnitPotential = (fields, seed) => fibresPotential(unitFibres(fields, seed));

/** {amplitude_uv, duration_ms, phases}: peak to peak; time beyond ±10 µV; swings of more than 5 % of the amplitude. */
export function measureUnit(potential) {
  const amplitude_uv = max(...potential) - min(...potential);
  const beyond = (level) => [...potential.keys()].filter((i) => abs(potential[i]) > level);
  const lasting = beyond(measures.duration_uv);
  const signs = beyond(measures.phase_share * amplitude_uv).map((i) => potential[i] > 0);
  return {
    amplitude_uv,
    duration_ms: lasting.length ? ((lasting.at(-1) - lasting[0]) * 1000) / rate : 0,
    phases: signs.filter((sign, i) => sign !== signs[i - 1]).length,
  };
}

// When units discharge: {times, gains} in seconds and shares of full size. Twin of src/pnh/models/emg/rhythm.py.
import { pick } from "./parameters.js";

const { PI, exp, max, min, sin } = Math;
const refractory_s = 0.003;

function steady(kind, draw, seconds) {
  const times = [];
  let interval = 1 / pick(draw, kind.rate_hz);
  for (let t = draw.uniform() * interval; t < seconds; interval *= kind.slowing ?? 1) {
    times.push(t);
    t += max(refractory_s, interval * (1 + kind.interval_cv * draw.normal()));
  }
  return { times };
}

function irregular(kind, draw, seconds) {
  const times = [];
  const dead = kind.dead_time_ms / 1000;
  const wait = 1 / kind.rate_hz;
  for (let t = draw.uniform() * min(wait, seconds); t < seconds; t += dead + draw.exponential(wait - dead)) times.push(t);
  return { times };
}

function groups(kind, draw, seconds) {
  const starts = steady({ rate_hz: kind.groups_hz, interval_cv: kind.groups_cv }, draw, seconds).times;
  const times = [];
  for (let t of starts) {
    let n = draw.integer(...kind.discharges);
    for (let gap = pick(draw, kind.interval_ms) / 1000; n; n -= 1, gap *= kind.growth) {
      times.push(t);
      t += gap;
    }
  }
  return { times: times.filter((t) => t < seconds).sort((a, b) => a - b) };
}

function cramp(kind, draw, seconds, phase) {
  const times = [];
  let t = kind.recruitment_s * draw.uniform();
  const mean = min(max(kind.rate_hz + kind.rate_sd_hz * draw.normal(), kind.rate_limits_hz[0]), kind.rate_limits_hz[1]);
  while (t < seconds) {
    times.push(t);
    const rate = mean * (1 + kind.drive_depth * sin(2 * PI * (kind.drive_hz * t + phase)));
    let interval = 0;
    for (let i = 0; i < kind.interval_stages; i += 1) interval += draw.exponential(1 / (rate * kind.interval_stages));
    if (draw.uniform() < kind.doublet_share) interval = pick(draw, kind.doublet_ms) / 1000;
    t += max(refractory_s, interval);
  }
  return { times };
}

function train(kind, draw, seconds) {
  const times = [];
  const gains = [];
  for (let t = pick(draw, kind.first_s); t < seconds; t += pick(draw, kind.pause_s)) {
    const start = t;
    const length = pick(draw, kind.train_s);
    const rate = pick(draw, kind.rate_hz);
    while (t < min(start + length, seconds)) {
      const part = (t - start) / length;
      const bump = sin(PI * part) ** 2;
      times.push(t);
      gains.push(kind.floor + (1 - kind.floor) * (kind.wane_s ? exp((start - t) / kind.wane_s) : bump));
      t += (1 + kind.interval_cv * draw.normal()) / (rate * (1 + kind.swing * bump) * (1 - kind.fall * part));
    }
  }
  return { times, gains };
}

export const rhythms = { steady, irregular, groups, cramp, train };

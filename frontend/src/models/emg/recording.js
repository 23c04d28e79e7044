// A recording: baseline noise, potentials put in place, and how it is drawn and heard. Twin of recording.py.
import { draws } from "../generator.js";
import { checkNumber } from "../parameters.js";
import { noise, rate, sound } from "./parameters.js";

const { floor, max, min } = Math;

/** White noise through a short symmetric filter, in µV. */
export function baseline(seed, seconds) {
  const { taps, level_uv } = noise;
  const n = floor(seconds * rate + 0.5);
  const white = draws((seed ^ 0x5bf03635) >>> 0).normals(n + taps.length - 1);
  const gain = level_uv / Math.hypot(...taps);
  return Float64Array.from({ length: n }, (_, i) => taps.reduce((sum, tap, k) => sum + tap * white[i + k], 0) * gain);
}

/** Adds a train's potential to the signal at each of its times. */
export function place(signal, { times_s, potential_uv, gains }, from_s = 0) {
  times_s.forEach((time, n) => {
    const start = floor((time + from_s) * rate + 0.5);
    const last = min(potential_uv.length, signal.length - start);
    for (let i = 0; i < last; i += 1) signal[start + i] += potential_uv[i] * (gains ? gains[n] : 1);
  });
}

/** Lowest and highest value in each of `columns` equal pieces, for drawing: {columns, low_uv, high_uv}. */
export function envelope(signal, columns) {
  checkNumber("columns", columns, [1, signal.length], { whole: true });
  const low_uv = [];
  const high_uv = [];
  for (let column = 0; column < columns; column += 1) {
    const piece = signal.subarray(floor((column * signal.length) / columns), floor(((column + 1) * signal.length) / columns));
    low_uv.push(min(...piece));
    high_uv.push(max(...piece));
  }
  return { columns, low_uv, high_uv };
}

/** Share of full scale per µV: the largest peak comes near full scale, but silence stays quiet. */
export const soundGain = ({ signal_uv }) =>
  sound.peak_share / signal_uv.reduce((peak, value) => max(peak, Math.abs(value)), sound.quietest_peak_uv);

/** A WAV file, 16 bit, one channel, at the recording's own rate, as a Uint8Array. */
export function wavBytes(trace, gain = soundGain(trace)) {
  const { signal_uv, rate_hz } = trace;
  const bytes = new DataView(new ArrayBuffer(44 + 2 * signal_uv.length));
  const size = 2 * signal_uv.length;
  const text = (at, word) => [...word].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt()));
  text(0, "RIFF");
  text(8, "WAVEfmt ");
  text(36, "data");
  [[4, 36 + size], [16, 16], [20, 0x10001], [24, rate_hz], [28, 2 * rate_hz], [32, 0x100002], [40, size]]
    .forEach(([at, value]) => bytes.setUint32(at, value, true));
  signal_uv.forEach((value, i) => bytes.setInt16(44 + 2 * i, min(max(floor(32767 * gain * value + 0.5), -32767), 32767), true));
  return new Uint8Array(bytes.buffer);
}

// The page's one loudspeaker: what is sent to it, how loud, and how it is stopped. The volume comes after the samples,
// so that what is heard and what is saved are the same recording.
import { soundGain } from "../models/emg/index.js";

export const RATE_HZ = 20000;
const KEY = "pnh.volume";
const START_PCT = 40;
const FADE_S = 0.008;  // a sound that is cut off would click

/** The samples of a recording in µV as shares of full scale; none is above 0.9. */
export function audible(signal_uv) {
  const gain = soundGain({ signal_uv });
  return Float32Array.from(signal_uv, (uv) => uv * gain);
}

/** The volume last chosen, 0 to 100; low where none is known. Browsers may refuse to remember. */
export function storedVolume(storage = () => localStorage) {
  try {
    const found = storage().getItem(KEY);
    return /^\d+$/.test(found) && found <= 100 ? Number(found) : START_PCT;
  } catch {
    return START_PCT;
  }
}

export function storeVolume(volume_pct, storage = () => localStorage) {
  try {
    storage().setItem(KEY, volume_pct);
  } catch { /* it holds for this visit */ }
}

const gainOf = (volume_pct) => (volume_pct / 100) ** 2;  // ears hear ratios

let context = null;
let stopLast = () => {};

/** Plays samples; what played before stops. Returns { stop, turn(volume_pct) }. Throws where there is no loudspeaker. */
export function play(samples, volume_pct, onEnd) {
  stopLast();
  context ??= new AudioContext();
  context.resume().catch(() => {});
  const buffer = context.createBuffer(1, samples.length, RATE_HZ);
  buffer.getChannelData(0).set(samples);
  const source = context.createBufferSource(), level = context.createGain();
  source.buffer = buffer;
  level.gain.value = gainOf(volume_pct);
  source.connect(level).connect(context.destination);
  const turn = (pct) => level.gain.setTargetAtTime(gainOf(pct), context.currentTime, FADE_S);
  const onKey = ({ key }) => key === "Escape" && stop();
  const end = () => {
    source.onended = null;
    removeEventListener("keydown", onKey);
    stopLast = () => {};
    onEnd();
  };
  const stop = () => {
    if (!source.onended) return;
    turn(0);
    source.stop(context.currentTime + 6 * FADE_S);
    end();
  };
  source.onended = end;
  addEventListener("keydown", onKey);
  stopLast = stop;
  source.start();
  return { stop, turn };
}

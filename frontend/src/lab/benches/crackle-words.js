// What a motor unit answers to its stimuli, counted and put into words, for the eye and for those who can't hear it.
import { axonModel } from "../../models/axon.js";

const { burst_spikes: BURST, quiet_ms: QUIET_MS } = axonModel.protocols;
const ALIKE = 0.8;
const ones = ["no", "one", "two", "three", "four", "five"];

/** [{ count, ms, endless }] for each stimulus: its discharges, the time they take, and whether they run into the end. */
export function answers({ spikes_ms }, pulses_ms, end_ms) {
  return pulses_ms.map((from, i) => {
    const to = pulses_ms[i + 1] ?? end_ms;
    const mine = spikes_ms.filter((time) => time >= from && time < to), last = mine.at(-1);
    return { count: mine.length, ms: Math.round(last - mine[0]), endless: mine.length > 1 && last > to - QUIET_MS };
  });
}

function named({ count, ms, endless }) {
  if (count < 2) return count ? "one click" : "nothing";
  if (endless) return `a crackle without an end, ${count} discharges in a second`;
  return `a ${count < BURST ? "short rattle" : "crackle"} of about ${count} discharges in ${ms} ms`;
}

/** { seen, heard }: the outcome in two sentences, and the sound in one or two. */
export function inWords(all) {
  const counts = all.map(({ count }) => count);
  const same = Math.min(...counts) >= ALIKE * Math.max(...counts) && all.every(({ endless }) => endless === all[0].endless);
  const any = counts.some(Boolean);
  const names = all.map(named), many = ones[all.length];
  const list = `${names.slice(0, -1).join(", then ")}, then ${names.at(-1)}`;
  const close = counts.some((count) => count > 1) ? " Within a second’s answer the clicks are too close together to be told apart." : "";
  return {
    seen: `${many[0].toUpperCase()}${many.slice(1)} stimuli. ${!any ? "None is answered." : same ? `Each is answered by ${names[0]}.` : `The answers: ${list}.`}`,
    heard: any ? `A faint, even hiss, and on it, a second apart: ${same ? `${many} times ${names[0]}` : list}.${close}` : "Nothing but a faint, even hiss.",
  };
}

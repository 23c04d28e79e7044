// What a motor unit answers to its stimuli, counted and put into words, for the eye and for those who can't hear it.
import { axonModel } from "../../models/axon.js";

const { burst_spikes: BURST, quiet_ms: QUIET_MS } = axonModel.protocols;
const ALIKE = 0.8;
const TAIL_MS = 20, SWING_MV = 8, DEPOLARISED_MV = -70;  // as after a single pulse
const ones = ["no", "one", "two", "three", "four", "five"];

/** Does the membrane, before the next stimulus, still "swing", or "stay" away from rest? */
function unrest({ voltage_mv, step_ms }, to) {
  const last = voltage_mv?.subarray(Math.round((to - TAIL_MS) / step_ms), Math.round(to / step_ms)) ?? [];
  const low = Math.min(...last), high = Math.max(...last);
  return high - low > SWING_MV ? "swing" : low > DEPOLARISED_MV && last.length ? "stay" : "";
}

/** [{ count, ms, endless, unrest }] for each stimulus: its discharges, the time they take, whether they run into the end, and how the axon is then. */
export function answers(trace, pulses_ms, end_ms) {
  return pulses_ms.map((from, i) => {
    const to = pulses_ms[i + 1] ?? end_ms;
    const mine = trace.spikes_ms.filter((time) => time >= from && time < to), last = mine.at(-1);
    const endless = mine.length > 1 && last > to - QUIET_MS;
    return { count: mine.length, ms: Math.round(last - mine[0]), endless, unrest: endless ? "" : unrest(trace, to) };
  });
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

function named({ count, ms, endless }, about) {
  if (count < 2) return count ? "one click" : "nothing";
  if (endless) return `a crackle without an end, ${about}${count} discharges in a second`;
  return `a ${count < BURST ? "short rattle" : "crackle"} of ${about}${count} discharges in ${ms} ms`;
}

/** { seen, heard }: the outcome in a few sentences, and the sound. */
export function inWords(all) {
  const counts = all.map(({ count }) => count);
  if (all.every(({ endless }) => endless)) {
    const least = Math.min(...counts), most = Math.max(...counts);
    const crackle = `a crackle without an end, ${least < ALIKE * most ? `${least} to` : "about"} ${most} discharges a second`;
    return { seen: `${capital(ones[all.length])} stimuli. The first sets off ${crackle}.`, heard: `A faint, even hiss for a moment, then ${crackle}. Clicks this close together run into one rough sound.` };
  }
  const any = counts.some(Boolean), many = ones[all.length];
  const same = Math.min(...counts) >= ALIKE * Math.max(...counts) && all.every(({ endless }) => endless === all[0].endless);
  const names = all.map((answer) => named(answer, same && all.some(({ ms, count }) => ms !== answer.ms || count !== answer.count) ? "about " : ""));
  const list = `${names.slice(0, -1).join(", then ")}, then ${names.at(-1)}`;
  const after = all.some(({ unrest }) => unrest === "swing") ? " Between the answers the axon swings on, too little to count as spikes: it does not come to rest."
    : all.some(({ unrest }) => unrest) ? " Between the answers the axon does not go home to rest." : "";
  const close = counts.some((count) => count > 1) ? " Clicks this close together run into one rough sound." : "";
  return {
    seen: `${capital(many)} stimuli. ${!any ? "None is answered." : same ? `Each is answered by ${names[0]}.` : `The answers: ${list}.`}${after}`,
    heard: any ? `A faint, even hiss, and on it, a second apart: ${same ? `${many} times ${names[0]}` : list}.${close}` : "Nothing but a faint, even hiss.",
  };
}

// What goes on at a bench between a hand on a control and a picture: one computation per frame, a rest before anything is said,
// ticked or saved. Knows nothing of how it is drawn, so that it can be tried without a page.
import { report } from "../shared/model.js";
import { minute } from "../shared/time.js";
import { newlyReached } from "./goals.js";
import { allControls, fittedValues, startValues } from "./values.js";

const REST_MS = 400;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * `linked`: { values, problems } of the address, or null. `onChange(view)` is called whenever there is something new to draw.
 * `plain(html)`: course text without its markup. `clock`: { requestAnimationFrame, cancelAnimationFrame, setTimeout, clearTimeout }.
 */
export function startSession({ model, payload, bench, linked, onChange, plain = (html) => html, clock = globalThis }) {
  const controls = allControls(payload, bench);
  const goals = payload.goals ?? [];
  let values, kept, moved, reached;
  let reading = null, settled = null, previous = null;
  let note = null;  // { words, quiet }: stands before the outcome until the next move
  let spoken = "";
  let turn = 0, generation = 0, frame = 0, timer = 0, held = false, stale = false;
  let awake = false;  // nothing is read out before anyone has done anything
  let aloud = false;  // something was set: what comes of it is said even where it is the same again
  let stops = [];

  const read = () => {
    const state = model.get("state") ?? {};
    values = fittedValues(controls, state.values);
    kept = { ...bench.defaults, ...state.bench };
    moved = state.moved === true;
    reached = { ...state.goals };
  };
  const view = () => ({ controls, goals, values, kept, reached, reading, previous, note, spoken, turn, stale, awake });
  const tell = () => onChange(view());
  const save = () => {
    const state = { values, goals: reached, moved, bench: kept };
    if (!moved || same(state, model.get("state"))) return;
    model.set("state", state);
    model.save_changes();
  };
  const say = (words, quiet = false) => {
    note = words ? { words, quiet } : null;
    turn += 1;
    awake = true;
  };

  const settle = () => {
    if (held || reading.busy) return;
    settled = reading;
    stale = false;
    if (aloud || reading.words !== spoken) turn += 1;
    aloud = false;
    spoken = reading.words;
    const now = moved ? newlyReached(goals, { ...values, ...reading.measures }, reached) : [];
    if (now.length) {
      reached = { ...reached, ...Object.fromEntries(now.map((id) => [id, minute()])) };
      say(`${now.length > 1 ? "Goals" : "Goal"} reached: ${goals.filter(({ id }) => now.includes(id)).map(({ text }) => plain(text)).join(" ")}`, true);
    }
    save();
    if (now.length) report(model, { item: model.get("id"), hash: model.get("hash"), at: minute(), goals: Object.keys(reached), of: goals.length });
    tell();
  };
  const rest = (after = REST_MS) => {
    clock.clearTimeout(timer);
    timer = clock.setTimeout(settle, after);
  };
  const show = (next) => {
    reading = next;
    rest();
    tell();
  };
  const cancel = () => {
    generation += 1;
    stops.forEach((stop) => stop());
    stops = [];
  };
  const compute = () => {
    frame = 0;
    cancel();
    const run = generation;
    try {
      show(bench.compute(values, {
        payload, kept, previous,
        paint: (next) => run === generation && show(next),
        onCancel: (stop) => stops.push(stop),
      }));
    } catch (error) {  // thrown again while drawing, where the explorer's plain form takes over
      onChange({ error });
    }
  };
  const change = (byHand) => {
    moved ||= byHand;
    stale = awake = true;
    previous = settled;
    note = null;
    clock.clearTimeout(timer);
    frame ||= clock.requestAnimationFrame(compute);
  };
  const follow = ({ values: asked, problems }) => {  // a link shows a setting; goals are for what one does oneself
    values = { ...startValues(controls), ...asked };
    moved = false;
    if (problems.length) say(`${problems.join(" ")} The usual setting stands instead.`);
  };
  const adopt = () => {  // Python or another tab has written the state
    const state = model.get("state") ?? {};
    if (same(state, { values, goals: reached, moved, bench: kept })) return;
    const before = { values, kept };
    read();
    if (same(before, { values, kept })) tell();
    else change(false);
  };

  read();
  if (linked) follow(linked);
  model.on("change:state", adopt);
  compute();

  return {
    /** `quiet`: whoever sets it has already said the outline of what comes of it. */
    set(patch, quiet = false) {
      values = fittedValues(controls, { ...values, ...patch });
      aloud ||= !quiet;
      change(true);
    },
    keep(patch, { moved: byHand = true } = {}) {
      kept = { ...kept, ...patch };
      change(byHand);
      save();
    },
    preset(patch) {
      values = fittedValues(controls, patch);
      aloud = true;
      change(true);
    },
    link(asked) {
      aloud = true;
      change(false);
      follow(asked);
      tell();
    },
    reset() {
      values = startValues(controls);
      kept = bench.reset?.(kept) ?? { ...bench.defaults };
      aloud = true;
      change(true);
    },
    /** A finger is on a slider: nothing is said or ticked until it lets go. */
    hold(down) {
      if (held === down) return;
      held = down;
      if (!down) rest();
    },
    say(words) {
      say(words);
      tell();
    },
    stop() {
      cancel();
      clock.clearTimeout(timer);
      clock.cancelAnimationFrame(frame);
      save();
      model.off("change:state", adopt);
    },
  };
}

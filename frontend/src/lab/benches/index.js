// Which bench an explorer stands on. A bench is what differs between explorers: what is computed and how it is drawn.
// The shell (../shell.jsx) does the rest: title, presets, controls, outcome sentence, goals, address, saving.
//
// A bench module's default export:
//   controls?  [control, …]: settings of the bench's own that the description need not name (a seed, a picked point). They travel in
//              `values`, the address and the saved state like any other control, but the shell draws no input for them.
//              A control of the same id in the description takes their place, and is drawn.
//   defaults?  {…}: what the bench keeps at the start, beside the values (`kept`; saved as state.bench). JSON only.
//   reset?     (kept) → kept after the button "Reset"; without it: back to `defaults`.
//   nature?    the first word of the card's head, where "Simulated" would be wrong.
//   compute    (values, context) → reading: called once per frame at most, whenever a value or `kept` changed, so ≤ 10 ms;
//              what takes longer goes on behind it and hands over further readings with `context.paint(reading)`.
//   Picture    component: the big picture. SVG, role="img", aria-label={reading.label} (../plot.jsx helps).
//   Extra?     component: panels under the controls (sound, a button of the bench's own). Nothing plays by itself.
//
// reading: { measures: {…}, words: "the outcome in one sentence", label: "the picture in words", picture: anything, busy?: true }
//   `measures` are compared with the goals' `when` and mirrored on the root; while `busy` no goal is ticked and nothing is said.
// context: { payload, kept, paint(reading), onCancel(stop), previous }
//   `onCancel(stop)`: `stop()` is called when a newer computation starts or the explorer goes away; a late `paint` is then ignored.
//   `previous`: the reading that stood settled before the present change, or null.
// Picture and Extra get { reading, previous, values, set(patch), kept, keep(patch), payload, name, say(words) }
//   `set({ id: value })`: the learner's move, the same as moving a control; `keep(patch)` merges into `kept`, saves and computes again,
//   and counts as a move; `keep(patch, { moved: false })` does not. `say(words)` shows a short line in the one status of the explorer.
//   `name` is unique in the document and prefixes ids.
import crackle from "./crackle.jsx";
import ear from "./ear.jsx";
import map from "./map.jsx";
import motorUnit from "./motor-unit.jsx";
import noise from "./noise.jsx";
import onePulse from "./one-pulse.jsx";
import pharmacy from "./pharmacy.jsx";
import repetitive from "./repetitive.jsx";

export const benches = { crackle, ear, map, "motor-unit": motorUnit, noise, "one-pulse": onePulse, pharmacy, repetitive };

// The course of a case as a pure state machine: what has been done, decided and written, and what may come next.
import { gapInShares, probabilities } from "../spread/shares.js";
import { caseScores } from "./score.js";

export const STAGES = ["history", "examination", "tests", "plan"];
export const STEPS = ["opening", ...STAGES, "reflection", "debrief"];
export const MARKS = ["for", "neither", "against"];
const MARKS_ASKED = 16;  // a look back that is longer is not read to its end

/** A case nobody has begun. `hash` ties the state to the text it was made with. */
export const begin = (hash) => ({
  hash, stage: "opening", done: [], path: [], decisions: {}, drafts: {}, reflection: {}, compared: false,
  summarySelf: null, finished: null,
});

/** What a saved state is worth for this version of the case: { state, dropped }. */
export function revive(saved, hash) {
  const fits = saved?.hash === hash && STEPS.includes(saved.stage);
  return { state: { ...begin(hash), ...(fits && saved) }, dropped: !fits && (saved?.stage ?? "opening") !== "opening" };
}

export const stageOf = (scenario, id) => scenario.stages.find((stage) => stage.id === id);
export const actionOf = (scenario, id) => scenario.actions.find((action) => action.id === id);
export const decisionOf = (scenario, id) => scenario.decisions.find((decision) => decision.id === id);
export const isDone = (state, id) => state.done.some((entry) => entry.id === id);

/** The decisions that end a stage, in order. */
export const decisionsOf = (scenario, stage) =>
  [].concat(stageOf(scenario, stage)?.leave ?? []).map((id) => decisionOf(scenario, id)).filter(Boolean);

/** Actions that have to be done before this one; empty when it is open. */
export const blockedBy = (scenario, state, action) =>
  (action.needs ?? []).filter((id) => !isDone(state, id)).map((id) => actionOf(scenario, id));

/** Minutes and cost spent so far. */
export function spent(scenario, state) {
  const did = state.done.map(({ id }) => actionOf(scenario, id));
  return { minutes: did.reduce((sum, a) => sum + a.minutes, 0), cost: did.reduce((sum, a) => sum + a.cost, 0) };
}

const diagnosesOf = (scenario) => scenario.differential.map((dx) => dx.id);

/** Why a decision cannot be taken yet, in words; null when it can. */
export function gapOf(scenario, decision, draft) {
  if (decision.kind === "choose") {
    return decision.options.some((o) => o.id === draft) ? null : "Choose one of the options.";
  }
  if (decision.kind === "write") {
    return (draft ?? "").trim().split(/\s+/).length >= 4 ? null : "Write one sentence, in your own words.";
  }
  return gapInShares(diagnosesOf(scenario), draft);
}

/** What is missing before the present stage can be left: [{ decision, why }]. */
export const missing = (scenario, state) =>
  decisionsOf(scenario, state.stage)
    .map((decision) => ({ decision, why: gapOf(scenario, decision, state.drafts[decision.id]) }))
    .filter(({ why }) => why);

const decided = (scenario, decision, draft) => {
  if (decision.kind === "choose") return draft;
  if (decision.kind === "write") return draft.trim();
  return probabilities(diagnosesOf(scenario), draft);
};
const trace = (decision, value) =>
  `${decision.id}=${{ choose: value, write: "written" }[decision.kind] ?? "rated"}`;

function leave(scenario, state) {
  if (!STAGES.includes(state.stage) || missing(scenario, state).length) return state;
  const taken = decisionsOf(scenario, state.stage).map((d) => [d, decided(scenario, d, state.drafts[d.id])]);
  return {
    ...state,
    stage: STEPS[STEPS.indexOf(state.stage) + 1],
    decisions: { ...state.decisions, ...Object.fromEntries(taken.map(([d, value]) => [d.id, value])) },
    path: [...state.path, ...taken.map(([d, value]) => trace(d, value))],
  };
}

function act(scenario, state, id) {
  const action = actionOf(scenario, id);
  const allowed = action && stageOf(scenario, state.stage)?.allows.includes(action.kind);
  if (!allowed || isDone(state, id) || blockedBy(scenario, state, action).length) return state;
  return { ...state, done: [...state.done, { id, stage: state.stage }], path: [...state.path, id] };
}

/** The reducer: an event that is not allowed leaves the state as it was. */
export function advance(scenario, state, event) {
  switch (event.type) {
    case "start": return state.stage === "opening" ? { ...state, stage: STAGES[0] } : state;
    case "act": return act(scenario, state, event.id);
    case "draft": return { ...state, drafts: { ...state.drafts, [event.id]: event.value } };
    case "leave": return leave(scenario, state);
    case "mark": {
      if (state.compared || !MARKS.includes(event.mark)) return state;
      const marks = { ...state.reflection[event.diagnosis], [event.finding]: event.mark };
      return { ...state, reflection: { ...state.reflection, [event.diagnosis]: marks } };
    }
    case "compare": return state.stage === "reflection" ? { ...state, compared: true } : state;
    case "self-mark": return state.finished ? state : { ...state, summarySelf: event.value };
    case "finish": return state.stage === "reflection" ? { ...state, stage: "debrief", finished: event.at } : state;
    case "restart": return begin(state.hash);
    default: return state;
  }
}

/** The findings the reflection is about: those of its list that were done. */
export const reflectionFindings = (scenario, state) =>
  (scenario.reflection?.findings ?? []).filter((id) => isDone(state, id)).map((id) => actionOf(scenario, id));

/** Above 0 a finding speaks for a diagnosis, below against it. */
function weightOf(action, diagnosis) {
  const { rating, lr } = action.weights?.[diagnosis] ?? {};
  return rating ?? Math.log(lr ?? 1);
}

/**
 * Those of the gathered findings that the learner weighs, in the case's order: first those that add most to what has been said for
 * and against the diagnoses, as many as make no more than sixteen marks.
 */
export function weighedFindings(scenario, state) {
  const all = reflectionFindings(scenario, state);
  const { diagnoses } = scenario.reflection;
  const said = new Set();
  const side = (finding, dx) => dx + courseMark(finding, dx);
  const worth = (finding) => diagnoses.reduce((sum, dx) => sum + (said.has(side(finding, dx)) ? 0 : Math.abs(weightOf(finding, dx))), 0);
  const left = [...all];
  while (left.length && (all.length - left.length + 1) * diagnoses.length <= MARKS_ASKED) {
    left.sort((a, b) => worth(b) - worth(a));
    const next = left.shift();
    diagnoses.forEach((dx) => said.add(side(next, dx)));
  }
  return all.filter((finding) => !left.includes(finding));
}

/** How the course rates a finding for a diagnosis: "for", "against" or "neither". */
export function courseMark(action, diagnosis) {
  const weight = weightOf(action, diagnosis);
  return weight > 0 ? "for" : weight < 0 ? "against" : "neither";
}

/** The probabilities stated, { before?, after? }: each { diagnosis: 0 to 1 }. */
const statedIn = (scenario, { decisions }) => Object.fromEntries(scenario.decisions
  .filter(({ id, kind }) => kind === "rate-differential" && decisions[id])
  .map(({ id, when = "after" }) => [when, decisions[id]]));

/** What a finished case hands on: to the progress file, and to Python in JupyterLab. */
export const resultOf = (scenario, state) => ({
  item: scenario.id, hash: state.hash, at: state.finished,
  ...caseScores(scenario, state.done.map((entry) => entry.id), state.decisions, state.summarySelf),
  path: state.path, stated: statedIn(scenario, state), ...(scenario.answer && { answer: scenario.answer }),
});

// The scores of a case, kept apart and never summed. Pure; the same rules as pnh.reasoning in Python.

const WASTE = { essential: 0, useful: 0, neutral: 0.5, wasteful: 1, harmful: 1 };
const EFFICIENCY_SHOWN_FROM = 0.5; // below this share of key features an economical path is no merit
const total = (list, of) => list.reduce((sum, item) => sum + of(item), 0);

/** Σ (p − q)²: how far two probability lists over the same diagnoses lie apart; 0 is the same, 2 the most. */
export const brierDistance = (p, q) => total(Object.keys(q), (id) => ((p[id] ?? 0) - q[id]) ** 2);

/** The share of a key feature's needs that were met: action ids, or "decision=option". */
export function needsMet(feature, done, decisions) {
  const met = (need) => {
    const [decision, option] = need.split("=");
    return option === undefined ? done.has(need) : decisions[decision] === option;
  };
  return feature.needs.filter(met).length / feature.needs.length;
}

/** What the case calls this run. Nothing buys back a verdict that stands earlier in this list. */
function outcomeOf(scenario, missed, harmful, dangerous) {
  const stopped = scenario.red_flags.some((flag) => flag.gate === "stop" && missed.includes(flag.id));
  if (dangerous.length || stopped) return "unsafe";
  if (missed.length) return "not-checked";
  return harmful.length ? "harm" : "safe";
}

function efficiencyOf(scenario, done) {
  const essential = scenario.actions.filter((action) => action.value === "essential");
  const minutes = Math.max(total(essential, (a) => a.minutes), 1);
  const cost = Math.max(total(essential, (a) => a.cost), 1);
  const waste = total(done, (a) => (WASTE[a.value] * (a.minutes / minutes + a.cost / cost)) / 2);
  return Math.max(0, 1 - waste);
}

/** Distance of the stated probabilities, before and after, from the authors' own draft; null when none were stated. */
function calibrationOf(scenario, decisions) {
  const draft = Object.fromEntries(scenario.differential.map((dx) => [dx.id, dx.end]));
  const distances = { before: null, after: null };
  for (const { id, kind, when = "after" } of scenario.decisions) {
    if (kind === "rate-differential" && decisions[id]) distances[when] = brierDistance(decisions[id], draft);
  }
  return distances.before === null && distances.after === null ? null : distances;
}

/**
 * Everything a run is scored by. `log`: action ids in order, repeats count once; `decisions`: id → option id, text or
 * { diagnosis: probability }; `summarySelf`: the learner's mark of the own sentence, 0 to 1, or null.
 */
export function caseScores(scenario, log, decisions, summarySelf = null) {
  const ids = new Set(log);
  const done = [...ids].map((id) => scenario.actions.find((action) => action.id === id));
  const features = scenario.key_features;
  const keyFeatures =
    total(features, (f) => f.weight * needsMet(f, ids, decisions)) / total(features, (f) => f.weight);
  const missed = scenario.red_flags.filter((f) => !f.checked_by.some((id) => ids.has(id))).map((f) => f.id);
  const harmful = done.filter((a) => a.value === "harmful").map((a) => a.id);
  const dangerous = scenario.decisions
    .filter((d) => d.options?.some((o) => o.effect === "dangerous" && decisions[d.id] === o.id))
    .map((d) => d.id);
  return {
    outcome: outcomeOf(scenario, missed, harmful, dangerous),
    scores: {
      key_features: keyFeatures,
      efficiency: keyFeatures >= EFFICIENCY_SHOWN_FROM ? efficiencyOf(scenario, done) : null,
      calibration: calibrationOf(scenario, decisions),
      summary_self: summarySelf,
    },
    minutes: total(done, (a) => a.minutes),
    cost: total(done, (a) => a.cost),
    missed_red_flags: missed,
    harmful,
    dangerous,
  };
}

/** Which qualifiers of a good summary sentence the learner's own sentence contains, by the case's word lists. */
export function qualifiersFound(representation, sentence) {
  const text = sentence.toLowerCase().replace(/\s+/g, " ");
  return representation.qualifiers.map(({ concept, accept }) => ({
    concept,
    found: accept.find((word) => text.includes(word.toLowerCase())) ?? null,
  }));
}

// How it ended: the verdict in words, then five scores side by side that are never added up.
import { Chip } from "../shared/chip.jsx";
import { Cites } from "../shared/cite.jsx";
import { Rich } from "../shared/rich.jsx";
import { actionOf, decisionOf } from "./flow.js";
import { needsMet } from "./score.js";
import { MEANINGS, OUTCOMES, SELF_MARKS, distances, percent } from "./words.js";

function Why({ scenario, result, missed, refs }) {
  const chosen = result.dangerous.map((id) => {
    const { options } = decisionOf(scenario, id);
    return options.find((option) => result.path.includes(`${id}=${option.id}`));
  });
  return (
    <ul>
      {chosen.map((option) => (
        <li key={option.id}><b>You chose:</b> <Rich html={option.text} />. <Rich html={option.why} />
          <Cites keys={option.sources} refs={refs} /></li>
      ))}
      {missed.map((flag) => (
        <li key={flag.id}><b>Not checked:</b> <Rich html={flag.text} />. {flag.present && "It was there to be found. "}
          <Rich html={flag.why} /><Cites keys={flag.sources} refs={refs} />{" "}
          <span class="pnh-meta">What would have shown it: {flag.checked_by.map((id, n) => (
            <>{n > 0 && ", or "}<Rich html={actionOf(scenario, id).label} /></>))}.</span></li>
      ))}
      {result.harmful.map((id) => actionOf(scenario, id)).map((action) => (
        <li key={action.id}><b>You did:</b> <Rich html={action.label} />. <Rich html={action.why} />
          <Cites keys={action.sources} refs={refs} /></li>
      ))}
    </ul>
  );
}

function titleOf({ outcome, missed_red_flags: missed }) {
  return outcome === "not-checked" && missed.length > 1 ? "Red flags were not checked" : OUTCOMES[outcome];
}

export function Verdict({ scenario, result, refs, heading }) {
  const missed = scenario.red_flags.filter((flag) => result.missed_red_flags.includes(flag.id));
  return (
    <div class={`vp-verdict ${result.outcome}`}>
      <h3 class="vp-title" tabIndex={-1} ref={heading}>{titleOf(result)}</h3>
      <p>{MEANINGS[result.outcome]}{missed.length > 0 && !missed.some((flag) => flag.present) &&
        " What you did not check was absent this time, but you could not have known: you did not look."}</p>
      {result.outcome !== "safe" && <Why {...{ scenario, result, missed, refs }} />}
    </div>
  );
}

/** How it went on. The case tells one course, that of the best plan: whoever took another path is told so. */
export function OutcomeText({ scenario, state, result }) {
  const best = scenario.decisions.every((decision) =>
    !decision.options || decision.options.find((o) => o.id === state.decisions[decision.id])?.effect === "best");
  const mine = best && result.outcome === "safe";
  return (
    <>
      <h4>{mine ? "What happened then" : "What happened where the best plan was followed"}</h4>
      {scenario.outcomes.map((outcome) => (
        <p key={outcome.id} class="vp-prose"><Rich html={outcome.text} /> <Chip prov={outcome.prov} /></p>
      ))}
    </>
  );
}

function KeyFeatures({ scenario, state }) {
  const done = new Set(state.done.map((entry) => entry.id));
  return (
    <ul class="vp-ticks">
      {scenario.key_features.map((feature) => {
        const met = needsMet(feature, done, state.decisions);
        return (
          <li key={feature.id} class={met === 1 ? "vp-yes" : met > 0 ? "vp-part" : ""}>
            <Rich html={feature.text} />: {met === 1 ? "met" : met > 0 ? "partly met" : "not met"}
          </li>
        );
      })}
    </ul>
  );
}

function Calibration({ scenario, state, calibration }) {
  if (!calibration) return <p>You stated no probabilities.</p>;
  const stated = (when) => {
    const decision = scenario.decisions.find((d) => d.kind === "rate-differential" && (d.when ?? "after") === when);
    return decision && state.decisions[decision.id];
  };
  const columns = ["before", "after"].filter(stated);
  return (
    <>
      <div class="pnh-scroll" tabIndex={0} role="group" aria-label="Your probabilities and the authors’ draft">
        <table>
          <thead><tr><th scope="col">Diagnosis</th>{columns.map((when) => <th key={when} scope="col">You, {when}</th>)}
            <th scope="col">Draft</th></tr></thead>
          <tbody>
            {scenario.differential.map((dx) => (
              <tr key={dx.id}><th scope="row"><Rich html={dx.label} /></th>
                {columns.map((when) => <td key={when} class="pnh-number">{percent(stated(when)[dx.id])}</td>)}
                <td class="pnh-number">{percent(dx.end)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="pnh-meta">
        Distance from one draft by the course’s authors, not from a truth: the sum of the squared differences, from 0 (the
        same) to 2 (as far as can be).
      </p>
    </>
  );
}

export function Scores({ scenario, state, result }) {
  const { key_features: features, efficiency, calibration, summary_self: self } = result.scores;
  const rows = [
    ["Key features", percent(features), <KeyFeatures scenario={scenario} state={state} />],
    ["Safety gate", titleOf(result), <p>Stands apart. No other score buys it back.</p>],
    ["Efficiency", efficiency === null ? "not shown" : percent(efficiency), efficiency === null
      ? <p>Shown from half of the key features on: doing little is no merit in itself.</p>
      : <p>{result.minutes} minutes and a cost of {result.cost}. What was not worth its price is taken off.</p>],
    ["Calibration", distances(calibration) || "none", <Calibration {...{ scenario, state, calibration }} />],
    ["Summary sentence", self === null ? "not marked" : `${percent(self)}, by your own mark`,
      self !== null && <p>{SELF_MARKS.find((mark) => mark.value === self)?.label}.</p>],
  ];
  return (
    <dl class="vp-scores">
      {rows.map(([what, value, more]) => (
        <div key={what}><dt>{what}</dt><dd><b class="vp-value">{value}</b>{more}</dd></div>
      ))}
    </dl>
  );
}

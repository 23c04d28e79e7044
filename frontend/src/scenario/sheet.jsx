// The case sheet: the case so far in plain lists, seen only in print. Printing a page prints it in place of the controls.
import { Fragment } from "preact";
import { Chip } from "../shared/chip.jsx";
import { Rich } from "../shared/rich.jsx";
import { Decided } from "./decision.jsx";
import { findingsOf } from "./findings.jsx";
import { STAGES, decisionsOf, resultOf, stageOf } from "./flow.js";
import { patientLine } from "./opening.jsx";
import { OUTCOMES, distances, percent, priceOf } from "./words.js";

function StageSheet({ scenario, state, id }) {
  const findings = findingsOf(scenario, state, id);
  const taken = decisionsOf(scenario, id).filter((decision) => state.decisions[decision.id] !== undefined);
  if (!findings.length && !taken.length) return null;
  return (
    <>
      <h4><Rich html={stageOf(scenario, id).title} /></h4>
      <dl>
        {findings.map((action) => (
          <Fragment key={action.id}>
            <dt><Rich html={action.label} /> <small>{priceOf(action)}</small></dt>
            <dd><Rich html={action.finding} /> <Chip prov={action.prov} /></dd>
          </Fragment>
        ))}
        {taken.map((decision) => (
          <Fragment key={decision.id}>
            <dt><Rich html={decision.prompt} /></dt>
            <dd><Decided scenario={scenario} decision={decision} value={state.decisions[decision.id]} /></dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function ScoreSheet({ scenario, state }) {
  const { outcome, scores, minutes, cost } = resultOf(scenario, state);
  const { key_features: features, efficiency, calibration, summary_self: self } = scores;
  const lines = [
    ["Outcome", OUTCOMES[outcome]],
    ["Key features", percent(features)],
    ["Efficiency", efficiency === null ? "not shown" : percent(efficiency)],
    ["Time and cost", `${minutes} minutes, cost ${cost}`],
    ["Distance from the authors’ draft", distances(calibration) || "none"],
    ["Summary sentence, own mark", self === null ? "none" : percent(self)],
  ];
  return (
    <>
      <h4>How it ended</h4>
      <dl class="vp-pairs">
        {lines.map(([what, value]) => <Fragment key={what}><dt>{what}</dt><dd>{value}</dd></Fragment>)}
      </dl>
    </>
  );
}

export function Sheet({ scenario, state }) {
  const { opening, patient } = scenario;
  return (
    <div class="vp-sheet">
      <p class="vp-sheet-title"><Rich html={scenario.title} /></p>
      <Rich as="p" html={patientLine(patient)} />
      {(opening.quotes ?? []).map((quote) => <p key={quote}>“<Rich html={quote} />”</p>)}
      <p><Rich html={opening.narrative} /> <Chip prov={opening.prov} /></p>
      {STAGES.map((id) => <StageSheet key={id} {...{ scenario, state, id }} />)}
      {state.finished && <ScoreSheet {...{ scenario, state }} />}
      <Rich as="p" class="vp-small" html={scenario.fiction} />
    </div>
  );
}

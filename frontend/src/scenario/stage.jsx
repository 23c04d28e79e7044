// One stage: its menu, the findings it brought, and the decisions that end it. A stage behind us is shown for reading only.
import { useState } from "preact/hooks";
import { Rich } from "../shared/rich.jsx";
import { BodyChart } from "./bodychart.jsx";
import { Decided, Decision } from "./decision.jsx";
import { Findings, findingsOf } from "./findings.jsx";
import { STAGES, STEPS, decisionsOf, missing, stageOf } from "./flow.js";
import { Handover } from "./handover.jsx";
import { Menu } from "./menu.jsx";
import { STEP_WORDS, counted } from "./words.js";

function Earlier({ scenario, state, stage, refs }) {
  return STAGES.slice(0, STAGES.indexOf(stage)).map((id) => {
    const actions = findingsOf(scenario, state, id);
    return actions.length > 0 && (
      <details key={id}>
        <summary>From {STEP_WORDS[id]}: {counted(actions.length, "finding")}</summary>
        <Findings actions={actions} refs={refs} />
      </details>
    );
  });
}

function Leave({ scenario, state, name, which, dispatch, say }) {
  const [tried, setTried] = useState(false);
  const lacking = missing(scenario, state);
  const next = STEPS[STEPS.indexOf(state.stage) + 1];
  const goOn = () => {
    if (!lacking.length) return dispatch({ type: "leave" });
    setTried(true);
    // To the first thing that is missing: its group says what and why.
    document.getElementById(`${name}-${lacking[0].decision.id}-prompt-field`).querySelector("input,textarea").focus();
    return say(`Not yet. ${lacking.map(({ why }) => why).join(" ")}`);
  };
  return (
    <>
      {decisionsOf(scenario, state.stage).map((decision) => (
        <Decision key={decision.id} {...{ scenario, state, decision, name, dispatch, say }}
          gap={tried && lacking.find((gap) => gap.decision === decision)?.why} />
      ))}
      <div class="pnh-row">
        <button type="button" onClick={goOn}>Go on to {STEP_WORDS[next]}{which}</button>
      </div>
    </>
  );
}

function ReadBack({ scenario, state, stage, name, refs, back }) {
  const findings = findingsOf(scenario, state, stage);
  return (
    <>
      <p class="pnh-note pnh-quietnote">You are reading back. What you decided here stays.{" "}
        <button type="button" class="pnh-link" onClick={back}>Back to {STEP_WORDS[state.stage]}</button></p>
      {findings.length ? <Findings actions={findings} refs={refs} /> : <p>You did nothing here.</p>}
      <dl>
        {decisionsOf(scenario, stage).map((decision) => (
          <><dt><Rich html={decision.prompt} /></dt>
            <dd><Decided scenario={scenario} decision={decision} value={state.decisions[decision.id]} /></dd></>
        ))}
      </dl>
      <Handover {...{ scenario, state, name }} from={stage} />
    </>
  );
}

export function Stage(props) {
  const { scenario, state, stage: id, name, which, dispatch, say, heading, wide, refs, back } = props;
  const stage = stageOf(scenario, id);
  const findings = findingsOf(scenario, state, id);
  const previous = STAGES[STAGES.indexOf(id) - 1];
  return (
    <div class="vp-two">
      {scenario.body_chart && (
        <details class="vp-aside" open={wide}>
          <summary>Body chart{which}</summary><BodyChart name={name} chart={scenario.body_chart} state={state} />
        </details>
      )}
      <div>
        <h3 class="vp-title" tabIndex={-1} ref={heading}><Rich html={stage.title} /></h3>
        {back ? <ReadBack {...props} stage={id} /> : (
          <>
            {previous && <Handover {...{ scenario, state, name, dispatch }} from={previous} />}
            {stage.intro && <Rich as="p" html={stage.intro} />}
            {stage.hint && <details key={`${id}-hint`}><summary>A hint{which}</summary><Rich as="p" html={stage.hint} /></details>}
            <Menu key={id} {...{ scenario, state, stage, name, dispatch, say }} />
            {findings.length > 0 && (
              <details key={`${id}-findings`} open={wide}>
                <summary>{counted(findings.length, "finding")} here</summary>
                <Findings actions={[...findings].reverse()} refs={refs} />
              </details>
            )}
            <Earlier {...{ scenario, state, refs }} stage={id} />
            <Leave key={`${id}-leave`} {...{ scenario, state, name, which, dispatch, say }} />
          </>
        )}
      </div>
    </div>
  );
}

// The cued look back: for each finding, does it speak for or against each diagnosis? Then the course's own ratings beside it.
import { useRef, useState } from "preact/hooks";
import { Chip } from "../shared/chip.jsx";
import { Rich } from "../shared/rich.jsx";
import { minute } from "../shared/time.js";
import { MARKS, STAGES, courseMark, reflectionFindings } from "./flow.js";
import { Handover } from "./handover.jsx";
import { counted } from "./words.js";

function Row({ diagnosis, finding, state, name, dispatch }) {
  const mine = state.reflection[diagnosis.id]?.[finding.id];
  const course = courseMark(finding, diagnosis.id);
  const what = `${name}-${diagnosis.id}-${finding.id}`;
  return (
    <div class="vp-weigh" role="radiogroup" aria-labelledby={what}>
      <Rich id={what} html={diagnosis.label} />
      <span class="vp-three">
        {MARKS.map((mark) => (
          <label key={mark}>
            <input type="radio" name={what} checked={mine === mark} disabled={state.compared}
              onChange={() => dispatch({ type: "mark", diagnosis: diagnosis.id, finding: finding.id, mark })} />{mark}
          </label>
        ))}
      </span>
      {state.compared && (
        <span class={`vp-course ${mine === course ? "vp-agree" : ""}`}>
          The course: {course}{mine === course ? ", as you said" : ""}</span>
      )}
    </div>
  );
}

export function Reflection({ scenario, state, name, dispatch, say, heading, back }) {
  const [asked, ask] = useState(false);
  const agreement = useRef();
  const findings = reflectionFindings(scenario, state);
  const diagnoses = scenario.differential.filter((dx) => scenario.reflection.diagnoses.includes(dx.id));
  const pairs = diagnoses.flatMap((dx) => findings.map((f) => [state.reflection[dx.id]?.[f.id], courseMark(f, dx.id)]));
  const open = pairs.filter(([mine]) => !mine).length;
  const agreed = pairs.filter(([mine, course]) => mine === course).length;
  const finish = () => dispatch({ type: "finish", at: minute() });
  const stillOpen = `${counted(open, "mark is", "marks are")} still open. Press again to compare as it is.`;
  const compare = () => {
    if (open && !asked) {
      ask(true);
      return say(stillOpen);
    }
    dispatch({ type: "compare" });
    say(null);  // what gets the focus says it
    return agreement.current.focus();
  };
  return (
    <div class="vp-measure">
      <h3 class="vp-title" tabIndex={-1} ref={heading}>Reflection</h3>
      <Handover {...{ scenario, state, name, dispatch }} from={STAGES[STAGES.length - 1]} />
      <Rich as="p" html={scenario.reflection.prompt} />
      {!findings.length && (
        <p class="pnh-note pnh-quietnote">You gathered none of the findings that this step weighs.</p>
      )}
      {findings.map((finding) => (
        <fieldset key={finding.id} class="vp-weighing">
          <legend><Rich html={finding.label} /></legend>
          <p class="vp-prose"><Rich html={finding.finding} /> <Chip prov={finding.prov} /></p>
          {diagnoses.map((dx) => (
            <Row key={dx.id} diagnosis={dx} finding={finding} state={state} name={name} dispatch={dispatch} />
          ))}
        </fieldset>
      ))}
      <div tabIndex={-1} ref={agreement}>{state.compared && findings.length > 0 && (
        <p class="pnh-note pnh-quietnote">
          You and the course agree on {agreed} of {pairs.length}. This is not scored. The course’s marks are the authors’
          own draft; no study measured them.
        </p>
      )}</div>
      <div class="pnh-row">
        {back && <button type="button" class="pnh-quiet" onClick={back}>Back to the debrief</button>}
        {!back && (state.compared || !findings.length
          ? <button key="finish" type="button" onClick={finish}>Go on to the debrief</button>
          : <button key="compare" type="button" onClick={compare}>Compare with the course</button>)}
        {asked && open > 0 && !state.compared && <span class="vp-gap">{stillOpen}</span>}
      </div>
    </div>
  );
}

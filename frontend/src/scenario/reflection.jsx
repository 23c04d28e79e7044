// The cued look back: for a few findings, does each speak for or against the diagnoses? Then the course's own marks beside it.
import { useRef, useState } from "preact/hooks";
import { Chip } from "../shared/chip.jsx";
import { Rich } from "../shared/rich.jsx";
import { minute } from "../shared/time.js";
import { MARKS, STAGES, courseMark, reflectionFindings, weighedFindings } from "./flow.js";
import { Handover } from "./handover.jsx";
import { counted } from "./words.js";

const UNTOUCHED = "neither";  // a finding speaks only where the learner says so
const markOf = (state, diagnosis, finding) => state.reflection[diagnosis.id]?.[finding.id] ?? UNTOUCHED;

function Row({ diagnosis, finding, state, name, dispatch }) {
  const mine = markOf(state, diagnosis, finding);
  const course = courseMark(finding, diagnosis.id);
  const what = `${name}-${diagnosis.id}-${finding.id}`;
  return (
    <div class="vp-weigh" role="radiogroup" aria-labelledby={what}>
      <span><Rich id={what} html={diagnosis.label} />
        {state.compared && <span class={mine === course ? "vp-course vp-agree" : "vp-course"}>
          {mine === course ? "✓ as the course" : `the course: ${course}`}</span>}</span>
      {MARKS.map((mark) => (
        <label key={mark}>
          <input type="radio" name={what} aria-label={mark} checked={mine === mark} disabled={state.compared}
            onChange={() => dispatch({ type: "mark", diagnosis: diagnosis.id, finding: finding.id, mark })} />
        </label>
      ))}
    </div>
  );
}

/** The course's marks of the findings that were not asked about. */
function Others({ findings, diagnoses }) {
  const said = (finding) => diagnoses.map(({ id, label }) => [courseMark(finding, id), label])
    .filter(([mark]) => mark !== UNTOUCHED).map((words) => words.join(" ")).join(", ");
  return (
    <details>
      <summary>The course’s marks of your other {counted(findings.length, "finding")}</summary>
      <ul>{findings.map((finding) => (
        <li key={finding.id}><b><Rich html={finding.label} /></b>: <Rich html={said(finding) || UNTOUCHED} /></li>
      ))}</ul>
    </details>
  );
}

export function Reflection({ scenario, state, name, which, dispatch, say, heading, back }) {
  const [asked, ask] = useState(false);
  const agreement = useRef();
  const findings = weighedFindings(scenario, state);
  const others = reflectionFindings(scenario, state).filter((finding) => !findings.includes(finding));
  const diagnoses = scenario.differential.filter((dx) => scenario.reflection.diagnoses.includes(dx.id));
  const pairs = diagnoses.flatMap((dx) => findings.map((f) => [markOf(state, dx, f), courseMark(f, dx.id)]));
  const untouched = pairs.every(([mine]) => mine === UNTOUCHED);
  const agreed = pairs.filter(([mine, course]) => mine === course).length;
  const finish = () => dispatch({ type: "finish", at: minute() });
  const stillOpen = "Nothing is marked yet. Press again to compare as it is.";
  const compare = () => {
    if (untouched && !asked) {
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
      {findings.length ? (
        <p>
          These of your findings say most. Mark where one speaks for or against; the rest stays at neither.
        </p>
      ) : (
        <p class="pnh-note pnh-quietnote">You gathered none of the findings that this step weighs.</p>
      )}
      {findings.map((finding) => (
        <fieldset key={finding.id} class="vp-weighing">
          <legend><Rich html={finding.label} /></legend>
          <p class="vp-prose"><Rich html={finding.finding} /> <Chip prov={finding.prov} /></p>
          <p class="vp-weigh pnh-meta" aria-hidden="true"><span />{MARKS.map((mark) => <span key={mark}>{mark}</span>)}</p>
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
      {state.compared && others.length > 0 && <Others findings={others} diagnoses={diagnoses} />}
      <div class="pnh-row">
        {back && <button type="button" class="pnh-quiet" onClick={back}>Back to the debrief</button>}
        {!back && (state.compared || !findings.length
          ? <button key="finish" type="button" onClick={finish}>Go on to the debrief{which}</button>
          : <button key="compare" type="button" onClick={compare}>Compare with the course{which}</button>)}
        {asked && untouched && !state.compared && <span class="vp-gap">{stillOpen}</span>}
      </div>
    </div>
  );
}

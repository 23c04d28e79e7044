// The fields of the two kinds of question that state a view: a probability, and how far a finding moves a hypothesis.
import { useRef } from "preact/hooks";
import { Rich } from "../shared/rich.jsx";
import { Percent } from "../spread/percent.jsx";
import { Spread } from "../spread/spread.jsx";
import { concordance, STEPS } from "./concordance.js";
import { Mark, Why } from "./explanation.jsx";
import { hasOutcome, percent, probability, statedIn, targetOf, truth } from "./probability.js";

const place = (p) => ({ left: `${100 * p}%` });

/** For eyes: the statement and what it is compared with, on a line from 0 to 100. */
const Line = ({ said, target }) => (
  <div class="pnh-line01" aria-hidden="true"><i style={{ left: `${100 * Math.min(said, target)}%`, width: `${100 * Math.abs(said - target)}%` }} /><b style={place(target)} /><b class="pnh-said" style={place(said)} /></div>
);

function Compared({ hypothesis, said, refs }) {
  const words = truth(hypothesis);
  return (
    <div class="pnh-compared">
      <Line said={said} target={targetOf(hypothesis)} />
      <Mark kind="open">You said {percent(said)}. {words[0].toUpperCase() + words.slice(1)}.</Mark>
      <Why html={hypothesis.rationale} sources={hypothesis.sources} refs={refs} />
    </div>
  );
}

function Probability({ item, name, answer, onAnswer, onEnter, locked, shown, graded, lacking, say }) {
  const timer = useRef();
  const later = (words, wait = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => say(words), wait);
  };
  if (locked) clearTimeout(timer.current);
  const { hypotheses, refs } = item;
  const [only] = hypotheses;
  const said = statedIn(item, answer);
  const compared = (hypothesis) => shown && <Compared {...{ hypothesis, refs }} said={said[hypothesis.id]} />;
  return (
    <>
      {hypotheses.length === 1
        ? <>
          <Percent id={`${name}-${only.id}`} label={only.text} value={answer.shares[only.id] ?? ""} locked={locked} onValue={(value) => onAnswer({ shares: { [only.id]: value } })}
            more={{ onKeyDown: onEnter, "aria-invalid": lacking ? "true" : undefined, "aria-describedby": lacking }} />
          {compared(only)}
        </>
        : <Spread name={name} rows={hypotheses.map(({ id, text }) => ({ id, label: text }))} draft={answer.shares} locked={locked} say={later}
          onDraft={(shares) => onAnswer({ shares })} after={(id) => compared(hypotheses.find((row) => row.id === id))} />}
      {shown && hasOutcome(item) && <details class="pnh-screen">
        <summary>A second figure{item.number && <span class="pnh-ears">, question {item.number}</span>}</summary>
        <p class="pnh-why">The logarithm of the chance you gave to what is so: {graded.log.toFixed(2).replace("-", "−")}. 0 is perfect. It is hard on false certainty, and stops at −4.61, as if nothing were given less than 0.01. Neither figure is a mark.</p>
      </details>}
    </>
  );
}

function Concordance({ item, name, answer, onAnswer, locked, shown }) {
  const { leaning, rationales } = item.sct;
  return STEPS.map(([step, words]) => {
    const chosen = answer.chosen.includes(step);
    const id = `${name}-${step}`;
    const leans = shown && String(leaning) === step;
    return (
      <div key={step} class={`pnh-option${leans ? " pnh-leaning" : ""}`}>
        <label for={id}>
          <input id={id} type="radio" name={`${name}-options`} value={step} checked={chosen} disabled={locked} onChange={() => onAnswer({ chosen: [step] })} />
          <span>{words}</span>
        </label>
        {shown && <div class="pnh-explained">
          {chosen && <Mark kind="open">Your answer.</Mark>}
          {leans && <Mark kind="open">Where the authors of this course lean: a draft, not a panel.</Mark>}
          <Why html={rationales[step]} />
        </div>}
      </div>
    );
  });
}

/** Question types by name, for `addType`. */
export const judged = { probability: { ...probability, Part: Probability }, sct: { ...concordance, Part: Concordance } };

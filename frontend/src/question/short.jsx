// A short answer in the learner's own words. What no rule recognises, the learner marks against the model answer.
import { Rich } from "../shared/rich.jsx";
import { Mark, Why } from "./explanation.jsx";

const SELF_MARKS = [[1, "I had it"], [0.5, "Partly"], [0, "I missed it"]];

export function ShortAnswer({ item, name, answer, onAnswer, onEnter, locked, shown, graded, lacking, onSelfMark }) {
  const long = item.model_answer.length > 60;
  const field = {
    id: `${name}-text`, value: answer.text, disabled: locked, "aria-invalid": lacking ? "true" : undefined, "aria-describedby": lacking,
    onInput: (event) => onAnswer({ ...answer, text: event.currentTarget.value }),
  };
  const rejected = graded?.rejected ?? null;
  return (
    <>
      <div class={`pnh-fields${answer.text ? "" : " pnh-screen"}`}>
        <label for={field.id}>Your answer</label>
        {long ? <textarea {...field} rows="3" /> : <input {...field} onKeyDown={onEnter} type="text" size="30" autocomplete="off" autocapitalize="off" />}
      </div>
      {shown && <div class={`pnh-option pnh-solo ${{ correct: "pnh-hit", partial: "pnh-missed", incorrect: "pnh-miss" }[graded.result] ?? ""}`}>
        {graded.accepted.map((index) => <Mark key={index} kind="right"><Rich html={item.accept[index].rationale} /></Mark>)}
        {rejected !== null && <><Mark kind="wrong">Your answer; not right.</Mark><Why html={item.reject[rejected].rationale} /></>}
        <p class="pnh-why" data-pnh-model tabIndex={-1}><strong>A model answer:</strong> <Rich html={item.model_answer} /></p>
        {graded.result === null && <fieldset class="pnh-self"><legend>How close was yours?</legend>
          {SELF_MARKS.map(([mark, words]) => <button key={mark} type="button" class="pnh-quiet" onClick={() => onSelfMark(mark)}>{words}</button>)}
        </fieldset>}
      </div>}
    </>
  );
}

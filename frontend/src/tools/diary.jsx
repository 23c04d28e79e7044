// Titration diary: goal, measure, stopping rule and a table of numbered steps "as prescribed". There is no field for a dose.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusOn, plain } from "../shared/dom.js";
import { resetState, useModelState, useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { printAlone } from "../shared/print.js";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { columnsOf, readDiary, withCell, withSteps } from "./steps.js";
import { Tool } from "./frame.jsx";

const PARTS = [["goal", "Goal"], ["measure", "Measure"], ["stop", "Stopping rule"], ["harm_watch", "Harm watch"]];
const KEPT = { device: "What you write stays in this browser.", memory: "This browser keeps nothing: print it before you close the page." };

function Empty({ name, onEmpty, onKeep }) {
  const box = useRef();
  useLayoutEffect(() => focusOn(box.current), []);  // not the button itself: a key held down must not answer
  return (
    <div class="pnh-row pnh-screen" role="group" aria-labelledby={`${name}-sure`} tabIndex={-1} ref={box}>
      <span id={`${name}-sure`}>Empty the diary? Everything you wrote in it is cleared.</span>
      <button type="button" class="pnh-harmful" onClick={onEmpty}>Yes, empty it</button>
      <button type="button" class="pnh-quiet" onClick={onKeep}>Keep it</button>
    </div>
  );
}

function Diary({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { diary } = payload;
  const [state, update] = useModelState(model);
  const [asking, setAsking] = useState(false);
  const [message, say] = useState(null);
  const moved = useRef(null);  // selector of what gets the focus next
  const gone = useRef([]);  // steps taken away, until the diary is emptied: adding brings them back
  const { head, fields } = columnsOf(diary);
  const values = readDiary(diary, state.values);
  const { steps } = values;
  const write = (next) => update({ values: next });

  useLayoutEffect(() => { root.dataset.pnhMeasures = JSON.stringify({ steps: steps.length, of: diary.steps }); });
  useLayoutEffect(() => {
    if (moved.current) focusOn(root.querySelector(moved.current));
    moved.current = null;
  });

  const changeSteps = (count) => {
    if (count < steps.length) gone.current[count] = steps[count];
    write(withSteps(values, count, gone.current));
    say(count > steps.length ? `Step ${count} added.` : `Step ${steps.length} removed. Adding a step brings it back.`);
    moved.current = count > steps.length ? `tbody tr:nth-child(${count}) input` : count === 1 ? "[data-to=add]" : null;
  };
  const close = (words) => {
    setAsking(false);
    say(words);
    moved.current = "[data-to=empty]";
  };

  return (
    <Tool what="Titration diary" model={model} payload={payload}>
      <p class="to-patient"><Rich html={diary.patient} /></p>
      <p class="pnh-note pnh-quietnote">An exercise for the patient of a case, not for yourself. There is no field for a dose: every step is “as prescribed”. <span class="pnh-screen">{KEPT[model.get("kept")]}</span></p>
      {PARTS.map(([part, label]) => (
        <div key={part} class="to-field">
          <label for={`${name}-${part}`}>{label}</label>
          <Rich as="p" class="pnh-meta" id={`${name}-${part}-how`} html={diary[part].prompt} />
          <textarea id={`${name}-${part}`} aria-describedby={`${name}-${part}-how`} rows="2" value={values[part]} onInput={(event) => write({ ...values, [part]: event.currentTarget.value })} />
          <details class="pnh-screen"><summary>An example<span class="pnh-ears"> of a {label.toLowerCase()}</span></summary><Rich as="p" html={diary[part].example} /></details>
        </div>
      ))}
      <table class="to-stack to-steps">
        <caption class="pnh-ears">The steps, as prescribed</caption>
        <thead><tr><th scope="col"><Rich html={head} /></th><th scope="col">Date</th>{fields.map(({ label }) => <th key={label} scope="col"><Rich html={label} /></th>)}</tr></thead>
        <tbody>{steps.map((step, i) => (
          <tr key={i}>
            <th scope="row"><span class="to-step">Step </span>{i + 1}</th>
            <td data-to="Date"><input type="date" class={step.date ? undefined : "to-blank"} aria-label={`Step ${i + 1}: date`} value={step.date} onInput={(event) => write(withCell(values, i, "date", event.currentTarget.value))} /></td>
            {fields.map(({ label, at }) => <td key={at} data-to={plain(label)}><textarea rows="1" aria-label={`Step ${i + 1}: ${plain(label)}`} value={step[at] ?? ""} onInput={(event) => write(withCell(values, i, at, event.currentTarget.value))} /></td>)}
          </tr>
        ))}</tbody>
      </table>
      <div class="pnh-row pnh-screen">
        {steps.length < diary.steps && <button type="button" class="pnh-quiet" data-to="add" onClick={() => changeSteps(steps.length + 1)}>Add a step</button>}
        {steps.length > 1 && <button type="button" class="pnh-quiet" onClick={() => changeSteps(steps.length - 1)}>Remove step {steps.length}</button>}
        <button type="button" class="pnh-quiet" onClick={() => printAlone(root)}>Print the diary</button>
        {!asking && <button type="button" class="pnh-quiet" data-to="empty" onClick={() => setAsking(true)}>Empty the diary</button>}
      </div>
      {asking && <Empty name={name} onKeep={() => close(null)} onEmpty={() => { resetState(model); gone.current = []; close("The diary is empty."); }} />}
      <Status quiet>{message}</Status>
    </Tool>
  );
}

export default { render: (context) => mount(context, Diary) };

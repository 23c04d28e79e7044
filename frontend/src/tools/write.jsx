// Write first, then compare: a text of one's own, then a model, a checklist to tick oneself, and what not to say. Nothing is sent.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Held } from "../scenario/handover.jsx";
import { Cites } from "../shared/cite.jsx";
import { focusOn, inSeminar, plain } from "../shared/dom.js";
import { report, useModelState, useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { minute } from "../shared/time.js";
import { Tool } from "./frame.jsx";
import { KEPT, Own } from "./own.jsx";

function Checklist({ rows, ticks, name, refs, onTicks }) {
  return (
    <fieldset class="to-checklist">
      <legend>Tick what your text has</legend>
      {rows.map((row, i) => (
        <div key={row.text} class="pnh-option">
          <label><input type="checkbox" checked={ticks.includes(i)} aria-describedby={`${name}-why-${i}`} onChange={() => onTicks(ticks.includes(i) ? ticks.filter((at) => at !== i) : [...ticks, i])} /><Rich as="b" html={row.text} /></label>
          <p class="pnh-why pnh-explained" id={`${name}-why-${i}`}><Rich html={row.why} /><Cites keys={row.sources} refs={refs} /></p>
        </div>
      ))}
    </fieldset>
  );
}

function Write({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { write, refs } = payload;
  const [state, update] = useModelState(model);
  const [asked, ask] = useState(0);
  const field = useRef();
  const heading = useRef();
  const moved = useRef(null);  // what gets the focus next
  const { text = "", ticks = [] } = state.values ?? {};
  const set = (patch) => update({ values: { text, ticks, ...patch } });
  const { compared = false } = state;
  const which = <span class="pnh-ears">: {plain(payload.title)}</span>;  // a lesson has two of them

  useLayoutEffect(() => {
    root.dataset.pnhMeasures = JSON.stringify({ written: text.trim().length > 0, compared, ticked: ticks.length, of: write.checklist.length });
    if (compared) root.dataset.pnhResult = "stated";
    else delete root.dataset.pnhResult;
  });
  useLayoutEffect(() => {
    focusOn(moved.current?.());
    moved.current = null;
  });

  const compare = () => {
    if (!text.trim() && !inSeminar()) {
      moved.current = () => field.current.querySelector("textarea");
      return ask((n) => n + 1);
    }
    moved.current = () => heading.current;
    ask(0);
    const attempts = (state.attempts ?? 0) + 1;
    update({ values: { text, ticks }, compared: true, attempts });
    return report(model, { item: model.get("id"), hash: model.get("hash"), at: minute(), result: "stated", score: null, chosen: [], certainty: null, attempts });
  };
  const close = () => {
    moved.current = () => field.current.querySelector("textarea");
    update({ compared: false });
  };

  return (
    <Tool what="Write, then compare" model={model} payload={payload}>
      <p class="to-patient"><Rich html={write.setting} /></p>
      <div class="to-field" ref={field}>
        <label for={`${name}-text`}>Your text{which}</label>
        <Rich as="p" id={`${name}-how`} html={write.prompt} />
        <Own pad id={`${name}-text`} rows="8" aria-describedby={`${name}-how`} value={text} onInput={(event) => { ask(0); set({ text: event.currentTarget.value }); }} />
        <p class="pnh-meta pnh-screen">{KEPT[model.get("kept")]} Nothing is sent or marked.</p>
      </div>
      <Status kind="ask" turn={asked}>{asked > 0 && "Write something first, if only three sentences: what you did not say shows most."}</Status>
      {compared ? <>
        <h4 tabIndex={-1} ref={heading}>A model answer, one among many</h4>
        <Held>
          <div class="to-model">{write.model.split("\n").map((part) => <Rich key={part} as="p" html={part} />)}</div>
          <Checklist rows={write.checklist} onTicks={(next) => set({ ticks: next })} {...{ ticks, name, refs }} />
          <Status>{`${ticks.length} of ${write.checklist.length} ticked.`}</Status>
          <h4>What not to say</h4>
          <ul class="to-list">{write.not_to_say.map((row) => (
            <li key={row.text}><p><b>“<Rich html={row.text} />”</b></p><p class="pnh-why"><Rich html={row.why} /><Cites keys={row.sources} refs={refs} /></p></li>
          ))}</ul>
        </Held>
        <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" onClick={close}>Close the model and write on{which}</button></div>
      </> : <div class="pnh-row pnh-screen"><button type="button" onClick={compare}>Compare{which}</button></div>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Write) };

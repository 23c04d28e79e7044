// A worksheet: two texts under the same questions. The reader fills in, and compares row by row; nothing is marked.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Cites } from "../shared/cite.jsx";
import { focusOn, inSeminar, plain } from "../shared/dom.js";
import { useModelState, useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { Tool } from "./frame.jsx";
import { KEPT, Own } from "./own.jsx";

/** `open`: is ours shown? It gets the focus when the button that showed it has gone. */
function Row({ row, texts, refs, own, open, name, onWrite, onCompare }) {
  const [asked, ask] = useState(0);
  const [pressed, press] = useState(false);
  const ours = useRef();
  useLayoutEffect(() => { if (pressed && open) focusOn(ours.current); }, [open]);
  const compare = () => {
    if (!inSeminar() && !texts.some(({ id }) => own[id]?.trim())) return ask(asked + 1);
    press(true);
    return onCompare();
  };
  const question = plain(row.question);
  return (
    <tr>
      <th scope="row"><Rich html={row.question} /><Rich as="p" class="pnh-meta" id={`${name}-${row.id}`} html={row.help} /></th>
      {texts.map(({ id, label }, i) => (
        <td key={id} data-to={plain(label)}>
          <Own rows="2" aria-label={`${question} ${plain(label)}`} aria-describedby={`${name}-${row.id}`} value={own[id] ?? ""} onInput={(event) => { ask(0); onWrite(id, event.currentTarget.value); }} />
          {open && <p class="to-ours" tabIndex={-1} ref={i ? undefined : ours}><b>Ours: </b><Rich html={row.ours[id]} /></p>}
        </td>
      ))}
      <td>
        {open ? <Cites keys={row.sources} refs={refs} />
          : <button type="button" class="pnh-quiet" onClick={compare}>{inSeminar() ? "Reveal to the room" : "Compare"}<span class="pnh-ears">: {question}</span></button>}
        <Status kind="ask" turn={asked}>{asked > 0 && "A few words first; “not said” will do."}</Status>
      </td>
    </tr>
  );
}

function Worksheet({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { worksheet: { texts, questions }, refs } = payload;
  const [state, update] = useModelState(model);
  const [revealed, reveal] = useState([]);  // in a seminar, what was compared before stays closed
  const values = state.values ?? {};
  const compared = inSeminar() ? revealed : state.compared ?? [];
  const shown = questions.filter(({ id }) => compared.includes(id));
  useLayoutEffect(() => {
    root.dataset.pnhMeasures = JSON.stringify({ rows: questions.length, written: questions.filter(({ id }) => Object.values(values[id] ?? {}).some((words) => words.trim())).length, compared: shown.length });
  });
  const compare = (id) => {
    reveal([...revealed, id]);
    update({ values, compared: [...(state.compared ?? []), id] });
  };
  return (
    <Tool what="Worksheet" model={model} payload={payload}>
      <p class="pnh-meta pnh-screen">{KEPT[model.get("kept")]} Nothing is sent or marked.</p>
      <table class="to-stack to-sheet">
        <caption class="pnh-ears">The two texts, question by question</caption>
        <thead><tr><th scope="col">Question</th>{texts.map(({ id, label }) => <th key={id} scope="col"><Rich html={label} /></th>)}<th scope="col">Ours</th></tr></thead>
        <tbody>{questions.map((row) => (
          <Row key={row.id} {...{ row, texts, refs, name }} own={values[row.id] ?? {}} open={compared.includes(row.id)} onCompare={() => compare(row.id)}
            onWrite={(text, words) => update({ values: { ...values, [row.id]: { ...values[row.id], [text]: words } } })} />
        ))}</tbody>
      </table>
      <p class="pnh-meta">{`${shown.length} of ${questions.length} rows compared.`}</p>
    </Tool>
  );
}

export default { render: (context) => mount(context, Worksheet) };

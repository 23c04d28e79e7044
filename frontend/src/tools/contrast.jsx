// Contrast: two finished cases side by side. The same complaint, what differed, what the learner did, where the paths part.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Cites } from "../shared/cite.jsx";
import { contentRoot, focusOn, inSeminar, plain } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { OUTCOMES } from "../shared/words.js";
import { Tool } from "./frame.jsx";
import { useRecord } from "./record.js";
import { didWords, lastRun, statedRows } from "./runs.js";

const SIDES = ["first", "second"];

function Run({ contrast, run, i }) {
  const rows = statedRows(run.stated, contrast.diagnoses[i]);
  return (
    <div>
      <h4><Rich html={contrast.titles[i]} /></h4>
      <p><b>{OUTCOMES[run.outcome]}.</b> {run.minutes} minutes, cost {run.cost}.{run.hash !== contrast.hashes[i] && " You played an earlier version of this case."}</p>
      {rows.length > 0 && <details><summary>Your probabilities<span class="pnh-ears"> in {plain(contrast.titles[i])}</span></summary><dl class="to-stated"><dt class="pnh-meta">Diagnosis</dt><dd class="pnh-meta">before → after</dd>{rows.map(({ id, label, words }) => <><dt key={id}><Rich html={label} /></dt><dd>{words}</dd></>)}</dl></details>}
    </div>
  );
}

function Did({ run, action }) {
  if (!run || !action) return null;
  const words = didWords(run, action);
  return <span class={`to-did${words[0] === "✓" ? " to-first" : ""}`}>{words}</span>;
}

function Comparison({ contrast, runs, refs, heading }) {
  return (
    <>
      <h4 tabIndex={-1} ref={heading}>The same complaint</h4>
      <Rich as="p" html={contrast.same} />
      {runs.some(Boolean) && <div class="to-runs">{runs.map((run, i) => run && <Run key={i} {...{ contrast, run, i }} />)}</div>}
      <table class="to-stack to-pairs">
        <caption class="pnh-ears">What differed</caption>
        <thead><tr><th scope="col">What differed</th>{contrast.titles.map((title) => <th key={title} scope="col"><Rich html={title} /></th>)}<th scope="col">Why it matters</th></tr></thead>
        <tbody>{contrast.rows.map((row) => (
          <tr key={row.feature}>
            <th scope="row"><Rich html={row.feature} /></th>
            {SIDES.map((side, i) => <td key={side} data-to={plain(contrast.titles[i])}><Rich html={row[side]} /> <Did run={runs[i]} action={row.actions?.[side]} /></td>)}
            <td data-to="Why it matters"><Rich html={row.matters} /><Cites keys={row.sources} refs={refs} /></td>
          </tr>
        ))}</tbody>
      </table>
      <div class="to-parting"><h4>Where the paths part</h4><Rich as="p" html={contrast.parting} /></div>
    </>
  );
}

function ToPlay({ contrast, runs, which, onShow }) {
  const onPage = contentRoot() !== null;
  return (
    <>
      {onPage ? <p>This comparison gives both cases away, so it waits until you have played them.</p>
        : <p class="pnh-note pnh-quietnote">A notebook with a kernel does not know which cases you have finished; the same lesson as a page does. The comparison gives both cases away.</p>}
      <ul class="to-list">{contrast.titles.map((title, i) => (
        <li key={title}><b>{onPage ? <a href={contrast.pages[i]}><Rich html={title} /></a> : <Rich html={title} />}</b> <Rich html={contrast.complaints[i]} />{onPage && <span class={`to-did${runs[i] ? " to-first" : ""}`}>{runs[i] ? "✓ played" : "still to be played"}</span>}</li>
      ))}</ul>
      <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" onClick={onShow}>Show the comparison without playing (for teachers){which}</button></div>
    </>
  );
}

function Contrast({ model, root }) {
  const payload = useTrait(model, "payload");
  const { contrast, refs } = payload;
  const record = useRecord(model);
  const runs = contrast.cases.map((id) => lastRun(record?.events ?? [], id));
  const played = runs.every(Boolean);
  const [asked, ask] = useState(false);
  const heading = useRef();
  const which = <span class="pnh-ears">: {plain(payload.title)}</span>;  // a lesson has two of them
  useLayoutEffect(() => {
    root.dataset.pnhMeasures = JSON.stringify({ played: contrast.cases.filter((_, i) => runs[i]), shown: asked });
  });
  const opened = useRef(false);
  const hide = () => ask(false);
  useLayoutEffect(() => {
    if (asked) focusOn(heading.current);
    else if (opened.current) root.querySelector("button")?.focus();  // what opened it stands there again
    opened.current = asked;
  }, [asked]);
  return (
    <Tool what="Two cases in contrast" model={model} payload={payload}>
      {asked && <Comparison {...{ contrast, runs, refs, heading }} />}
      {asked && <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" onClick={hide}>Hide the comparison{which}</button></div>}
      {!asked && !played && <ToPlay {...{ contrast, runs, which }} onShow={() => ask(true)} />}
      {!asked && played && <div class="pnh-row pnh-screen"><button type="button" onClick={() => ask(true)}>{inSeminar() ? "Reveal to the room" : "Compare the two cases"}{which}</button></div>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Contrast) };

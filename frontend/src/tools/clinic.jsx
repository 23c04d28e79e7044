// The clinic: every case with its complaint, help and time, the cases to set it beside, and how the learner's last run of it ended.
import { useLayoutEffect } from "preact/hooks";
import { contentRoot } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { OUTCOMES } from "../shared/words.js";
import { Tool } from "./frame.jsx";
import { useRecord } from "./record.js";
import { lastRun } from "./runs.js";

const HELP = { worked: "with the expert’s thoughts", cued: "with hints", free: "on your own" };
const HEADS = ["Case", "Help and time", "Set it beside", "Your last run"];

const Named = ({ row }) => (contentRoot() === null ? <Rich html={row.title} /> : <a href={row.page}><Rich html={row.title} /></a>);

function Row({ row, rows, run }) {
  const [, help, beside, yours] = HEADS;
  return (
    <tr>
      <th scope="row">{row.number}. <Named row={row} />
        <div class="pnh-meta"><Rich html={row.complaint} />. Lesson {row.lesson}.</div></th>
      <td data-to={help}>{HELP[row.support]}, about {row.minutes} minutes</td>
      <td data-to={beside}>{row.beside.map((number, i) => <>{i > 0 && "; "}{number}. <Named row={rows[number - 1]} /></>)}{!row.beside.length && "stands alone"}</td>
      <td data-to={yours}>{run ? `${run.outcome === "safe" ? "✓ " : ""}${OUTCOMES[run.outcome]}` : "not yet"}</td>
    </tr>
  );
}

function Clinic({ model, root }) {
  const payload = useTrait(model, "payload");
  const { rows } = payload.clinic;
  const record = useRecord(model);
  const runs = rows.map(({ id }) => lastRun(record?.events ?? [], id));
  const taken = runs.filter(Boolean).length;

  useLayoutEffect(() => { root.dataset.pnhMeasures = JSON.stringify({ cases: rows.length, taken }); });
  return (
    <Tool what="The clinic" model={model} payload={payload}>
      <p><b>{record ? `${taken} of ${rows.length} cases taken to the end.` : "A notebook with a kernel does not know which cases you have finished; the page does."}</b></p>
      <table class="to-stack to-clinic">
        <caption class="pnh-ears">All cases</caption>
        <thead><tr>{HEADS.map((head) => <th key={head} scope="col" style={head === HEADS[0] ? "width:40%" : null}>{head}</th>)}</tr></thead>
        <tbody>{rows.map((row, i) => <Row key={row.id} {...{ row, rows }} run={runs[i]} />)}</tbody>
      </table>
    </Tool>
  );
}

export default { render: (context) => mount(context, Clinic) };

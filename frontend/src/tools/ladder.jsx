// Evidence ladder: treatments by the kind of study (rungs) and its size (columns). Pressing one shows what the study says.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Cites } from "../shared/cite.jsx";
import { focusOn } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { capital } from "../shared/words.js";
import { Tool } from "./frame.jsx";
import { allClasses, arranged, chosenOf, columnsOf, DIRECTIONS, sizeWords } from "./rungs.js";

const STACKED_PX = 800;  // 50rem, as in plan.css: below it a rung is one long column, and what a card says stands right under it

const Shape = ({ of }) => <span class={`to-shape to-${of}`} aria-hidden="true">{DIRECTIONS[of][0]}</span>;
const People = ({ n }) => (n === null ? "size not given" : `n\u00a0=\u00a0${n.toLocaleString("en-GB")}`);

/** What one study says. `head`: where the focus goes when it opens. */
function Entry({ entry, refs, name, head, children }) {
  return (
    <div role="group" aria-labelledby={name} class="to-entry">
      <h4 id={name} tabIndex={-1} ref={head}><Rich html={entry.treatment} /></h4>
      <p class="pnh-meta"><Rich html={entry.class} /> · <Rich html={entry.people} />{entry.n !== null && <> · <People n={entry.n} /></>}</p>
      <p><Shape of={entry.direction} /> <b>{capital(DIRECTIONS[entry.direction][2])}.</b> <Rich html={entry.says} /><Cites keys={entry.sources} refs={refs} /></p>
      {entry.caution && <p class="to-caution"><b>Caution.</b> <Rich html={entry.caution} /></p>}
      {entry.claim_text?.length > 0 && <details>
        <summary>What the sources were found to say</summary>
        <ul>{entry.claim_text.map((claim) => <li key={claim.id}><Rich html={claim.text} /> <span class="pnh-meta">Confidence {claim.confidence} · <Rich html={claim.evidence} /></span></li>)}</ul>
      </details>}
      {children}
    </div>
  );
}

function Filters({ ladder, name, choice, onChoice }) {
  const conditions = [{ id: "", label: "All" }, ...ladder.conditions];
  return (
    <div class="to-filters pnh-screen">
      <fieldset class="pnh-sure"><legend>For whom</legend>{conditions.map(({ id, label }) => (
        <label key={id}><input type="radio" name={`${name}-for`} checked={choice.condition === id} onChange={() => onChoice({ ...choice, condition: id })} /><Rich html={label} /></label>
      ))}</fieldset>
      <label for={`${name}-class`}>Class <select id={`${name}-class`} value={choice.group} onChange={(event) => onChoice({ ...choice, group: event.currentTarget.value })}>
        <option value="">All classes</option>{allClasses(ladder.entries).map((one) => <option key={one} value={one}>{one}</option>)}
      </select></label>
    </div>
  );
}

function Ladder({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { ladder, refs } = payload;
  const [choice, choose] = useState({ condition: "", group: "" });
  const [open, setOpen] = useState(null);
  const head = useRef();
  const pressed = useRef(null);
  const narrow = root.clientWidth < STACKED_PX;
  const columns = columnsOf(ladder.entries);
  const shown = chosenOf(ladder.entries, choice);
  const labels = Object.fromEntries(ladder.conditions.map(({ id, label }) => [id, label]));

  useLayoutEffect(() => { root.dataset.pnhMeasures = JSON.stringify({ shown: shown.length, of: ladder.entries.length, open }); });
  useLayoutEffect(() => {
    focusOn(open ? head.current : pressed.current);
    if (open) head.current.parentNode.scrollIntoView({ block: "nearest" });
  }, [open]);
  const toggle = (id) => (event) => {
    pressed.current = event.currentTarget;
    setOpen(open === id ? null : id);
  };

  return (
    <Tool what="Evidence ladder" model={model} payload={payload}>
      <Filters {...{ ladder, name, choice }} onChoice={(next) => { pressed.current = null; setOpen(null); choose(next); }} />
      <p class="pnh-meta to-legend" aria-hidden="true">{Object.entries(DIRECTIONS).map(([id, [, , words]]) => <span key={id}><Shape of={id} /> {words}</span>)}</p>
      <Status>{shown.length === ladder.entries.length ? `All ${shown.length} entries are shown.` : `${shown.length} of ${ladder.entries.length} entries are shown.`}</Status>
      <table class="to-rungs">
        <caption class="pnh-ears">Treatments by kind of study, the firmest kind on top, and by the number of people in it</caption>
        <thead><tr><th scope="col">Kind of study</th>{columns.map((power) => <th key={power} scope="col">{sizeWords(power)}</th>)}</tr></thead>
        <tbody>{arranged(ladder, choice).map(({ rung, cells, empty }) => {
          const entry = cells.flat().find(({ id }) => id === open);
          const opened = entry && <Entry key={open} {...{ entry, refs, head }} name={`${name}-${open}`}><button type="button" class="pnh-quiet pnh-screen" onClick={() => setOpen(null)}>Close</button></Entry>;
          return [
            <tr key={rung.id} class={empty ? "to-bare" : undefined}>
              <th scope="row" class="to-kind"><Rich as="b" html={rung.label} />{rung.about && <Rich class="pnh-meta" html={rung.about} />}</th>
              {empty ? <td colSpan={columns.length}><Rich html={empty} /></td> : cells.map((cell, i) => (
                <td key={columns[i]}>{cell.map((one) => [
                  <button key={one.id} type="button" aria-expanded={open === one.id} onClick={toggle(one.id)}>
                    <Shape of={one.direction} /><Rich html={one.treatment} />
                    <span class="pnh-meta"><People n={one.n} /> · {DIRECTIONS[one.direction][1]}</span>
                    {!choice.condition && <Rich class="pnh-meta to-whom" html={labels[one.condition]} />}
                  </button>,
                  narrow && one === entry && <div class="to-opened">{opened}</div>,
                ])}</td>
              ))}
            </tr>,
            entry && !narrow && <tr key={`${rung.id}-open`} class="to-opened"><td colSpan={columns.length + 1}>{opened}</td></tr>,
          ];
        })}</tbody>
      </table>
      <div class="pnh-paper to-paper">{shown.map((entry) => <Entry key={entry.id} {...{ entry, refs }} name={`${name}-paper-${entry.id}`} />)}</div>
    </Tool>
  );
}

export default { render: (context) => mount(context, Ladder) };

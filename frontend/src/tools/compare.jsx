// Up to three conditions side by side, feature by feature; the table can be turned.
import { useState } from "preact/hooks";
import { Cites } from "../shared/cite.jsx";
import { plain } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { Tool } from "./frame.jsx";
import { useKept } from "./kept.js";
import { about, FEATURES, fitted, MOST, offered, sideBySide, toggled, URGENCY } from "./mimics.js";

function Ticks({ legend, rows, chosen, onTick, name }) {
  return (
    <fieldset class="to-ticks pnh-screen"><legend>{legend}</legend>
      {rows.map(([id, label, note]) => (
        <label key={id}><input type="checkbox" name={name} value={id} checked={chosen.includes(id)} onChange={() => onTick(id)} />
          <span>{label}{note && <span class="pnh-meta"> {note}</span>}</span></label>
      ))}
    </fieldset>
  );
}

function Compare({ model, name }) {
  const payload = useTrait(model, "payload");
  const { compare, refs } = payload;
  const [values, set] = useKept(model, (kept) => fitted(kept, compare));
  const [note, say] = useState(null);
  const { chosen, features, urgency, turned } = values;
  const cards = chosen.map((id) => compare.mimics.find((card) => card.id === id));
  const names = cards.map((card) => plain(card.name));
  const cardHead = (card) => <><Rich html={card.name} /><span class={`pnh-meta to-${card.urgency}`}>{about(card)}</span></>;
  const [rows, columns] = turned ? [cards, features] : [features, cards];
  const label = (one) => FEATURES[one] ?? plain(one.name);
  const cell = (row, column) => (turned ? row[column] : column[row]);
  const nameOf = (id) => plain(compare.mimics.find((card) => card.id === id).name);
  const pick = (id) => {
    const next = toggled(chosen, id, MOST);
    if (next) set({ chosen: next });
    say(next ? sideBySide(next.map(nameOf)) || "Nothing is chosen." : `${MOST} fit side by side. Take one away first.`);
  };
  const show = (id) => {
    const next = toggled(features, id);
    if (next.length) set({ features: Object.keys(FEATURES).filter((one) => next.includes(one)) });
    say(next.length ? null : "One line at least stays.");
  };
  return (
    <Tool what="Side by side" model={model} payload={payload}>
      <p class="pnh-screen"><label for={`${name}-urgency`}>Offer</label> <select id={`${name}-urgency`} value={urgency} onChange={(event) => set({ urgency: event.currentTarget.value })}>
        <option value="all">all cards</option>{Object.keys(URGENCY).map((one) => <option key={one} value={one}>{`only ${URGENCY[one]} ones`}</option>)}
      </select></p>
      <Ticks legend={`Choose up to ${MOST}`} name={`${name}-cards`} chosen={chosen} rows={offered(compare.mimics, values).map((card) => [card.id, <Rich html={card.name} />, card.urgency])}
        onTick={pick} />
      <Ticks legend="Show" name={`${name}-features`} chosen={features} rows={Object.entries(FEATURES)} onTick={show} />
      <Status turn={note}>{note}</Status>
      {cards.length > 0 && <>
        <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" aria-pressed={turned} onClick={() => set({ turned: !turned })}>Turn the table</button></div>
        <table class="to-stack">
          <caption>{sideBySide(names)}</caption>
          <thead><tr><td />{columns.map((column) => <th key={label(column)} scope="col">{turned ? FEATURES[column] : cardHead(column)}</th>)}</tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={label(row)}><th scope="row">{turned ? cardHead(row) : FEATURES[row]}</th>
              {columns.map((column) => (
                <td key={label(column)} data-to={label(column)}><Rich html={cell(row, column).text} /><Cites keys={cell(row, column).sources} refs={refs} /></td>
              ))}</tr>
          ))}</tbody>
        </table>
      </>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Compare) };

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
import { about, FEATURES, fitted, offered, PLACES, sideBySide, toggled, URGENCIES } from "./mimics.js";
import { Select } from "./select.jsx";

function Table({ cards, features, turned, refs }) {
  const cardHead = (card) => <><Rich html={card.name} /><span class={`pnh-meta to-${card.urgency}`}>{about(card)}</span></>;
  const [rows, columns] = turned ? [cards, features] : [features, cards];
  const head = (one) => FEATURES[one] ?? cardHead(one);
  const label = (one) => FEATURES[one] ?? plain(one.name);
  const cell = (row, column) => (turned ? row[column] : column[row]);
  return (
    <table class={`to-stack to-side${columns.length > PLACES.length ? " to-long" : ""}`} role="table">
      <caption>{sideBySide(cards.map(label))}</caption>
      <thead><tr role="row"><td />{columns.map((column) => <th key={label(column)} scope="col" role="columnheader">{head(column)}</th>)}</tr></thead>
      <tbody role="rowgroup">{rows.map((row) => (
        <tr key={label(row)} role="row"><th scope="row" role="rowheader">{head(row)}</th>
          {columns.map((column) => (
            <td key={label(column)} role="cell" data-to={label(column)}><Rich html={cell(row, column).text} /><Cites keys={cell(row, column).sources} refs={refs} /></td>
          ))}</tr>
      ))}</tbody>
    </table>
  );
}

function Compare({ model, name }) {
  const payload = useTrait(model, "payload");
  const { compare, refs } = payload;
  const [values, set] = useKept(model, (kept) => fitted(kept, compare));
  const [note, setNote] = useState({});
  const tell = (words, quiet) => setNote(({ turn = 0 }) => ({ words, quiet, turn: turn + 1 }));  // drawn again each time: a box that may not be emptied fills again
  const { chosen, features, urgency, turned } = values;
  const cardsOf = (ids) => ids.filter(Boolean).map((id) => compare.mimics.find((card) => card.id === id));
  const cards = cardsOf(chosen);
  const choose = (place) => (id) => {
    const next = chosen.map((one, i) => (i === place ? id : one));
    set({ chosen: next });
    tell(sideBySide(cardsOf(next).map((card) => plain(card.name))), true);
  };
  const show = (one) => {
    const next = toggled(features, one);
    set({ features: next });
    tell(next === features && "One line at least stays.");
  };
  return (
    <Tool what="Side by side" model={model} payload={payload}>
      <div class="to-picks pnh-screen" role="group" aria-label="Cards">
        <Select id={`${name}-urgency`} label="Cards to choose from" value={urgency} onValue={(asked) => set({ urgency: asked })}>
          <option value="all">all</option>{URGENCIES.map((one) => <option key={one} value={one}>{`only ${one}`}</option>)}
        </Select>
        {PLACES.map((words, place) => (
          <Select key={words} id={`${name}-${place}`} label={words} value={chosen[place]} onValue={choose(place)}>
            <option value="">none</option>{offered(compare.mimics, values, place).map((card) => <option key={card.id} value={card.id}>{`${plain(card.name)}: ${card.urgency}`}</option>)}
          </Select>
        ))}
      </div>
      <fieldset class="to-switch pnh-screen"><legend>Show</legend>
        {Object.entries(FEATURES).map(([one, words]) => <label key={one}><input type="checkbox" checked={features.includes(one)} onChange={() => show(one)} />{words}</label>)}
      </fieldset>
      <Status quiet={note.quiet} turn={note.turn}>{note.words}</Status>
      <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" aria-pressed={turned} onClick={() => set({ turned: !turned })}>Turn the table</button></div>
      {cards.length > 0 ? <Table {...{ cards, features, turned, refs }} /> : <p>Choose one to three cards.</p>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Compare) };

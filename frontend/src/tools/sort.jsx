// Sorting statements: one bin for each card, by radio button or by dragging; at the end ours, with the reason for every card.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Held } from "../scenario/handover.jsx";
import { Cites } from "../shared/cite.jsx";
import { focusOn, plain } from "../shared/dom.js";
import { report, resetState, useModelState, useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { shuffled } from "../shared/shuffle.js";
import { Status } from "../shared/status.jsx";
import { minute } from "../shared/time.js";
import { Tool } from "./frame.jsx";
import { agreement, agreementWords, readPlaced, unsorted } from "./piles.js";

/** `dragged`: a ref to the id of the card in the air. Dragging is an extra for the pointer; the buttons do the same. */
function Sortable({ card, bins, name, placed, dragged, onPlace }) {
  const lift = (event) => {
    dragged.current = card.id;
    event.dataTransfer.setData("text/plain", plain(card.text));
    event.dataTransfer.setDragImage(event.currentTarget.closest("li"), 20, 20);
  };
  return (
    <li class={placed[card.id] && "to-laid"}>
      <span class="pnh-grip" aria-hidden="true" draggable onDragStart={lift} onDragEnd={() => { dragged.current = null; }} />
      <fieldset>
        <Rich as="legend" html={card.text} />
        {bins.map((bin) => (
          <label key={bin.id}><input type="radio" name={`${name}-${card.id}`} value={bin.id} checked={placed[card.id] === bin.id} onChange={() => onPlace(card.id, bin.id)} /><Rich html={bin.label} /></label>
        ))}
      </fieldset>
    </li>
  );
}

function Piles({ sort: { bins, cards }, refs, placed }) {
  const label = (id) => bins.find((bin) => bin.id === id).label;
  return bins.map((bin) => {
    const ours = cards.filter((card) => card.bin === bin.id);
    return (
      <section key={bin.id} aria-label={plain(bin.label)}>
        <h4><Rich html={bin.label} />: {ours.length}</h4>
        <ul class="to-list">{ours.map((card) => {
          const same = placed[card.id] === bin.id;
          return (
            <li key={card.id} class={same ? "to-first" : "to-not-now"}>
              <p class="to-head"><Rich as="b" html={card.text} /> <span class="to-mark">{same ? "✓\u00a0you, too" : <>→ you: <Rich html={label(placed[card.id])} /></>}</span></p>
              <p class="pnh-why"><Rich html={card.why} /><Cites keys={card.sources} refs={refs} /></p>
            </li>
          );
        })}</ul>
      </section>
    );
  });
}

function Sort({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { sort, refs } = payload;
  const { bins, cards } = sort;
  const [state] = useModelState(model);
  const [asked, ask] = useState(0);
  const [cleared, setCleared] = useState(null);  // what lay where before it was sorted again, until the first card is laid anew
  const [over, setOver] = useState(null);  // the bin a card is held over
  const dragged = useRef(null);
  const list = useRef();
  const heading = useRef();
  const moved = useRef(null);  // what gets the focus next: the button pressed has gone
  const shown = shuffled(cards, model.get("id"));
  const placed = readPlaced(sort, state.placed);
  const left = unsorted(shown, placed);
  const done = Boolean(state.checked) && !left.length;
  const sum = agreement(cards, placed);

  useLayoutEffect(() => {
    root.dataset.pnhMeasures = JSON.stringify({ cards: cards.length, placed: cards.length - left.length, ...(done && { same: sum.same }), done });
    if (done) root.dataset.pnhResult = "stated";
    else delete root.dataset.pnhResult;
  });
  useLayoutEffect(() => {
    focusOn(moved.current?.());
    moved.current = null;
  });

  const place = (card, bin) => {
    ask(0);
    setCleared(null);
    resetState(model, { ...state, placed: { ...placed, [card]: bin } });
  };
  const drop = (bin) => (event) => {
    event.preventDefault();
    setOver(null);
    if (dragged.current) place(dragged.current, bin);
  };
  const check = () => {
    if (left.length) {
      moved.current = () => list.current.querySelector("li:not(.to-laid) input");
      return ask((n) => n + 1);
    }
    moved.current = () => heading.current;
    const attempts = (state.attempts ?? 0) + 1;
    resetState(model, { placed, checked: true, attempts });
    return report(model, { item: model.get("id"), hash: model.get("hash"), at: minute(), result: "stated", score: null, chosen: cards.map(({ id }) => `${id}=${placed[id]}`), certainty: null, attempts });
  };
  const again = () => {
    moved.current = () => list.current.querySelector("input");
    setCleared(placed);
    resetState(model, { attempts: state.attempts });
  };
  const bringBack = () => {
    moved.current = () => heading.current;
    setCleared(null);
    resetState(model, { placed: cleared, checked: true, attempts: state.attempts });
  };
  const which = <span class="pnh-ears">: {plain(payload.title)}</span>;

  return (
    <Tool what="Sort the statements" model={model} payload={payload}>
      <dl class="to-bins">{bins.map((bin) => <div key={bin.id}><Rich as="dt" html={bin.label} /><Rich as="dd" html={bin.about} /></div>)}</dl>
      <Status quiet>{cleared && "The cards lie unsorted again. The button before the first one brings yours back."}</Status>
      {done ? <>
        <h4 tabIndex={-1} ref={heading}>Yours and ours</h4>
        <p class="to-sum">{agreementWords(sum, (id) => plain(bins.find((bin) => bin.id === id).label).toLowerCase())}</p>
        <Held><Piles {...{ sort, refs, placed }} /></Held>
        <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" onClick={again}>Sort again{which}</button></div>
      </> : <>
        {cleared && <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" onClick={bringBack}>Bring my cards back{which}</button></div>}
        <ol class="to-cards" ref={list}>{shown.map((card) => <Sortable key={card.id} {...{ card, bins, name, placed, dragged }} onPlace={place} />)}</ol>
        <div class="to-till">
          <div class="to-drops pnh-screen" aria-hidden="true">{bins.map((bin) => (
            <span key={bin.id} class={over === bin.id ? "to-over" : undefined} onDragOver={(event) => { event.preventDefault(); setOver(bin.id); }} onDragLeave={() => setOver(null)} onDrop={drop(bin.id)}>
              <Rich html={bin.label} /> <b>{cards.filter(({ id }) => placed[id] === bin.id).length}</b>
            </span>
          ))}</div>
          <Status kind={asked ? "ask" : undefined} turn={asked}>{asked ? `${left.length === 1 ? "One card still lies" : `${left.length} cards still lie`} unsorted.` : `${cards.length - left.length} of ${cards.length} cards sorted.`}</Status>
          <button type="button" onClick={check}>Compare with ours{which}</button>
        </div>
      </>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Sort) };

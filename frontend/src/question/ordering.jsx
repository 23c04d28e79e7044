// A list to put in order: by buttons, by arrow keys on those buttons, or by dragging. Focus stays with the item that moved.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { focusOn, plain, quoted } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { correctOrder } from "./answer.js";
import { Mark, Why } from "./explanation.jsx";

const moved = (order, from, to) => {
  const next = [...order];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

function MoveButton({ up, at, last, label, id, onMove }) {
  const edge = up ? at === 0 : at === last;
  const keys = (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <button type="button" id={id} class="pnh-quiet pnh-move" aria-label={`Move ${up ? "up" : "down"}: ${label}`} aria-disabled={edge ? "true" : undefined}
      onClick={() => onMove(up ? -1 : 1)} onKeyDown={keys}><span aria-hidden="true">{up ? "↑" : "↓"}</span></button>
  );
}

/** Drag by pointer: the item follows row by row. A finger drags by the grip, so that the page still scrolls elsewhere. */
function useDragging(list, order, onOrder, onDrop) {
  const [dragged, setDragged] = useState(null);
  const latest = useRef(order);
  latest.current = order;
  const start = (id) => (event) => {
    if (event.button !== 0 || event.target.closest("button") || (event.pointerType !== "mouse" && !event.target.closest(".pnh-grip"))) return;
    event.preventDefault();
    list.current.setPointerCapture(event.pointerId);
    setDragged(id);
  };
  const follow = (event) => {
    if (dragged === null) return;
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect());
    const from = latest.current.indexOf(dragged);
    let to = from;
    while (to > 0 && event.clientY < rows[to - 1].top + rows[to - 1].height / 2) to -= 1;
    while (to < rows.length - 1 && event.clientY > rows[to + 1].top + rows[to + 1].height / 2) to += 1;
    if (to !== from) onOrder(moved(latest.current, from, to));
  };
  const end = () => {
    if (dragged === null) return;
    onDrop(dragged, latest.current.indexOf(dragged));
    setDragged(null);
  };
  return { dragged, start, handlers: { onPointerMove: follow, onPointerUp: end, onPointerCancel: end } };
}

export function Ordering({ item, name, answer, onAnswer, say, locked, shown }) {
  const list = useRef(null);
  const focusNext = useRef(null);
  const { order } = answer;
  const option = (id) => item.options.find((row) => row.id === id);
  const told = (id, at) => say(`${quoted(plain(option(id).text))} is now number ${at + 1} of ${order.length}.`);
  const drag = useDragging(list, order, (next) => onAnswer({ order: next }), told);
  const key = correctOrder(item);

  const move = (id, button) => (step) => {
    const from = order.indexOf(id);
    const to = from + step;
    if (to < 0 || to >= order.length) return say(`${quoted(plain(option(id).text))} is already ${to < 0 ? "first" : "last"}.`);
    focusNext.current = button;
    onAnswer({ order: moved(order, from, to) });
    return told(id, to);
  };
  useLayoutEffect(() => {  // a moved element loses its focus
    if (focusNext.current) focusOn(document.getElementById(focusNext.current));
    focusNext.current = null;
  });

  return (
    <>
      {!locked && <p class="pnh-meta pnh-screen">Drag an entry, or move it with its arrow buttons.</p>}
      <ol role="list" class={`pnh-order${locked ? "" : " pnh-live"}`} ref={list} {...(locked ? {} : drag.handlers)}>
        {order.map((id, at) => {
          const inPlace = key.indexOf(id) === at;
          const label = plain(option(id).text);
          return (
            <li key={id} class={`${drag.dragged === id ? "pnh-dragged" : ""}${shown ? (inPlace ? " pnh-hit" : " pnh-miss") : ""}`} onPointerDown={locked ? undefined : drag.start(id)}>
              <span class="pnh-place">{at + 1}.</span>
              <div class="pnh-entry">
                <Rich html={option(id).text} />
                {shown && <>
                  <Mark kind={inPlace ? "right" : "wrong"}>{inPlace ? "In its place." : `Belongs at number ${key.indexOf(id) + 1}.`}</Mark>
                  <Why html={option(id).rationale} sources={option(id).sources} refs={item.refs} />
                </>}
              </div>
              {!locked && <span class="pnh-moves">
                {["up", "down"].map((way) => <MoveButton key={way} up={way === "up"} at={at} last={order.length - 1} label={label} id={`${name}-${id}-${way}`} onMove={move(id, `${name}-${id}-${way}`)} />)}
                <span class="pnh-grip" aria-hidden="true" />
              </span>}
            </li>
          );
        })}
      </ol>
    </>
  );
}

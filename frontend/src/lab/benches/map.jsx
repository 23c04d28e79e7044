// The map of two hits: what one pulse does at every pair of Kv7 and persistent sodium current, and the run at the point one picks,
// with the pointer, the arrow keys or the sliders.
import { useLayoutEffect, useRef } from "preact/hooks";
import { Plot } from "../plot.jsx";
import { inWords, Key, onePulse, pulseLabel, PulsePlot, Readout } from "./pulse.jsx";

/** The classes of the map in the order of its key: mark (a CSS class, each with a pattern of its own) and words. */
const CLASSES = {
  "no-response": ["silent", "no spike"],
  none: ["one", "one spike"],
  few: ["few", "2 to 9 spikes"],
  burst: ["burst", "a burst that ends"],
  endless: ["endless", "no end"],
  spontaneous: ["endless", "fires by itself"],
  block: ["block", "9 spikes at most, then no rest: a block"],
};
const HEALTHY = { kv7_pct: 100, nap_x: 1 };
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0], Home: [0, -99], End: [0, 99], PageUp: [5, 0], PageDown: [-5, 0] };

/** The map has a row for each sodium current; drawn, sodium goes across and Kv7 up. */
const kindAt = (map, row, col) => map.classes[map.class[col][row]];
const within = (index, list) => Math.max(0, Math.min(list.length - 1, index));
const nearest = (list, value) => list.reduce((best, each, i) => (Math.abs(each - value) < Math.abs(list[best] - value) ? i : best), 0);
const edges = (list) => { const half = (list[1] - list[0]) / 2; return [list[0] - half, list.at(-1) + half]; };

/** Where the cells lie on the paper. */
function frameOf(map, scale) {
  const [x0, x1] = edges(map.nap_x), [y0, y1] = edges(map.kv7_pct);
  const left = scale.x(x0), top = scale.y(y1);
  return { left, top, width: scale.x(x1) - left, height: scale.y(y0) - top, columns: map.nap_x.length, rows: map.kv7_pct.length };
}

function compute(values, { previous }) {
  const run = onePulse(values);
  return {
    measures: { ...run.measures, picked: values.kv7_pct !== HEALTHY.kv7_pct || values.nap_x !== HEALTHY.nap_x },
    words: inWords(run), label: pulseLabel(run, previous?.picture), picture: run,
  };
}

const fillOf = (mark, name) => (["few", "endless", "block"].includes(mark) ? { fill: `url(#${name}-${mark})` } : undefined);

/** Told apart without colour too: stripes for a few spikes, a lattice for a block, dots for those without end. */
const Patterns = ({ name }) => (
  <defs>
    <pattern id={`${name}-few`} width="5" height="5" patternUnits="userSpaceOnUse"><path class="pnh-under" d="M0 0h5v5H0z" /><path class="pnh-stripe" d="M-1 6L6 -1M-1 1L1 -1M4 6L6 4" /></pattern>
    <pattern id={`${name}-block`} width="6" height="6" patternUnits="userSpaceOnUse"><path class="pnh-under" d="M0 0h6v6H0z" /><path class="pnh-stripe" d="M0 0L6 6M6 0L0 6" /></pattern>
    <pattern id={`${name}-endless`} width="6" height="6" patternUnits="userSpaceOnUse"><path class="pnh-over" d="M0 0h6v6H0z" /><circle class="pnh-dot" cx="3" cy="3" r="1.3" /></pattern>
  </defs>
);

/** One path for all cells of a class. */
function Cells({ map, mark, scale, name }) {
  const { left, top, rows, columns, width, height } = frameOf(map, scale);
  const wide = width / columns, high = height / rows;
  const cells = map.kv7_pct.flatMap((_, r) => map.nap_x.map((__, c) => (CLASSES[kindAt(map, r, c)][0] === mark
    ? `M${(left + c * wide).toFixed(1)} ${(top + height - r * high).toFixed(1)}h${wide.toFixed(1)}v${(-high).toFixed(1)}h${(-wide).toFixed(1)}z` : "")));
  return <path class={`pnh-cell pnh-${mark}`} style={fillOf(mark, name)} d={cells.join("")} />;
}

/** The one cell that has the focus, over the picture; a new element for each, so that its name is read out. */
function Cursor({ map, scale, row, col, onPick }) {
  const cell = useRef(null);
  const at = useRef(null);
  const ahead = useRef(false);  // keys come faster than frames: the place is then further than what is drawn
  const walked = useRef(false);
  if (ahead.current && row === at.current[0] && col === at.current[1]) ahead.current = false;
  if (!ahead.current) at.current = [row, col];
  useLayoutEffect(() => {  // the cell that had the focus is gone, and the focus with it
    if (walked.current && document.activeElement === document.body) cell.current.focus();
  }, [row, col]);
  const { left, top, rows, columns, width, height } = frameOf(map, scale);
  const point = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    onPick(within(rows - 1 - Math.floor(((event.clientY - box.top) / height) * rows), map.kv7_pct), within(Math.floor(((event.clientX - box.left) / width) * columns), map.nap_x));
  };
  const step = (event) => {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    at.current = [within(at.current[0] + move[0], map.kv7_pct), within(at.current[1] + move[1], map.nap_x)];
    ahead.current = true;
    walked.current = true;
    onPick(...at.current);
  };
  return (
    <div class="pnh-cells pnh-screen" role="grid" aria-label="Map of both channels; the arrow keys pick a point" aria-rowcount={rows} aria-colcount={columns} style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }}
      onFocusOut={({ relatedTarget }) => { if (relatedTarget) walked.current = false; }} onPointerDown={point} onPointerMove={(event) => event.buttons & 1 && point(event)} onKeyDown={step}>
      <div role="row" aria-rowindex={rows - row}>
        <div key={`${row}-${col}`} ref={cell} role="gridcell" tabIndex={0} aria-colindex={col + 1} aria-selected="true"
          aria-label={`Kv7 ${map.kv7_pct[row]}% of normal, persistent sodium ${map.nap_x[col]} times normal: ${CLASSES[kindAt(map, row, col)][1]}`}
          style={{ left: `${(100 * col) / columns}%`, top: `${(100 * (rows - 1 - row)) / rows}%`, width: `${100 / columns}%`, height: `${100 / rows}%` }} />
      </div>
    </div>
  );
}

function mapLabel(map) {
  const all = map.class.flat();
  const shares = map.classes.map((kind, i) => [all.filter((each) => each === i).length, CLASSES[kind][1]]).filter(([count]) => count);
  return `Map of what one pulse does: persistent sodium current from left to right, Kv7 from bottom to top. ${shares.map(([count, words]) => `${words}: ${count} of ${all.length} points`).join("; ")}.`;
}

function Picture({ reading: { picture: run, label }, previous, values, set, name, payload: { map } }) {
  const row = nearest(map.kv7_pct, values.kv7_pct), col = nearest(map.nap_x, values.nap_x);
  const key = new Map();
  map.classes.forEach((kind, i) => {
    const [mark, words] = CLASSES[kind];
    if (map.class.some((each) => each.includes(i))) key.set(mark, [...(key.get(mark) ?? []), words]);
  });
  const pick = (r, c) => set({ kv7_pct: map.kv7_pct[r], nap_x: map.nap_x[c] }, true);  // the cell says where one is, and the class of the answer
  return (
    <div class="pnh-bench pnh-beside">
      <div>
        <Plot label={mapLabel(map)} height={330} x={edges(map.nap_x)} y={edges(map.kv7_pct)} unit={["", "Kv7, % of normal"]}
          over={(scale) => <Cursor map={map} scale={scale} row={row} col={col} onPick={pick} />}>
          {(scale) => (
            <>
              <Patterns name={name} />
              {[...key.keys()].map((mark) => <Cells key={mark} map={map} mark={mark} scale={scale} name={name} />)}
              <circle class="pnh-home" cx={scale.x(HEALTHY.nap_x)} cy={scale.y(HEALTHY.kv7_pct)} r="4" />
              <path class="pnh-here" d={`M${scale.x(values.nap_x)} ${scale.top}V${scale.bottom}M${scale.left} ${scale.y(values.kv7_pct)}H${scale.right}`} />
            </>
          )}
        </Plot>
        <p class="pnh-meta pnh-axisname" aria-hidden="true">Persistent sodium current, times normal</p>
        <p class="pnh-meta pnh-key" aria-hidden="true">
          {[...key].map(([mark, words]) => <span key={mark}><svg viewBox="0 0 24 12"><path class={`pnh-cell pnh-${mark}`} style={fillOf(mark, name)} d="M1 1h22v10H1z" /></svg>{words.join(", or ")}</span>)}
          <span><svg viewBox="0 0 24 12"><circle class="pnh-home" cx="12" cy="6" r="4" /></svg>healthy</span>
        </p>
      </div>
      <div>
        <div class="pnh-readout"><Readout value={run.measures.spikes}>{run.measures.spikes === 1 ? "spike" : "spikes"} at this point</Readout></div>
        <PulsePlot run={run} ghost={previous?.picture} label={label} height={240} />
        <Key ghost={previous && "the point before"} />
      </div>
    </div>
  );
}

export default { compute, Picture };

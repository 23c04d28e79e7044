// Sweeps under one another, as on the screen of an EMG machine: one row each, one time axis for all.
import { Plot, Trace } from "./plot.jsx";

const LOW_MV = -95, HIGH_MV = 40;

/**
 * `sweeps`: [{ at_ms, name, end?, strong? }]: where in the trace each begins, what stands before and after it; `span`: [from, to] in
 * ms about `at_ms`; `head`: px kept free above each trace. `marks(sweep, scale)`: what else is drawn in a row; scale.x takes ms about `at_ms`.
 */
export function Rows({ label, trace, sweeps, span, rowHeight = 32, head = 8, marks }) {
  const counted = sweeps[0].end !== undefined;
  const drawn = trace?.voltage_mv.subarray(0, trace.samples);
  return (
    <Plot label={label} height={sweeps.length * rowHeight + 50} x={span} unit={["ms"]} side={counted ? 34 : 0}>
      {({ x, left, right, top }) => sweeps.map((sweep, row) => {
        const floor = top + (row + 1) * rowHeight - 3;
        const scale = { left, right, x: (ms) => x(ms - sweep.at_ms), y: (mv) => floor - ((mv - LOW_MV) / (HIGH_MV - LOW_MV)) * (rowHeight - head) };
        return (
          <g key={row}>
            <text x="0" y={floor - 2} class={sweep.strong ? "pnh-strong" : undefined}>{sweep.name}</text>
            {drawn && <Trace samples={drawn} step_ms={trace.step_ms} from={sweep.at_ms + span[0]} to={sweep.at_ms + span[1]} scale={scale} />}
            {counted && <text x={right + 34} y={floor - 2} text-anchor="end" class={sweep.strong ? "pnh-strong" : undefined}>{sweep.end}</text>}
            {marks?.(sweep, { ...scale, x, top: floor - rowHeight + 3, floor })}
          </g>
        );
      })}
    </Plot>
  );
}

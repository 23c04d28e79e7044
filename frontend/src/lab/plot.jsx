// The paper the traces are drawn on: axes with units, a faint grid, marks. As wide as the explorer, so that type keeps its size.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { decimated, pathOf, ticks } from "./trace.js";

const MARGIN = { left: 34, right: 10, top: 22, bottom: 24 };
const number = (value) => String(value).replace("-", "−");

/** [ref, width of its element in px]. */
export function useWidth(start = 640) {
  const ref = useRef(null);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => contentRect.width > 0 && setWidth(Math.round(contentRect.width)));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/**
 * `x`, `y`: [from, to]; `unit`: [of x, of y]. `children(scale)` draws inside, with scale = { x, y, left, right, top, bottom }.
 * `names`: [[x, words], …], in place of numbers along the x axis. Without `y` there is no vertical axis: rows are placed by whoever draws them. `side`: px kept free on the right. `over(scale)`: what lies over the picture and is no part of it.
 */
export function Plot({ label, height = 230, x: [from, to], y, unit = [], names, side = 0, over, children }) {
  const [ref, width] = useWidth();
  const left = MARGIN.left, right = width - MARGIN.right - side, top = MARGIN.top, bottom = height - MARGIN.bottom;
  const scale = {
    left, right, top, bottom,
    x: (value) => left + ((value - from) / (to - from)) * (right - left),
    y: (value) => bottom - ((value - y[0]) / (y[1] - y[0])) * (bottom - top),
  };
  const across = names ?? ticks(from, to, (right - left) / 80).map((value) => [value, number(value)]);
  const up = y ? ticks(y[0], y[1], (bottom - top) / 45) : [];
  return (
    <div ref={ref} class="pnh-chart">
      <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label}>
        <path class="pnh-grid" d={across.map(([value]) => `M${scale.x(value)} ${top}V${bottom}`).join("") + up.map((value) => `M${left} ${scale.y(value)}H${right}`).join("")} />
        {across.map(([value, words], i) => (
          <text key={value} x={scale.x(value)} y={height - 6} text-anchor={unit[0] && scale.x(value) > right - 20 ? "end" : "middle"}>
            {words}{unit[0] && i === across.length - 1 && ` ${unit[0]}`}
          </text>
        ))}
        {up.map((value) => <text key={value} x={left - 6} y={scale.y(value) + 4} text-anchor="end">{number(value)}</text>)}
        {y && <text x="0" y="12">{unit[1]}</text>}
        {children(scale)}
      </svg>
      {over?.(scale)}
    </div>
  );
}

/** One trace: `samples` every `step_ms`; `ghost` for what stood before. */
export function Trace({ samples, step_ms, from = 0, to, scale, ghost = false }) {
  return <path class={ghost ? "pnh-ghost" : "pnh-curve"} d={pathOf(decimated(samples, step_ms, from, to, Math.min(900, scale.right - scale.left)), scale.x, scale.y)} />;
}

/** When the stimulus came: a mark on the time axis. */
export const Stimulus = ({ at, scale }) => <path class="pnh-stimulus" d={`M${scale.x(at)} ${scale.bottom}l-4 7h8z`} />;

/** One short stroke per spike, above the trace; `past` for those of the ghost. */
export function Spikes({ times, y, height = 8, scale, from = 0, to = Infinity, past = false }) {
  const strokes = times.filter((time) => time >= from && time <= to).map((time) => `M${scale.x(time).toFixed(1)} ${y}v${height}`).join("");
  return strokes && <path class={`pnh-spikes${past ? " pnh-past" : ""}`} d={strokes} />;
}

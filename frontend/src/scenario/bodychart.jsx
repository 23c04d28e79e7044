// The body chart: where it cramps, twitches or hurts, front and back, with a legend that says where each mark comes from.
import { Chip } from "../shared/chip.jsx";
import { Rich } from "../shared/rich.jsx";
import { EARS, LINES, OUTLINE, SKULL, regionOf } from "./body.js";
import { isDone } from "./flow.js";
import { capital } from "./words.js";

// One pattern a kind, so that no mark hangs on its colour: stripes, zigzag, lattice, dots, rings.
const PATTERNS = {
  cramp: <path d="M-1 7 7-1M-1 1 1-1M5 7 7 5" stroke-width="1.7" />,
  twitch: <path d="M0 4 1.5 2 4.5 4.6 6 2.6" stroke-width="1.2" />,
  pain: <path d="M0 0 6 6M6 0 0 6" stroke-width="1" />,
  burning: <path d="M1.5 1.5h.01M4.5 4.5h.01" stroke-width="2" />,
  numbness: <circle cx="3" cy="3" r="1.7" stroke-width=".9" />,
};

/** "calf-right" → "right calf", "thigh-back-left" → "back of left thigh" */
export function placeOf(region) {
  const [, base, side] = /^(.*?)(?:-(left|right))?$/.exec(region);
  const [part, face] = base.startsWith("thigh-") ? base.split("-") : [base.replace("-", " ")];
  return `${face ? `${face} of ` : ""}${side ? `${side} ` : ""}${part}`;
}

/** The marks that show now: those from the start, and those whose action has been done. */
export const marksShown = (chart, state) => chart.marks.filter((mark) => !mark.after || isDone(state, mark.after));

function Patterns({ name }) {
  return (
    <defs>
      {Object.entries(PATTERNS).map(([kind, drawing]) => (
        <pattern key={kind} id={`${name}-${kind}`} class={`vp-ink ${kind}`}
          width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="vp-tint" />{drawing}
        </pattern>
      ))}
      <clipPath id={`${name}-body`}><path d={OUTLINE} /><path d={SKULL} /></clipPath>
    </defs>
  );
}

function Figure({ name, view, x, marks }) {
  const before = {};
  return (
    <g transform={`translate(${x} 0)`}>
      <g class="vp-body">
        <path d={OUTLINE} />{EARS.map((d) => <path key={d} d={d} />)}<path d={SKULL} />
        <g class="vp-fine">{LINES[view].map((d) => <path key={d} d={d} />)}</g>
      </g>
      <g clip-path={`url(#${name}-body)`}>
        {marks.map((mark, n) => {
          const region = regionOf(mark.region);
          if (region?.view !== view) return null;
          // Further kinds on the same place lie inside the first, like rings.
          const kinds = marks.filter((other) => other.region === mark.region).length;
          before[mark.region] = (before[mark.region] ?? -1) + 1;
          const inner = 1 - (0.9 * before[mark.region]) / kinds;
          return (
            <ellipse key={n} class={`vp-mark ${mark.kind}`} fill={`url(#${name}-${mark.kind})`}
              cx={region.x} cy={region.y} rx={region.rx * inner} ry={region.ry * inner}
              transform={`rotate(${region.tilt} ${region.x} ${region.y})`} />
          );
        })}
      </g>
      <g class="vp-side">
        <text x={-67} y={252}>{view === "front" ? "right" : "left"}</text>
        <text x={67} y={252}>{view === "front" ? "left" : "right"}</text>
        <text x={0} y={414}>{view}</text>
      </g>
    </g>
  );
}

/** The marks of one kind, those with the same words together: both calves are one line. */
function linesOf(marks, kind) {
  const lines = [];
  marks.filter((mark) => mark.kind === kind).forEach((mark) => {
    const like = lines.find(({ label, prov }) => label === mark.label && prov.kind === mark.prov.kind);
    if (like) like.places += ` and ${placeOf(mark.region)}`;
    else lines.push({ ...mark, places: capital(placeOf(mark.region)) });
  });
  return lines;
}

function Legend({ name, marks, kinds }) {
  return (
    <ul class="vp-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
            <rect class={`vp-mark ${kind}`} x="1" y="1" width="16" height="16" rx="4" fill={`url(#${name}-${kind})`} />
          </svg>
          <div><b>{capital(kind)}</b>
            {linesOf(marks, kind).map(({ places, label, prov }) => (
              <div key={places}>{places}: <Rich html={label} /> <Chip prov={prov} /></div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** `name` prefixes the ids; `chart` is the case's body_chart. */
export function BodyChart({ name, chart, state }) {
  const marks = marksShown(chart, state);
  const kinds = Object.keys(PATTERNS).filter((kind) => marks.some((mark) => mark.kind === kind));
  const places = (kind) => marks.filter((mark) => mark.kind === kind).map((mark) => placeOf(mark.region)).join(", ");
  const words = kinds.map((kind) => `${capital(kind)}: ${places(kind)}`);  // the legend says the rest
  const label = marks.length
    ? `Body chart, front and back. ${words.join(". ")}.`
    : "Body chart, front and back, without a mark so far.";
  return (
    <figure class="vp-chart">
      <svg viewBox="-82 0 324 420" role="img" aria-label={label}>
        <Patterns name={name} />
        <Figure name={name} view="front" x={0} marks={marks} /><Figure name={name} view="back" x={160} marks={marks} />
      </svg>
      <figcaption>
        <Legend {...{ name, marks, kinds }} />
        <Rich as="p" html={chart.text} />
      </figcaption>
    </figure>
  );
}

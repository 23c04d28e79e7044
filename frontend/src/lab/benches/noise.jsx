// Firing out of noise: seconds of an axon that nobody stimulates, in five rows, its spikes gathered into singles and groups.
import { axonModel } from "../../models/axon.js";
import { axonFrom } from "../../models/controls.js";
import { events, noiseMeasures } from "../../models/protocols.js";
import { Rows } from "../rows.jsx";
import { runInPieces } from "../worker.js";
import { Readout } from "./pulse.jsx";

const SECONDS = axonModel.protocols.noise_seconds;
const ROWS = 5;
const ROW_MS = (1000 * SECONDS) / ROWS;

const many = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

function inWords({ events: all, singles, groups }, longest) {
  if (!all) return `Silent for ${SECONDS} seconds.`;
  const parts = [singles && many(singles, "single spike"), groups && many(groups, "group")].filter(Boolean).join(" and ");
  return `${parts} in ${SECONDS} seconds.${groups ? ` The longest group has ${longest} spikes.` : ""}`;
}

function compute(values, { paint, onCancel }) {
  const { parameters, stimulus: { noise_pa, seed } } = axonFrom(values);
  const reading = (trace, busy) => {
    const groups = trace ? events(trace.spikes_ms) : [];
    const measures = noiseMeasures(trace ?? { spikes_ms: [] });
    const words = busy ? "" : inWords(measures, Math.max(...groups.map((group) => group.length)));
    return {
      busy, words, measures, picture: { trace, groups },
      label: `Membrane potential of an axon that nobody stimulates, ${SECONDS} seconds in ${ROWS} rows. ${busy ? "Being computed." : words}`,
    };
  };
  onCancel(runInPieces(parameters, { duration_ms: 1000 * SECONDS, noise_pa, seed }, ROW_MS / 4, (trace, more) => paint(reading(trace, more))));
  return reading(null, true);
}

/** Above a row: a stroke for a single spike, a bar with the count of spikes for a group. */
function Marks({ groups, sweep, scale: { x, top } }) {
  let free = -Infinity;  // where the last count ends: counts do not lie over one another
  return groups.map((group) => {
    const [first, last] = [group[0], group.at(-1)].map((time) => time - sweep.at_ms);
    if (last < 0 || first >= ROW_MS) return null;
    const from = x(Math.max(0, first)), to = Math.max(from + 1.5, x(Math.min(ROW_MS, last)));
    const counted = group.length > 1 && first >= 0 && from > free;
    if (counted) free = from + 18;
    return (
      <g key={group[0]}>
        <path class={`pnh-spikes${group.length > 1 ? "" : " pnh-past"}`} d={group.length > 1 ? `M${from} ${top + 20}v-4H${to}v4` : `M${from} ${top + 14}v6`} />
        {counted && <text x={from} y={top + 12} class="pnh-strong">{group.length}</text>}
      </g>
    );
  });
}

function Picture({ reading: { label, busy, measures, picture: { trace, groups } } }) {
  const sweeps = Array.from({ length: ROWS }, (_, i) => ({ at_ms: i * ROW_MS, name: `${(i * ROW_MS) / 1000} s` }));
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={busy && !trace ? "…" : measures.singles}>{measures.singles === 1 ? "single spike" : "single spikes"}</Readout>
        <Readout value={busy && !trace ? "…" : measures.groups}>{measures.groups === 1 ? "group" : "groups"}</Readout>
      </div>
      <Rows label={label} trace={trace} sweeps={sweeps} span={[0, ROW_MS]} rowHeight={60} head={26}
        marks={(sweep, scale) => <Marks groups={groups} sweep={sweep} scale={scale} />} />
    </div>
  );
}

export default { compute, Picture };

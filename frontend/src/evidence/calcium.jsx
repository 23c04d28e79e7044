// Calcium: ten seconds of an axon under random current, computed beforehand, as strokes in five rows.
import { eventsOf, measures, runAt } from "../models/calcium.js";
import { Plot } from "../lab/plot.jsx";
import { Readout } from "./readout.jsx";

const USUAL_MM = 1.2;
const ROWS = 5;
const ROW_PX = 34;

const many = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

function inWords({ pattern, singles, multiplets, spikes, threshold_pa }, { seconds }, usual_pa, calcium_mm) {
  const fires = {
    silent: `Silent for ${seconds} seconds.`,
    singles: `${many(singles, "single spike")} in ${seconds} seconds, no multiplet.`,
    multiplets: `${many(singles, "single spike")} and ${many(multiplets, "multiplet")} in ${seconds} seconds.`,
    continuous: `Continuous firing: ${spikes} spikes in ${seconds} seconds.`,
  }[pattern];
  const paradox = calcium_mm > USUAL_MM ? " More calcium makes this axon quieter, not livelier: the paradox of cramps with high calcium stays open." : "";
  return `${fires} A short pulse must reach ${threshold_pa} pA to make it fire${threshold_pa === usual_pa ? "" : `; at the usual calcium, ${usual_pa} pA`}.${paradox}`;
}

function compute(values, { payload: { runs } }) {
  const found = measures(values, runs);
  const words = inWords(found, runs, runAt({ ...values, calcium_mm: USUAL_MM }, runs).threshold_pa, values.calcium_mm);
  return {
    measures: found, words, label: `Spikes of an axon that nobody stimulates, ${runs.seconds} seconds in ${ROWS} rows. ${words}`,
    picture: { groups: eventsOf(runAt(values, runs).spikes, runs.gap_ms), row_ms: (1000 * runs.seconds) / ROWS },
  };
}

function Picture({ reading: { label, measures: found, picture: { groups, row_ms } } }) {
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={found.pattern === "continuous" ? "–" : found.singles}>{found.singles === 1 ? "single" : "singles"}</Readout>
        <Readout value={found.pattern === "continuous" ? "no end" : found.multiplets}>{found.pattern === "continuous" ? "continuous" : found.multiplets === 1 ? "multiplet" : "multiplets"}</Readout>
        <Readout value={`${found.threshold_pa} pA`}>to make it fire</Readout>
      </div>
      <Plot label={label} height={ROWS * ROW_PX + 50} x={[0, row_ms / 1000]} unit={["s"]}>
        {({ x, left, right, top }) => {
          const stroke = (time) => `M${x((time % row_ms) / 1000).toFixed(1)} ${top + (Math.floor(time / row_ms) + 1) * ROW_PX - 4}v-20`;
          return (
            <>
              {Array.from({ length: ROWS }, (_, row) => (
                <g key={row}>
                  <path class="pnh-floor" d={`M${left} ${top + (row + 1) * ROW_PX - 4}H${right}`} />
                  <text x="0" y={top + (row + 1) * ROW_PX - 6}>{(row * row_ms) / 1000} s</text>
                </g>
              ))}
              <path class="pnh-lone" d={groups.filter(({ length }) => length === 1).flat().map(stroke).join("")} />
              <path class="pnh-spikes" d={groups.filter(({ length }) => length > 1).flat().map(stroke).join("")} />
            </>
          );
        }}
      </Plot>
      <p class="pnh-meta pnh-key" aria-hidden="true">
        <span><svg viewBox="0 0 24 10"><path class="pnh-lone" d="M12 0v10" /></svg>single spike</span>
        <span><svg viewBox="0 0 24 10"><path class="pnh-spikes" d="M6 0v10M12 0v10M18 0v10" /></svg>multiplet, or longer</span>
      </p>
    </div>
  );
}

export default { compute, Picture };

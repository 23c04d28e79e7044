// Sixteen of sixteen: the people one by one, and the exact interval of their share.
import { ALL, measures, WITH_DATA } from "../models/interval.js";
import { Plot } from "../lab/plot.jsx";
import { Readout } from "./readout.jsx";

const percent = (value) => `${Number(value.toFixed(1))}%`;

/** How many dots of each kind there are, in the order in which they stand. */
function dots({ people, without }) {
  const kinds = [[WITH_DATA, "with the sign reported"], [people - WITH_DATA - without, "with the sign assumed"], [without, "assumed normal"], [ALL - people, "without data"]];
  return kinds.filter(([count]) => count).map(([count, words]) => `${count} ${words}`).join(", ");
}

function compute(values) {
  const found = measures(values);
  const { seen, people, without, low_pct, high_pct, without_pct, three_pct } = found;
  const unused = values.normal > without ? ` Of those added only ${people - WITH_DATA} can be normal.` : "";
  const three = three_pct === null ? "" : ` Rule of three: up to ${percent(three_pct)}.`;
  const words = `${seen} of ${people} with the sign: the true share may lie between ${percent(low_pct)} and ${percent(high_pct)}, so up to ${percent(without_pct)} could be without it.${three}${unused}`;
  return { measures: found, words, label: `${ALL} people as dots: ${dots(found)}. Below, an interval on a scale from 0 to 100%. ${words}` };
}

function kindOf(i, { people, without }) {
  if (i < WITH_DATA) return "pnh-seen";
  if (i >= people) return "pnh-unknown";
  return i >= people - without ? "pnh-none" : "pnh-assumed";
}

function Picture({ reading: { label, measures: found } }) {
  const { seen, people, low_pct, high_pct, without_pct, three_pct } = found;
  const key = [["pnh-seen", "sign reported"], ["pnh-assumed", "sign assumed"], ["pnh-none", "normal, assumed"], ["pnh-unknown", "no data"]];
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={`${seen} of ${people}`}>with the sign</Readout>
        <Readout value={percent(low_pct)}>lower limit</Readout>
        <Readout value={percent(without_pct)}>could be without it</Readout>
      </div>
      <Plot label={label} height={150} x={[0, 100]} unit={["%"]}>
        {({ x, left, right, bottom }) => {
          const wide = (right - left) / ALL, y = bottom - 34;
          return (
            <>
              {Array.from({ length: ALL }, (_, i) => <circle key={i} class={`pnh-one-of ${kindOf(i, found)}`} cx={left + (i + 0.5) * wide} cy={30} r={Math.min(9, wide * 0.4)} />)}
              <path class="pnh-interval" d={`M${x(low_pct)} ${y}H${x(high_pct)}M${x(low_pct)} ${y - 8}v16M${x(high_pct)} ${y - 8}v16`} />
              <circle class="pnh-now" cx={x((100 * seen) / people)} cy={y} r="5" />
              <text class="pnh-strong" x={x(low_pct) - 6} y={y + 4} text-anchor="end">{percent(low_pct)}</text>
              {three_pct !== null && <><path class="pnh-truth" d={`M${x(100 - three_pct)} ${y - 18}v36`} /><text x={x(100 - three_pct)} y={y - 22} text-anchor="middle">rule of three</text></>}
            </>
          );
        }}
      </Plot>
      <p class="pnh-meta pnh-key" aria-hidden="true">
        {key.map(([kind, words]) => <span key={kind}><svg viewBox="0 0 24 10"><circle class={`pnh-one-of ${kind}`} cx="12" cy="5" r="4" /></svg>{words}</span>)}
      </p>
    </div>
  );
}

export default { nature: "Calculated", compute, Picture };

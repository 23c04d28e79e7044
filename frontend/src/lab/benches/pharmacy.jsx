// Pharmacy: one pulse into an excitable axon with a drug, over the same axon without it; and what it costs, the threshold.
import { axonFrom } from "../../models/controls.js";
import { thresholdPa } from "../../models/protocols.js";
import { inWords, Key, onePulse, pulseLabel, PulsePlot, Readout } from "./pulse.jsx";

const FULL_BAR_PCT = 60;
const known = new Map();  // axons without a drug, computed once

function untreated(values) {
  const bare = { ...values, carbamazepine_um: 0, kv7_shift_mv: 0, sodium_block_pct: 0 };
  const name = JSON.stringify(bare);
  if (!known.has(name)) known.set(name, { run: onePulse(bare), threshold_pa: thresholdPa(axonFrom(bare).parameters) });
  return known.get(name);
}

function priceInWords({ threshold_pa: now, threshold_rise_pct: rise }, before) {
  if (now === null) return "No pulse that the model allows makes it fire.";
  if (Math.abs(rise) < 0.5) return `The threshold is unchanged: ${Math.round(now)} pA.`;
  return `The threshold ${rise < 0 ? "falls" : "rises"} from ${Math.round(before)} to ${Math.round(now)} pA, by ${Math.abs(Math.round(rise))}%.`;
}

function compute(values) {
  const run = onePulse(values);
  const bare = untreated(values);
  const threshold_pa = thresholdPa(axonFrom(values).parameters);
  const measures = {
    spikes: run.measures.spikes, spikes_untreated: bare.run.measures.spikes,
    threshold_pa, threshold_rise_pct: threshold_pa === null ? null : 100 * (threshold_pa / bare.threshold_pa - 1),
  };
  const price = priceInWords(measures, bare.threshold_pa);
  return { measures, words: `${inWords(run)} ${price}`, label: `${pulseLabel(run, bare.run, "untreated")} ${price}`, picture: { run, bare: bare.run, price } };
}

function Picture({ reading: { measures, label, picture: { run, bare, price } } }) {
  const share = Math.max(0, Math.min(1, (measures.threshold_rise_pct ?? FULL_BAR_PCT) / FULL_BAR_PCT));
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={measures.spikes}>{measures.spikes === 1 ? "spike" : "spikes"}; untreated {measures.spikes_untreated}</Readout>
      </div>
      <PulsePlot run={run} ghost={bare} label={label} />
      <Key ghost="untreated" />
      <p class="pnh-price"><span>The price. {price}</span><span class="pnh-meter" style={{ "--share": `${100 * share}%` }} aria-hidden="true" /></p>
    </div>
  );
}

export default { compute, Picture };

// One pulse: the membrane potential after it, near or far, with what stood there before the last change in pale.
import { useState } from "preact/hooks";
import { inWords, Key, onePulse, pulseLabel, PulsePlot, Readout } from "./pulse.jsx";

const VIEWS = [[15, "First 15 ms"], [200, "200 ms"]];

function compute(values, { previous }) {
  const run = onePulse(values);
  return { measures: run.measures, words: inWords(run), label: pulseLabel(run, previous?.picture), picture: run };
}

function Picture({ reading: { picture: run, label }, previous }) {
  const [to_ms, setTo] = useState(200);
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={run.measures.spikes}>{run.measures.spikes === 1 ? "spike" : "spikes"} after one pulse</Readout>
        <div class="pnh-pick pnh-screen" role="group" aria-label="How much time is shown">
          {VIEWS.map(([ms, words]) => <button key={ms} type="button" class="pnh-quiet" aria-pressed={to_ms === ms} onClick={() => setTo(ms)}>{words}</button>)}
        </div>
      </div>
      <PulsePlot run={run} ghost={previous?.picture} label={label} to_ms={to_ms} />
      <Key ghost={previous && "before the last change"} />
    </div>
  );
}

export default { compute, Picture };

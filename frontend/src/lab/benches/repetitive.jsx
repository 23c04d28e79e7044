// Repetitive nerve stimulation: a sweep for each stimulus, drawn as it is computed, with the spikes that follow it counted.
import { axonFrom } from "../../models/controls.js";
import { trainMeasures, trainOptions } from "../../models/protocols.js";
import { Rich } from "../../shared/rich.jsx";
import { Rows } from "../rows.jsx";
import { runInPieces } from "../worker.js";
import { Readout } from "./pulse.jsx";

const SHOWN_MS = 200;

function inWords({ spikes_per_stimulus: counts, stimuli_with_after_discharge: followed, extra_spikes: extra }) {
  const silent = counts.filter((count) => count === 0).length;
  const missed = silent ? ` ${silent} ${silent === 1 ? "stimulus gets" : "stimuli get"} no answer.` : "";
  if (!followed) return `${silent ? "No stimulus is followed by an after-discharge." : `Each of the ${counts.length} stimuli is followed by one spike, and no more.`}${missed}`;
  return `${followed} of ${counts.length} stimuli ${followed === 1 ? "is" : "are"} followed by an after-discharge, ${extra} spikes more than one per stimulus. Spikes after each stimulus: ${counts.join(", ")}.${missed}`;
}

function compute(values, { paint, onCancel }) {
  const { parameters, stimulus: { rate_hz, stimuli, pulse_pa } } = axonFrom(values);
  const train = trainOptions(rate_hz, stimuli, { pulse_pa });
  const reading = (trace, busy) => {
    const { spikes_per_stimulus, ...measures } = trace ? trainMeasures(trace, train.pulses_ms) : { extra_spikes: 0, stimuli_with_after_discharge: 0, spikes_per_stimulus: [] };
    const words = busy ? "" : inWords({ ...measures, spikes_per_stimulus });
    return {
      busy, words, measures: { ...measures, done: !busy },
      label: `${stimuli} sweeps under one another, one for each stimulus at ${rate_hz} per second. ${busy ? "Being computed." : words}`,
      picture: { trace, pulses_ms: train.pulses_ms, counts: spikes_per_stimulus, period_ms: 1000 / rate_hz },
    };
  };
  onCancel(runInPieces(parameters, train, Math.max(100, 1000 / rate_hz), (trace, more) => paint(reading(trace, more))));
  return reading(null, true);
}

function Picture({ reading: { label, busy, measures, picture: { trace, pulses_ms, counts, period_ms } }, payload, values }) {
  const shown = Math.min(SHOWN_MS, period_ms);
  const reached = trace ? (trace.samples - 1) * trace.step_ms : 0;
  const rate = payload.controls.find(({ id }) => id === "rate_hz")?.options.find(({ value }) => value === values.rate_hz);
  const sweeps = pulses_ms.map((at_ms, i) => {
    const through = reached >= at_ms + shown - 1;
    return { at_ms, name: i + 1, end: through ? counts[i] : "–", strong: through && counts[i] > 1 };
  });
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={busy ? "…" : measures.stimuli_with_after_discharge}>of {pulses_ms.length} stimuli with an after-discharge</Readout>
        {rate && <Rich class="pnh-meta" html={rate.label} />}
      </div>
      <p class="pnh-meta pnh-heads" aria-hidden="true"><span>stimulus</span><span>spikes</span></p>
      <Rows label={label} trace={trace} sweeps={sweeps} span={[-shown / 40, shown]}
        marks={(sweep, { x, floor }) => <path class="pnh-stimulus" d={`M${x(0)} ${floor - 3}l-3 5h6z`} />} />
    </div>
  );
}

export default { compute, Picture };

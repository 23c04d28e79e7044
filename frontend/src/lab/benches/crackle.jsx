// The axon drives a motor unit, the needle hears it: a few stimuli, one second apart, as membrane potential, as EMG and as sound.
import { axonModel, start } from "../../models/axon.js";
import { axonFrom } from "../../models/controls.js";
import { fromSpikes } from "../../models/emg/index.js";
import { trainMeasures, trainOptions } from "../../models/protocols.js";
import { Plot, Trace } from "../plot.jsx";
import { RATE_HZ } from "../sound.js";
import { Sound } from "../sound.jsx";
import { runInPieces } from "../worker.js";
import { answers, inWords } from "./crackle-words.js";
import { Readout } from "./pulse.jsx";

const { crackle_stimuli: STIMULI, pulse_at_ms: PULSE_MS } = axonModel.protocols;
const ENLARGED_MS = 150;
const BEFORE_MS = 6;
const AXON = [40, -95], MUSCLE = [-450, 350];  // top and bottom of a row: negative is up in an EMG

let latest = {};  // the run that stands: to have heard it needs no second one

function compute(values, { kept, paint, onCancel }) {
  const { parameters, stimulus: { rate_hz, pulse_pa } } = axonFrom(values);
  const train = trainOptions(rate_hz, STIMULI, { pulse_pa });
  const key = JSON.stringify(values);
  const reading = (trace, busy) => {
    const signal = latest.key === key ? latest.signal
      : fromSpikes(trace.spikes_ms.map((ms) => ms / 1000), { seconds: ((trace.samples - 1) * trace.step_ms) / 1000 }).signal_uv;
    if (!busy) latest = { key, trace, signal };
    const { spikes, extra_spikes } = trainMeasures(trace, train.pulses_ms);
    const all = answers(trace, train.pulses_ms, train.duration_ms);
    const { seen, heard } = inWords(all);
    return {
      busy, words: busy ? "" : seen, measures: { spikes, extra_spikes, heard: kept.heard === key },
      label: `Membrane potential of the axon above, needle EMG of its motor unit below, ${STIMULI} seconds. ${busy ? "Being computed." : seen}`,
      picture: { trace, signal, key, heard, first: all[0].count, ...train },
    };
  };
  if (latest.key === key) return reading(latest.trace, false);
  const first = start(parameters, train);
  first.run(PULSE_MS + ENLARGED_MS);
  onCancel(runInPieces(parameters, train, 1000 / rate_hz, (trace, more) => paint(reading(trace, more))));
  return reading(first, true);
}

/** Axon above, muscle below, on one time axis; `span`: ms after the first stimulus; `per`: ms in a unit of the axis. */
function Linked({ label, title, picture: { trace, signal, pulses_ms }, span, per, unit, heights: [high, low], children }) {
  const [from, to] = span.map((ms) => ms + PULSE_MS);
  return (
    <Plot label={label} height={high + low + 76} x={span.map((ms) => ms / per)} unit={[unit]}>
      {({ x, left, right, top, bottom }) => {
        const row = (name, at, height, [upper, lower], marks, samples, step_ms) => {
          const scale = { left, right, x: (ms) => x((ms - PULSE_MS) / per), y: (value) => at + ((value - upper) / (lower - upper)) * height };
          return (
            <>
              <path class="pnh-grid" d={marks.map((mark) => `M${left} ${scale.y(mark)}H${right}`).join("")} />
              {marks.map((mark) => <text key={mark} x={left - 5} y={scale.y(mark) + 4} text-anchor="end">{String(mark).replace("-", "−")}</text>)}
              <text x={left} y={at - 5}>{name}</text>
              <Trace samples={samples} step_ms={step_ms} from={from} to={to} scale={scale} />
            </>
          );
        };
        return (
          <>
            <text class="pnh-strong" x="0" y="12">{title}</text>
            {children?.({ x: (ms) => x(ms / per), top, bottom })}
            {row("Axon, mV", top + 12, high, AXON, [0, -80], trace.voltage_mv.subarray(0, trace.samples), trace.step_ms)}
            <g class="pnh-muscle">{row("Needle EMG, µV", top + high + 30, low, MUSCLE, [-400, 0], signal, 1000 / RATE_HZ)}</g>
            <path class="pnh-stimulus" d={pulses_ms.filter((ms) => ms < to).map((ms) => `M${x((ms - PULSE_MS) / per)} ${bottom}l-4 7h8z`).join("")} />
          </>
        );
      }}
    </Plot>
  );
}

function Picture({ reading: { label, busy, measures, picture } }) {
  const whole = [-PULSE_MS, picture.duration_ms - PULSE_MS];
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={picture.first}>{picture.first === 1 ? "discharge" : "discharges"} after the first stimulus</Readout>
        <Readout value={busy ? "…" : measures.extra_spikes}>more than one per stimulus</Readout>
      </div>
      <Linked label={label} title="All of it" picture={picture} span={whole} per={1000} unit="s" heights={[44, 60]}>
        {({ x, top, bottom }) => (
          <>
            <path class="pnh-part" d={`M${x(-BEFORE_MS)} ${top - 2}H${x(ENLARGED_MS)}V${bottom}H${x(-BEFORE_MS)}z`} />
            <path class="pnh-playhead" d={`M${x(whole[0])} ${top}V${bottom}`} style={{ "--way": `${x(whole[1]) - x(whole[0])}px` }} />
          </>
        )}
      </Linked>
      <Linked label={`The first ${ENLARGED_MS} ms after the first stimulus, enlarged: ${picture.first} ${picture.first === 1 ? "spike" : "spikes"} of the axon, each with its discharge of the motor unit.`}
        title="The first answer, enlarged" picture={picture} span={[-BEFORE_MS, ENLARGED_MS]} per={1} unit="ms" heights={[70, 90]} />
    </div>
  );
}

const Extra = ({ reading: { busy, picture: { signal, heard, key } }, keep, name }) => (
  <Sound signal={() => signal} of={signal} busy={busy} name={name} label="Sound of the needle EMG" words={busy ? "…" : heard} onHeard={() => keep({ heard: key })} />
);

export default { defaults: { heard: "" }, compute, Picture, Extra };

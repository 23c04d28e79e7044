// One pulse into one axon: the run, what is measured of it, the words for it and its picture. Several benches stand on this.
import { axonModel, start } from "../../models/axon.js";
import { axonFrom } from "../../models/controls.js";
import { singlePulseMeasures } from "../../models/protocols.js";
import { Plot, Spikes, Stimulus, Trace } from "../plot.jsx";

const { pulse_at_ms: PULSE_MS, single_pulse_ms: WHOLE_MS, quiet_ms: QUIET_MS } = axonModel.protocols;
const SHOWN_MS = 200;
const BEFORE_MS = 10;
const TAIL_MS = 20;  // the end of the run, where one sees whether the membrane has gone home
const SWING_MV = 8;
const DEPOLARISED_MV = -70;

/** { measures, trace, spikes, tail }: times in ms after the pulse; tail: [lowest, highest] mV at the end. Runs on past the picture only while the axon still fires. */
export function onePulse(values) {
  const { parameters, stimulus: { pulse_pa } } = axonFrom(values);
  const trace = start(parameters, { duration_ms: WHOLE_MS, pulses_ms: [PULSE_MS], pulse_pa });
  const tail = () => {
    const last = trace.voltage_mv.subarray(trace.samples - TAIL_MS / trace.step_ms, trace.samples);
    return [Math.min(...last), Math.max(...last)];
  };
  trace.run(PULSE_MS + SHOWN_MS);
  // What has not come to rest by then is followed further, before anything is said of its end.
  if (trace.spikes_ms.at(-1) > PULSE_MS + SHOWN_MS - QUIET_MS || restless(tail())) trace.run(WHOLE_MS);
  const voltage_mv = trace.voltage_mv.subarray(0, trace.samples);
  return {
    trace, measures: singlePulseMeasures({ ...trace, voltage_mv }),
    spikes: trace.spikes_ms.map((time) => time - PULSE_MS), tail: tail(),
  };
}

const restless = ([low, high]) => high - low > SWING_MV || low > DEPOLARISED_MV;

const mv = (value) => `−${Math.round(-value)} mV`;

/** What the membrane does once the spikes are over, where that is not rest: swings below the height of a spike, or a block. */
function unrest({ measures: { class: kind }, tail: [low, high] }) {
  if (kind === "endless" || kind === "spontaneous") return "";
  if (high - low > SWING_MV) return ` Swings between ${mv(low)} and ${mv(high)} go on, too small to count as spikes: this is not rest.`;
  return low > DEPOLARISED_MV ? ` The membrane does not go home: it stays near ${mv(low)}.` : "";
}

/** The outcome in a sentence or two. */
export function inWords(run) {
  const { spikes, class: kind, last_spike_ms: last, rate_hz: rate } = run.measures;
  const after = unrest(run);
  if (kind === "no-response") return `No spike: the pulse stays below the threshold.${after}`;
  if (kind === "spontaneous") return "The axon fires before it is stimulated.";
  if (spikes === 1) return `One pulse, one spike.${after}`;
  const burst = `One pulse, ${spikes} spikes at about ${Math.round(rate)} per second`;
  if (kind === "endless") return `${burst}, and no end within ${WHOLE_MS - PULSE_MS} ms.`;
  return after ? `${burst}, the last after ${Math.round(last)} ms.${after}` : `${burst}; they end by themselves after ${Math.round(last)} ms.`;
}

/** The picture in words; `before`: the pale trace behind it, and what that is. */
export const pulseLabel = (run, before, what = "before this change") => `Membrane potential against time, at rest near ${mv(run.trace.voltage_mv[0])}. ${inWords(run)}${before ? ` In pale, ${what}: ${before.measures.spikes} spike${before.measures.spikes === 1 ? "" : "s"}.` : ""}`;

/** `run`, over `ghost` in pale; `to_ms`: how far the time axis goes after the pulse. */
export function PulsePlot({ run, ghost, label, to_ms = SHOWN_MS, height }) {
  const from_ms = -to_ms / (SHOWN_MS / BEFORE_MS);
  return (
    <Plot label={label} height={height} x={[from_ms, to_ms]} y={[-100, 50]} unit={["ms", "mV"]}>
      {(scale) => {
        const shifted = { ...scale, x: (ms) => scale.x(ms - PULSE_MS) };
        const curve = (one, pale) => <Trace samples={one.trace.voltage_mv} step_ms={one.trace.step_ms} from={PULSE_MS + from_ms} to={PULSE_MS + to_ms} scale={shifted} ghost={pale} />;
        return (
          <>
            {ghost && <Spikes times={ghost.spikes} y={2} height={6} scale={scale} to={to_ms} past />}
            <Spikes times={run.spikes} y={10} scale={scale} to={to_ms} />
            {ghost && curve(ghost, true)}
            {curve(run)}
            <Stimulus at={0} scale={scale} />
          </>
        );
      }}
    </Plot>
  );
}

/** What the strokes and colours mean. */
export const Key = ({ ghost }) => (
  <p class="pnh-meta pnh-key" aria-hidden="true">
    <span><svg viewBox="0 0 24 10"><path class="pnh-stimulus" d="M12 1l-4 8h8z" /></svg>pulse</span>
    <span><svg viewBox="0 0 24 10"><path class="pnh-spikes" d="M6 1v8M12 1v8M18 1v8" /></svg>spikes</span>
    {ghost && <span><svg viewBox="0 0 24 10"><path class="pnh-ghost" d="M1 5h22" /></svg>{ghost}</span>}
  </p>
);

/** A count set large, with its name. */
export const Readout = ({ value, children }) => <span><b>{value}</b> {children}</span>;

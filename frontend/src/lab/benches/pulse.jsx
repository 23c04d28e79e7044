// One pulse into one axon: the run, what is measured of it, the words for it and its picture. Several benches stand on this.
import { axonModel, start } from "../../models/axon.js";
import { axonFrom } from "../../models/controls.js";
import { singlePulseMeasures } from "../../models/protocols.js";
import { Plot, Spikes, Stimulus, Trace } from "../plot.jsx";

const { pulse_at_ms: PULSE_MS, single_pulse_ms: WHOLE_MS, quiet_ms: QUIET_MS } = axonModel.protocols;
const SHOWN_MS = 200;
const BEFORE_MS = 10;
const STILL_DEPOLARISED_MV = -65;

/** { measures, trace, spikes }: times in ms after the pulse. Runs on past the picture only while the axon still fires. */
export function onePulse(values) {
  const { parameters, stimulus: { pulse_pa } } = axonFrom(values);
  const trace = start(parameters, { duration_ms: WHOLE_MS, pulses_ms: [PULSE_MS], pulse_pa });
  trace.run(PULSE_MS + SHOWN_MS);
  if (trace.spikes_ms.at(-1) > PULSE_MS + SHOWN_MS - QUIET_MS) trace.run(WHOLE_MS);
  const voltage_mv = trace.voltage_mv.subarray(0, trace.samples);
  return {
    trace, measures: singlePulseMeasures({ ...trace, voltage_mv }),
    spikes: trace.spikes_ms.map((time) => time - PULSE_MS), end_mv: voltage_mv[Math.round((PULSE_MS + SHOWN_MS) / trace.step_ms)],
  };
}

export const spikesInWords = (count) => (count === 1 ? "1 spike" : `${count} spikes`);

/** The outcome in a sentence or two. */
export function inWords({ measures: { spikes, class: kind, last_spike_ms: last, rate_hz: rate }, end_mv: end }) {
  const stays = end > STILL_DEPOLARISED_MV ? ` The membrane does not go home: it stays near −${Math.round(-end)} mV.` : "";
  if (kind === "no-response") return `No spike: the pulse stays below the threshold.${stays}`;
  if (kind === "spontaneous") return "The axon fires before it is stimulated.";
  if (spikes === 1) return `One pulse, one spike.${stays}`;
  const burst = `One pulse, ${spikes} spikes at about ${Math.round(rate)} per second`;
  if (kind === "endless") return `${burst}, and no end within ${WHOLE_MS - PULSE_MS} ms.`;
  return `${burst}; they end by themselves after ${Math.round(last)} ms.${stays}`;
}

const shape = ({ measures: { spikes, last_spike_ms: last } }) => (spikes ? `${spikesInWords(spikes)}, the last after ${Math.round(last)} milliseconds` : "no spike");

/** The picture in words; `before`: the pale trace behind it, and what that is. */
export const pulseLabel = (run, before, what = "before this change") => `Membrane potential of the axon against time. At rest near ${Math.round(run.trace.voltage_mv[0])} millivolts, one pulse, then ${shape(run)}.${before ? ` In pale, ${what}: ${shape(before)}.` : ""}`.replace("near -", "near minus ");

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
export const Readout = ({ value, children }) => <span><b>{value}</b>{children}</span>;

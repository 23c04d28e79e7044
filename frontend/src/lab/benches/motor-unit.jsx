// The motor-unit builder: the potential large, and where it comes from: the unit in cross-section with the needle, its end-plates along the fibres.
import { roundBelow } from "../../shared/trace.jsx";
import { Plot, Trace } from "../plot.jsx";
import { RATE_HZ } from "../sound.js";
import { Sound } from "../sound.jsx";
import { NEGATIVE_SHARE, rangeFor, repeated, unitAt } from "./motor-unit-run.js";
import { Readout } from "./pulse.jsx";

const SHOWN_MS = 20;
const NARROW_PX = 736;  // 46rem: the potential then stands last, so that one screen holds it with its sliders
const FAR_MM = 1.1;  // over this distance a dot loses most of its strength; the model itself fades without an end

const inWords = ({ amplitude_uv, duration_ms, phases }) =>
  `${Math.round(amplitude_uv)} µV from top to bottom, ${duration_ms.toFixed(1)} ms long, ${phases} phase${phases === 1 ? "" : "s"}.`;

function compute(values, { previous }) {
  const made = unitAt(values);
  const words = inWords(made.measures);
  return {
    measures: made.measures, words, picture: made,
    label: `Potential of one discharge, negative upwards. ${words}${previous ? ` In pale, before this change: ${inWords(previous.measures)}` : ""}`,
  };
}

function Potential({ picture: { potential, measures: { duration_ms }, from_ms }, ghost, label }) {
  const range = rangeFor(ghost ? [potential, ghost.potential] : [potential]);
  const bar = roundBelow(range / 4);
  return (
    <Plot label={label} height={innerWidth < NARROW_PX ? 210 : 290} x={[0, SHOWN_MS]} unit={["ms"]}>
      {({ x, left, right, top, bottom }) => {
        const floor = bottom - 30;
        const scale = { x, left, right, y: (uv) => top + (NEGATIVE_SHARE + uv / range) * (floor - top) };
        const curve = (samples, pale) => <Trace samples={samples} step_ms={1000 / RATE_HZ} to={SHOWN_MS} scale={scale} ghost={pale} />;
        const [from, to] = [x(from_ms), x(from_ms + duration_ms)];
        return (
          <>
            <path class="pnh-grid" d={`M${left} ${scale.y(0)}H${right}`} />
            <path class="pnh-scale" d={`M8 ${scale.y(0)}V${scale.y(-bar)}`} />
            <text x="2" y={scale.y(-bar) - 6}>{bar < 1000 ? `${bar} µV` : `${bar / 1000} mV`}</text>
            {ghost && curve(ghost.potential, true)}
            {curve(potential)}
            {duration_ms > 0 && (
              <>
                <path class="pnh-spikes" d={`M${from} ${bottom - 15}v-8H${to}v8`} />
                <text class="pnh-strong" x={(from + to) / 2} y={bottom - 8} text-anchor="middle">{duration_ms.toFixed(1)} ms</text>
              </>
            )}
          </>
        );
      }}
    </Plot>
  );
}

/** In mm about the middle of the unit. Dots are fibres, twice as thick as they would be; strong ones lie near the tip. */
function CrossSection({ fibres, unit: { territory_mm, needle_offset_mm: tip } }) {
  const half = territory_mm / 2;
  const nearest = Math.min(...fibres.map(({ distance_mm }) => distance_mm));
  return (
    <svg class="pnh-section" viewBox={`${-half - 0.2} ${-half - 0.2} ${territory_mm + 1.6} ${territory_mm + 0.4}`} role="img"
      aria-label={`Cross-section of the unit: ${fibres.length} fibres in a circle ${territory_mm} mm across, the tip of the needle ${tip} mm from its middle, the nearest fibre ${nearest.toFixed(2)} mm from the tip.`}>
      <circle class="pnh-muscle-bed" r={half + 0.12} />
      {fibres.map(({ x_mm, y_mm, diameter_um, distance_mm }, i) => (
        <circle key={i} class="pnh-fibre" cx={x_mm.toFixed(3)} cy={y_mm.toFixed(3)} r={diameter_um / 1000} opacity={(0.16 + 0.84 * Math.exp(-distance_mm / FAR_MM)).toFixed(2)} />
      ))}
      <circle class="pnh-reach" cx={tip} r="1" />
      <path class="pnh-needle" d={`M${tip} 0l.5 -.13H${half + 2}v.26H${tip + 0.2}z`} />
      <text x={tip + 0.05} y="-1.08" font-size=".32" text-anchor="middle">1 mm</text>
    </svg>
  );
}

function EndPlates({ fibres, unit: { end_plate_scatter_mm } }) {
  return (
    <Plot label={`Along the fibres: their end-plates lie about 20 mm from the needle, with a standard deviation of ${end_plate_scatter_mm} mm.`} height={116} x={[-44, 4]} unit={["mm"]}>
      {({ x, left, right, top, bottom }) => (
        <>
          <text x={left} y="12">Along the fibres: end-plates</text>
          <text x={x(0)} y="12" text-anchor="end">needle</text>
          <path class="pnh-grid" d={[0, 0.5, 1].map((share) => `M${left} ${top + 6 + share * (bottom - top - 12)}H${right}`).join("")} />
          <path class="pnh-endplates" d={fibres.map(({ start_mm, y_mm }, i) => `M${x(start_mm).toFixed(1)} ${(top + 6 + ((i + 0.5) / fibres.length) * (bottom - top - 12)).toFixed(1)}h0`).join("")} />
          <path class="pnh-needle" d={`M${x(0)} ${top - 4}V${bottom}`} />
        </>
      )}
    </Plot>
  );
}

function Picture({ reading: { label, measures, picture }, previous }) {
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={Math.round(measures.amplitude_uv)}>µV tall</Readout>
        <Readout value={measures.duration_ms.toFixed(1)}>ms long</Readout>
        <Readout value={measures.phases}>{measures.phases === 1 ? "phase" : "phases"}</Readout>
      </div>
      <div class="pnh-built">
        <CrossSection {...picture} />
        <p class="pnh-meta">Circle: the unit in cross-section. Dots are its fibres, twice as thick as they would be, and stronger the nearer they lie to the tip of the needle.</p>
        <EndPlates {...picture} />
        <Potential picture={picture} ghost={previous?.picture} label={label} />
      </div>
    </div>
  );
}

const HEARD = "Sixteen taps, eight a second and all alike, over a faint hiss. Loudness is levelled, so height is for the eye: only the shape changes the sound.";

const Extra = ({ reading: { picture: { potential } }, name }) => (
  <Sound signal={() => repeated(potential)} of={potential} name={name} label="Sound of this discharge, eight times a second" words={HEARD} />
);

export default { compute, Picture, Extra };

// Microcramps, a hypothesis: the force of a muscle with many small foci, and a needle looking for them in its cross-section.
import { uniformsFrom } from "../models/generator.js";
import { force, measures, settings } from "../models/microcramp.js";
import { Plot, Trace } from "../lab/plot.jsx";
import { Readout } from "./readout.jsx";

const TALLEST = 3.2;  // times all foci's twitches at once: foci in step stay within the picture
const TURN = 2.4;  // from one needle site to the next, so that they spread evenly
const EDGE_MM = 1.6;
const DRAW = 16;  // one chance of many: about as many needle sites meet a focus in it as the reckoning expects

const about = (number) => (number < 10 ? Number(number.toPrecision(2)) : Math.round(number));

function compute(values) {
  const set = settings(values);
  const found = measures(values);
  const words = `The force trembles by ${about(found.fluctuation_mn)} mN about a mean of ${about(found.mean_mn)} mN: ${found.visible ? "one would see it" : "nothing to be seen"}. `
    + `On average ${about(found.active)} of ${set.foci} foci contract at any moment. ${set.sites === 1 ? "One needle site meets" : `At least one of ${set.sites} needle sites meets`} one of them ${about(found.found_pct)} times in 100.`;
  return { measures: found, words, label: `Hypothesis, simulated. Force of the muscle over ${set.shown_s} seconds. ${words}`, picture: { set, samples: force(values) } };
}

/** In mm. */
function CrossSection({ set: { foci, duty, sites, belly_mm, reach_mm } }) {
  const uniform = uniformsFrom(DRAW);
  const at = Array.from({ length: foci }, () => {
    const far = belly_mm * Math.sqrt(uniform()), angle = 2 * Math.PI * uniform();
    return { x: far * Math.cos(angle), y: far * Math.sin(angle), active: uniform() < duty };
  });
  const dots = (some) => some.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join("");
  const active = at.filter((focus) => focus.active);
  const needle = Array.from({ length: sites }, (_, i) => {
    const far = (belly_mm - 1) * Math.sqrt((i + 0.5) / sites);
    const [x, y] = [far * Math.cos(TURN * i), far * Math.sin(TURN * i)];
    return { x, y, met: active.some((focus) => Math.hypot(focus.x - x, focus.y - y) < reach_mm) };
  });
  const half = belly_mm + EDGE_MM;
  const met = needle.filter((site) => site.met).length;
  return (
    <figure class="pnh-belly">
      <svg viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`} role="img" aria-label={`Cross-section of the muscle, one draw: ${active.length} of ${foci} foci contract now; ${met} of ${sites} needle sites ${met === 1 ? "meets" : "meet"} one of them.`}>
        <circle class="pnh-bed" r={belly_mm + 0.8} />
        <path class="pnh-foci" d={dots(at.filter((focus) => !focus.active))} />
        <path class="pnh-foci pnh-active" d={dots(active)} />
        {needle.map(({ x, y, met: hit }) => <circle key={x} class={hit ? "pnh-site pnh-met" : "pnh-site"} cx={x.toFixed(2)} cy={y.toFixed(2)} r={reach_mm} />)}
      </svg>
      <figcaption class="pnh-meta">
        The muscle across, {2 * belly_mm} mm wide. Dots: foci; the coloured ones contract now. Rings: what the needle reaches at {sites} {sites === 1 ? "site" : "sites"}. In this one draw {met === 0 ? "none meets" : met === 1 ? "one meets" : `${met} meet`} a contracting focus{met > 0 && " (filled)"}.
      </figcaption>
    </figure>
  );
}

function Picture({ reading: { label, measures: found, picture: { set, samples } } }) {
  const high = TALLEST * set.foci * set.fibres * set.fibre_mn;
  return (
    <div class="pnh-bench">
      <p class="pnh-hypothesis"><strong>Hypothesis.</strong> Simulated, not recorded.</p>
      <div class="pnh-readout">
        <Readout value={`${about(found.fluctuation_mn)} mN`}>tremble, {found.visible ? "visible" : "not visible"}</Readout>
        <Readout value={found.exponent.toFixed(2)}>power</Readout>
        <Readout value={`${about(found.found_pct)}%`}>found</Readout>
      </div>
      <Plot label={label} height={210} x={[0, set.shown_s]} y={[0, high]} unit={["s", "mN"]}>
        {(scale) => {
          const [top, bottom] = [found.mean_mn + set.threshold_mn, Math.max(0, found.mean_mn - set.threshold_mn)].map((mn) => scale.y(Math.min(high, mn)));
          return (
            <>
              <path class="pnh-unseen" d={`M${scale.left} ${top}H${scale.right}V${bottom}H${scale.left}z`} />
              <Trace samples={samples} step_ms={set.step_ms / 1000} to={set.shown_s} scale={scale} />
            </>
          );
        }}
      </Plot>
      <p class="pnh-meta">Full height: what all foci in step would pull. Band: tremble that stays unseen. Power: how the tremble grows with the number of foci, 0.5 as its square root, 1 in proportion. Found: examinations in which the needle meets a contracting focus.</p>
      <CrossSection set={set} />
    </div>
  );
}

export default { compute, Picture };

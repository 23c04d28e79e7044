// A series of responders: people before and after, shown or left out, and what the series would say for every true effect.
import { falls, measures, series } from "../models/responders.js";
import { Plot } from "../lab/plot.jsx";
import { Readout } from "./readout.jsx";

const PEOPLE = 100;  // drawn one by one
const EFFECTS = Array.from({ length: 11 }, (_, i) => 4 * i);
const POSTER = 22;
const points = (fall) => (fall === null ? "–" : Math.round(fall));

function inWords(values, { treated, responders, responders_pct, fall_shown, fall_all, likelihood_ratio }) {
  if (!treated) return "Nobody is ill enough to enter.";
  const share = `${responders} of ${treated} treated count as responders (${Math.round(responders_pct)}%)`;
  if (values.show !== "responders") {
    const ratio = likelihood_ratio === null ? "" : ` A response is ${likelihood_ratio.toFixed(1)} times as likely as with a drug that does nothing.`;
    return `Everybody treated is shown: they fell by ${points(fall_all)} points on average, of which the drug took off ${values.effect}. ${share}.${ratio}`;
  }
  if (!responders) return `Nobody counts as a responder, so nobody is shown of ${treated} treated.`;
  const people = responders >= POSTER ? ` ${POSTER} for a poster come from about ${Math.round((POSTER * treated) / responders)} treated.` : "";
  return `Only responders are shown: 100% responded, by ${points(fall_shown)} points on average; the drug took off ${values.effect}. Behind them, unseen: ${share}.${people} All shown respond whatever the drug does: likelihood ratio 1.`;
}

function compute(values) {
  const all = series(values);
  const found = measures(values, all);
  const words = inWords(values, found);
  const curve = EFFECTS.map((effect) => ({ effect, ...falls(series({ ...values, effect })) }));
  return { measures: found, words, label: `Scores of the people shown, before and after treatment. ${words}`, picture: { all: all.slice(0, PEOPLE), curve } };
}

const lines = (people, { x, y }) => people.map(({ before, after }) => `M${x(0)} ${y(before).toFixed(1)}L${x(1)} ${y(after).toFixed(1)}`).join("");

function People({ all, alone, label }) {
  return (
    <Plot label={label} height={250} x={[-0.12, 1.12]} y={[0, 100]} unit={[, "score"]} names={[[0, "before"], [1, "after"]]}>
      {(scale) => (
        <>
          {!alone && <path class="pnh-slopes" d={lines(all.filter(({ responder }) => !responder), scale)} />}
          <path class="pnh-slopes pnh-chosen" d={lines(all.filter(({ responder }) => responder), scale)} />
        </>
      )}
    </Plot>
  );
}

/** The curves by their ends. */
function fallsInWords(curve, effect) {
  const run = (key) => {
    const falls = curve.map((one) => one[key]).filter((fall) => fall !== null);
    return falls.length ? `from ${points(falls[0])} to ${points(falls.at(-1))} points` : "nobody to show";
  };
  return `Mean fall for true effects of the drug from 0 to 40 points, with all other settings as they are. Everybody treated: ${run("fall_all")}. Responders only: ${run("fall_responders")}. The true effect itself: from 0 to 40. The drug is now set to ${effect}.`;
}

function Falls({ curve, effect, fall_shown, alone }) {
  const high = 70;
  const path = (key, scale) => curve.filter((at) => at[key] !== null).map((at, i) => `${i ? "L" : "M"}${scale.x(at.effect)} ${scale.y(Math.min(high, at[key])).toFixed(1)}`).join("");
  return (
    <Plot label={fallsInWords(curve, effect)} height={250} x={[0, 40]} y={[0, high]} unit={["true effect", "fall"]}>
      {(scale) => (
        <>
          <path class="pnh-truth" d={`M${scale.x(0)} ${scale.y(0)}L${scale.x(40)} ${scale.y(40)}`} />
          <path class="pnh-curve" d={path("fall_all", scale)} />
          <path class="pnh-curve pnh-chosen" d={path("fall_responders", scale)} />
          {fall_shown !== null && <circle class={alone ? "pnh-now pnh-chosen" : "pnh-now"} cx={scale.x(effect)} cy={scale.y(Math.min(high, fall_shown))} r="5" />}
        </>
      )}
    </Plot>
  );
}

function Picture({ reading: { label, measures: found, picture: { all, curve } }, values }) {
  const alone = values.show === "responders";
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <Readout value={points(found.fall_shown)}>points of fall shown</Readout>
        <Readout value={values.effect}>points by the drug</Readout>
        <Readout value={found.likelihood_ratio === null ? "–" : found.likelihood_ratio.toFixed(1)}>likelihood ratio</Readout>
      </div>
      <div class="pnh-twoplots">
        <People all={all} alone={alone} label={label} />
        <Falls curve={curve} effect={values.effect} fall_shown={found.fall_shown} alone={alone} />
      </div>
      <p class="pnh-meta pnh-key" aria-hidden="true">
        <span><svg viewBox="0 0 24 10"><path class="pnh-curve pnh-chosen" d="M1 5h22" /></svg>responders</span>
        <span><svg viewBox="0 0 24 10"><path class="pnh-curve" d="M1 5h22" /></svg>all treated (left: the others)</span>
        <span><svg viewBox="0 0 24 10"><path class="pnh-truth" d="M1 5h22" /></svg>the true effect</span>
      </p>
    </div>
  );
}

export default { compute, Picture };

// Calibration: what the learner said over all stated probabilities, beside what was so. Feedback in words and a curve, never a grade.
import { useLayoutEffect } from "preact/hooks";
import { Held } from "../scenario/handover.jsx";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Status } from "../shared/status.jsx";
import { percent } from "../shared/words.js";
import { Tool } from "./frame.jsx";
import { useRecord } from "./record.js";
import { allStatements, curveOf, scoresOf } from "./statements.js";

const SIZE = 320;  // of the picture; the square of the plot lies inside
const [LEFT, TOP, SIDE] = [48, 12, 254];
const x = (share) => LEFT + share * SIDE;
const y = (share) => TOP + (1 - share) * SIDE;
const number = (value) => value.toFixed(2).replace("-", "−");
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const sentenceOf = ({ label, n, so }) => `said ${label}: true in ${so} of ${n}`;

function Curve({ points }) {
  return (
    <svg class="to-curve" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={`Curve of calibration. You ${points.map(sentenceOf).join("; ")}.`}>
      <path class="to-net" d={TICKS.map((t) => `M${x(t)} ${y(0)}V${y(1)}M${x(0)} ${y(t)}H${x(1)}`).join("")} />
      <path class="to-even" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
      <path class="to-line" d={`M${points.map(({ said, share }) => `${x(said)} ${y(share)}`).join("L")}`} />
      {TICKS.map((t) => <><text x={x(t)} y={y(0) + 16} text-anchor="middle">{percent(t)}</text><text x={LEFT - 6} y={y(t) + 4} text-anchor="end">{percent(t)}</text></>)}
      <text x={x(0.5)} y={SIZE - 12} text-anchor="middle">you said</text>
      <text transform={`translate(10 ${y(0.5)})rotate(-90)`} text-anchor="middle">turned out true</text>
      {points.map(({ label, n, said, share }) => <>
        <circle key={label} cx={x(said)} cy={y(share)} r="5" />
        <text class="to-n" x={x(said)} y={y(share) + (share > 0.9 ? 20 : -10)} text-anchor="middle">n = {n}</text>
      </>)}
    </svg>
  );
}

function Feedback({ statements }) {
  const { brier, log, said, share, always } = scoresOf(statements);
  return (
    <ul>
      <li><b>On the whole.</b> You said {percent(said)} on average; {percent(share)} turned out true.</li>
      <li><b>Mean Brier score {number(brier)}.</b> 0 is the best, 1 the worst; 0.25 is what always saying 50% earns{share > 0 && share < 1 && <>, and {number(always)} what always saying {percent(share)} would have earned here</>}.</li>
      <li><b>Mean log score {number(log)}.</b> 0 is the best; −0.69 is what always saying 50% earns. Certainty that turns out wrong costs most; less than 1% counts as 1% (−4.61).</li>
    </ul>
  );
}

function Figures({ points }) {
  return (
    <figure class="to-figure">
      <Curve points={points} />
      <figcaption>
        <p>Each point is a group of your statements. On the dashed line, what you called 70% was true in 70%. Below the line you said too much, above it too little.</p>
        <details><summary>The same figures as a table</summary>
          <table><caption class="pnh-ears">Said and true</caption><thead><tr><th scope="col">You said</th><th scope="col">Statements</th><th scope="col">Mean said</th><th scope="col">True</th></tr></thead>
            <tbody>{points.map(({ label, n, so, said, share }) => <tr key={label}><th scope="row">{label}</th><td>{n}</td><td>{percent(said)}</td><td>{so} of {n} ({percent(share)})</td></tr>)}</tbody></table>
        </details>
      </figcaption>
    </figure>
  );
}

function Calibration({ model, root }) {
  const payload = useTrait(model, "payload");
  const from = payload.calibration.curve_from;
  const record = useRecord(model);
  const statements = allStatements(record?.events ?? []);
  const count = statements.length;
  const points = count >= from ? curveOf(statements) : [];
  useLayoutEffect(() => { root.dataset.pnhMeasures = JSON.stringify({ statements: count, ...(count ? scoresOf(statements) : {}), points: points.length }); });

  const words = `${count || "No"} stated ${count === 1 ? "probability" : "probabilities"} so far.`;
  const where = "They come from the questions that ask for a probability and from cases played to the end; each diagnosis you rate at the end of a case counts as one. Only your first answer counts: after it you have seen what was true.";
  return (
    <Tool what="Calibration" model={model} payload={payload}>
      {!record && <p class="pnh-note pnh-quietnote">Answers given in a notebook with a kernel are not collected. The same lesson as a page collects them, on your own device, and shows them here.</p>}
      {record && <>
        <Status live="off">{words}{count < from && ` ${from - count} more, and the curve is drawn.`}</Status>
        <Held>
          {count > 0 && <Feedback statements={statements} />}
          {points.length > 0 ? <Figures points={points} /> : count > 0 && <p><b>One by one.</b> {statements.map(({ p, so }) => `${percent(p)} (${so ? "true" : "not true"})`).join(", ")}.</p>}
        </Held>
        <p class="pnh-meta">{where}</p>
        {count > 0 && <p class="pnh-meta">How reliable is this? Not very. From one set of questions to the next such figures move a lot within one person, and among five statements a single one moves the point by 20%. Read it as a question to yourself; it is no grade.</p>}
      </>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Calibration) };

// A number to type, with its unit. Common wrong answers have an explanation of their own.
import { Rich } from "../shared/rich.jsx";
import { Mark, Why } from "./explanation.jsx";
import { toleranceWidth } from "./score.js";
import { withUnit } from "./verdict.js";

function Explained({ item, graded }) {
  const { value, unit, tolerance, working } = item.answer;
  const width = toleranceWidth(value, tolerance);
  const right = graded.result === "correct";
  const error = graded.commonError === null ? null : item.common_errors[graded.commonError];
  const others = (item.common_errors ?? []).filter((row) => row !== error);
  return (
    <div class={`pnh-option pnh-solo ${right ? "pnh-hit" : "pnh-miss"}`}>
      <Mark kind={right ? "right" : "wrong"}>{right ? "Your answer, and right." : `You answered ${withUnit(graded.value, unit)}; not right.`}</Mark>
      {error && <Why html={error.rationale} />}
      <p class="pnh-why">The answer is {withUnit(value, unit)}; from {withUnit(value - width, unit)} to {withUnit(value + width, unit)} counts as right.
        {working && <> <Rich html={working} /></>}</p>
      {others.length > 0 && <>
        <p class="pnh-why">{error ? "Other answers" : "Answers"} that look right and are not:</p>
        <ul class="pnh-why">{others.map((row) => <li key={row.value}><strong>{withUnit(row.value, unit)}</strong>: <Rich html={row.rationale} /></li>)}</ul>
      </>}
    </div>
  );
}

export function NumberAnswer({ item, name, answer, onAnswer, onEnter, locked, shown, graded, lacking }) {
  const units = [...new Set([item.answer.unit, ...Object.keys(item.answer.units ?? {})])];
  return (
    <>
      <div class="pnh-fields">
        <label for={`${name}-number`}>Your answer</label>
        <input id={`${name}-number`} type="text" inputmode="decimal" autocomplete="off" size="9" value={answer.text} disabled={locked} aria-invalid={lacking ? "true" : undefined} aria-describedby={lacking}
          onInput={(event) => onAnswer({ ...answer, text: event.currentTarget.value })} onKeyDown={onEnter} />
        {units.length > 1
          ? <>
            <label class="pnh-ears" for={`${name}-unit`}>Unit</label>
            <select id={`${name}-unit`} value={answer.unit ?? item.answer.unit} disabled={locked} onChange={(event) => onAnswer({ ...answer, unit: event.currentTarget.value })}>
              {units.map((unit) => <option key={unit} value={unit}>{unit === "1" ? "no unit" : unit}</option>)}
            </select>
          </>
          : units[0] !== "1" && <span>{units[0]}</span>}
      </div>
      {shown && <Explained item={item} graded={graded} />}
    </>
  );
}

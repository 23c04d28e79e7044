// The few things to turn: native range, select and checkbox, each with its name, its value and its unit.
import { plain } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { withUnit } from "./values.js";

const FITS = 32;  // characters of an option that a closed menu shows on a phone
const LONG = 40;  // characters of an option that half the width would cut off

const Help = ({ html, id }) => html && <Rich as="p" class="pnh-meta" id={`${id}-help`} html={html} />;
const helpOf = (control, id) => (control.help ? `${id}-help` : undefined);

function Range({ control, id, value, onValue, onHold }) {
  const words = withUnit(value, control.unit);
  return (
    <div class="pnh-dial">
      <Rich as="label" for={id} html={control.label} />
      <output for={id} aria-hidden="true">{words}</output>
      <input id={id} type="range" dir={control.max === 0 ? "rtl" : undefined} min={control.min} max={control.max} step={control.step ?? 1} value={value} aria-valuetext={words} aria-describedby={helpOf(control, id)}
        onInput={(event) => onValue(Number(event.currentTarget.value))} onPointerDown={() => onHold(true)} />
      <Help html={control.help} id={id} />
    </div>
  );
}

function Select({ control, id, value, onValue }) {
  const chosen = plain(control.options.find((option) => option.value === value)?.label);
  return (
    <div class={`pnh-dial${control.options.some(({ label }) => label.length > LONG) ? " pnh-long" : ""}`}>
      <Rich as="label" for={id} html={control.label} />
      <select id={id} value={String(value)} aria-describedby={helpOf(control, id)} onChange={(event) => onValue(control.options[event.currentTarget.selectedIndex].value)}>
        {control.options.map((option) => <option key={option.value} value={String(option.value)}>{plain(option.label)}</option>)}
      </select>
      {chosen.length > FITS && <p class="pnh-meta pnh-inwords" aria-hidden="true">{chosen}</p>}
      <Help html={control.help} id={id} />
    </div>
  );
}

const Switch = ({ control, id, value, onValue }) => (
  <div class="pnh-dial">
    <label class="pnh-switch" for={id}>
      <input id={id} type="checkbox" checked={value} aria-describedby={helpOf(control, id)} onChange={(event) => onValue(event.currentTarget.checked)} />
      <Rich html={control.label} />
    </label>
    <Help html={control.help} id={id} />
  </div>
);

const KINDS = { range: Range, select: Select, switch: Switch };

export function Controls({ controls, values, name, onSet, onHold }) {
  return (
    <div class="pnh-dials" role="group" aria-label="Settings">
      {controls.map((control) => {
        const Kind = KINDS[control.kind];
        return <Kind key={control.id} control={control} id={`${name}-${control.id}`} value={values[control.id]} onHold={onHold}
          onValue={(value) => onSet({ [control.id]: value })} />;
      })}
    </div>
  );
}

// One chance to state, in per cent: a range and a number that go together. Nothing is preset: empty until somebody sets it.
import { Rich } from "../shared/rich.jsx";

/** `value`: what was typed, "" at first; `unit` stands after the number; `more` goes to the number field. */
export function Percent({ id, label, value, onValue, most = 100, locked = false, more }) {
  const set = (event) => onValue(event.currentTarget.value);
  const open = value === "" || !Number.isFinite(Number(value));
  return (
    <div class="pnh-chance">
      <Rich as="label" id={`${id}-label`} for={id} html={label} />
      <input type="range" class="pnh-screen" min="0" max={most} step="1" value={open ? most / 2 : value} data-open={open ? "true" : undefined} disabled={locked}
        aria-labelledby={`${id}-label`} aria-valuetext={open ? "not stated yet" : `${value}%`} onInput={set} onClick={open ? set : undefined} />
      <span class="pnh-percent"><input id={id} type="number" inputMode="decimal" min="0" max={most} step="any" value={value} disabled={locked} onInput={set} {...more} /> %</span>
    </div>
  );
}

// Mark the trace: segments of a simulated recording are labels of native checkboxes. Marked like a question with several answers.
import { plain } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { placeOf, spanOf, Trace } from "../shared/trace.jsx";
import { markOf, toneOf } from "./choices.jsx";
import { SYMBOLS, Why } from "./explanation.jsx";
import { letterOf, rowsOf, timesOf } from "./segments.js";

const BANDS = { "pnh-hit": [SYMBOLS.right, "found"], "pnh-missed": ["◇", "missed"], "pnh-miss": [SYMBOLS.wrong, "not one of them"] };

export function Hotspot({ item, name, answer, onAnswer, locked, shown }) {
  const { options, signal } = item;
  const { envelope, seconds } = signal;
  const span = spanOf(envelope);
  const rows = rowsOf(options, seconds);
  const longest = Math.max(...rows.map(([from, to]) => to - from));
  const tone = (option) => (shown ? toneOf(option, answer.chosen.includes(option.id)).trim() : "");
  const choose = (id) => onAnswer({ chosen: answer.chosen.includes(id) ? answer.chosen.filter((x) => x !== id) : [...answer.chosen, id] });

  const band = (option, [from, to]) => {
    const id = `${name}-${option.id}`;
    const width = `${(100 * (option.to_s - option.from_s)) / (to - from)}%`;
    return (
      <label key={option.id} class={`pnh-band ${tone(option)}`} for={id} style={{ left: placeOf(option.from_s, from, to), width }}>
        <span aria-hidden="true">{BANDS[tone(option)]?.[0]}</span>
        <span class="pnh-tick"><input id={id} type="checkbox" name={`${name}-options`} value={option.id} checked={answer.chosen.includes(option.id)} disabled={locked}
          aria-label={`${letterOf(option, options)}, ${timesOf(option)}`} aria-describedby={`${id}-${shown ? "mark" : "seen"}`} onChange={() => choose(option.id)} />
        <b aria-hidden="true">{letterOf(option, options)}</b></span>
        <span hidden id={`${id}-seen`}>{plain(option.text)}</span>
      </label>
    );
  };
  const words = (option) => <><strong>{letterOf(option, options)}</strong> <span class="pnh-meta">{timesOf(option)}</span> <Rich html={option.text} /></>;

  return (
    <>
      <p class="pnh-meta pnh-tracehead"><Rich html={signal.label} /><span class="pnh-chip">Simulated</span></p>
      <div class="pnh-rows">{rows.map((row, at) => (
        <div key={row[0]} style={{ "--pnh-share": (row[1] - row[0]) / seconds, "--pnh-alone": (row[1] - row[0]) / longest }}>
          <Trace envelope={envelope} seconds={seconds} from={row[0]} to={row[1]} span={span} bar={at === 0} label={at === 0 ? plain(signal.alt) : null}>
            {options.filter((option) => option.from_s >= row[0] && option.to_s <= row[1]).map((option) => band(option, row))}
          </Trace>
        </div>
      ))}</div>
      {!shown && <details><summary>Describe the segments in words</summary><ul class="pnh-segments">{options.map((option) => <li key={option.id}>{words(option)}</li>)}</ul></details>}
      {shown && <p class="pnh-meta" aria-hidden="true">{Object.values(BANDS).map((pair) => pair.join(" ")).join(" · ")}</p>}
      {shown && options.map((option) => {
        const [kind, verdict] = markOf(option, answer.chosen.includes(option.id), true);
        return (
          <div key={option.id} class={`pnh-option pnh-solo ${tone(option)}`}>
            {words(option)}
            <p class={`pnh-mark pnh-${kind}`} id={`${name}-${option.id}-mark`}><span aria-hidden="true">{(BANDS[tone(option)] ?? [SYMBOLS[kind]])[0]} </span>{verdict}</p>
            <Why html={option.rationale} sources={option.sources} refs={item.refs} />
          </div>
        );
      })}
    </>
  );
}

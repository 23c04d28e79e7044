// The ear trainer: a recording without its name, to be heard, seen or read; a name for it; why, and how it differs from what it was taken for.
import { useLayoutEffect, useRef } from "preact/hooks";
import { emg, envelope } from "../../models/emg/index.js";
import { Cites } from "../../shared/cite.jsx";
import { focusOn } from "../../shared/dom.js";
import { Trace, spanOf } from "../../shared/trace.jsx";
import { ORDER, answered, dealt, inPlay, measuresOf, occurred, restored, startAfresh } from "../ear.js";
import { Sound } from "../sound.jsx";
import { Readout } from "./pulse.jsx";

const SECONDS = 2;
const COLUMNS = 1280;  // fast even runs beat against fewer

const fresh = () => startAfresh(Math.floor(Math.random() * 2 ** 31));

const made = new Map();  // the last recordings: to answer computes nothing anew
const keyOf = (kind, { seed }) => `${kind} ${seed}`;
function make(kind, now) {
  const { signal_uv } = emg(kind, { seed: now.seed, seconds: SECONDS });
  made.set(keyOf(kind, now), { signal_uv, envelope: envelope(signal_uv, COLUMNS) });
  if (made.size > 4) made.delete(made.keys().next().value);
}

/** The kinds to be heard: the one dealt and, where it was mistaken, the one it was taken for. */
const wantedOf = ({ now: { kind }, chosen }) => (chosen === null || chosen === kind ? [kind] : [kind, chosen]);
const kindIn = (kinds) => (id) => kinds.find((kind) => kind.id === id);

/** Once a name is chosen the heading has the focus and says the verdict: here stands only what it does not say. */
function inWords({ chosen, added }, { answered: count, right_in_a_row: row }, kindOf) {
  if (chosen === null) return `Recording ${count + 1}. Which kind is it?`;
  return [row > 1 && `${row} in a row.`, added.length > 0 && `New among the names: ${added.map((id) => kindOf(id).name).join(", ")}.`].filter(Boolean).join(" ");
}

function compute(_, { kept: stored, payload, paint, onCancel }) {
  const kept = restored(stored);
  const { now, chosen } = kept;
  const wanted = wantedOf(kept);
  const measures = measuresOf(kept);
  const kindOf = kindIn(payload.kinds);
  const words = inWords(kept, measures, kindOf);
  const reading = () => {
    const recordings = wanted.map((kind) => made.get(keyOf(kind, now)));
    return {
      measures, words, busy: recordings.includes(undefined), picture: { kept, recordings },
      label: `Simulated needle recording of ${SECONDS} seconds. ${chosen === null ? "Its name is what you are asked for; the same in words stands below." : `It is: ${kindOf(now.kind).name}.`}`,
    };
  };
  const first = reading();
  if (first.busy) {
    const later = setTimeout(() => {  // a heavy one takes longer than a frame
      wanted.filter((kind) => !made.has(keyOf(kind, now))).forEach((kind) => make(kind, now));
      paint(reading());
    });
    onCancel(() => clearTimeout(later));
  }
  return first;
}

function Picture({ reading: { measures, label, picture: { kept, recordings: [recording, other] } }, payload, keep, name }) {
  const { now, chosen, hidden } = kept;
  const number = measures.answered + (chosen === null ? 1 : 0);
  return (
    <div class="pnh-bench">
      <div class="pnh-readout">
        <h4 id={`${name}-recording`} tabindex="-1">Recording {number}</h4>
        <Readout value={measures.right_in_a_row}>right in a row</Readout>
        <Readout value={measures.kinds_right}>of {ORDER.length} kinds named right</Readout>
      </div>
      {recording && !hidden ? <Trace envelope={recording.envelope} seconds={SECONDS} label={label}>{!other && <div class="pnh-run"><div class="pnh-playhead" style={{ "--way": "100%" }} /></div>}</Trace>
        : <div class="pnh-wave pnh-waiting">{hidden ? "The trace is hidden." : "…"}</div>}
      <label class="pnh-switch pnh-screen" for={`${name}-shown`}>
        <input id={`${name}-shown`} type="checkbox" checked={!hidden} onChange={({ currentTarget: { checked } }) => keep({ hidden: !checked }, { moved: false })} />
        Show the trace
      </label>
      <Sound signal={() => recording.signal_uv} of={recording} busy={!recording} name={name} label={`Recording ${number}`} />
      <details key={now.seed}>
        <summary>Read it in words</summary>
        <p>{kindIn(payload.kinds)(now.kind).in_words}</p>
      </details>
    </div>
  );
}

/** `kinds`: the one dealt, then the one it was taken for, if it was. */
function Verdict({ kinds, recordings, refs, name, heading, onNext }) {
  const right = kinds.length === 1;
  const spans = recordings.map((recording) => recording && spanOf(recording.envelope));
  const span = !right && !spans.includes(undefined) && { low: Math.min(...spans.map(({ low }) => low)), high: Math.max(...spans.map(({ high }) => high)) };
  return (
    <>
      <div class={right ? undefined : "pnh-beside"}>
        {kinds.map((kind, i) => (
          <div key={i}>
            <h4 ref={i ? undefined : heading} tabindex="-1">{i ? "You chose" : right ? "Right" : "Not that one. It was"}: {kind.name}</h4>
            {span && <Trace envelope={recordings[i].envelope} seconds={SECONDS} span={span} />}
            {i > 0 && <Sound signal={() => recordings[i].signal_uv} of={recordings[i]} busy={!span} name={`${name}-chosen`} label={`For comparison: ${kind.name}`} />}
            <dl class="pnh-known">
              {[["Rhythm", kind.rhythm], ["Shape", kind.shape], ["Sound", kind.sounds_like]].map(([what, words]) => <><dt>{what}</dt><dd>{words}</dd></>)}
              {kind.sources.length > 0 && <><dt>Read in</dt><dd><Cites keys={kind.sources} refs={refs} /></dd></>}
            </dl>
          </div>
        ))}
      </div>
      {span && <p class="pnh-meta">Both traces are drawn to one scale.</p>}
      <button type="button" onClick={onNext}>Next recording</button>
    </>
  );
}

function Answers({ kept: { counts }, kinds }) {
  const { dealt: rows, chosen: columns } = occurred({ counts });
  if (!rows.length) return null;
  const nameOf = (id) => kindIn(kinds)(id).name;
  return (
    <details>
      <summary>Your answers so far</summary>
      <div class="pnh-answers" tabindex="0" role="region" aria-label="Your answers so far, a table">
        <table>
          <caption>One row for each kind that was dealt, one column for each name that you chose. Outlined: right.</caption>
          <thead><tr><th scope="col">Dealt</th>{columns.map((id) => <th key={id} scope="col"><span>{nameOf(id)}</span></th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{nameOf(row)}</th>
                {columns.map((id) => <td key={id} class={id === row ? "pnh-hits" : undefined}>{counts[row][id]}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Extra({ reading: { picture: { kept, recordings } }, payload: { kinds, refs }, keep, name }) {
  const { now, chosen } = kept;
  const heading = useRef(null);
  const acted = useRef(false);
  useLayoutEffect(() => {  // the button that was pressed is gone: the focus goes to what came of it
    if (acted.current) focusOn(chosen === null ? document.getElementById(`${name}-recording`) : heading.current);
    acted.current = false;
  }, [chosen, now.seed]);
  const act = (patch) => {
    acted.current = true;
    keep({ ...kept, ...patch });  // what could not be read is put right for good
  };
  const playing = inPlay(kept);
  return (
    <>
      {chosen === null ? (
        <div class="pnh-kinds pnh-screen" role="group" aria-label="Which kind is it?">
          {kinds.filter(({ id }) => playing.includes(id)).map(({ id, name: words }) => <button key={id} type="button" class="pnh-quiet" onClick={() => act(answered(kept, id))}>{words}</button>)}
        </div>
      ) : <Verdict kinds={wantedOf(kept).map(kindIn(kinds))} recordings={recordings} refs={refs} name={name} heading={heading} onNext={() => act(dealt(kept))} />}
      <Answers kept={kept} kinds={kinds} />
    </>
  );
}

export default { get defaults() { return fresh(); }, reset: fresh, compute, Picture, Extra };

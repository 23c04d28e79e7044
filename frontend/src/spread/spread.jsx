// A hundred per cent to spread: one number for every hypothesis, and what is left.
import { Rich } from "../shared/rich.jsx";
import { restInWords, shares, spreadRest } from "./shares.js";

const TYPING_MS = 900; // announced when the typing rests, not at every digit

/**
 * `rows`: [{ id, label, note? }], the note a few words under the label; `after(row)`: what stands below a row;
 * `say(words, wait)` announces what is left.
 */
export function Spread({ rows, draft = {}, name, locked = false, onDraft, say, after }) {
  const ids = rows.map((row) => row.id);
  const sum = shares(ids, draft);
  const change = (next, wait) => {
    onDraft(next);
    say(restInWords(shares(ids, next)), wait);
  };
  const wrong = (id) => !/^0*(\d{1,2}|100)?$/.test(draft[id] ?? "");
  return (
    <div class="pnh-spread">
      {rows.map(({ id, label, note }) => (
        <div key={id} class="pnh-share">
          <label for={`${name}-${id}`}><Rich html={label} /></label>
          {note && <span class="pnh-meta" id={`${name}-${id}-note`}>{note}</span>}
          <span class="pnh-fill" aria-hidden="true"><i style={{ width: `${sum.valueOf(id) || 0}%` }} /></span>
          <span class="pnh-percent">
            <input id={`${name}-${id}`} type="number" inputMode="numeric" min="0" max="100" step="1" value={draft[id] ?? ""} disabled={locked}
              aria-describedby={note ? `${name}-${id}-note` : undefined} aria-invalid={wrong(id) ? "true" : undefined}
              onInput={(event) => change({ ...draft, [id]: event.currentTarget.value }, TYPING_MS)} /> %
          </span>
          {after?.(id)}
        </div>
      ))}
      {!locked && <div class="pnh-row pnh-rest pnh-screen">
        <span class={sum.rest === 0 && sum.valid ? "pnh-even" : undefined}>{restInWords(sum)}</span>
        <button type="button" class="pnh-quiet" aria-disabled={sum.rest <= 0 || !sum.valid} onClick={() => change(spreadRest(ids, draft))}>Spread the rest evenly</button>
      </div>}
    </div>
  );
}

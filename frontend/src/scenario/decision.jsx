// What a stage asks before it lets go: choose an option, spread a hundred per cent, or write one sentence.
import { Rich } from "../shared/rich.jsx";
import { shuffled } from "../shared/shuffle.js";
import { shares, spreadRest } from "./flow.js";
import { percent } from "./words.js";

function Choose({ decision, draft = "", name, onDraft }) {
  return (
    <div class="vp-options">
      {shuffled(decision.options, decision.id).map((option) => (
        <label key={option.id} class="vp-option">
          <input type="radio" name={`${name}-${decision.id}`} value={option.id} checked={draft === option.id}
            onChange={() => onDraft(option.id)} />
          <Rich html={option.text} />
        </label>
      ))}
    </div>
  );
}

const TYPING_MS = 900; // announced when the typing rests, not at every digit

function restInWords({ valid, rest }) {
  if (!valid) return "Whole numbers from 0 to 100, please.";
  if (rest === 0) return "Adds up to 100%.";
  return rest > 0 ? `${rest}% left to spread` : `${-rest}% too much`;
}

function Rate({ scenario, decision, draft = {}, before, name, onDraft, say }) {
  const sum = shares(scenario, draft);
  const id = (dx) => `${name}-${decision.id}-${dx.id}`;
  const change = (next, wait) => {
    onDraft(next);
    say(restInWords(shares(scenario, next)), wait);
  };
  const spread = () => change(spreadRest(scenario, draft));
  const wrong = (dx) => !/^0*(\d{1,2}|100)?$/.test(draft[dx.id] ?? "");
  return (
    <div class="vp-rate">
      {scenario.differential.map((dx) => (
        <div key={dx.id} class="vp-share">
          <label for={id(dx)}><Rich html={dx.label} /></label>
          {before && <span class="pnh-meta" id={`${id(dx)}-before`}>you said {percent(before[dx.id])}</span>}
          <span class="vp-meter" aria-hidden="true"><i style={{ width: `${sum.valueOf(dx.id) || 0}%` }} /></span>
          <span class="vp-percent">
            <input id={id(dx)} type="number" inputMode="numeric" min="0" max="100" step="1" value={draft[dx.id] ?? ""}
              aria-describedby={before ? `${id(dx)}-before` : undefined}
              aria-invalid={wrong(dx) ? "true" : undefined}
              onInput={(event) => change({ ...draft, [dx.id]: event.currentTarget.value }, TYPING_MS)} /> %
          </span>
        </div>
      ))}
      <div class="pnh-row vp-rest">
        <span class={sum.rest === 0 && sum.valid ? "vp-even" : undefined}>{restInWords(sum)}</span>
        <button type="button" class="pnh-quiet" aria-disabled={sum.rest <= 0 || !sum.valid}
          onClick={spread}>Spread the rest evenly</button>
      </div>
    </div>
  );
}

/** One decision as a fieldset; `gap` says what it still lacks, once the learner has tried to go on. */
export function Decision({ scenario, state, decision, name, dispatch, say, gap }) {
  const draft = state.drafts[decision.id];
  const onDraft = (value) => dispatch({ type: "draft", id: decision.id, value });
  const prompt = `${name}-${decision.id}-prompt`;
  const first = scenario.decisions.find((d) => d.kind === "rate-differential" && d.when === "before");
  const before = decision.when !== "before" && first ? state.decisions[first.id] : null;
  return (
    <fieldset class="vp-decision" id={`${prompt}-field`} aria-describedby={gap ? `${prompt}-gap` : undefined}>
      <legend id={prompt}><Rich html={decision.prompt} /></legend>
      {decision.kind === "choose" && <Choose {...{ decision, draft, name, onDraft }} />}
      {decision.kind === "rate-differential" && <Rate {...{ scenario, decision, draft, before, name, onDraft, say }} />}
      {decision.kind === "write" && (
        <textarea rows={3} aria-labelledby={prompt} aria-invalid={gap ? "true" : undefined} maxLength={600} value={draft ?? ""}
          onInput={(event) => onDraft(event.currentTarget.value)} />
      )}
      {gap && <p class="vp-gap" id={`${prompt}-gap`}>{gap}</p>}
    </fieldset>
  );
}

/** What was decided, for reading again: in words, on the screen and on the sheet. */
export function Decided({ scenario, decision, value }) {
  if (value === undefined) return <i>not decided</i>;
  if (decision.kind === "choose") return <Rich html={decision.options.find((o) => o.id === value)?.text} />;
  if (decision.kind === "write") return <q>{value}</q>;
  return scenario.differential.map((dx, n) => (
    <span key={dx.id}>{n > 0 && " · "}<Rich html={dx.label} /> {percent(value[dx.id])}</span>
  ));
}

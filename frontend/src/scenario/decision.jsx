// What a stage asks before it lets go: choose an option, spread a hundred per cent, or write one sentence.
import { Rich } from "../shared/rich.jsx";
import { shuffled } from "../shared/shuffle.js";
import { Spread } from "../spread/spread.jsx";
import { percent } from "./words.js";

function Choose({ decision, draft = "", name, onDraft }) {
  return (
    <div>
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

/** One decision as a fieldset; `gap` says what it still lacks, once the learner has tried to go on. */
export function Decision({ scenario, state, decision, name, dispatch, say, gap }) {
  const draft = state.drafts[decision.id];
  const onDraft = (value) => dispatch({ type: "draft", id: decision.id, value });
  const prompt = `${name}-${decision.id}-prompt`;
  const first = scenario.decisions.find((d) => d.kind === "rate-differential" && d.when === "before");
  const before = decision.when !== "before" && first ? state.decisions[first.id] : null;
  return (
    <fieldset id={`${prompt}-field`} aria-describedby={gap ? `${prompt}-gap` : undefined}>
      <legend id={prompt}><Rich html={decision.prompt} /></legend>
      {decision.kind === "choose" && <Choose {...{ decision, draft, name, onDraft }} />}
      {decision.kind === "rate-differential" && (
        <Spread {...{ draft, onDraft, say }} name={`${name}-${decision.id}`}
          rows={scenario.differential.map(({ id, label }) => ({ id, label, note: before && `you said ${percent(before[id])}` }))} />
      )}
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

// Pairs to match: one native select for every entry on the left.
import { plain, quoted } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { choicesInOrder } from "./answer.js";
import { Mark, Why } from "./explanation.jsx";

export function Matching({ item, id, name, answer, onAnswer, locked, shown }) {
  const choices = choicesInOrder(item, id);
  const words = (choice) => plain(item.right.find((row) => row.id === choice)?.text ?? "");
  return (
    <>
      {item.left.map((left) => {
        const pair = item.pairs[left.id];
        const chosen = answer.pairs[left.id] ?? "";
        const right = chosen === pair.to;
        const select = `${name}-${left.id}`;
        return (
          <div key={left.id} class={`pnh-pair${shown ? (right ? " pnh-hit" : " pnh-miss") : ""}`}>
            <label for={select}><Rich html={left.text} /></label>
            <select id={select} value={chosen} disabled={locked} aria-describedby={shown ? `${select}-mark` : undefined}
              onChange={(event) => onAnswer({ pairs: { ...answer.pairs, [left.id]: event.currentTarget.value || undefined } })}>
              <option value="">Choose…</option>
              {choices.map((choice) => <option key={choice.id} value={choice.id}>{words(choice.id)}</option>)}
            </select>
            {shown && <div class="pnh-explained">
              <Mark kind={right ? "right" : "wrong"} id={`${select}-mark`}>{right ? "Your answer, and right." : `Your answer; not right. It goes with ${quoted(words(pair.to))}.`}</Mark>
              <Why html={pair.rationale} sources={pair.sources} refs={item.refs} />
            </div>}
          </div>
        );
      })}
      {!locked && <ul class="pnh-paper">{choices.map((choice) => <li key={choice.id}><Rich html={choice.text} /></li>)}</ul>}
    </>
  );
}

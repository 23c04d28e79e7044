// Single best answer and multiple response: native radio buttons or checkboxes. Choosing is not submitting.
import { Rich } from "../shared/rich.jsx";
import { optionsInOrder } from "./answer.js";
import { Mark, Why } from "./explanation.jsx";

export function markOf(option, chosen, several) {
  if (chosen) return option.correct ? ["right", "Your answer, and right."] : ["wrong", option.harmful ? "Your answer; not right, and it can do harm." : "Your answer; not right."];
  if (option.correct) return ["right", several ? "Right, but you did not choose it." : "The right answer; you did not choose it."];
  return several ? ["open", "Rightly left out."] : null;
}

export const toneOf = (option, chosen) => (option.correct ? (chosen ? " pnh-hit" : " pnh-missed") : chosen ? " pnh-miss" : "");

export function Choices({ item, id, name, answer, onAnswer, locked, shown }) {
  const several = item.type === "multi";
  const choose = (option) => {
    if (!several) return onAnswer({ chosen: [option] });
    const chosen = answer.chosen.includes(option) ? answer.chosen.filter((x) => x !== option) : [...answer.chosen, option];
    return onAnswer({ chosen });
  };
  return optionsInOrder(item, id).map((option) => {
    const chosen = answer.chosen.includes(option.id);
    const input = `${name}-${option.id}`;
    const mark = shown ? markOf(option, chosen, several) : null;
    return (
      <div key={option.id} class={`pnh-option${shown ? toneOf(option, chosen) : ""}`}>
        <label for={input}>
          <input id={input} type={several ? "checkbox" : "radio"} name={`${name}-options`} value={option.id} checked={chosen}
            disabled={locked} aria-describedby={mark ? `${input}-mark` : undefined} onChange={() => choose(option.id)} />
          <Rich html={option.text} />
        </label>
        {shown && <div class="pnh-explained">
          {mark && <Mark kind={mark[0]} id={`${input}-mark`}>{mark[1]}</Mark>}
          <Why html={option.rationale} sources={option.sources} refs={item.refs} />
        </div>}
      </div>
    );
  });
}

// What one takes along from a stage: the own summary beside a model one, and in a worked case the expert's thought.
import { useEffect, useRef, useState } from "preact/hooks";
import { inSeminar } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { decisionsOf, stageOf } from "./flow.js";
import { qualifiersFound } from "./score.js";
import { SELF_MARKS } from "./words.js";

/** In a seminar, explanations wait until the teacher shows them. */
export function Held({ children }) {
  const held = inSeminar();
  const [shown, show] = useState(!held);
  const revealed = useRef();
  useEffect(() => { if (held && shown) revealed.current.focus(); }, [shown]);
  if (!held) return children;
  if (shown) return <div tabIndex={-1} ref={revealed}>{children}</div>;
  return <p><button type="button" onClick={() => show(true)}>Reveal to the room</button></p>;
}

export function SummaryCompared({ scenario, state, sentence, name, dispatch }) {
  const representation = scenario.problem_representation;
  const found = qualifiersFound(representation, sentence);
  return (
    <section class="vp-compared" aria-label="Your summary sentence">
      <p class="pnh-kicker">Your sentence beside a model</p>
      <dl>
        <dt>Your sentence</dt><dd class="vp-prose">{sentence}</dd>
        <dt>A model sentence</dt><dd class="vp-prose"><Rich html={representation.model} /></dd>
        <dt>Qualifiers found in yours, by a plain word search</dt>
        <dd><ul class="vp-ticks">{found.map(({ concept, found: word }) => (
          <li key={concept} class={word ? "vp-yes" : ""}>
            <Rich html={concept} />: {word ? `“${word}”` : "not found"}
          </li>
        ))}</ul></dd>
      </dl>
      {dispatch ? (
        <fieldset>
          <legend>Mark your own sentence</legend>
          {SELF_MARKS.map(({ value, label }) => (
            <label key={value} class="vp-option">
              <input type="radio" name={`${name}-self`} checked={state.summarySelf === value}
                onChange={() => dispatch({ type: "self-mark", value })} />{label}
            </label>
          ))}
        </fieldset>
      ) : null}
    </section>
  );
}

export function Handover({ scenario, state, from, name, dispatch }) {
  const stage = stageOf(scenario, from);
  const write = decisionsOf(scenario, from).find((d) => d.kind === "write");
  const thought = scenario.support === "worked" && stage.expert;
  if (!write && !thought) return null;
  return (
    <Held>
      {write && (
        <SummaryCompared {...{ scenario, state, name, dispatch }} sentence={state.decisions[write.id] ?? ""} />
      )}
      {thought && (
        <aside class="vp-expert" aria-label="An expert’s thought">
          <p class="pnh-kicker">An expert on “<Rich html={stage.title} />”</p><Rich as="p" html={stage.expert} />
        </aside>
      )}
    </Held>
  );
}

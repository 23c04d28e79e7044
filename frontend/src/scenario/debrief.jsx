// The debrief: how it ended, the two paths side by side, what every option would have meant, and what to take away.
import { Chip } from "../shared/chip.jsx";
import { Cites } from "../shared/cite.jsx";
import { inSeminar } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { actionOf, decisionOf, isDone, resultOf } from "./flow.js";
import { Held } from "./handover.jsx";
import { OutcomeText, Scores, Verdict } from "./outcome.jsx";
import { EFFECT_WORDS, KIND_TITLES, RANK_WORDS, VALUE_WORDS, percent } from "./words.js";

const List = ({ items, as: Tag = "ul" }) => <Tag>{items.map((item) => <li key={item}><Rich html={item} /></li>)}</Tag>;

/** One entry of the learner's path: an action, or "decision=option". */
function Trace({ scenario, entry }) {
  const [id, option] = entry.split("=");
  if (option === undefined) return <Rich html={actionOf(scenario, id).label} />;
  const decision = decisionOf(scenario, id);
  const chosen = decision.options?.find((o) => o.id === option);
  if (chosen) return <i>Decided: <Rich html={chosen.text} /></i>;
  return <i>{option === "written" ? "Wrote a summary" : "Stated probabilities"}</i>;
}

function Paths({ scenario, state, wide }) {
  const expert = scenario.debrief.expert_path;
  const steps = new Set(expert.map((row) => row.step));
  return (
    <div class="vp-paths">
      <details open={wide}><summary>The expert’s path</summary>
        <ol>{expert.map(({ step, thinking }) => (
          <li key={step} class={isDone(state, step) ? "vp-yes" : ""}>
            <b><Rich html={actionOf(scenario, step)?.label ?? decisionOf(scenario, step)?.prompt ?? step} /></b>
            {isDone(state, step) && <span class="pnh-meta"> · yours too</span>}
            <Rich as="p" class="vp-prose" html={thinking} />
          </li>
        ))}</ol></details>
      <details open={wide}><summary>Your path</summary>
        {state.path.length ? (
          <ol>{state.path.map((entry) => (
            <li key={entry} class={steps.has(entry) ? "vp-yes" : ""}><Trace scenario={scenario} entry={entry} /></li>
          ))}</ol>
        ) : <p>You went through without doing anything.</p>}</details>
    </div>
  );
}

function Options({ scenario, state, wide, refs }) {
  const kinds = Object.keys(KIND_TITLES).filter((kind) => scenario.actions.some((a) => a.kind === kind));
  return (
    <>
      {kinds.map((kind) => {
        const actions = scenario.actions.filter((action) => action.kind === kind);
        const did = actions.filter((action) => isDone(state, action.id)).length;
        return (
          <details key={kind}>
            <summary>{KIND_TITLES[kind]}: {did} of {actions.length} done</summary>
            <ul class="vp-meant">{actions.map((action) => (
              <li key={action.id} class={action.value}>
                <b><Rich html={action.label} /></b>{" "}
                <span class="pnh-meta">{isDone(state, action.id) ? "done" : "not done"} · </span>
                <span class="vp-worth">{VALUE_WORDS[action.value]}</span>
                <p><Rich html={action.why} /><Cites keys={action.sources} refs={refs} /></p>
              </li>
            ))}</ul>
          </details>
        );
      })}
      {scenario.decisions.filter((d) => d.kind === "choose").map((decision) => (
        <details key={decision.id} open={wide}>
          <summary><Rich html={decision.prompt} /></summary>
          <ul class="vp-meant">{decision.options.map((option) => (
            <li key={option.id} class={option.effect}>
              <b><Rich html={option.text} /></b>{" "}
              <span class="pnh-meta">{state.decisions[decision.id] === option.id ? "your choice · " : ""}</span>
              <span class="vp-worth">{EFFECT_WORDS[option.effect]}</span>
              <p><Rich html={option.why} /><Cites keys={option.sources} refs={refs} /></p>
            </li>
          ))}</ul>
        </details>
      ))}
    </>
  );
}

const Differential = ({ scenario, refs }) => scenario.differential.map((dx) => (
  <details key={dx.id}>
    <summary><Rich html={dx.label} />: {RANK_WORDS[dx.rank]}, from {percent(dx.start)} to {percent(dx.end)}</summary>
    <p><Rich html={dx.why} /><Cites keys={dx.sources} refs={refs} /></p>
    {dx.script && (
      <dl class="vp-script">
        {[["Who", dx.script.who], ["How", dx.script.mechanism], ["Shows", dx.script.shows]].map(([what, text]) => (
          text && <><dt>{what}</dt><dd><Rich html={text} /></dd></>
        ))}
      </dl>
    )}
  </details>
));

const Trial = ({ trial, refs }) => (
  <aside class="vp-trial" aria-label="A trial of clonazepam">
    <h4>What a trial of clonazepam would have done here</h4>
    {trial.text.split("\n").map((part) => <Rich key={part} as="p" class="vp-prose" html={part} />)}
    <p><Cites keys={trial.prov.sources} refs={refs} /></p>
    <p class="pnh-meta">
      <Chip prov={trial.prov} />{trial.editorial !== false && " An editorial comment by the course, not a finding."}
    </p>
  </aside>
);

const ForTheRoom = ({ prompts = [], heading }) => (
  <>
    <h3 class="vp-title" tabIndex={-1} ref={heading}>For the room</h3>
    <List items={prompts} />
  </>
);

export function Debrief({ scenario, state, wide, refs, heading }) {
  const { debrief } = scenario;
  const result = resultOf(scenario, state);
  return (
    <div class="vp-measure">
      {inSeminar() && <ForTheRoom prompts={debrief.seminar} heading={heading} />}
      <Held>
        <Verdict {...{ scenario, result, refs }} heading={inSeminar() ? null : heading} />
        <OutcomeText {...{ scenario, state, result }} />
        <h4>Five scores, never added up</h4>
        <Scores {...{ scenario, state, result }} />
        <Paths {...{ scenario, state, wide }} />
        <h4>What each option would have meant</h4>
        <Options {...{ scenario, state, wide, refs }} />
        <h4>The diagnoses, and how far the findings moved them</h4>
        <p class="pnh-meta">
          The probabilities are a draft by the course’s authors. Nobody has measured them for this patient.
        </p>
        {scenario.answer && (
          <p>This fiction was written with <b><Rich html={scenario.differential.find((dx) => dx.id === scenario.answer)?.label} /></b>.</p>
        )}
        <Differential {...{ scenario, refs }} />
        <Trial trial={debrief.clonazepam_trial} refs={refs} />
        {debrief.points?.length > 0 && <><h4>To take away</h4><List items={debrief.points} /></>}
        {debrief.reflect?.length > 0 && <><h4>To think about</h4><List items={debrief.reflect} /></>}
        <details>
          <summary>Sources: all {scenario.sources.length} of this case</summary>
          <p><Cites keys={scenario.sources} refs={refs} /></p>
        </details>
        <p class="pnh-limits"><b>What is real here.</b> <Rich html={scenario.fiction} /></p>
      </Held>
    </div>
  );
}

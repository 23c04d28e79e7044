// Order set: choose tests for a described patient against cost, time and harm; then see what each one showed and changed.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { COST_WORDS } from "../scenario/words.js";
import { Held } from "../scenario/handover.jsx";
import { Cites } from "../shared/cite.jsx";
import { focusOn, plain } from "../shared/dom.js";
import { report, resetState, useModelState, useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { minute } from "../shared/time.js";
import { Tool } from "./frame.jsx";
import { sumWords, totalsOf, totalsWords, VERDICTS, whatCame } from "./orders.js";

const HARM_WORDS = ["no harm expected", "slight harm", "moderate harm", "serious harm"];

function Price({ test: { cost, days, harm, harm_text: words }, ...rest }) {
  return (
    <span class="pnh-meta" {...rest}>
      {COST_WORDS[cost]} ({cost} of 4) · {days === 0 ? "same day" : days === 1 ? "1 day" : `${days} days`} · {HARM_WORDS[harm]}{harm > 0 && ` (${harm} of 3)`}{words && <>: <Rich html={words} /></>}
    </span>
  );
}

function Menu({ order, name, chosen, onChosen }) {
  return order.groups.map((group) => (
    <fieldset key={group} class="to-group">
      <Rich as="legend" html={group} />
      {order.tests.filter((test) => test.group === group).map((test) => (
        <div key={test.id} class="pnh-option"><label for={`${name}-${test.id}`}>
          <input id={`${name}-${test.id}`} type="checkbox" checked={chosen.includes(test.id)} aria-labelledby={`${name}-${test.id}-label`} aria-describedby={`${name}-${test.id}-price`}
            onChange={() => onChosen(chosen.includes(test.id) ? chosen.filter((id) => id !== test.id) : [...chosen, test.id])} />
          <span><Rich html={test.label} id={`${name}-${test.id}-label`} /><Price test={test} id={`${name}-${test.id}-price`} /></span>
        </label></div>
      ))}
    </fieldset>
  ));
}

function Results({ tests, refs }) {
  return (
    <ul class="to-list">{tests.map((test) => (
      <li key={test.id} class={`to-${test.verdict}`}>
        <p class="to-head"><Rich as="b" html={test.label} /> <span class="to-mark">{VERDICTS[test.verdict].join("\u00a0")}</span> <span class="pnh-meta">{test.changes ? "· changes the plan" : "· changes nothing"}</span></p>
        <p><b>Shows:</b> <Rich html={test.shows} /></p>
        <p><b>{test.changes ? "Changes this:" : "Would have changed:"}</b> <Rich html={test.change} /></p>
        <p class="pnh-why"><Rich html={test.why} /><Cites keys={test.sources} refs={refs} /></p>
      </li>
    ))}</ul>
  );
}

function OrderSet({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { order_set: order, refs } = payload;
  const [state] = useModelState(model);
  const [asked, ask] = useState(0);
  const heading = useRef();
  const form = useRef();
  const moved = useRef(null);  // what gets the focus next: the button pressed has gone
  const chosen = order.tests.map(({ id }) => id).filter((id) => state.chosen?.includes(id));
  const sent = Boolean(state.checked) && chosen.length > 0;
  const totals = totalsOf(order.tests, chosen);
  const came = whatCame(order.tests, chosen);
  const { paid, free } = came;

  useLayoutEffect(() => {
    const counts = sent && { changed: came.changed.length, nothing: paid.length + free.length, harmed: came.harmed.length, missed: came.missed.length };
    root.dataset.pnhMeasures = JSON.stringify({ ...totals, ...counts, sent });
    if (sent) root.dataset.pnhResult = "stated";
    else delete root.dataset.pnhResult;
  });
  useLayoutEffect(() => {
    focusOn(moved.current?.());
    moved.current = null;
  }, [sent]);

  const send = () => {
    if (!chosen.length) return ask((n) => n + 1);
    moved.current = () => heading.current;
    ask(0);
    const attempts = (state.attempts ?? 0) + 1;
    resetState(model, { chosen, checked: true, attempts });
    return report(model, { item: model.get("id"), hash: model.get("hash"), at: minute(), result: "stated", score: null, chosen, certainty: null, attempts });
  };
  const again = () => {
    moved.current = () => form.current.querySelector("input");
    resetState(model, { attempts: state.attempts });
  };
  const choose = (next) => {
    ask(0);
    resetState(model, { ...state, chosen: next });
  };

  const which = <span class="pnh-ears">: {plain(payload.title)}</span>;  // a lesson has two of them

  return (
    <Tool what="Order set" model={model} payload={payload}>
      <p class="to-patient"><Rich html={order.patient} /> <span class="pnh-chip">composed</span></p>
      {!sent && <div class="to-menu" ref={form}><Menu {...{ order, name, chosen }} onChosen={choose} /></div>}
      {sent && <h4 tabIndex={-1} ref={heading}>What came back</h4>}
      <div class={sent ? undefined : "to-till"}>
        <Status kind={asked ? "ask" : undefined} turn={asked}>{asked ? "Choose at least one test first." : totalsWords(totals, order.budget)}</Status>
        {!sent && <button type="button" onClick={send}>Send the order{which}</button>}
      </div>
      {sent && <Held>
        <p class="to-sum">{sumWords(came)}</p>
        <Results tests={came.ordered} refs={refs} />
        {came.missed.length > 0 && <><h4>Not ordered, and it would have changed something</h4><Results tests={came.missed} refs={refs} /></>}
        {came.spared.length > 0 && <details><summary>Not ordered, and nothing lost: {came.spared.length}</summary><Results tests={came.spared} refs={refs} /></details>}
      </Held>}
      {sent && <div class="pnh-row pnh-screen"><button type="button" class="pnh-quiet" onClick={again}>Try again{which}</button></div>}
    </Tool>
  );
}

export default { render: (context) => mount(context, OrderSet) };

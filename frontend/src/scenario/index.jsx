// The scenario widget: a patient met over four stages, then a look back and a debrief. An AFM module.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card } from "../shared/card.jsx";
import { focusOn, plain } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { printAlone } from "../shared/print.js";
import { Status } from "../shared/status.jsx";
import { Debrief } from "./debrief.jsx";
import { advance, resultOf, revive, spent } from "./flow.js";
import { Opening } from "./opening.jsx";
import { Reflection } from "./reflection.jsx";
import { Sheet } from "./sheet.jsx";
import { Stage } from "./stage.jsx";
import { StageBar } from "./stagebar.jsx";

function Totals({ scenario, state }) {
  const { minutes, cost } = spent(scenario, state);
  const { budget = {} } = scenario;
  const over = budget.minutes && minutes > budget.minutes;
  return (
    <>
      <span class={over ? "vp-over" : undefined}>
        {minutes}{budget.minutes ? ` of ${budget.minutes}` : ""} minutes
        {over ? `, ${minutes - budget.minutes} over` : ""}
      </span>
      {" "}· cost {cost}{budget.cost ? ` of ${budget.cost}` : ""}
    </>
  );
}

function StartOver({ name, which, onSure }) {
  const words = `${name}-sure`;
  const [asking, setAsking] = useState(false);
  const ask = useRef();
  const box = useRef();
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asking) focusOn(box.current);  // not the button itself: a key held down must not answer
    else if (asked.current) focusOn(ask.current);
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button key="ask" type="button" class="pnh-quiet" ref={ask} onClick={() => setAsking(true)}>Start over{which}</button>
    );
  }
  return (
    <div class="vp-sure" role="group" aria-labelledby={words} tabIndex={-1} ref={box}>
      <span id={words}>Start over? What you did and wrote in this case is cleared.</span>
      <button type="button" class="pnh-harmful" onClick={onSure}>Yes, start over</button>
      <button type="button" class="pnh-quiet" onClick={() => setAsking(false)}>Keep it</button>
    </div>
  );
}

/** The state of this case as its model holds it, and the one way to change it. */
function useCase(model, scenario, hash) {
  useTrait(model, "state");
  const current = () => revive(model.get("state"), hash).state;
  const [dropped] = useState(() => Boolean(model.get("edited")) || revive(model.get("state"), hash).dropped);
  const dispatch = (event) => {
    const state = advance(scenario, current(), event);
    model.set("state", state);
    if (event.type === "finish") model.set("result", resultOf(scenario, state));
    if (event.type === "restart") model.set("result", null);
    model.save_changes();
  };
  return [current(), dispatch, dropped];
}

function Case({ model, root, name }) {
  const scenario = useTrait(model, "payload");
  const [state, dispatch, dropped] = useCase(model, scenario, model.get("hash"));
  const [message, setMessage] = useState({ words: null, turn: 0 });
  const [lookingAt, lookAt] = useState(null);
  const [wide] = useState(() => !root.clientWidth || root.clientWidth >= 640);
  const heading = useRef();
  const timer = useRef(0);
  /** `wait`: milliseconds of quiet before it is said, for what changes with every key. */
  const say = (words, wait = 0) => {
    clearTimeout(timer.current);
    const now = () => setMessage(({ turn }) => ({ words, turn: turn + 1 }));
    if (wait) timer.current = setTimeout(now, wait);
    else now();
  };
  const shown = lookingAt ?? state.stage;
  const seen = useRef(shown);

  useLayoutEffect(() => {
    root.dataset.pnhStage = state.stage;
    if (state.finished) root.dataset.pnhOutcome = resultOf(scenario, state).outcome;
    else delete root.dataset.pnhOutcome;
  });
  useLayoutEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    say(null);
    focusOn(heading.current);
  }, [shown]);

  const go = (event) => {
    lookAt(null);
    dispatch(event);
  };
  const which = <span class="pnh-ears">: {plain(scenario.title)}</span>;  // for ears: two cases of one page have the same buttons
  const view = { scenario, state, name, which, dispatch: go, say, heading, wide, refs: scenario.refs };
  const View = { opening: Opening, reflection: Reflection, debrief: Debrief }[shown] ?? Stage;
  return (
    <Card wide label={`Case: ${plain(scenario.title)}`}
      kicker={scenario.support === "worked" ? "Case · with an expert’s thoughts" : "Case"}
      meta={state.stage === "opening"
        ? `about ${scenario.est_minutes} minutes of yours` : <Totals scenario={scenario} state={state} />}>
      <div class="vp pnh-screen">
        {dropped && <p class="pnh-note pnh-quietnote">This case was revised since you began it, so it starts anew.</p>}
        {shown !== "opening" && <StageBar scenario={scenario} state={state} shown={shown} lookAt={lookAt} />}
        <View {...view} stage={shown} back={shown === state.stage ? null : () => lookAt(null)} />
        <Status quiet turn={message.turn}>{message.words}</Status>
        {state.stage !== "opening" && (
          <div class="pnh-row vp-foot">
            <button type="button" class="pnh-quiet" onClick={() => printAlone(root)}>Case sheet{which}</button>
            <StartOver key={state.stage} name={name} which={which} onSure={() => go({ type: "restart" })} />
          </div>
        )}
      </div>
      <Sheet scenario={scenario} state={state} />
    </Card>
  );
}

export default { render: (context) => mount(context, Case) };

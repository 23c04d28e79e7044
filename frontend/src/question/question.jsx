// One question: choose, check, read why, try again. The answer lives in the model's `state`, what came of it in `result`.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card } from "../shared/card.jsx";
import { Cites } from "../shared/cite.jsx";
import { focusOn, inSeminar, plain } from "../shared/dom.js";
import { report, useModelState, useTrait } from "../shared/model.js";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { minute } from "../shared/time.js";
import { addType, chosenList, emptyAnswer, fits, grade, missing, typeOf } from "./answer.js";
import { Certainty, certaintyWords, OfferCertainty, useWantsCertainty } from "./certainty.jsx";
import { Choices } from "./choices.jsx";
import { SYMBOLS } from "./explanation.jsx";
import { Matching } from "./matching.jsx";
import { NumberAnswer } from "./number.jsx";
import { Ordering } from "./ordering.jsx";
import { ShortAnswer } from "./short.jsx";
import { verdictWords } from "./verdict.js";

const PARTS = { sba: Choices, multi: Choices, numeric: NumberAnswer, ordering: Ordering, matching: Matching, short: ShortAnswer };
for (const type in PARTS) addType(type, { Part: PARTS[type] });
const TONES = { correct: "right", partial: "partial", incorrect: "wrong" };
const FIRST_INPUT = "fieldset :is(input,select,textarea,button:not([aria-disabled=true]))";
const MODEL_ANSWER = "[data-pnh-model]";
const MAIN_BUTTON = "[data-pnh-main]";
const VERDICT_SYMBOLS = { correct: SYMBOLS.right, partial: "◐", incorrect: SYMBOLS.wrong };

function General({ item }) {
  const { general, take_home: takeHome, read_more: readMore } = item.feedback;
  return (
    <>
      <p class="pnh-general"><Rich html={general} /><Cites keys={item.sources} refs={item.refs} /></p>
      {takeHome && <p class="pnh-takehome"><strong>To take away:</strong> <Rich html={takeHome} /></p>}
      {readMore?.length > 0 && <p class="pnh-meta">Read more: <Cites keys={readMore} refs={item.refs} /></p>}
    </>
  );
}

function WhyItMatters({ objectives, of }) {
  return (
    <details class="pnh-screen">
      <summary>Why this matters<span class="pnh-ears">{of}</span></summary>
      <p class="pnh-why">After this lesson you can:</p>
      <ul class="pnh-why">{objectives.map(({ code, text }) => <li key={code}><strong>{code}</strong> <Rich html={text} /></li>)}</ul>
    </details>
  );
}

export function Question({ model, root, name }) {
  const item = useTrait(model, "payload");
  const kept = useTrait(model, "kept");
  const id = model.get("id");
  const [state, update] = useModelState(model);
  const [message, setMessage] = useState(null);  // { words, quiet, turn } until the next answer
  const [revealed, setRevealed] = useState(!inSeminar());
  const pressed = useRef(false);
  const focusNext = useRef(null);  // what gets the focus after the next drawing: its control has just gone
  const wantsCertainty = useWantsCertainty();

  const answer = fits(item, state.answer) ? state.answer : emptyAnswer(item, id);
  const checked = Boolean(state.checked) && missing(item, id, answer) === null;
  const graded = checked ? grade(item, answer) : null;
  const shown = checked && revealed;
  const started = checked || JSON.stringify(answer) !== JSON.stringify(emptyAnswer(item, id));
  const { Part, lead, event: more } = typeOf(item);
  const asksCertainty = !more && (item.confidence === "cbm" || wantsCertainty);  // a stated chance says itself how sure one is

  useLayoutEffect(() => {
    if (graded?.result) root.dataset.pnhResult = graded.result;
    else delete root.dataset.pnhResult;
  }, [graded?.result]);
  useLayoutEffect(() => {
    const target = focusNext.current && root.querySelector(focusNext.current);
    if (!target) return;
    focusNext.current = null;
    focusOn(target);
  });
  useLayoutEffect(() => {  // the verdict comes into sight without the page jumping
    if (!checked || !pressed.current) return;
    const status = root.querySelector("[role=status]");
    const box = status.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) status.scrollIntoView({ block: "nearest" });
  }, [checked, revealed]);

  const say = (next) => setMessage((last) => ({ ...next, turn: (last?.turn ?? 0) + 1 }));
  const change = (next) => {
    setMessage(null);
    update({ answer: next });
  };
  const finish = (final, attempts) => {
    const { score, result } = grade(item, final);
    if (result === null) return;
    report(model, {
      item: id, hash: model.get("hash"), at: minute(), result, score,
      chosen: chosenList(item, final), certainty: asksCertainty ? state.certainty ?? null : null, attempts,
      ...more?.(item, final),
    });
  };
  const check = () => {
    const problem = missing(item, id, answer, plain);
    if (problem) return say({ words: problem, lacking: true });
    const attempts = (state.attempts ?? 0) + 1;
    setMessage(null);
    if (grade(item, answer).result === null && revealed) focusNext.current = MODEL_ANSWER;  // it waits for the learner's own mark
    update({ answer, checked: true, attempts });
    return finish(answer, attempts);
  };
  const again = () => {
    focusNext.current = FIRST_INPUT;
    setMessage(null);
    setRevealed(!inSeminar());
    update({ answer: emptyAnswer(item, id), checked: false, certainty: null });
  };
  const press = (action) => (event) => {
    if (event.detail > 1) return;  // the second half of a double click must not undo the first
    pressed.current = true;
    action();
  };
  const selfMark = (mark) => {
    const final = { ...answer, self: mark };
    focusNext.current = MAIN_BUTTON;
    update({ answer: final });
    finish(final, state.attempts ?? 1);
  };

  const enter = (event) => {  // Enter in a one-line field is the keyboard's "check"; the field is locked then, so focus moves on
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (event.repeat) return;
    if (missing(item, id, answer) === null) focusNext.current = MAIN_BUTTON;
    press(check)(event);
  };

  const holdStill = (event) => {  // a key held down presses once
    if (event.repeat && event.key === "Enter") event.preventDefault();
  };

  // What states a view is neither right nor wrong: it is compared, not checked.
  const [checkWords, againWords] = more ? ["Compare my answer", "Answer again"] : ["Check answer", "Try again"];
  const [label, action] = !checked ? [checkWords, check] : shown ? [againWords, again] : ["Reveal to the room", () => setRevealed(true)];
  const leadIn = item.lead_in ?? lead?.(item);
  const place = item.number ? `${item.number} of ${item.of}` : null;
  const which = item.number ? `, question ${item.number}` : "";  // for ears: ten buttons of one name are hard to tell apart in a list
  const tone = shown ? TONES[graded.result] : message && !message.quiet ? "ask" : null;

  return (
    <Card label={place ? `Question ${place}` : `Question: ${plain(item.lead_in ?? item.stem)}`} heading kicker={`Check yourself${place ? ` · ${place}` : ""}`}
      meta={`${item.objectives.length > 1 ? "Objectives" : "Objective"} ${item.objectives.map(({ code }) => code).join(", ")}`}>
      {model.get("edited") && !started && <p class="pnh-note pnh-quietnote">This question has changed since you last answered it, so it starts afresh.</p>}
      <Rich as="p" class="pnh-stem" id={`${name}-stem`} html={item.stem} />
      <fieldset aria-describedby={`${name}-stem`}>
        <Rich as="legend" html={leadIn ?? "Your answer"} class={leadIn ? undefined : "pnh-ears"} />
        <Part item={item} id={id} name={name} answer={answer} onAnswer={change} onEnter={enter} locked={checked} shown={shown} graded={graded}
          say={(words) => say({ words, quiet: true })} lacking={message?.lacking ? `${name}-status` : undefined} onSelfMark={selfMark} />
      </fieldset>
      {!checked && asksCertainty && <Certainty name={name} certainty={state.certainty} always={item.confidence === "cbm"} onCertainty={(certainty) => update({ answer, certainty })}
        onStop={() => { focusNext.current = MAIN_BUTTON; }} />}
      {item.type === "short" && !started && <div class="pnh-paper pnh-lines" />}
      <Status kind={tone} quiet={Boolean(message?.quiet)} turn={message?.turn} id={`${name}-status`}>
        {message ? message.words
          : shown ? <>{graded.result && <span aria-hidden="true">{VERDICT_SYMBOLS[graded.result]} </span>}{verdictWords(item, answer, graded, plain)}{asksCertainty && certaintyWords(state.certainty, graded.result)}
            {item.type !== "short" && <span class="pnh-ears"> The reasons stand with the {item.type === "numeric" ? "field" : "answers"} above.</span>}</>
            : checked ? "Your answer is in. The explanations wait until they are revealed." : null}
      </Status>
      {shown && <General item={item} />}
      {shown && <WhyItMatters objectives={item.objectives} of={which} />}
      <div class="pnh-row pnh-screen">
        <button type="button" data-pnh-main class={shown ? "pnh-quiet" : undefined} onClick={press(action)} onKeyDown={holdStill}>{label}<span class="pnh-ears">{which}</span></button>
        {checked && !shown && <button type="button" class="pnh-quiet" onClick={press(again)}>{againWords}<span class="pnh-ears">{which}</span></button>}
        {started && kept === "device" && <span class="pnh-meta">Saved on this device only</span>}
        {!checked && !asksCertainty && !more && <OfferCertainty onAsk={() => { focusNext.current = ".pnh-sure input"; }} />}
      </div>
    </Card>
  );
}

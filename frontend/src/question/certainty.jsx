// How sure are you? Three steps, always optional. Honest answers pay best: that is the point of the scale.
import { useEffect, useState } from "preact/hooks";
import { certaintyScore } from "./score.js";
import { onWantsCertainty, setWantsCertainty, wantsCertainty } from "./sure.js";

export const STEPS = { 1: "Not very", 2: "Fairly", 3: "Very" };

export function useWantsCertainty() {
  const [wanted, setWanted] = useState(wantsCertainty);
  useEffect(() => onWantsCertainty(() => setWanted(wantsCertainty())), []);
  return wanted;
}

const points = (n) => `${n < 0 ? `−${-n}` : n} point${Math.abs(n) === 1 ? "" : "s"}`;

/** What the stated certainty earned, in words; empty when none was stated. */
export function certaintyWords(certainty, result) {
  if (!certainty || !result) return "";
  const right = result === "correct";
  return ` You said “${STEPS[certainty].toLowerCase()} sure”: ${points(certaintyScore(right, certainty))}.`;
}

export function Certainty({ name, certainty, onCertainty, onStop, always }) {
  return (
    <fieldset class="pnh-sure pnh-screen" aria-describedby={`${name}-sure-how`}>
      <legend>How sure are you? <span class="pnh-meta">You may leave this open.</span></legend>
      {[1, 2, 3].map((step) => (
        <label key={step} for={`${name}-sure-${step}`}>
          <input id={`${name}-sure-${step}`} type="radio" name={`${name}-sure`} value={step} checked={certainty === step} onChange={() => onCertainty(step)} />
          {STEPS[step]}
        </label>
      ))}
      <p class="pnh-meta" id={`${name}-sure-how`}>Right gives 1, 2 or 3 points; wrong costs 0, 2 or 6. “Fairly” pays if you are right at least two times in three, “very” at least four in five.
        {!always && <> <button type="button" class="pnh-link" onClick={() => { setWantsCertainty(false); onStop(); }}>Stop asking</button></>}</p>
    </fieldset>
  );
}

export function OfferCertainty({ onAsk }) {
  return <button type="button" class="pnh-link pnh-meta" onClick={() => { setWantsCertainty(true); onAsk(); }}>Ask me how sure I am</button>;
}

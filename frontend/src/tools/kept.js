// What a reader has set in a tool: at once on the screen, and a moment later in the model's state, so that dragging does not write
// the record at every step. It is kept under `values`, which the progress page never lists as unfinished work.
import { useEffect, useRef, useState } from "preact/hooks";
import { useModelState } from "../shared/model.js";

const REST_MS = 300;

/** [values, set]: `set(patch)` merges; `fitted(values)` makes what was stored fit what the tool now holds. */
export function useKept(model, fitted) {
  const [state, update] = useModelState(model);
  const [values, setValues] = useState(() => fitted(state.values ?? {}));
  const timer = useRef(null);
  const told = JSON.stringify(state.values);
  useEffect(() => {  // another tab, or another view of the same model
    if (!timer.current) setValues(fitted(state.values ?? {}));
  }, [told]);
  const set = (patch) => {
    const next = { ...values, ...patch };
    setValues(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = null;
      update({ values: next });
    }, REST_MS);
  };
  return [values, set];
}

/** `words`, once they have not changed for a moment: for the one line that is read out. */
export function useRested(words) {
  const [rested, rest] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => rest(words), REST_MS * 2);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}

// Binds the traits of an AFM model (a page's or JupyterLab's) to Preact.
import { useCallback, useEffect, useState } from "preact/hooks";

/** The current value of one trait; the component draws again when anyone changes it. */
export function useTrait(model, name) {
  const [value, setValue] = useState(() => model.get(name));
  useEffect(() => {
    const read = () => setValue(model.get(name));
    read();
    model.on(`change:${name}`, read);
    return () => model.off(`change:${name}`, read);
  }, [model, name]);
  return value;
}

/**
 * The learner's unfinished work: [state, update]. `update(patch)` or `update(state => patch)` merges, stores and saves.
 * Nested values are replaced, not merged.
 */
export function useModelState(model) {
  const state = useTrait(model, "state") ?? {};
  const update = useCallback((change) => {
    const current = model.get("state") ?? {};
    const patch = typeof change === "function" ? change(current) : change;
    model.set("state", { ...current, ...patch });
    model.save_changes();
  }, [model]);
  return [state, update];
}

/** Replace the whole state (start over). */
export function resetState(model, state = {}) {
  model.set("state", state);
  model.save_changes();
}

/** Hand over a finished answer or case: Python sees `result`, the page writes an event of the learner's progress. */
export function report(model, result) {
  model.set("result", result);
  model.save_changes();
}

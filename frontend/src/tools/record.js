// The learner's record, for tools that look back on it: on a page it is there, in JupyterLab it is not.
import { useEffect, useReducer } from "preact/hooks";

/** The record as it stands now, or null without one; the tool draws again when an answer is added. */
export function useRecord(model) {
  const store = model.get("store");
  const [, redraw] = useReducer((n) => n + 1, 0);
  useEffect(() => { store?.onChange(redraw); }, [store]);
  return store?.record ?? null;
}

// Puts a Preact view into a widget's root. If the view fails, the text that stood there before comes back, with a plain sentence.
import { Component, render } from "preact";
import { rootFor, uniqueName } from "./dom.js";

class Boundary extends Component {
  state = { failed: false };
  static getDerivedStateFromError() { return { failed: true }; }
  componentDidCatch(error) { this.props.onError(error); }
  render({ children }, { failed }) { return failed ? null : children; }
}

/** One plain sentence in place of a widget that does not work; what was there without JavaScript stays below it. */
export function showFailure(root, nodes, error) {
  console.error(`pnh: ${root.dataset.pnh} ${root.dataset.pnhId ?? ""}`, error);
  const note = document.createElement("p");
  note.className = "pnh-note";
  note.textContent = `This part could not start here. ${nodes.length ? "Below is its plain form, to read. " : ""}The rest of the page works.`;
  root.replaceChildren(note, ...nodes);
  root.dataset.pnhReady = "failed";
}

/**
 * Render `View` with { model, root, name } for an AFM `render` call; `name` is unique in the document and prefixes ids.
 * Returns the function that takes the view away again, as anywidget wants it.
 */
export function mount({ model, el }, View) {
  const root = rootFor(model, el);
  const before = [...root.childNodes];
  const stage = document.createElement("div");
  let live = false;
  let failure = null;
  const onError = (error) => {
    failure = error;
    if (live) showFailure(root, before, error);
  };
  render(<Boundary onError={onError}><View model={model} root={root} name={uniqueName(model.get("id"))} /></Boundary>, stage);
  if (failure) {
    showFailure(root, before, failure);
    return () => root.replaceChildren();
  }
  live = true;
  root.replaceChildren(stage);
  root.dataset.pnhReady = "true";
  return () => render(null, stage);
}

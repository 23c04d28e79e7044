// What stands under an option once the answer was checked: a mark in words with its symbol, the reason, the sources.
import { Cites } from "../shared/cite.jsx";
import { Rich } from "../shared/rich.jsx";

export const SYMBOLS = { right: "✓", wrong: "✗", open: "○" };

/** `kind`: right | wrong | open. The symbol is for eyes; the words say the same to everyone. */
export function Mark({ kind, id, children }) {
  return <p class={`pnh-mark pnh-${kind}`} id={id}><span aria-hidden="true">{SYMBOLS[kind]} </span>{children}</p>;
}

export function Why({ html, sources, refs }) {
  if (!html) return null;
  return <p class="pnh-why"><Rich html={html} /><Cites keys={sources} refs={refs} /></p>;
}

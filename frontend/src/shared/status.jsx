// The one place where a widget speaks: a role="status" region that is in the document before it has anything to say.

/** `quiet`: for ears only (moves in a list); `kind`: right | partial | wrong | ask, tints the line. */
export function Status({ kind, quiet = false, children }) {
  return <div class={quiet ? "pnh-ears" : `pnh-status${kind ? ` pnh-${kind}` : ""}`} role="status">{children}</div>;
}

// The one place where a widget speaks: a role="status" region that is in the document before it has anything to say.

/**
 * `quiet`: for ears only (moves in a list); `kind`: right | partial | wrong | ask, tints the line.
 * `turn` counts the announcements: the same words said twice are new words then, or the second time would be silent.
 */
export function Status({ kind, quiet = false, turn = 0, id, children }) {
  return (
    <div id={id} class={quiet ? "pnh-ears" : `pnh-status${kind ? ` pnh-${kind}` : ""}`} role="status">
      {children && <span key={turn}>{children}</span>}
    </div>
  );
}

// The one place where a widget speaks: a role="status" region that is in the document before it has anything to say.

/**
 * `quiet`: for ears only (moves in a list); `kind`: right | partial | wrong | ask, tints the line.
 * `live`: "off" while nothing is to be read out of itself.
 * `turn` counts the announcements: the same words said twice are new words then, or the second time would be silent.
 */
export function Status({ kind, quiet = false, turn = 0, id, live, children }) {
  return (
    <div id={id} class={quiet ? "pnh-ears" : `pnh-status${kind ? ` pnh-${kind}` : ""}`} role="status" aria-live={live}>
      {children && <span key={turn}>{children}</span>}
    </div>
  );
}

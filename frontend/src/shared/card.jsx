// The one frame of every widget: a quiet card whose first line says what this is.

/** `label` names the region for screen readers; `kicker` is the line on the left, `meta` the one on the right.
 * `heading`: the kicker is a heading too, with the label as its name, for whoever goes from heading to heading. */
export function Card({ label, kicker, meta, wide = false, heading = false, children }) {
  return (
    <section class={`pnh-card${wide ? " pnh-wide" : ""}`} aria-label={label}>
      <header>{heading ? <h3 class="pnh-kicker" aria-label={label}>{kicker}</h3> : <span class="pnh-kicker">{kicker}</span>}{meta && <span class="pnh-meta">{meta}</span>}</header>
      {children}
    </section>
  );
}

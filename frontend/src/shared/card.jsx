// The one frame of every widget: a quiet card whose first line says what this is.

/** `label` names the region for screen readers; `kicker` is the line on the left, `meta` the one on the right. */
export function Card({ label, kicker, meta, wide = false, children }) {
  return (
    <section class={`pnh-card${wide ? " pnh-wide" : ""}`} aria-label={label}>
      <header><span class="pnh-kicker">{kicker}</span>{meta && <span class="pnh-meta">{meta}</span>}</header>
      {children}
    </section>
  );
}

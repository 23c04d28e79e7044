// Bracketed citations: on a page they lead to the bibliography, in JupyterLab to the work itself.
import { contentRoot } from "./dom.js";

function Cite({ id, entry }) {
  const label = `[${entry?.label ?? id}]`.replace("n = ", "n\u00a0=\u00a0");  // the size stays in one piece
  const root = contentRoot();
  if (root !== null) return <a class="pnh-cite" href={`${root}book/bibliography.html#${id}`}>{label}</a>;
  if (!entry?.url) return <span class="pnh-cite" title={entry?.title}>{label}</span>;
  return <a class="pnh-cite" href={entry.url} target="_blank" rel="noopener noreferrer" title={entry.title}>{label}</a>;
}

/** `keys`: bibliography keys; `refs`: the payload's { key: { label, title, url } }. Renders nothing without keys. */
export function Cites({ keys, refs }) {
  if (!keys?.length) return null;
  return <span class="pnh-cites">{keys.map((key) => <> <Cite key={key} id={key} entry={refs?.[key]} /></>)}</span>;
}

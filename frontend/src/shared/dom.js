// Where a widget lives: its root element (page or JupyterLab), names that are unique in the document, and the way home.

/** Path from this page to the book's root ("../"), or null when this is no page of the book. */
export function contentRoot() {
  const { dataset } = document.documentElement;
  return dataset.content_root ?? dataset.contentRoot ?? null;  // Sphinx writes data-content_root
}

/** Asked for by a teacher: the page address carries ?seminar. */
export const inSeminar = () => new URLSearchParams(location.search).has("seminar");

const taken = new Map();

/** "pnh-<id>" the first time, "pnh-<id>-2" for a second view of the same widget, and so on. */
export function uniqueName(id) {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? `pnh-${id}` : `pnh-${id}-${count}`;
}

/** The root of a widget: `el` itself on a page, a new element inside `el` in JupyterLab. */
export function rootFor(model, el) {
  if (el.matches?.(".pnh[data-pnh]")) return el;
  const root = document.createElement("div");
  root.className = "pnh";
  root.dataset.pnh = model.get("kind");
  root.dataset.pnhId = model.get("id");
  el.append(root);
  return root;
}

/** Gives `el` the focus. Laid out first: Chromium passes over what has just been drawn inside a container of queried size. */
export function focusOn(el) {
  el?.getBoundingClientRect();
  el?.focus();
}

/** In quotation marks, unless the words bring their own. */
export const quoted = (words) => (/^[“"‘]/.test(words) ? words : `“${words}”`);

/** The words of a piece of course text, without its markup: for labels and announcements. */
export const plain = (html) => new DOMParser().parseFromString(html ?? "", "text/html").body.textContent;

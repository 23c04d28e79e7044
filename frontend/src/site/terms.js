// Glossary terms: the definition appears on hover and on keyboard focus, stays while pointed at, leaves with Escape (WCAG 1.4.13).
// The link still leads to the glossary.

const DELAY_IN_MS = 250;
const DELAY_OUT_MS = 200;
const ID = "pnh-definition";

function makeBox() {
  const box = document.createElement("div");
  box.className = "pnh pnh-definition";
  box.id = ID;
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  document.body.append(box);
  return box;
}

/** Under the term if there is room, else above it; never out of the window sideways. */
function putBeside(box, term) {
  const [line] = term.getClientRects();
  const margin = 8;
  box.style.left = `${scrollX + Math.max(margin, Math.min(line.left, document.documentElement.clientWidth - box.offsetWidth - margin))}px`;
  const below = line.bottom + box.offsetHeight + margin < innerHeight;
  box.style.top = `${scrollY + (below ? line.bottom + 4 : line.top - box.offsetHeight - 4)}px`;
}

export function startTerms() {
  const terms = document.querySelectorAll("a.pnh-term[data-def]");
  if (!terms.length) return;
  const box = makeBox();
  let shown = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  };
  const show = (term) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    box.textContent = term.dataset.def;
    box.hidden = false;
    term.setAttribute("aria-describedby", ID);
    putBeside(box, term);
  };
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  for (const term of terms) {
    term.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") later(() => show(term), DELAY_IN_MS); });
    term.addEventListener("pointerleave", () => later(() => { if (shown !== document.activeElement) hide(); }, DELAY_OUT_MS));
    term.addEventListener("focus", () => { if (term.matches(":focus-visible")) show(term); });
    term.addEventListener("blur", () => { if (!box.matches(":hover")) hide(); });
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => later(hide, DELAY_OUT_MS));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

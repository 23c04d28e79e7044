// What a learner must know about their saved answers: said once, in the page, until dismissed.
import { contentRoot } from "../shared/dom.js";

const WORDS = {
  blocked: "This browser does not let the page keep anything. The course works, but your answers are lost when you leave this page, unless you export them before.",
  full: "There is no room left on this device for your answers. The page works on, but what you answer now is lost when you leave it, unless you export it before.",
  broken: "Your saved progress could not be read. Nothing was deleted: it was set aside on this device, and a fresh record was begun.",
  damaged: "Part of your saved progress could not be read. The rest is here; the record as it was is set aside on this device.",
  newer: "Your progress was saved by a newer version of this course. It was left untouched; what you answer on this page is not saved.",
};
const LEAVING_LOSES = ["blocked", "full"];  // these offer the export here: the progress page would be too late
const told = new Set();

function dismissed(kind) {
  try { return sessionStorage.getItem(`pnh.told-${kind}`) === "yes"; } catch { return false; }
}

function remember(kind) {
  try { sessionStorage.setItem(`pnh.told-${kind}`, "yes"); } catch { /* it will be said again on the next page */ }
}

function bar() {
  const existing = document.querySelector(".pnh-notices");
  if (existing) return existing;
  const made = document.createElement("div");
  made.className = "pnh pnh-notices";
  made.setAttribute("role", "status");
  (document.querySelector("main") ?? document.body).append(made);
  return made;
}

function button(words, onClick) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "pnh-quiet", textContent: words });
  made.addEventListener("click", onClick);
  return made;
}

/** Say one of the sentences above, unless it was said on this page or dismissed in this session. */
export function notice(kind, onExport) {
  if (told.has(kind) || dismissed(kind)) return;
  told.add(kind);
  const place = bar();
  const box = document.createElement("div");
  box.className = "pnh-notice";
  box.dataset.pnhNotice = kind;
  const words = document.createElement("p");
  words.textContent = `${WORDS[kind]} `;
  const root = contentRoot();
  if (root !== null && !LEAVING_LOSES.includes(kind) && !document.querySelector(".pnh[data-pnh=progress]")) {
    const link = document.createElement("a");
    link.href = `${root}book/progress.html`;
    link.textContent = "Your progress";
    words.append(link);
  }
  box.append(words);
  if (LEAVING_LOSES.includes(kind)) box.append(button("Export", onExport));
  let before = null;  // where the focus was before it came here: it goes back there
  box.addEventListener("focusin", ({ relatedTarget: from }) => { if (from && !place.contains(from)) before = from; });
  box.append(button("Dismiss", () => {
    remember(kind);
    box.remove();
    (before?.isConnected ? before : document.querySelector("main[tabindex]") ?? document.body).focus({ preventScroll: !before });
  }));
  // The region must be in the document before its words, or some screen readers miss them.
  setTimeout(() => place.append(box), 60);
}

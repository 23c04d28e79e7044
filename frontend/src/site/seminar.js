// A page opened with ?seminar: larger (the stylesheet does that), explanations held back (the widgets do that), and the pages one
// goes on to from it are opened the same way.
import { inSeminar } from "../shared/dom.js";

const isPageOfTheCourse = (link) => link.protocol === location.protocol && link.host === location.host
  && link.pathname.endsWith(".html") && link.pathname !== location.pathname;

export function startSeminar() {
  if (!inSeminar()) return;
  document.documentElement.dataset.pnhSeminar = "true";
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && !link.search && isPageOfTheCourse(link)) link.search = "?seminar";
  }, true);
}

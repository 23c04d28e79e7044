// Where the learner left off: kept with the progress, offered as a link on the welcome page and in lessons.
import { contentRoot } from "../shared/dom.js";
import { isPlace } from "./record.js";

const LESSON = /^notebooks\//;
const words = (heading) => [...heading.childNodes].filter((node) => !node.classList?.contains("headerlink")).map((node) => node.textContent).join("").trim();

/** This page's address from the book's root, without its section. */
function here() {
  const root = new URL(contentRoot() ?? ".", location.href).href;
  const page = location.href.split(/[?#]/)[0];
  return page.startsWith(root) ? page.slice(root.length) : "";
}

/** The section being read: the last one whose heading has passed the upper third of the window. */
function sectionHere() {
  const passed = [...document.querySelectorAll("main section[id]")].filter((section) => section.querySelector("h2,h3")?.parentElement === section && section.getBoundingClientRect().top < innerHeight / 3);
  return passed.at(-1) ?? null;
}

/** Remember the place whenever the page is left or hidden; lessons only. */
export function keepPlace(openStore) {
  const page = here();
  const title = document.querySelector("main h1");
  if (!LESSON.test(page) || !title) return;
  const save = () => {
    const section = sectionHere();
    const place = {
      href: page + (section ? `#${section.id}` : ""),
      title: (section ? `${words(title)}: ${words(section.querySelector("h2,h3"))}` : words(title)).slice(0, 200),
      at: "2000-01-01T00:00Z",
    };
    if (isPlace(place)) openStore().savePlace(place);
  };
  window.addEventListener("pagehide", save);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });
}

/** Fill a `data-pnh="continue"` element; it stays empty without a place, or at that very place. */
export function continueLink({ el, openStore }) {
  el.replaceChildren();
  const { place } = openStore().record;
  const current = `${here()}${location.hash}`;
  if (!place || place.href === current) return;
  const line = document.createElement("p");
  line.className = "pnh-continue";
  const link = document.createElement("a");
  link.href = (contentRoot() ?? "") + place.href;
  link.textContent = place.title;
  line.append("Continue where you left off: ", link);
  el.append(line);
}

// The script of the evidence browser, added to the first one: filters over the list of claims that the page already is.

const TOPIC = "All topics";
const CHOICES = {
  confidence: ["Confidence", { high: "high", medium: "medium", low: "low" }],
  kinds: ["Kind of study", {
    guideline: "guideline", "systematic-review": "systematic review", rct: "randomised trial", cohort: "cohort or laboratory study",
    "case-series": "case series", "case-report": "case report", review: "narrative review", regulator: "regulator or label",
    textbook: "textbook", web: "web page", seed: "one of the two texts",
  }],
  state: ["Which claims", { contested: "contested ones", unused: "not used yet" }],
};

function field(label, name, options) {
  const select = document.createElement("select");
  select.name = name;
  for (const [value, words] of options) select.add(new Option(words, value));
  const around = document.createElement("label");
  around.append(`${label} `, select);
  return around;
}

/** Does a claim's mark fit what is chosen? Pure: { confidence, kinds, state } against its dataset. */
export const fits = (chosen, { confidence, kinds, ...flags }) =>
  (!chosen.confidence || chosen.confidence === confidence) &&
  (!chosen.kinds || kinds.split(" ").includes(chosen.kinds)) &&
  (!chosen.state || chosen.state in flags);

function claimsBrowser({ el }) {
  const claims = [...document.querySelectorAll(".pnh-claim")].map((mark) => ({ mark, item: mark.closest("li"), section: mark.closest("section") }));
  const sections = [...new Set(claims.map(({ section }) => section))];
  const topics = sections.map((section, n) => [String(n), section.querySelector("h2").firstChild.textContent]);
  const form = document.createElement("form");
  form.className = "pnh-card pnh-filters";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the claims");
  const search = document.createElement("label");
  search.innerHTML = 'Words <input type="search" name="words" autocomplete="off">';
  form.append(search, field("Topic", "topic", [["", TOPIC], ...topics]),
    ...Object.entries(CHOICES).map(([name, [label, options]]) => field(label, name, [["", "all"], ...Object.entries(options)])));
  const all = Object.assign(document.createElement("button"), { type: "reset", className: "pnh-quiet", textContent: "Show all claims" });
  all.style.alignSelf = "end";
  form.append(all);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const show = () => {
    const { words, topic, ...chosen } = Object.fromEntries(new FormData(form));
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { mark, item, section } of claims) {
      const text = item.textContent.toLowerCase();
      const fit = fits(chosen, mark.dataset) && (topic === "" || sections[topic] === section) && wanted.every((word) => text.includes(word));
      item.hidden = !fit;
      shown += fit;
    }
    for (const section of sections) section.hidden = claims.every((claim) => claim.section !== section || claim.item.hidden);
    return shown === claims.length ? `All ${shown} claims are shown.` : `${shown || "None"} of ${claims.length} claims ${shown === 1 ? "is" : "are"} shown.`;
  };
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  // The list follows the typing; the count, which is read out, waits until the typing rests.
  let rest = 0, told = 0;
  const later = () => {
    clearTimeout(rest);
    clearTimeout(told);
    rest = setTimeout(() => {
      const words = show();
      told = setTimeout(() => say(words), 450);
    }, 150);
  };
  form.addEventListener("input", later);
  form.addEventListener("reset", later);
  form.addEventListener("submit", (event) => event.preventDefault());
  el.replaceChildren(form, status);
  say(show());
  // A link to a claim counts more than a filter.
  addEventListener("hashchange", () => { form.reset(); say(show()); document.getElementById(location.hash.slice(1))?.scrollIntoView(); });
}

globalThis.pnhCourse?.add("claims", claimsBrowser);

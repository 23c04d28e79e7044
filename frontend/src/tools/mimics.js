// Which cards lie side by side, and what is shown of them. Pure functions.

export const PLACES = ["First", "Second", "Third"];
export const FEATURES = { who: "Who has it", says: "What they say", finds: "What you find", settles: "What settles it", apart: "What sets it apart" };
export const URGENCIES = ["urgent", "soon", "routine"];
const NAMED_BY = { column: "the column", report: "the 2010 report", evidence: "the evidence" };
const ALL = Object.keys(FEATURES);

/** What was stored, made to fit the cards there are: { chosen: [id or "" for each place], features, urgency, turned }. */
export function fitted({ chosen, features, urgency, turned }, { mimics, start = [] }) {
  const places = Array.isArray(chosen) ? chosen : start;
  const shown = ALL.filter((name) => !Array.isArray(features) || features.includes(name));
  return {
    chosen: PLACES.map((_, i) => (mimics.some(({ id }) => id === places[i]) && places.indexOf(places[i]) === i ? places[i] : "")),
    features: shown.length ? shown : ALL, urgency: URGENCIES.includes(urgency) ? urgency : "all", turned: turned === true,
  };
}

/** The cards one may put in a place: of the urgency asked for, in no other place; and the one that lies there. */
export const offered = (mimics, { urgency, chosen }, place) => mimics
  .filter(({ id, urgency: its }) => id === chosen[place] || (!chosen.includes(id) && (urgency === "all" || its === urgency)));

/** The features in their order, with one put in or taken out; the last one stays. */
export function toggled(features, one) {
  const next = ALL.filter((name) => features.includes(name) !== (name === one));
  return next.length ? next : features;
}

const words = (list) => (list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`);

/** "urgent · named by the column and the evidence" */
export const about = ({ urgency, named_by: by }) => `${urgency} · named by ${words(by.map((one) => NAMED_BY[one]))}`;

export const sideBySide = (names) => `${words(names)}${names.length > 1 ? ", side by side" : ""}`;

// Which cards lie side by side, and what is shown of them. Pure functions.

export const MOST = 3;
export const FEATURES = { who: "Who has it", says: "What they say", finds: "What you find", settles: "What settles it", apart: "What sets it apart" };
export const URGENCY = { urgent: "urgent", soon: "soon", routine: "routine" };
const NAMED_BY = { column: "the column", report: "the 2010 report", evidence: "the evidence" };

/** What was stored, made to fit the cards there are: { chosen, features, urgency, turned }. */
export function fitted(kept, { mimics, start = [] }) {
  const known = (ids) => ids.filter((id) => mimics.some((card) => card.id === id)).slice(0, MOST);
  const features = Object.keys(FEATURES).filter((name) => !Array.isArray(kept.features) || kept.features.includes(name));
  return {
    chosen: known(Array.isArray(kept.chosen) ? kept.chosen : start), features: features.length ? features : Object.keys(FEATURES),
    urgency: URGENCY[kept.urgency] ? kept.urgency : "all", turned: kept.turned === true,
  };
}

/** The cards to choose from: those of the urgency asked for, and those already chosen. */
export const offered = (mimics, { urgency, chosen }) => mimics.filter((card) => urgency === "all" || card.urgency === urgency || chosen.includes(card.id));

/** `list` with `one` put in or taken out; null when there is no room for it. */
export function toggled(list, one, most = Infinity) {
  if (list.includes(one)) return list.filter((other) => other !== one);
  return list.length < most ? [...list, one] : null;
}

const words = (list) => (list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} and ${list.at(-1)}`);

/** "urgent · named by the column and the evidence" */
export const about = ({ urgency, named_by: by }) => `${URGENCY[urgency]} · named by ${words(by.map((one) => NAMED_BY[one]))}`;

export const sideBySide = (names) => (names.length ? `${words(names)}${names.length > 1 ? ", side by side" : ""}` : "");

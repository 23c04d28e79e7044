// The verdict in one or two sentences: what a status line says when an answer was checked.
import { correctOrder, typeOf } from "./answer.js";

/** 33.3 and "%" → "33.3%"; unit "1" stands for a number without unit. */
export function withUnit(value, unit) {
  const written = String(Number(value.toPrecision(6))).replace("-", "−");
  return unit === "1" ? written : `${written}${unit === "%" ? "" : " "}${unit}`;
}

const OPENING = { correct: "Right.", partial: "Partly right.", incorrect: "Not right." };

const details = {
  sba(item, answer, graded, plain) {
    return graded.result === "correct" ? "" : `The right answer: ${plain(item.options.find((option) => option.correct).text)}.`;
  },
  multi(item, answer, graded) {
    if (graded.result === "correct") return "You found all of them, and only them.";
    const right = item.options.filter((option) => option.correct);
    const found = right.filter((option) => answer.chosen.includes(option.id)).length;
    const extra = answer.chosen.length - found;
    return `You chose ${found} of ${right.length} right ${item.type === "hotspot" ? "segments" : "answers"}${extra ? `, and ${extra} that ${extra === 1 ? "is" : "are"} not right` : ""}.`;
  },
  numeric: (item, answer, graded) => (graded.result === "correct" ? "" : `The answer: ${withUnit(item.answer.value, item.answer.unit)}.`),
  ordering(item, answer, graded) {
    if (graded.result === "correct") return "Every entry is in its place.";
    const key = correctOrder(item);
    const placed = answer.order.filter((id, at) => key[at] === id).length;
    const pairs = (key.length * (key.length - 1)) / 2;
    return `${placed} of ${key.length} entries are in their place; ${Math.round(graded.score * pairs)} of ${pairs} pairs stand in the right order.`;
  },
  matching(item, answer, graded) {
    const n = item.left.length;
    return graded.result === "correct" ? "Every pair fits." : `${Math.round(graded.score * n)} of ${n} pairs fit.`;
  },
  short(item, answer, graded) {
    return graded.selfMarked ? "This is your own mark." : "";
  },
};

details.hotspot = details.multi;

export function verdictWords(item, answer, graded, plain) {
  if (graded.result === null) return "The automatic check did not recognise these words. Compare them with the model answer and mark them yourself.";
  if (graded.result === "stated") return typeOf(item).words(item, answer, graded, plain);
  return `${OPENING[graded.result]} ${details[item.type](item, answer, graded, plain)}`.trim();
}

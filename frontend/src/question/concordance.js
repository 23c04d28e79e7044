// Script concordance: how does a finding move a hypothesis? No panel has answered, so nothing is scored.
// Answers are { chosen: ["-2" … "2"] }, none or one.

export const STEPS = [["-2", "Much less likely"], ["-1", "Less likely"], ["0", "Neither less nor more likely"], ["1", "More likely"], ["2", "Much more likely"]];
const stepWords = (step) => STEPS.find(([value]) => value === String(step))[1].toLowerCase();

export const concordance = {
  lead: ({ sct }) => `<span class="pnh-script">You are thinking of <strong>${sct.hypothesis}</strong>.</span> <span class="pnh-script">You learn: <strong>${sct.new_information}</strong>.</span> How does this change the hypothesis?`,
  empty: () => ({ chosen: [] }),
  missing: (item, id, { chosen }) => (chosen.length ? null : "Choose one of the five steps first."),
  grade: () => ({ score: null, result: "stated" }),
  chosen: (item, { chosen }) => chosen,
  fits: (item, { chosen }) => Array.isArray(chosen) && chosen.length <= 1 && chosen.every((step) => STEPS.some(([value]) => value === step)),
  event: () => ({ outcomes: null }),
  words({ sct }, { chosen: [step] }) {
    const apart = Math.abs(Number(step) - sct.leaning);
    const leaning = apart ? `The authors’ draft leans to “${stepWords(sct.leaning)}”, ${apart} step${apart > 1 ? "s" : ""} away.` : "The authors’ draft leans the same way.";
    return `You said “${stepWords(step)}”. ${leaning} No panel has answered this, so it is unscored.`;
  },
};

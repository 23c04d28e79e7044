// The opening: the patient in the patient's own words, your part, and what is from a source and what was made up.
import { Chip } from "../shared/chip.jsx";
import { Rich } from "../shared/rich.jsx";
import { BodyChart } from "./bodychart.jsx";

/** "Mrs. O., 79 years, who lives alone" */
export const patientLine = ({ display, age, sex, context }) =>
  [display ?? (sex === "female" ? "A woman" : "A man"), `${age} years`, context].filter(Boolean).join(", ");

export function Opening({ scenario, state, name, which, dispatch, heading }) {
  const { opening, patient, budget = {} } = scenario;
  return (
    <div class="vp-two vp-opening">
      <div>
        <h3 class="vp-title" tabIndex={-1} ref={heading}><Rich html={scenario.title} /></h3>
        <Rich as="p" class="vp-lede" html={opening.complaint} />
        <Rich as="p" class="pnh-meta" html={patientLine(patient)} />
        {(opening.quotes ?? []).map((quote) => (
          <blockquote key={quote} class="vp-quote"><Rich as="p" html={`“${quote}”`} /></blockquote>
        ))}
        <p class="vp-prose"><Rich html={opening.narrative} /> <Chip prov={opening.prov} /></p>
      </div>
      {scenario.body_chart && <BodyChart name={name} chart={scenario.body_chart} state={state} />}
      <div>
        <Rich as="p" html={scenario.role} />
        <p class="pnh-meta">
          {budget.minutes ? `You have ${budget.minutes} minutes with the patient` : "Take the time you need"}
          {budget.cost ? ` and ${budget.cost} points of cost to spend: a low cost counts 1, a very high one 4` : ""}.
        </p>
        <div class="pnh-row"><button type="button" onClick={() => dispatch({ type: "start" })}>Start{which}</button></div>
        <p class="pnh-limits"><b>What is real here.</b> <Rich html={scenario.fiction} /></p>
      </div>
    </div>
  );
}

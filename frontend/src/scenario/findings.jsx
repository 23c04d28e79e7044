// Findings as they came in: what was asked or done, what it showed, what it took, and where the fact comes from.
import { Chip } from "../shared/chip.jsx";
import { Cites } from "../shared/cite.jsx";
import { Rich } from "../shared/rich.jsx";
import { actionOf } from "./flow.js";
import { priceOf } from "./words.js";

/** The actions done in one stage, in order. */
export const findingsOf = (scenario, state, stage) =>
  state.done.filter((entry) => entry.stage === stage).map((entry) => actionOf(scenario, entry.id));

export function Findings({ actions, refs }) {
  return (
    <ul class="vp-findings">
      {actions.map((action) => (
        <li key={action.id}>
          <Rich as="b" html={action.label} />
          <span class="pnh-meta">{priceOf(action)}</span>
          <span class="vp-prose"><Rich html={action.finding} /> <Chip prov={action.prov} />
            <Cites keys={action.prov.sources} refs={refs} /></span>
        </li>
      ))}
    </ul>
  );
}

// Where one stands in the case. Stages that are behind can be read again; what was decided there stays.
import { STEPS, stageOf } from "./flow.js";
import { Rich } from "../shared/rich.jsx";

const AFTER = { reflection: "Reflection", debrief: "Debrief" };

export function StageBar({ scenario, state, shown, lookAt }) {
  const now = STEPS.indexOf(state.stage);
  return (
    <ol class="vp-bar" aria-label="Steps of this case">
      {STEPS.slice(1).map((step) => {
        const title = <Rich html={stageOf(scenario, step)?.title ?? AFTER[step]} />;
        const here = step === state.stage;
        const passed = STEPS.indexOf(step) < now;
        const reachable = passed || (here && shown !== state.stage);
        return (
          <li key={step} aria-current={here ? "step" : undefined}
            class={`${passed ? "vp-passed" : ""} ${step === shown ? "vp-shown" : ""}`}>
            {reachable ? (
              <button type="button" class="pnh-link" aria-current={step === shown ? "true" : undefined}
                onClick={() => lookAt(here ? null : step)}>
                {title}{passed && <span class="pnh-ears">, passed</span>}</button>
            ) : title}
          </li>
        );
      })}
    </ol>
  );
}

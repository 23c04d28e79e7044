// What every tool shares: its name, title and task above, its limits beneath.
import { Card } from "../shared/card.jsx";
import { Cites } from "../shared/cite.jsx";
import { plain } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";

/** `what`: the kind of tool in words. */
export function Tool({ what, model, payload: { title, intro, limits, objectives, refs }, children }) {
  return (
    <Card wide label={`${what}: ${plain(title)}`} kicker={what} meta={`${objectives.length > 1 ? "Objectives" : "Objective"} ${objectives.map(({ code }) => code).join(", ")}`}>
      <div class="to">
        <Rich as="h3" class="to-title" html={title} />
        <Rich as="p" class="pnh-stem" html={intro} />
        {model.get("edited") && <p class="pnh-note pnh-quietnote">This was revised since you last used it, so it starts afresh.</p>}
        {children}
        <div class="pnh-limits"><strong>Limits.</strong><ul>{limits.map(({ text, sources }) => <li key={text}><Rich html={text} /><Cites keys={sources} refs={refs} /></li>)}</ul></div>
      </div>
    </Card>
  );
}

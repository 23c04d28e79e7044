// One explorer: what to do, the big picture, what came of it, the few controls, goals that tick themselves, and the model's limits.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Card } from "../shared/card.jsx";
import { Cites } from "../shared/cite.jsx";
import { contentRoot, plain } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { readAddress, writeAddress } from "./address.js";
import { Controls } from "./controls.jsx";
import { startSession } from "./session.js";
import { allControls, fittedValues } from "./values.js";

function Presets({ presets, controls, values, onPreset }) {
  const now = JSON.stringify(values);
  return (
    <div class="pnh-presets pnh-screen" role="group" aria-label="Ready-made settings">
      {presets.map(({ id, label, values: asked }) => (
        <button key={id} type="button" class="pnh-quiet" aria-pressed={now === JSON.stringify(fittedValues(controls, asked))} onClick={() => onPreset(asked)}><Rich html={label} /></button>
      ))}
    </div>
  );
}

/** A hint stays as long as the focus is in it, or the focus would fall out of the page when its goal is reached. */
function Goals({ goals, reached }) {
  const count = goals.filter(({ id }) => id in reached).length;
  return (
    <div class="pnh-goals">
      <h4>Goals <span class="pnh-meta">{count} of {goals.length} reached</span></h4>
      <ul role="list">
        {goals.map(({ id, text, hint }, i) => {
          const done = id in reached;
          return (
            <li key={id} data-pnh-goal={id} data-pnh-reached={done ? "true" : undefined}>
              <Rich html={text} />{done && <span class="pnh-ears"> Reached.</span>}
              {hint && <details class="pnh-screen"><summary>Hint<span class="pnh-ears"> for goal {i + 1}</span></summary><Rich as="p" html={hint} /></details>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Limits({ limits, refs }) {
  return (
    <div class="pnh-limits">
      <strong>Limits of this model.</strong>
      <ul>{limits.map(({ text, sources }) => <li key={text}><Rich html={text} /><Cites keys={sources} refs={refs} /></li>)}</ul>
    </div>
  );
}

async function copyLink(hash) {
  try {
    history.replaceState(history.state, "", hash);
  } catch { /* some browsers refuse this for files: the link can be copied all the same */ }
  try {
    await navigator.clipboard.writeText(location.href.replace(/#.*|$/, hash));
    return "The link is copied.";
  } catch {
    return location.hash === hash ? "The link now stands in the address bar: copy it from there." : `Add this to the page’s address: ${hash}`;
  }
}

/** The AFM module of explorers that stand on these benches: { name: bench }. */
export function explorerOn(benches) {
  const View = (props) => <Explorer {...props} benches={benches} />;
  return { render: (context) => mount(context, View) };
}

function Explorer({ model, root, name, benches }) {
  const payload = useTrait(model, "payload");
  const bench = benches[payload.bench];
  if (!bench) throw new Error(`no bench "${payload.bench}"; there are ${Object.keys(benches).join(", ")}`);
  const id = model.get("id");
  const onPage = contentRoot() !== null;  // in JupyterLab the address belongs to JupyterLab
  const [view, setView] = useState(null);
  const session = useRef(null);

  useLayoutEffect(() => {
    const controls = allControls(payload, bench);
    const fromAddress = () => (onPage ? readAddress(location.hash, id, controls) : null);
    const linked = fromAddress();
    const at = startSession({ model, payload, bench, linked, plain, onChange: setView });
    session.current = at;
    const follow = () => {
      const asked = fromAddress();
      if (!asked) return;
      at.link(asked);
      root.scrollIntoView({ block: "start" });
    };
    const letGo = () => at.hold(false);
    const arrive = linked && setTimeout(() => root.scrollIntoView({ block: "start" }));  // when the whole page stands
    addEventListener("hashchange", follow);
    for (const event of ["pointerup", "pointercancel", "blur"]) addEventListener(event, letGo);
    return () => {
      clearTimeout(arrive);
      removeEventListener("hashchange", follow);
      for (const event of ["pointerup", "pointercancel", "blur"]) removeEventListener(event, letGo);
      at.stop();
    };
  }, [model, payload]);
  useLayoutEffect(() => {
    if (view?.reading) root.dataset.pnhMeasures = JSON.stringify(view.reading.measures, (_, fact) => (typeof fact === "number" ? Number(fact.toPrecision(6)) : fact));
  }, [view?.reading]);

  if (!view) return null;
  if (view.error) throw view.error;
  const { controls, goals, values, kept, reached, reading, previous, note, spoken, turn, stale, awake } = view;
  const { set, keep, preset, reset, hold, say } = session.current;
  const parts = { reading, previous, values, set, kept, keep, payload, name, say };
  const { Picture, Extra } = bench;
  const drawn = controls.filter((control) => payload.controls?.includes(control));
  const { title, intro, presets, limits, refs, objectives = [] } = payload;
  const which = <span class="pnh-ears">: {plain(title)}</span>;  // for ears: several buttons of one name are hard to tell apart in a list
  return (
    <Card label={`Explorer: ${plain(title)}`} kicker="Try it" wide
      meta={[bench.nature ?? "Simulated", objectives.length && `${objectives.length > 1 ? "Objectives" : "Objective"} ${objectives.map(({ code }) => code).join(", ")}`].filter(Boolean).join(" · ")}>
      <Rich as="h3" class="pnh-labtitle" html={title} />
      <Rich as="p" class="pnh-stem" html={intro} />
      {presets?.length > 0 && <Presets presets={presets} controls={controls} values={values} onPreset={preset} />}
      <Picture {...parts} />
      <div class={`pnh-outcome${stale ? " pnh-stale" : ""}`}>
        <Status turn={turn} live={awake ? undefined : "off"}>{note && <span class={note.quiet ? "pnh-ears" : undefined}>{note.words} </span>}{spoken}</Status>
      </div>
      {drawn.length > 0 && <Controls controls={drawn} values={values} name={name} onSet={set} onHold={hold} />}
      {Extra && <Extra {...parts} />}
      {goals.length > 0 && <Goals goals={goals} reached={reached} />}
      <div class="pnh-row pnh-screen">
        <button type="button" class="pnh-quiet" onClick={reset}>Reset{which}</button>
        {onPage && controls.length > 0 && <button type="button" class="pnh-quiet" onClick={async () => say(await copyLink(writeAddress(id, controls, values)))}>Copy a link to this setting{which}</button>}
      </div>
      {limits?.length > 0 && <Limits limits={limits} refs={refs} />}
    </Card>
  );
}

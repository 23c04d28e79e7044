// A trial of treatment as a test: an assumed disorder and response, a published response in others, a thousand people.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Cites } from "../shared/cite.jsx";
import { focusOn, inSeminar, plain } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { Percent } from "../spread/percent.jsx";
import { Crowd, Key } from "./crowd.jsx";
import { useKept, useRested } from "./kept.js";
import { Tool } from "./frame.jsx";
import { chanceIfBetter, groupsOf, percentOf, pictureInWords, ratioWords, responseRatio, responseWords, whoGotBetter } from "./response.js";
import { Select } from "./select.jsx";

const BASES = { published: "Published", assumed: "Assumed, not published" };

/** The legend and the tree in one: the leaves carry the shapes of the picture. */
function Tree({ groups, people }) {
  const branch = (sick, count, words) => (
    <li><b>{count}</b> {words}
      <ul aria-hidden={groups.length < 4 ? "true" : undefined}>{groups.filter((group) => group.sick === sick).map((group) => (
        <li key={group.words}><Key group={group} />
          {group.better === undefined ? "drawn like this" : <><b>{group.count}</b> {group.better ? "got better" : "did not"}</>}</li>
      ))}</ul>
    </li>
  );
  return <ul class="to-tree">{branch(true, people.sick, "have the disorder")}{branch(false, people.well, "have something else")}</ul>;
}

function Trial({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { trial: { about, rows, start }, refs } = payload;
  const byId = (id) => rows.find((row) => row.id === id);
  const [values, set] = useKept(model, ({ prior, response, others, shown }) => ({
    prior: prior ?? String(start.prior_pct), response: response ?? String(start.response_pct), others: byId(others) ? others : start.others, shown: Boolean(shown) && !inSeminar(),
  }));
  const [pressed, press] = useState(false);
  const picture = useRef();
  const others = byId(values.others);
  const prior = percentOf(values.prior);
  const response = percentOf(values.response);
  const ready = prior !== null && response !== null;
  const { shown } = values;
  const people = ready && whoGotBetter(prior, response, others.response_pct);
  const chance = ready ? chanceIfBetter(prior, response, others.response_pct) : null;
  const groups = ready ? groupsOf(people, shown) : [];
  const spoken = useRested(!ready ? "Set both numbers between 0 and 100." : shown ? responseWords(people, chance, prior) : "");

  useLayoutEffect(() => {
    const came = ready && shown && { ...people, chance, ratio: responseRatio(response, others.response_pct) };
    root.dataset.pnhMeasures = JSON.stringify({ prior, response, others: others.id, shown, ...came });
  });
  useLayoutEffect(() => { if (pressed) focusOn(picture.current); }, [pressed]);

  return (
    <Tool what="Trial of treatment" model={model} payload={payload}>
      <div class="to-two">
        <div role="group" aria-labelledby={`${name}-with`}>
          <h4 id={`${name}-with`}>With the disorder: you assume</h4>
          <Percent id={`${name}-prior`} label="How many have the disorder, in per cent (assumed by you)" value={values.prior} onValue={(typed) => set({ prior: typed })} />
          <Percent id={`${name}-response`} label="How many with the disorder get better, in per cent (assumed by you)" value={values.response} onValue={(typed) => set({ response: typed })} />
        </div>
        <div role="group" aria-labelledby={`${name}-without`}>
          <h4 id={`${name}-without`}>Without it: from trials, or assumed</h4>
          <p class="pnh-meta"><Rich html={about} /></p>
          <Select id={`${name}-others`} label="Who the others are" value={values.others} onValue={(chosen) => set({ others: chosen })}>
            {Object.entries(BASES).map(([basis, words]) => (
              <optgroup key={basis} label={words}>{rows.filter((row) => row.basis === basis).map((row) => <option key={row.id} value={row.id}>{`${row.response_pct}% ${plain(row.label)}`}</option>)}</optgroup>
            ))}
          </Select>
          <p><b>{others.response_pct}%</b> <Rich html={others.label} />. <span class={`pnh-chip${others.basis === "published" ? " pnh-sourced" : ""}`}>{BASES[others.basis].toLowerCase()}</span><Cites keys={others.sources} refs={refs} /></p>
        </div>
      </div>
      {ready && <div class="to-two to-people" tabIndex={-1} ref={picture} role="group" aria-label="One thousand people">
        <Crowd groups={groups} label={pictureInWords(groups)} isAside={(group) => group.better === false} />
        <Tree {...{ groups, people }} />
      </div>}
      {!shown && <div class="pnh-row pnh-screen"><button type="button" onClick={() => { set({ shown: true }); press(true); }}>{inSeminar() ? "Reveal to the room" : "Give the tablet: who gets better?"}</button></div>}
      <Status>{spoken}</Status>
      {ready && shown && <p>{ratioWords(response, others.response_pct)} The first number is your assumption{others.basis === "assumed" && ", and the second is assumed, too"}.</p>}
    </Tool>
  );
}

export default { render: (context) => mount(context, Trial) };

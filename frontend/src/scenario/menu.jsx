// The menu of a stage: every action it allows as a button, with a search over labels and synonyms.
import { useState } from "preact/hooks";
import { Chip } from "../shared/chip.jsx";
import { plain } from "../shared/dom.js";
import { Rich } from "../shared/rich.jsx";
import { blockedBy, isDone, spent } from "./flow.js";
import { KIND_TITLES, counted, matches, priceOf } from "./words.js";

const TYPING_MS = 700; // announced when the typing rests, not at every key
const SEARCH_FROM = 7; // a shorter menu is read faster than searched

const Labels = ({ actions }) => actions.map((a, n) => <>{n > 0 && ", "}<Rich html={a.label} /></>);

/** What the last press brought, under its button: on a phone the list of findings is a long way down. */
const Answer = ({ action, marks }) => (
  <div class="vp-answer">
    <p class="vp-prose"><Rich html={action.finding} /> <Chip prov={action.prov} /></p>
    {marks > 0 && <p class="pnh-meta">{counted(marks, "new mark")} on the body chart</p>}
  </div>
);

const marksOf = (scenario, action) => (scenario.body_chart?.marks ?? []).filter((mark) => mark.after === action.id).length;

/** Two columns that grow each by itself: an answer opened in one leaves no hole in the other. */
const halves = (actions) => {
  const middle = Math.ceil(actions.length / 2);
  return [actions.slice(0, middle), actions.slice(middle)].filter((column) => column.length);
};

function Choice({ scenario, state, action, name, priced, latest, onAct, tell, say }) {
  const done = isDone(state, action.id);
  const before = blockedBy(scenario, state, action);
  const why = `${name}-${action.id}-needs`;
  const price = priced && !done ? `${name}-${action.id}-price` : null;
  const press = () => {
    if (done) tell(action);
    else if (before.length) say(<>Not yet. First: <Labels actions={before} />.</>);
    else onAct(action);
  };
  return (
    <li>
      <button type="button" aria-pressed={done} aria-disabled={before.length > 0}
        aria-describedby={[price, before.length && why].filter(Boolean).join(" ") || undefined} onClick={press}><Rich html={action.label} /></button>
      {price && <span id={price} class="pnh-meta">{priceOf(action)}</span>}
      {done && latest && <Answer action={action} marks={marksOf(scenario, action)} />}
      {before.length > 0 && (
        <span id={why} class="pnh-meta">first: <Labels actions={before} /></span>
      )}
    </li>
  );
}

export function Menu({ scenario, state, stage, name, dispatch, say }) {
  const [query, setQuery] = useState("");
  const [latest, setLatest] = useState(null);
  // Alphabetical, as long menus are: the order of the case file would give away what matters.
  const allowed = scenario.actions.filter((action) => stage.allows.includes(action.kind))
    .sort((a, b) => plain(a.label).localeCompare(plain(b.label), "en"));
  const found = allowed.filter((action) => matches(action, query));
  const kinds = stage.allows.filter((kind) => found.some((action) => action.kind === kind));
  const search = (event) => {
    const typed = event.currentTarget.value;
    setQuery(typed);
    say(`${allowed.filter((action) => matches(action, typed)).length} of ${counted(allowed.length, "option")} shown.`, TYPING_MS);
  };
  const tell = (action, took = "") => {
    const marks = marksOf(scenario, action);
    setLatest(action.id);
    say(<><Rich html={action.label} />: <Rich html={action.finding} />
      {marks > 0 && ` The body chart now shows ${counted(marks, "new mark")}.`}{took}</>);
  };
  const onAct = (action) => {
    dispatch({ type: "act", id: action.id });
    const { minutes } = spent(scenario, state);
    const { budget = {} } = scenario;
    tell(action, budget.minutes && ` ${minutes + action.minutes} of ${budget.minutes} minutes.`);
  };
  return (
    <div>
      {allowed.length >= SEARCH_FROM && (
        <p class="vp-search">
          <label for={`${name}-search`}>Search the menu</label>
          <input id={`${name}-search`} type="search" autocomplete="off" value={query} onInput={search} />
          <span class="pnh-meta">{query ? `${found.length} of ${allowed.length}` : `${allowed.length} options`}</span>
        </p>
      )}
      {kinds.map((kind) => (
        <div key={kind} role="group" aria-label={KIND_TITLES[kind]}>
          {stage.allows.length > 1 && <p class="vp-kind" aria-hidden="true">{KIND_TITLES[kind]}</p>}
          <div class="vp-columns">
            {halves(found.filter((action) => action.kind === kind)).map((column, n) => (
              <ul key={n} class="vp-acts">
                {column.map((action) => (
                  <Choice key={action.id} {...{ scenario, state, action, name, onAct, tell, say }}
                    priced={allowed.some(({ cost }) => cost > 0)} latest={latest === action.id} />
                ))}
              </ul>
            ))}
          </div>
        </div>
      ))}
      {!found.length && <p class="pnh-meta">Nothing matches “{query}”. Try another word.</p>}
    </div>
  );
}

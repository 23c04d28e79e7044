// Before and after one test: a start, a test, a result; then a thousand people, the tree, the odds.
import { useLayoutEffect } from "preact/hooks";
import { Cites } from "../shared/cite.jsx";
import { plain } from "../shared/dom.js";
import { useTrait } from "../shared/model.js";
import { mount } from "../shared/mount.jsx";
import { Rich } from "../shared/rich.jsx";
import { Status } from "../shared/status.jsx";
import { Percent } from "../spread/percent.jsx";
import { belongTogether, chanceAfter, countPeople, figuresOf, lacking, mostOf, ratioOf } from "./bayes-people.js";
import { groupsOf, inHundred, perCent, pictureInWords, readable, sentence, thousands } from "./bayes-words.js";
import { PEOPLE } from "./crowd.js";
import { Crowd, Key } from "./crowd.jsx";
import { Tool } from "./frame.jsx";
import { useKept, useRested } from "./kept.js";
import { Select } from "./select.jsx";

const RESULTS = { none: "Not done", positive: "Positive", negative: "Negative" };
const dashed = (range) => range.replace(/(\d)-(\d)/g, "$1–$2");
const byId = (rows, id) => rows.find((row) => row.id === id);

function Start({ prior, values, set, priors, name, refs }) {
  return (
    <div>
      <h4>Before the test</h4>
      <Select id={`${name}-prior`} label="Where you start" value={values.prior} onValue={(chosen) => set({ prior: chosen, own: values.own || (prior && chosen === "own" ? String(prior.value_pct) : "") })}>
        {priors.map((row) => <option key={row.id} value={row.id}>{`${perCent(row.value_pct)} ${plain(row.quantity)}: ${plain(row.population)}`}</option>)}
        <option value="own">A chance of your own</option>
      </Select>
      {prior
        ? <>
          <p class="to-fact"><b>{perCent(prior.value_pct)}</b> <Rich html={prior.quantity} />, in <Rich html={prior.population} />{prior.events !== null && prior.n && ` (${prior.events} of ${prior.n})`}.{prior.range && ` Range in per cent: ${dashed(prior.range)}.`}<Cites keys={prior.sources} refs={refs} /></p>
          {prior.caveat && <p class="pnh-meta"><Rich html={prior.caveat} />.</p>}
        </>
        : <Percent id={`${name}-own`} label="The chance before the test, in per cent" value={values.own} onValue={(own) => set({ own })} />}
    </div>
  );
}

function Figure({ test, name, assumed, most, onAssume, id }) {
  const pct = test[`${name}_pct`];
  const interval = test[`${name}_ci95`];
  const label = name[0].toUpperCase() + name.slice(1);
  return (
    <>
      <dt>{label}</dt>
      <dd>{pct === null ? "not published for this cut-off" : <><b>{perCent(pct)}</b>{interval && <span class="pnh-meta"> ({dashed(interval)})</span>}</>}
        {lacking(test) === name && <>
          <label class="to-assume pnh-screen"><input type="checkbox" checked={assumed !== null} onChange={(event) => onAssume(event.currentTarget.checked ? "" : null)} />Assume one<span class="pnh-ears">: {name}</span></label>
          {assumed !== null && <Percent id={id} most={most} label={`${label}: assumed, not published${most < 100 ? ` (at most ${most}%)` : ""}`} value={assumed} onValue={onAssume} />}
        </>}
      </dd>
    </>
  );
}

function Test({ test, values, set, tests, name, refs }) {
  const conditions = [...new Set(tests.map((row) => row.condition))];
  const counted = [["with it", test.n_cases], ["without", test.n_controls]].filter(([, n]) => n).map(([words, n]) => `${n} ${words}`).join(", ");
  const figure = { test, assumed: values.assumed, most: mostOf(test), id: `${name}-assumed`, onAssume: (assumed) => set({ assumed }) };
  return (
    <div>
      <h4>The test</h4>
      <Select id={`${name}-test`} label="One test, at one cut-off" value={test.id} onValue={(chosen) => set({ test: chosen, assumed: null })}>
        {conditions.map((condition) => (
          <optgroup key={condition} label={plain(condition)}>{tests.filter((row) => row.condition === condition)
            .map((row) => <option key={row.id} value={row.id}>{[row.test, row.cut_off].filter(Boolean).map(plain).join(": ")}</option>)}</optgroup>
        ))}
      </Select>
      <dl class="to-facts">
        <dt>For</dt><dd><Rich html={test.condition} /></dd>
        {test.cut_off && <><dt>Cut-off</dt><dd><Rich html={test.cut_off} /></dd></>}
        <dt>Against</dt><dd><Rich html={test.comparison_group} />{counted && ` (${counted})`}<Cites keys={test.sources} refs={refs} /></dd>
        <Figure {...figure} name="sensitivity" />
        <Figure {...figure} name="specificity" />
        {test.other_metric && <><dt>Also</dt><dd><Rich html={test.other_metric} /></dd></>}
      </dl>
      {test.caveat && <p class="pnh-meta"><Rich html={test.caveat} /></p>}
    </div>
  );
}

/** The legend and the tree in one: the leaves carry the shapes of the picture. */
function Tree({ groups, people, name }) {
  const branch = (sick, count, words) => (
    <li><b>{count}</b> {words}
      <ul>{groups.filter((group) => group.sick === sick).map((group) => (
        <li key={group.words}><Key group={group} />
          {group.fill === "open" ? "how many are positive was not published" : group.result ? <><b>{group.count}</b> {group.result}</> : <span aria-hidden="true">drawn like this</span>}</li>
      ))}</ul>
    </li>
  );
  return (
    <ul class="to-tree">
      <li><b>{thousands(PEOPLE)}</b> people like these
        <ul>{branch(true, people.sick, `have ${name}`)}{branch(false, people.well, "do not")}</ul>
      </li>
    </ul>
  );
}

function Odds({ before, chance, figures, result, test }) {
  const ratio = ratioOf(figures, result);
  if (ratio === null || before === 1) return <p>The odds move only with a result whose two figures are known.</p>;
  const odds = before / (1 - before);
  const published = result === "positive" ? test.lr_positive : test.lr_negative;
  return (
    <>
      <p class="to-odds">{readable(odds)} × {readable(ratio)} = {readable(odds * ratio)}</p>
      <p>Odds before the test × likelihood ratio of a {result} result = odds after it. {ratio === Infinity ? "Nobody without the condition had this result, so the ratio has no upper end." : `Odds of ${readable(odds * ratio)} to 1 are a chance of ${perCent(100 * chance)}.`}
        {published !== null && ` The ratio from the published figures is ${published}${test.lr_basis ? ` (${plain(test.lr_basis)})` : ""}.`}</p>
    </>
  );
}

function Bayes({ model, root, name }) {
  const payload = useTrait(model, "payload");
  const { bayes: { priors, tests, start }, refs } = payload;
  const [values, set] = useKept(model, (kept) => ({
    result: "none", own: "", assumed: null, ...kept,
    prior: kept.prior === "own" || byId(priors, kept.prior) ? kept.prior : start.prior, test: byId(tests, kept.test) ? kept.test : start.test,
  }));
  const prior = byId(priors, values.prior);
  const test = byId(tests, values.test);
  const { result, assumed } = values;
  const asked = values.own === "" || values.own === undefined ? null : Number(values.own);
  const pct = prior ? prior.value_pct : asked >= 0 && asked <= 100 ? asked : null;
  const apart = prior && !belongTogether(prior, test);
  const supposed = assumed === null || assumed === "" ? null : Math.min(Math.max(Number(assumed), 0), mostOf(test));
  const figures = figuresOf(test, supposed);
  const ready = pct !== null && !apart;
  const people = countPeople(pct ?? 0, figures);
  const chance = ready ? chanceAfter(pct, figures, result) : null;
  const condition = plain(test.condition);
  const groups = groupsOf(people, condition, result);
  const words = apart ? `This start is about ${plain(prior.quantity)}, this test about ${condition}. Choose two that belong together, or a chance of your own.`
    : ready ? sentence({ people, chance, before: pct / 100, figures, test, name: condition, result, assumed: supposed !== null }) : "State a chance before the test, from 0 to 100%.";
  const spoken = useRested(words);

  useLayoutEffect(() => {
    const { sick, truePositive, falsePositive, falseNegative, trueNegative, positive, negative } = people;
    root.dataset.pnhMeasures = JSON.stringify(ready ? {
      people: PEOPLE, prior_pct: pct, posterior_pct: chance === null ? null : Number((100 * chance).toFixed(1)), with_condition: sick, true_positives: truePositive,
      false_positives: falsePositive, false_negatives: falseNegative, true_negatives: trueNegative, positives: positive, negatives: negative, assumed: supposed,
    } : {});
  });

  const field = { values, set, name, refs };
  return (
    <Tool what="Before and after a test" model={model} payload={payload}>
      <div class="to-two">
        <Start {...field} prior={prior} priors={priors} />
        <Test {...field} test={test} tests={tests} />
      </div>
      <fieldset class="to-switch"><legend>The result</legend>
        {Object.entries(RESULTS).map(([value, label]) => (
          <label key={value}><input type="radio" name={`${name}-result`} value={value} checked={result === value} onChange={() => set({ result: value })} />{label}</label>
        ))}
      </fieldset>
      {ready && <div class="to-two to-people">
        <Crowd groups={groups} label={pictureInWords(groups)} isAside={(group) => group.result && group.result !== result} />
        <Tree groups={groups} people={people} name={condition} />
      </div>}
      <Status id={`${name}-status`}>{spoken}</Status>
      {ready && <details><summary>The same as odds</summary><Odds {...{ chance, figures, result, test }} before={pct / 100} /></details>}
      <details class="pnh-screen"><summary>And a second test?</summary>
        <p>One at a time here. Two ratios may be multiplied only where the two results do not hang together among people with the condition, nor among people without it, and no row above says so (our rule). Figures of two cut-offs are worse: the sensitivity of one and the specificity of the other belong to no test that was ever done.</p></details>
    </Tool>
  );
}

export default { render: (context) => mount(context, Bayes) };

// The page "Your progress": what is saved on this device; export, import, erase.
import { render } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import { plain } from "../shared/dom.js";
import { Status } from "../shared/status.jsx";
import { day } from "../shared/time.js";
import { counted, OUTCOMES } from "../shared/words.js";
import { setWantsCertainty } from "../question/sure.js";
import { useWantsCertainty } from "../question/certainty.jsx";
import { download, downloadRecord } from "./download.js";
import { ImportError } from "./store.js";
import { answersIn, inCourse, lessonName, summarise } from "./summary.js";

const RESULTS = { correct: ["✓", "Right", "right"], partial: ["◐", "Partly right", "wrong"], incorrect: ["✗", "Not right", "wrong"], stated: ["○", "Your view, not marked", "open"] };
const MODES = {
  memory: "At the moment nothing can be kept on this device. What you answer is lost when you close the page, unless you export it from here before.",
  readonly: "This device holds a record of a newer version of the course. It is left untouched: you can export it as it is, but not change it from here.",
};

const outcomeMark = ({ outcome }) => (outcome === "safe" ? ["✓", OUTCOMES.safe, "right"] : ["✗", OUTCOMES[outcome], "wrong"]);
const goalsReached = ({ goals, of }) => [goals.length < of ? "◐" : "✓", `${goals.length} of ${of}`, "right"];

const when = (at) => at.replace("T", " ").replace("Z", "");

const Title = ({ row }) => (row.href ? <a href={row.href}>{plain(row.title)}</a> : plain(row.title));

function Mark({ words: [symbol, words, kind] }) {
  return <span class={`pnh-result pnh-${kind}`}><span aria-hidden="true">{symbol} </span>{words}</span>;
}

function Rows({ caption, head, rows, marks }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead><tr>{head.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
      <tbody>{rows.map((row) => (
        <tr key={row.id}>
          <th scope="row"><Title row={row} />{row.changed && <span class="pnh-meta"> · edited since, so it starts afresh</span>}</th>
          <td><Mark words={marks(row.last)} />{row.times > 1 && !row.last.goals && <span class="pnh-meta"> · last of {row.times}</span>}</td>
          <td class="pnh-meta">{when(row.last.at)}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}

function Saved({ record, titles }) {
  const { lessons, cases, explorers, begun } = summarise(record, titles);
  const { answered, marked, right } = answersIn(lessons);
  const { questions, cases: allCases } = inCourse(titles);
  const ofLesson = ({ lesson, rows }) => {
    const { questions: all } = inCourse(titles, lesson);
    return all ? `: ${rows.length} of ${counted(all, "question")}` : "";
  };
  if (!answered && !cases.length && !explorers.length && !begun.length) return <p>Nothing is saved here yet. Answer a question or take a case, and it appears on this page.</p>;
  return (
    <>
      <p>{answered} of {counted(questions, "question")} answered, {right} right at the last try{answered > marked && `; ${answered - marked} of them ${answered - marked === 1 ? "is a view" : "are views"} of yours that nobody marks`}. {cases.length > 0 && `${cases.length} of ${counted(allCases, "case")} taken to the end.`} {begun.length > 0 && `${begun.length} begun and not finished.`}</p>
      {lessons.map((one) => <Rows key={one.lesson} caption={lessonName(one.lesson) + ofLesson(one)} head={["Question", "Last answer", "When (UTC)"]} rows={one.rows} marks={(event) => RESULTS[event.result]} />)}
      {cases.length > 0 && <Rows caption="Cases" head={["Case", "Outcome", "When (UTC)"]} rows={cases} marks={outcomeMark} />}
      {explorers.length > 0 && <Rows caption="Nerve laboratory" head={["Explorer", "Goals reached", "When (UTC)"]} rows={explorers} marks={goalsReached} />}
      {begun.length > 0 && <>
        <h3>Begun, not finished</h3>
        <ul>{begun.map((row) => <li key={row.id}><Title row={row} /> <span class="pnh-meta">{when(row.at)}</span></li>)}</ul>
      </>}
    </>
  );
}

function SetAside({ store }) {
  const keys = store.setAside();
  if (!keys.length) return null;
  return (
    <>
      <h3>Set aside</h3>
      <p>{keys.length === 1 ? "One record" : `${keys.length} records`} could not be read and {keys.length === 1 ? "was" : "were"} set aside, not deleted. Save a copy if you want somebody to look at it.</p>
      <ul>{keys.map((key) => <li key={key}><button type="button" class="pnh-link" onClick={() => download(store.textOf(key), `${key.replace(/:/g, "")}.txt`)}>Save {key}</button></li>)}</ul>
    </>
  );
}

function importedWords({ events, states, damaged }, mode) {
  const added = [events && counted(events, "finished answer or case", "finished answers or cases"), states && counted(states, "open answer or case", "open answers or cases")].filter(Boolean);
  return [
    added.length ? `Imported: ${added.join(" and ")} added.` : "Imported: everything in this file was here already.",
    damaged && "Some entries of the file could not be read and were left out.",
    mode === "memory" && "This browser cannot keep it: it is lost when you close the page.",
  ].filter(Boolean).join(" ");
}

function Erase({ onErase, onExport, onKeep }) {
  const box = useRef(null);
  useLayoutEffect(() => box.current.focus(), []);
  return (
    <div class="pnh-note pnh-asking" role="group" aria-label="Erase everything?" aria-describedby="pnh-erase-what" tabindex="-1" ref={box}>
      <p id="pnh-erase-what"><strong>Erase everything that is saved here?</strong> All answers, cases and copies set aside go from this browser. This cannot be undone; you may want to export first.</p>
      <div class="pnh-row">
        <button type="button" class="pnh-quiet" onClick={onExport}>Export first</button>
        <button type="button" class="pnh-harmful" onClick={onErase}>Erase everything</button>
        <button type="button" class="pnh-quiet" onClick={onKeep}>Keep it</button>
      </div>
    </div>
  );
}

function Progress({ store, titles }) {
  const [, redraw] = useReducer((n) => n + 1, 0);
  const [message, setMessage] = useState(null);
  const [asking, setAsking] = useState(false);
  const file = useRef(null);
  const eraseButton = useRef(null);
  const asksCertainty = useWantsCertainty();
  useEffect(() => store.onChange(redraw), [store]);

  const say = (words, kind = null) => setMessage((last) => ({ words, kind, turn: (last?.turn ?? 0) + 1 }));
  const exportAll = () => {
    downloadRecord(store, day());
    say("Exported. Look for the file where your browser keeps downloads.");
  };
  const importFile = async () => {
    const [chosen] = file.current.files;
    if (!chosen) return;
    try {
      const { mode } = store;
      say(importedWords(store.importText(await chosen.text()), mode), "right");
    } catch (error) {
      say(error instanceof ImportError ? error.message : "This file could not be opened. What is saved here stays as it is.", "ask");
    }
    file.current.value = "";
  };
  const closeErase = (words) => {
    setAsking(false);
    if (words) say(words);
    setTimeout(() => eraseButton.current?.focus(), 0);
  };

  return (
    <div class="pnh-card">
      {MODES[store.mode] && <p class="pnh-note">{MODES[store.mode]}</p>}
      {store.mode !== "readonly" && <Saved record={store.record} titles={titles} />}
      <SetAside store={store} />
      <div class="pnh-row pnh-screen">
        <button type="button" onClick={exportAll}>Export</button>
        {store.mode !== "readonly" && <>
          <button type="button" class="pnh-quiet" onClick={() => file.current.click()}>Import</button>
          <input type="file" accept=".json,application/json" hidden aria-label="Progress file" ref={file} onChange={importFile} />
          <button type="button" class="pnh-quiet" ref={eraseButton} aria-expanded={asking} onClick={() => setAsking(!asking)}>Erase</button>
        </>}
      </div>
      <Status kind={message?.kind} turn={message?.turn}>{message?.words}</Status>
      {asking && <Erase onExport={exportAll} onKeep={() => closeErase(null)} onErase={() => { store.erase(); closeErase("Erased. Nothing is saved in this browser any more."); }} />}
      <label class="pnh-choice pnh-screen" for="pnh-ask-sure">
        <input type="checkbox" id="pnh-ask-sure" checked={asksCertainty} onChange={(event) => setWantsCertainty(event.currentTarget.checked)} />
        Ask me at every question how sure I am
      </label>
    </div>
  );
}

/** Fills a `data-pnh="progress"` element. */
export function progressPage({ el, data, openStore }) {
  const store = openStore();
  const stage = document.createElement("div");
  render(<Progress store={store} titles={data.items} />, stage);
  el.replaceChildren(stage);
}

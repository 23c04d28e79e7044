// Finds the widgets of a page, gives each a model, restores and keeps what the learner did. A classic deferred script runs it,
// over http and from a file alike: no module loading, no network.
import { showFailure } from "../shared/mount.jsx";
import { widgets } from "../widgets.js";
import { openStore } from "../progress/browser.js";
import { continueLink, keepPlace } from "../progress/place.js";
import { addType, isReady } from "../question/answer.js";
import { PageModel } from "./model.js";
import { startSeminar } from "./seminar.js";
import { startTerms } from "./terms.js";

/** The JSON that Python wrote into the element, or null. */
function embedded(el) {
  const script = el.querySelector('script[type="application/json"]');
  return script ? JSON.parse(script.textContent) : null;
}

function modelFor(payload, store) {
  const { kind, id, hash } = payload;
  const saved = store.stateOf(id);
  const fresh = saved?.hash === hash;
  return new PageModel(
    {
      kind, id, hash, payload: payload.payload, result: null,
      state: fresh ? saved.data : {},
      edited: Boolean(saved) && !fresh,  // answered before, but the question has changed since
      kept: store.mode,  // "device" | "memory" | "readonly"
      store,  // for the widgets that look back on what was answered
    },
    (names, model) => {
      if (names.includes("state")) store.saveState(id, hash, model.get("state"));
      if (names.includes("result") && model.get("result")) store.addEvent(model.get("result"));
    },
  );
}

/** Other tabs write the same record: show their answers here too. */
function followStore(store, models) {
  store.onChange(() => {
    for (const model of models) {
      const saved = store.stateOf(model.get("id"));
      const state = saved?.hash === model.get("hash") ? saved.data : {};
      if (JSON.stringify(state) !== JSON.stringify(model.get("state"))) model.receive("state", state);
      if (store.mode !== model.get("kept")) model.receive("kept", store.mode);
    }
  });
}

const pageParts = { continue: continueLink };

function bringToLife(el, openStoreOnce, models) {
  const kind = el.dataset.pnh;
  if (kind in pageParts) {
    pageParts[kind]({ el, data: embedded(el) ?? {}, openStore: openStoreOnce });
    el.dataset.pnhReady = "true";
    return;
  }
  const payload = embedded(el);
  if (payload?.schema !== "pnh-payload/1") throw new Error(`expected pnh-payload/1, found ${payload?.schema}`);
  if (kind === "question" && !isReady(payload.payload)) return;
  const model = modelFor(payload, openStoreOnce());
  widgets[kind].initialize?.({ model });
  widgets[kind].render({ model, el });
  models.push(model);
}

let store = null;
const models = [];
const openStoreOnce = () => {
  if (!store) {
    store = openStore();
    followStore(store, models);
  }
  return store;
};

/** Every widget that matches and is not alive yet; one that fails keeps its plain form. */
function bringAllToLife(selector) {
  for (const el of document.querySelectorAll(`${selector}:not([data-pnh-ready])`)) {
    const before = [...el.childNodes];
    try {
      bringToLife(el, openStoreOnce, models);
    } catch (error) {
      showFailure(el, before, error);
    }
  }
}

/**
 * A widget kind, a part of a page (a function) or a type of question ("question:sct") that comes with a script of its own, once
 * that has been read. Until then it stays as it was printed.
 */
export function addWidget(name, module) {
  const [kind, type] = name.split(":");
  if (type) addType(type, module);
  else (typeof module === "function" ? pageParts : widgets)[kind] = module;
  bringAllToLife(`.pnh[data-pnh="${kind}"]`);
}

export function startPage() {
  startSeminar();
  bringAllToLife(".pnh:is([data-pnh=question],[data-pnh=continue])");
  startTerms();
  keepPlace(openStoreOnce);
}

// The learner's record in this browser: localStorage if it is allowed, notices in the page, answers of other tabs.
import { day, minute } from "../shared/time.js";
import { downloadRecord } from "./download.js";
import { notice } from "./notice.js";
import { KEY, ProgressStore } from "./store.js";

function deviceStorage() {
  try {
    const { localStorage: storage } = window;
    storage.getItem(KEY);
    return storage;
  } catch { return null; }
}

export function openStore() {
  const store = new ProgressStore({
    storage: deviceStorage(), clock: { minute, day }, courseVersion: COURSE_VERSION,
    notify: (kind) => notice(kind, () => downloadRecord(store, day())),
  });
  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) store.storedElsewhere();
  });
  return store;
}

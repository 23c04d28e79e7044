// What the first script of a page lends to the second one (pnh-lab.js), which does not carry it again: see build.mjs.
import * as preact from "preact";
import * as hooks from "preact/hooks";
import * as jsx from "preact/jsx-runtime";
import * as card from "./card.jsx";
import * as cite from "./cite.jsx";
import * as dom from "./dom.js";
import * as model from "./model.js";
import * as mount from "./mount.jsx";
import * as rich from "./rich.jsx";
import * as shuffle from "./shuffle.js";
import * as status from "./status.jsx";
import * as time from "./time.js";

export const library = {
  preact, "preact/hooks": hooks, "preact/jsx-runtime": jsx, "shared/card.jsx": card, "shared/cite.jsx": cite, "shared/dom.js": dom,
  "shared/model.js": model, "shared/mount.jsx": mount, "shared/rich.jsx": rich, "shared/shuffle.js": shuffle, "shared/status.jsx": status,
  "shared/time.js": time,
};

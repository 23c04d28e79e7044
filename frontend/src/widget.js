// The ES module that anywidget loads in JupyterLab: one entry for every widget kind.
import { addType } from "./question/answer.js";
import { Hotspot } from "./question/hotspot.jsx";
import { judged } from "./question/judged.jsx";
import { benches as evidence } from "./evidence/index.js";
import { benches as laboratory } from "./lab/benches/index.js";
import { explorerOn } from "./lab/shell.jsx";
import scenario from "./scenario/index.jsx";
import bayes from "./tools/bayes.jsx";
import calibration from "./tools/calibration.jsx";
import clinic from "./tools/clinic.jsx";
import compare from "./tools/compare.jsx";
import contrast from "./tools/contrast.jsx";
import diary from "./tools/diary.jsx";
import ladder from "./tools/ladder.jsx";
import orderSet from "./tools/order-set.jsx";
import sort from "./tools/sort.jsx";
import trial from "./tools/trial.jsx";
import worksheet from "./tools/worksheet.jsx";
import write from "./tools/write.jsx";
import { widgets } from "./widgets.js";

addType("hotspot", { Part: Hotspot });
for (const type in judged) addType(type, judged[type]);
const explorer = explorerOn({ ...laboratory, ...evidence });
const kindOf = (model) => ({ ...widgets, explorer, scenario, bayes, calibration, clinic, compare, contrast, diary, ladder, "order-set": orderSet, sort, trial, worksheet, write })[model.get("kind")];
export default {
  initialize: (context) => kindOf(context.model).initialize?.(context),
  render: (context) => kindOf(context.model).render(context),
};

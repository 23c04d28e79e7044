// The ES module that anywidget loads in JupyterLab: one entry for every widget kind.
import { addType } from "./question/answer.js";
import { judged } from "./question/judged.jsx";
import explorer from "./lab/index.jsx";
import scenario from "./scenario/index.jsx";
import { widgets } from "./widgets.js";

for (const type in judged) addType(type, judged[type]);
const kindOf = (model) => ({ ...widgets, explorer, scenario })[model.get("kind")];
export default {
  initialize: (context) => kindOf(context.model).initialize?.(context),
  render: (context) => kindOf(context.model).render(context),
};

// The ES module that anywidget loads in JupyterLab: one entry for every widget kind.
import explorer from "./lab/index.jsx";
import scenario from "./scenario/index.jsx";
import { widgets } from "./widgets.js";

const kindOf = (model) => ({ ...widgets, explorer, scenario })[model.get("kind")];
export default {
  initialize: (context) => kindOf(context.model).initialize?.(context),
  render: (context) => kindOf(context.model).render(context),
};

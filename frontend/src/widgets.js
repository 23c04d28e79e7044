// Which module draws which widget kind. Each is an AFM module: { initialize?, render({ model, el }) }.
// The explorer is not here: on a page pnh-lab.js brings it, and only where there is one.
import question from "./question/index.jsx";
import scenario from "./scenario/index.jsx";

export const widgets = { question, scenario };

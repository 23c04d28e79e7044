// Which module draws which widget kind. Each is an AFM module: { initialize?, render({ model, el }) }.
import question from "./question/index.jsx";
import scenario from "./scenario/index.jsx";

export const widgets = { question, scenario };

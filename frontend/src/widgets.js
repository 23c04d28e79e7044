// Which module draws which widget kind. Each is an AFM module: { initialize?, render({ model, el }) }.
// Cases and explorers are not here: on a page scripts of their own bring them, and only where there is one.
import question from "./question/index.jsx";

export const widgets = { question };

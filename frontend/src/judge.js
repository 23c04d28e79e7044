// The script of pages with stated probabilities, script concordance or two cases in contrast, added to the first one, from which
// Preact comes.
import { judged } from "./question/judged.jsx";
import contrast from "./tools/contrast.jsx";

for (const type in judged) pnhCourse.add(`question:${type}`, judged[type]);
pnhCourse.add("contrast", contrast);

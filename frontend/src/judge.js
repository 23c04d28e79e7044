// The script of pages with stated probabilities, script concordance, two cases in contrast or the calibration curve, added to the
// first one, from which Preact comes.
import { judged } from "./question/judged.jsx";
import calibration from "./tools/calibration.jsx";
import contrast from "./tools/contrast.jsx";

for (const type in judged) pnhCourse.add(`question:${type}`, judged[type]);
pnhCourse.add("calibration", calibration);
pnhCourse.add("contrast", contrast);

// The script of pages with the Bayes widget, the table of mimics or the calibration curve, added to the first one, from which Preact
// comes.
import bayes from "./tools/bayes.jsx";
import calibration from "./tools/calibration.jsx";
import compare from "./tools/compare.jsx";

pnhCourse.add("bayes", bayes);
pnhCourse.add("calibration", calibration);
pnhCourse.add("compare", compare);

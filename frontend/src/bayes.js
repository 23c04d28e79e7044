// The script of pages with the Bayes widget or the table of mimics, added to the first one, from which Preact comes.
import bayes from "./tools/bayes.jsx";
import compare from "./tools/compare.jsx";

pnhCourse.add("bayes", bayes);
pnhCourse.add("compare", compare);

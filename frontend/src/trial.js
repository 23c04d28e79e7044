// The script of pages where a treatment is tried on a thousand people on paper, added to the first one, from which Preact comes.
import trial from "./tools/trial.jsx";

pnhCourse.add("trial", trial);

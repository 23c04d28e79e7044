// The script of pages with a case, added to the first one, from which Preact comes.
import scenario from "./scenario/index.jsx";

pnhCourse.add("scenario", scenario);

// The script of the page with the list of all cases, added to the first one, from which Preact comes.
import clinic from "./tools/clinic.jsx";

pnhCourse.add("clinic", clinic);

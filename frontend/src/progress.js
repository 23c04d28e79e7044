// The script of the page "Your progress", added to the first one, from which Preact comes.
import { progressPage } from "./progress/view.jsx";

pnhCourse.add("progress", progressPage);

// The script of pages where statements are sorted, added to the first one, from which Preact comes.
import sort from "./tools/sort.jsx";

pnhCourse.add("sort", sort);

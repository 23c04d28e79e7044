// The script of pages where one writes or fills in before one compares, added to the first one, from which Preact comes.
import worksheet from "./tools/worksheet.jsx";
import write from "./tools/write.jsx";

pnhCourse.add("worksheet", worksheet);
pnhCourse.add("write", write);

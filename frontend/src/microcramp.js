// The script of the page with the microcramps. It stands beside a case, so it brings nothing else.
import microcramp from "./evidence/microcramp.jsx";
import { explorerOn } from "./lab/shell.jsx";

pnhCourse.add("explorer", explorerOn({ microcramp }));

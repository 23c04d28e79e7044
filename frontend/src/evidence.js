// The script of pages that weigh evidence with an explorer: calcium, an exact interval, a series of responders.
import calcium from "./evidence/calcium.jsx";
import interval from "./evidence/interval.jsx";
import responders from "./evidence/responders.jsx";
import { explorerOn } from "./lab/shell.jsx";

pnhCourse.add("explorer", explorerOn({ calcium, interval, responders }));

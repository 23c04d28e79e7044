// The script of pages with a trace, to mark or in the laboratory, added to the first one, from which Preact comes.
import { Hotspot } from "./question/hotspot.jsx";
import { outline, placeOf, roundBelow, spanOf, ticksBetween, Trace } from "./shared/trace.jsx";

Object.assign(pnhCourse.library, { Trace, outline, placeOf, roundBelow, spanOf, ticksBetween });  // for the laboratory
pnhCourse.add("question:hotspot", { Part: Hotspot });

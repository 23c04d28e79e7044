// The script of pages that set two cases side by side, added to the first one, from which Preact comes.
import contrast from "./tools/contrast.jsx";

pnhCourse.add("contrast", contrast);

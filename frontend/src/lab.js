// The script of pages with an explorer, added to the first one, from which Preact comes: models, sound and benches.
import explorer from "./lab/index.jsx";

pnhCourse.add("explorer", explorer);

// The second classic script, only on pages with an explorer: models, sound and benches. Preact comes from the first one.
import explorer from "./lab/index.jsx";

pnhCourse.add("explorer", explorer);

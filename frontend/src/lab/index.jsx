// The explorers of the nerve laboratory as one AFM module: what is computed and drawn is the bench's, named by the description.
import { benches } from "./benches/index.js";
import { explorerOn } from "./shell.jsx";

export default explorerOn(benches);

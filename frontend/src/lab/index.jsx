// The explorers of the nerve laboratory as one AFM module: what is computed and drawn is the bench's, named by the description.
import { mount } from "../shared/mount.jsx";
import { Explorer } from "./shell.jsx";

export default { render: (context) => mount(context, Explorer) };

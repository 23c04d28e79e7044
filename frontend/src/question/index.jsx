// The question widget as an AFM module.
import { mount } from "../shared/mount.jsx";
import { Question } from "./question.jsx";

export default { render: (context) => mount(context, Question) };

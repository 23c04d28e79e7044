// The classic script of every page: brings widgets to life and keeps the learner's progress.
import { startPage } from "./site/host.js";

startPage();

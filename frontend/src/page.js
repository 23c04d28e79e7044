// The classic script of every page: brings widgets to life, keeps the learner's progress, turns the theme.
import { startPage } from "./site/host.js";
import { startSections } from "./site/sections.js";
import { startTheme } from "./site/theme.js";

startTheme();
startSections();
startPage();

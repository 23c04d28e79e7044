// The classic script of every page: brings widgets to life, keeps the learner's progress, turns the theme.
import { library } from "library";
import { addWidget, startPage } from "./site/host.js";
import { startSections } from "./site/sections.js";
import { startTheme } from "./site/theme.js";

globalThis.pnhCourse = { library, add: addWidget };  // for the scripts that only some pages have
startTheme();
startSections();
startPage();

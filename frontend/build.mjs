// Builds src/pnh/static from this folder: node build.mjs [--out DIR]. Same input, same bytes.
import { build } from "esbuild";
import { mkdir, readFile, writeFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const at = process.argv.indexOf("--out");
const out = at > 0 ? path.resolve(process.argv[at + 1]) : path.join(here, "../src/pnh/static");

const tokens = JSON.parse(await readFile(path.join(here, "tokens.json"), "utf8"));
const properties = (set) => Object.entries(set).map(([name, value]) => `--pnh-${name}:${value};`).join("");
const { about, light, dark, ...shared } = tokens;
// The page carries its theme on <html data-theme>, JupyterLab on <body data-jp-theme-light>.
const tokenCss = `
:root{${properties(shared)}${properties(light)}}
html[data-theme=dark],body[data-jp-theme-light=false]{${properties(dark)}}
@media print{html[data-theme=dark],body[data-jp-theme-light=false]{${properties(light)}}}
`;

const { version } = JSON.parse(await readFile(path.join(here, "package.json"), "utf8"));
// Preact is inside both scripts, and its licence asks that its name and terms stay with it.
const banner = { js: "/*! Course code: MIT. Preact, (c) 2015-present Jason Miller: MIT, https://github.com/preactjs/preact/blob/main/LICENSE */" };
const common = {
  absWorkingDir: here, bundle: true, minify: true, charset: "utf8", legalComments: "none", write: true,
  target: ["es2020", "chrome100", "firefox100", "safari15.4"], jsx: "automatic", jsxImportSource: "preact", logLevel: "warning",
  define: { COURSE_VERSION: JSON.stringify(version) },
};

// The models' parameters carry their unit, source and story for readers; the page needs the numbers and what is allowed.
const words = ["about", "note", "published", "source", "sources", "status", "unit"];
// The kinds of EMG are drawn from their numbers and never set by a reader, so they need no ranges.
const valuesAlone = (kinds) => JSON.parse(JSON.stringify(kinds, (_, node) => node?.value ?? node));
const numbersOnly = (key, value) => (words.includes(key) ? undefined : key === "kinds" ? valuesAlone(value) : value);
const models = {
  name: "models",
  setup(bundle) {
    bundle.onLoad({ filter: /data[\\/]models[\\/][\w-]+\.json$/ }, async ({ path: file }) => ({
      contents: JSON.stringify(JSON.parse(await readFile(file, "utf8"), numbersOnly)), loader: "json",
    }));
  },
};
// The second script of a page takes Preact and the shared parts from the first one, which has them already.
const fromTheFirstScript = {
  name: "from-the-first-script",
  setup(bundle) {
    bundle.onResolve({ filter: /^preact(\/|$)|\/shared\/[\w-]+\.jsx?$/ }, ({ path: name }) => ({
      path: name.replace(/^.*\/shared\//, "shared/"), namespace: "first-script",
    }));
    bundle.onLoad({ filter: /.*/, namespace: "first-script" }, ({ path: name }) => ({
      contents: `module.exports=pnhCourse.library[${JSON.stringify(name)}]`, loader: "js",
    }));
  },
};

await mkdir(out, { recursive: true });
await build({ ...common, banner, entryPoints: ["src/page.js"], format: "iife", outfile: path.join(out, "pnh.js") });
await build({ ...common, entryPoints: ["src/lab.js"], format: "iife", outfile: path.join(out, "pnh-lab.js"), plugins: [models, fromTheFirstScript] });
await build({ ...common, banner, entryPoints: ["src/widget.js"], format: "esm", outfile: path.join(out, "pnh-widget.mjs"), plugins: [models] });

// The shared base first: the widgets' own rules may refine it.
const isBase = (file) => file.startsWith("shared");
const styles = (await readdir(path.join(here, "src"), { recursive: true })).filter((file) => file.endsWith(".css"))
  .sort((a, b) => isBase(b) - isBase(a) || (a < b ? -1 : 1));
const css = tokenCss + (await Promise.all(styles.map((f) => readFile(path.join(here, "src", f), "utf8")))).join("\n");
await build({ ...common, stdin: { contents: css, loader: "css" }, outfile: path.join(out, "pnh.css") });
await writeFile(path.join(out, "tokens.json"), JSON.stringify(tokens, null, 1) + "\n");

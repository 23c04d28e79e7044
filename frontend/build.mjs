// Builds src/pnh/static from this folder: node build.mjs [--out DIR]. Same input, same bytes.
import { build } from "esbuild";
import { minify } from "terser";
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
  target: ["chrome100", "firefox100", "safari15.4"], jsx: "automatic", jsxImportSource: "preact", logLevel: "warning",
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
// Later scripts of a page take Preact and the shared parts from the first one, which has them already: what it lends, name by name.
const LENT = {
  preact: ["Component", "Fragment", "render"],
  "preact/hooks": ["useCallback", "useEffect", "useLayoutEffect", "useReducer", "useRef", "useState"],
  "preact/jsx-runtime": ["Fragment", "jsx", "jsxs"],
  "progress/store.js": ["ImportError"],
  "question/certainty.jsx": ["useWantsCertainty"],
  "question/choices.jsx": ["markOf", "toneOf"],
  "question/explanation.jsx": ["Mark", "SYMBOLS", "Why"],
  "question/sure.js": ["setWantsCertainty"],
  "shared/card.jsx": ["Card"],
  "shared/cite.jsx": ["Cites"],
  "shared/dom.js": ["contentRoot", "focusOn", "inSeminar", "plain", "quoted"],
  "shared/model.js": ["report", "resetState", "useModelState", "useTrait"],
  "shared/mount.jsx": ["mount"],
  "shared/rich.jsx": ["Rich"],
  "shared/shuffle.js": ["fnv1a", "shuffled"],
  "shared/status.jsx": ["Status"],
  "shared/time.js": ["day", "minute"],
  "tools/frame.jsx": ["Tool"],
  "tools/record.js": ["useRecord"],
};
// What the script of the traces lends in its turn, to that of the laboratory.
const LENT_WITH_TRACES = { "shared/trace.jsx": ["Trace", "outline", "placeOf", "roundBelow", "spanOf", "ticksBetween"] };
const LENDER = Object.fromEntries(Object.entries(LENT).flatMap(([name, lent]) => lent.map((one) => [one, name])));  // what is lent has one name of its own
const fromHere = (name) => (name.startsWith("preact") ? name : `./src/${name}`);
const lender = {
  name: "lender",
  setup(bundle) {
    bundle.onResolve({ filter: /^library$/ }, () => ({ path: "library", namespace: "lender" }));
    bundle.onLoad({ filter: /.*/, namespace: "lender" }, () => {
      const parts = Object.entries(LENT).map(([name, lent]) => `import { ${lent.filter((one) => LENDER[one] === name)} } from ${JSON.stringify(fromHere(name))};`);
      return { contents: `${parts.join("")}export const library = { ${Object.keys(LENDER)} };`, loader: "js", resolveDir: here };
    });
  },
};
const borrowing = (parts) => ({
  name: "borrower",
  setup(bundle) {
    bundle.onResolve({ filter: /^preact(\/|$)|^\.\.?\// }, ({ path: name, resolveDir }) => {
      const lent = name.startsWith(".") ? path.relative(path.join(here, "src"), path.resolve(resolveDir, name)).replaceAll(path.sep, "/") : name;
      return lent in parts ? { path: lent, namespace: "borrowed" } : undefined;
    });
    bundle.onLoad({ filter: /.*/, namespace: "borrowed" }, ({ path: name }) => ({
      contents: parts[name].map((one) => `export const ${one} = /* @__PURE__ */ (() => pnhCourse.library.${one})();`).join(""), loader: "js",
    }));
  },
});
const borrower = borrowing(LENT);

await mkdir(out, { recursive: true });
/** esbuild joins, terser makes it smaller once more: about three bytes in a hundred after compression. */
async function script(entry, name, more) {
  const { outputFiles: [joined] } = await build({ ...common, entryPoints: [entry], format: "iife", outfile: path.join(out, name), ...more, write: false });
  const { code } = await minify(joined.text, { ecma: 2020, compress: { passes: 2 }, format: { comments: "some" } });
  await writeFile(path.join(out, name), `${code}\n`);
}
await script("src/page.js", "pnh.js", { banner, plugins: [lender] });
await script("src/progress.js", "pnh-progress.js", { plugins: [borrower] });
await script("src/case.js", "pnh-case.js", { plugins: [borrower] });
await script("src/lab.js", "pnh-lab.js", { plugins: [models, borrowing({ ...LENT, ...LENT_WITH_TRACES })] });
for (const name of ["evidence", "microcramp"]) await script(`src/${name}.js`, `pnh-${name}.js`, { plugins: [models, borrower] });
for (const name of ["trace", "judge", "bayes", "plan", "sort", "write", "trial", "claims", "clinic"]) await script(`src/${name}.js`, `pnh-${name}.js`, { plugins: [borrower] });
await build({ ...common, banner, entryPoints: ["src/widget.js"], format: "esm", outfile: path.join(out, "pnh-widget.mjs"), plugins: [models] });

// Every page has the shared base; cases, explorers and tools bring their own rules, as they bring their own script. JupyterLab
// takes all.
const LATER = {
  "pnh-case.css": ["scenario"], "pnh-lab.css": ["lab"], "pnh-evidence.css": ["lab/lab.css", "evidence"], "pnh-tools.css": ["tools"], "pnh-exercise.css": ["exercise.css"], "pnh-trace.css": ["trace"],
};
const rooms = Object.values(LATER).flat();
const standsIn = (file, chosen) => chosen.some((room) => file === room || file.startsWith(`${room}/`));
const isBase = (file) => file.startsWith("shared");
const files = (await readdir(path.join(here, "src"), { recursive: true })).map((file) => file.replaceAll(path.sep, "/")).filter((file) => file.endsWith(".css"))
  .sort((a, b) => isBase(b) - isBase(a) || (a < b ? -1 : 1));
const style = async (name, chosen, head = "") => {
  const rules = await Promise.all(chosen.map((file) => readFile(path.join(here, "src", file), "utf8")));
  await build({ ...common, stdin: { contents: head + rules.join("\n"), loader: "css" }, outfile: path.join(out, name) });
};
await style("pnh.css", files.filter((file) => !standsIn(file, rooms)), tokenCss);
for (const [name, chosen] of Object.entries(LATER)) await style(name, files.filter((file) => standsIn(file, chosen)));
await style("pnh-widget.css", files, tokenCss);
await writeFile(path.join(out, "tokens.json"), JSON.stringify(tokens, null, 1) + "\n");

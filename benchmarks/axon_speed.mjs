// The JavaScript half of axon_speed.py, which starts it: times the page's own models in Node and prints them as JSON.
import { presetParameters, simulate } from "../frontend/src/models/axon.js";
import { emg } from "../frontend/src/models/emg/index.js";
import { repetitiveStimulation } from "../frontend/src/models/protocols.js";

const { preset, steps_ms, run, train, kinds, seconds, repeats, emg_repeats, long_repeats } = JSON.parse(process.argv[2]);
const axon = presetParameters(preset);

/** { first_ms, median_ms, cpu_ms, found }: the cold run, the middle of those after it, processor time of one, what `read` says. */
function timed(work, read = () => null, times = repeats) {
  const wall = [];
  let cpu, result;
  for (let i = 0; i <= times; i += 1) {
    if (i === 1) cpu = process.cpuUsage();
    const begun = performance.now();
    result = work();
    wall.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(cpu);
  const [first, ...warm] = wall;
  return { first_ms: first, median_ms: warm.sort((a, b) => a - b)[warm.length >> 1], cpu_ms: (user + system) / 1000 / times, found: read(result) };
}

const spikes = (trace) => trace.spikes_ms.length;
console.log(JSON.stringify({
  version: `Node ${process.version}`,
  axon: steps_ms.map((step_ms) => timed(() => simulate(axon, { ...run, step_ms }), spikes)),
  train: timed(() => repetitiveStimulation(axon, train.rate_hz, train.stimuli), ({ trace }) => spikes(trace), long_repeats),
  emg: Object.fromEntries(kinds.map((kind) => [kind, timed(() => emg(kind, { seed: 1, seconds }), () => null, emg_repeats)])),
}));

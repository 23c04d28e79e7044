// What a run at some level of calcium shows. The runs themselves are computed beforehand: src/pnh/models/calcium.py, of which this is the twin.

const CONTINUOUS_SHARE = 0.5;

/** Spike times in ms, from the gaps that the description holds for these settings. */
export function spikesMs({ calcium_mm, slope_mv }, { calcium_mm: levels, slopes_mv: slopes, gaps_ms: gaps }) {
  let now = 0;
  return gaps[Math.max(0, slopes.indexOf(slope_mv))][levels.indexOf(calcium_mm)].map((gap) => (now += gap));
}

/** [[time, …], …]: spikes gathered into events; a longer pause than `gap_ms` begins a new one. */
export const eventsOf = (spikes, gap_ms) => spikes.reduce((groups, time) => {
  if (time - (groups.at(-1)?.at(-1) ?? -Infinity) <= gap_ms) groups.at(-1).push(time);
  else groups.push([time]);
  return groups;
}, []);

export function measuresOf(spikes, { seconds, gap_ms }) {
  const groups = eventsOf(spikes, gap_ms);
  const multiplets = groups.filter(({ length }) => length > 1).length;
  const longestMs = Math.max(0, ...groups.map((group) => group.at(-1) - group[0]));
  return {
    spikes: spikes.length,
    singles: groups.length - multiplets,
    multiplets,
    longest: Math.max(0, ...groups.map(({ length }) => length)),
    pattern: longestMs >= CONTINUOUS_SHARE * seconds * 1000 ? "continuous" : multiplets ? "multiplets" : groups.length ? "singles" : "silent",
  };
}

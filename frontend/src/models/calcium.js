// What a run at some level of calcium shows. The runs themselves are computed beforehand: src/pnh/models/calcium.py, of which this is the twin.

const CONTINUOUS_SHARE = 0.5;

/** { spikes (times in ms), threshold_pa } at these settings, from what the description brings along. */
export function runAt({ calcium_mm, slope_mv }, { calcium_mm: levels, slopes_mv, gaps_ms, threshold_pa }) {
  const slope = Math.max(0, slopes_mv.indexOf(slope_mv)), level = levels.indexOf(calcium_mm);
  let now = 0;
  return { spikes: gaps_ms[slope][level].map((gap) => (now += gap)), threshold_pa: threshold_pa[slope][level] };
}

/** [[time, …], …]: spikes gathered into events; a longer pause than `gap_ms` begins a new one. */
export function eventsOf(spikes, gap_ms) {
  const groups = [];
  spikes.forEach((time, i) => (i && time - spikes[i - 1] <= gap_ms ? groups.at(-1).push(time) : groups.push([time])));
  return groups;
}

export function measures(values, runs) {
  const { spikes, threshold_pa } = runAt(values, runs);
  const groups = eventsOf(spikes, runs.gap_ms);
  const multiplets = groups.filter(({ length }) => length > 1).length;
  const longestMs = Math.max(0, ...groups.map((group) => group.at(-1) - group[0]));
  return {
    spikes: spikes.length,
    singles: groups.length - multiplets,
    multiplets,
    longest: Math.max(0, ...groups.map(({ length }) => length)),
    pattern: longestMs >= CONTINUOUS_SHARE * runs.seconds * 1000 ? "continuous" : multiplets ? "multiplets" : groups.length ? "singles" : "silent",
    threshold_pa,
  };
}

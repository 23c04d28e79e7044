// Many samples as few points: of each column the lowest and the highest sample, in the order they came, so that no spike is lost.

/** [[ms, value], …] of `samples[i]` at `step_ms * i`, from `from_ms` to `to_ms`, at most two points for each of `columns`. */
export function decimated(samples, step_ms, from_ms, to_ms, columns = 600) {
  const first = Math.max(0, Math.floor(from_ms / step_ms));
  const end = Math.min(samples.length, Math.floor(to_ms / step_ms) + 1);
  const wide = Math.max(1, (end - first) / columns);
  const points = [];
  for (let column = 0; column * wide < end - first; column += 1) {
    const start = first + Math.floor(column * wide);
    const stop = Math.min(end, Math.max(start + 1, first + Math.floor((column + 1) * wide)));
    let low = start, high = start;
    for (let i = start + 1; i < stop; i += 1) {
      if (samples[i] < samples[low]) low = i;
      if (samples[i] > samples[high]) high = i;
    }
    points.push([Math.min(low, high) * step_ms, samples[Math.min(low, high)]]);
    if (low !== high) points.push([Math.max(low, high) * step_ms, samples[Math.max(low, high)]]);
  }
  return points;
}

/** Points as an SVG path through the scales `x` and `y`. */
export const pathOf = (points, x, y) => points.map(([a, b], i) => `${i ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("");

/** Round numbers from `low` to `high`, about `count` of them. */
export function ticks(low, high, count) {
  const rough = (high - low) / Math.max(1, count);
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = ten * [1, 2, 5, 10].find((each) => each * ten >= rough * 0.999);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

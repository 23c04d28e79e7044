// The segments of a trace to mark: their letters, their times in words, and the rows they are drawn in.

const LEAST_SHARE = 0.3;  // of the whole time, for a row of its own

export const letterOf = (option, options) => String.fromCharCode(65 + options.indexOf(option));

export const timesOf = ({ from_s: from, to_s: to }) => `${from} to ${to} seconds`;

/**
 * [[from, to], …] in seconds: two pieces where the time can be cut near its middle without cutting a segment, else one. Side by
 * side the two look like one trace; on a narrow screen they stand below each other.
 */
export function rowsOf(options, seconds) {
  const cuts = options.flatMap(({ from_s: from, to_s: to }) => [from, to])
    .filter((cut) => cut >= seconds * LEAST_SHARE && cut <= seconds * (1 - LEAST_SHARE) && !options.some(({ from_s: from, to_s: to }) => from < cut && cut < to));
  if (!cuts.length) return [[0, seconds]];
  const middle = cuts.reduce((best, cut) => (Math.abs(cut - seconds / 2) < Math.abs(best - seconds / 2) ? cut : best));
  return [[0, middle], [middle, seconds]];
}

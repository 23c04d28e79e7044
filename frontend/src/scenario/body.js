// The figure of the body chart, drawn for this course: one half outline, mirrored, and the named regions on it.

/** A smooth closed or open path through points (Catmull-Rom as cubic Béziers). */
export function through(points, closed = true) {
  const n = points.length;
  const at = (i) => (closed ? points[(i + n) % n] : points[Math.min(Math.max(i, 0), n - 1)]);
  let d = `M${points[0]}`;
  for (let i = 0; i < (closed ? n : n - 1); i += 1) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const handle = (p, q, r, sign) => p.map((v, k) => Math.round((v + (sign * (r[k] - q[k])) / 6) * 10) / 10);
    d += `C${handle(b, a, c, 1)} ${handle(c, b, e, -1)} ${c}`;
  }
  return closed ? `${d}Z` : d;
}
const mirrored = (points) => points.map(([x, y]) => [-x, y]).reverse();

// From the neck down the outer side to the foot, up the inner side to the crotch; x from the midline, y from the crown.
const HALF = [
  [9, 38], [12, 60], [22, 67], [34, 71], [42, 77], [50, 121], [57, 152], [64, 193], [73, 208], [72, 213], [69, 210], [69, 219],
  [66, 228], [63, 232], [59, 226], [56, 188], [48, 155], [40, 124], [35, 104], [33, 110], [32, 126], [29, 143], [29, 155],
  [31, 171], [35, 187], [36, 204], [35, 226], [32, 250], [27, 288], [30, 320], [28, 340], [22, 374], [22, 382], [27, 391],
  [26, 396], [16, 396], [11, 392], [12, 372], [11, 356], [8, 336], [7, 318], [9, 286], [8, 266], [5, 240], [1, 208],
];
const HEAD = [[0, 4], [10, 7], [15, 15], [16, 27], [13, 38], [8, 47], [0, 51]];

export const OUTLINE = through([...HALF, ...mirrored(HALF)]);
export const SKULL = through([...HEAD, ...mirrored(HEAD).slice(1, -1)]);
export const EARS = [1, -1].map((s) => through([[16 * s, 25], [18 * s, 24], [18 * s, 31], [15 * s, 34]], false));

const both = (points) => [through(points, false), through(mirrored(points), false)];
const middle = (...ys) => through(ys.map((y) => [0, y]), false);
export const LINES = {
  front: [
    ...both([[3, 69], [12, 71], [24, 70], [34, 72]]), ...both([[33, 103], [26, 110], [16, 112], [5, 107]]),
    middle(112, 150), through([[-2, 162], [0, 164], [2, 162]], false), ...both([[32, 188], [20, 200], [6, 208]]),
    ...both([[12, 284], [18, 280], [24, 284]]),
    ...both([[22, 310], [22, 335], [18, 362]]),
  ],
  back: [
    middle(60, 120, 176), ...both([[10, 84], [9, 100], [16, 116], [25, 108], [31, 88]]), middle(184, 213),
    ...both([[2, 214], [14, 217], [27, 211]]), ...both([[10, 289], [18, 292], [26, 289]]),
    ...both([[18, 300], [18, 322], [24, 340]]), ...both([[15, 362], [16, 378]]),
  ],
};

// view, centre x (on the patient's left in the front view), y, half width, half height, tilt in degrees
const ONE = {
  head: ["front", 0, 27, 14, 22, 0], neck: ["front", 0, 58, 9, 7, 0], chest: ["front", 0, 92, 27, 18, 0],
  abdomen: ["front", 0, 152, 23, 32, 0], "upper-back": ["back", 0, 96, 27, 26, 0], "lower-back": ["back", 0, 160, 24, 22, 0],
};
const SIDED = {
  shoulder: ["front", 38.5, 83, 10, 13, -20], "upper-arm": ["front", 43, 118, 8.5, 21, -12],
  forearm: ["front", 54.5, 170, 7.5, 22, -12], hand: ["front", 63, 212, 8, 16, 0], hip: ["front", 29, 193, 11, 16, -8],
  "thigh-front": ["front", 19, 238, 11.5, 32, 4], knee: ["front", 18.4, 289, 9.5, 11, 0], shin: ["front", 18.2, 334, 8, 28, 2],
  foot: ["front", 19, 387, 10, 10, 0], "thigh-back": ["back", 19, 248, 11.5, 31, 4], calf: ["back", 18.3, 324, 9.5, 25, 2],
};

/** Where a region lies: { view, x, y, rx, ry, tilt }; null for a name this chart doesn't know. */
export function regionOf(name) {
  const [, base, side] = /^(.*?)(?:-(left|right))?$/.exec(name);
  const found = side ? SIDED[base] : ONE[name];
  if (!found) return null;
  const [view, x, y, rx, ry, tilt] = found;
  // The front view faces us, so the patient's left is on our right; the back view is the other way round.
  const sign = (side === "right") === (view === "front") ? -1 : 1;
  return { view, x: x * sign, y, rx, ry, tilt: tilt * sign };
}
export const REGIONS = [...Object.keys(ONE), ...Object.keys(SIDED).flatMap((n) => [`${n}-left`, `${n}-right`])];

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
  [9.4, 38], [9.6, 50], [11.6, 60], [22.5, 66.8], [34, 71], [41.5, 77], [44.5, 87], [46.5, 103], [49.5, 121], [53, 137], [57, 152],
  [60, 170], [62, 185], [64, 193], [69.4, 199.5], [72.6, 208], [72, 213.4], [69, 210], [68.6, 219], [66.4, 228], [62.6, 231.5],
  [59.4, 226], [57.6, 214], [56.8, 200], [56, 188], [51.5, 172], [47.5, 155], [44, 140], [39.5, 124], [35.2, 104], [33.4, 110], [31.6, 126], [29, 143],
  [28.6, 155], [31.2, 171], [34.6, 187], [36, 204], [35.2, 226], [32.4, 250], [29.2, 272], [27.4, 288],
  [28.6, 304], [29.6, 320], [27.8, 340], [23.8, 360], [21.8, 374], [22.4, 382], [27, 391], [26, 395.5], [16, 396], [11, 392],
  [11.6, 382], [12, 372], [10.6, 356], [8, 336], [6.8, 318], [8.4, 300], [9.2, 286], [7.6, 266], [4.6, 240], [2.4, 216], [1.2, 208],
];
const HEAD = [[0, 4], [9.5, 6.6], [15, 15], [15.8, 27], [13.4, 38.5], [8.4, 47], [0, 51]];

export const OUTLINE = through([...HALF, ...mirrored(HALF)]);
export const SKULL = through([...HEAD, ...mirrored(HEAD).slice(1, -1)]);
export const EARS = [1, -1].map((s) => through([[15.7 * s, 25], [18.3 * s, 24.4], [17.6 * s, 31], [14.6 * s, 34]], false));

const both = (points) => [through(points, false), through(mirrored(points), false)];
const middle = (...ys) => through(ys.map((y) => [0, y]), false);
export const LINES = {
  front: [
    ...both([[3, 69], [12, 71], [24, 69.5], [34, 72]]), ...both([[33, 103], [26, 110], [16, 111.5], [5, 107]]),
    middle(112, 150), through([[-1.5, 162], [0, 164.5], [1.5, 162]], false), ...both([[32, 188], [20, 200], [6, 208]]),
    ...both([[12.5, 284], [18.5, 279.5], [24.5, 284]]), ...both([[14, 297], [18.5, 299.5], [23, 297]]),
    ...both([[22.5, 310], [22, 335], [18.5, 362]]),
  ],
  back: [
    middle(60, 120, 176), ...both([[10, 84], [9, 100], [16, 116], [25, 108], [31, 88]]), middle(184, 213),
    ...both([[2, 214], [14, 217], [27, 211]]), ...both([[10.5, 289], [18, 291.5], [26, 289]]),
    ...both([[18, 300], [18.5, 322], [24, 340]]), ...both([[18, 318], [13, 338]]), ...both([[15, 362], [15.5, 378]]),
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

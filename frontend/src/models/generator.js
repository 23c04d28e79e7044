// Seeded random numbers, the same in the page and in Python: the twin of src/pnh/models/generator.py.
// mulberry32 for uniform numbers; Box and Muller for normal ones, both of each pair used in order.

/** The uniform numbers alone, for scripts that have no room for more: () → one number in [0, 1). */
export function uniformsFrom(seed) {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`seed: ${seed} is not a whole number from 0 to ${0xffffffff}`);
  }
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A stream of random numbers from one seed, a whole number from 0 to 2**32 - 1. */
export function draws(seed) {
  const uniform = uniformsFrom(seed);
  let spare = null;

  const normal = () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  const many = (draw) => (count) => {
    const out = new Float64Array(count);
    for (let i = 0; i < count; i += 1) out[i] = draw();
    return out;
  };

  return {
    /** One number in [0, 1). */
    uniform,
    /** One standard normal number. */
    normal,
    /** One waiting time with this mean. */
    exponential: (mean) => -mean * Math.log(1 - uniform()),
    /** One whole number from low to high, both included. */
    integer(low, high) {
      if (high < low) throw new RangeError(`integer: nothing lies between ${low} and ${high}`);
      return low + Math.floor(uniform() * (high - low + 1));
    },
    /** The next `count` uniform numbers, as a Float64Array. */
    uniforms: many(uniform),
    /** The next `count` standard normal numbers, as a Float64Array. */
    normals: many(normal),
  };
}

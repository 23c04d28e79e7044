// Sixteen of sixteen, as an exact interval: the twin of src/pnh/models/interval.py.

export const WITH_DATA = 16, ALL = 22;

function atMost(count, of, share) {
  let sum = 0, ways = 1;
  for (let k = 0; k <= count; k += 1) {
    sum += ways * share ** k * (1 - share) ** (of - k);
    ways = (ways * (of - k)) / (k + 1);
  }
  return sum;
}

/** The share at which the answer turns from true to false, by halving. */
function shareAt(liesAbove) {
  let low = 0, high = 1;
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (liesAbove(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** [low, high]: exact 95% interval for a share (Clopper and Pearson). */
export const clopperPearson = (count, of) => [
  count === 0 ? 0 : shareAt((share) => 1 - atMost(count - 1, of, share) < 0.025),
  count === of ? 1 : shareAt((share) => atMost(count, of, share) > 0.025),
];

/** The interval at these settings: `counted` people, `normal` of them without the sign (of those without data only). */
export function measures({ counted = WITH_DATA, normal = 0 }) {
  const without = Math.min(normal, counted - WITH_DATA);
  const [low, high] = clopperPearson(counted - without, counted);
  return {
    seen: counted - without, people: counted, without,
    low_pct: 100 * low, high_pct: 100 * high, without_pct: 100 - 100 * low, three_pct: without ? null : 300 / counted,
  };
}

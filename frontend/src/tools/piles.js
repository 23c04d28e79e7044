// Cards and the bins they lie in: what was kept, what lies where, how it agrees with ours. Pure functions.

/** { card id: bin id } of what was stored, without what the tool no longer has. */
export function readPlaced({ bins, cards }, kept = {}) {
  const known = cards.filter(({ id }) => bins.some((bin) => bin.id === kept?.[id]));
  return Object.fromEntries(known.map(({ id }) => [id, kept[id]]));
}

export const unsorted = (cards, placed) => cards.filter(({ id }) => !placed[id]);

/** { cards, same, apart: [[theirs, ours, how often], …] }, the commonest difference first. */
export function agreement(cards, placed) {
  const apart = new Map();
  for (const { id, bin } of cards) {
    if (placed[id] && placed[id] !== bin) {
      const pair = `${placed[id]} ${bin}`;
      apart.set(pair, (apart.get(pair) ?? 0) + 1);
    }
  }
  return {
    cards: cards.length,
    same: cards.filter(({ id, bin }) => placed[id] === bin).length,
    apart: [...apart].map(([pair, count]) => [...pair.split(" "), count]).sort((a, b) => b[2] - a[2]),
  };
}

const times = (n) => (n === 1 ? "Once" : n === 2 ? "Twice" : `${n} times`);

/** The sum in words: counts, no grade. `label`: words of a bin's id. */
export function agreementWords({ cards, same, apart }, label) {
  const [first] = apart;
  const most = first && ` ${times(first[2])} you said ${label(first[0])} where we say ${label(first[1])}${apart.length > 1 && first[2] > apart[1][2] ? ", more often than any other difference" : ""}.`;
  return `You and we put ${same} of ${cards} cards into the same place.${most ?? ""}`;
}

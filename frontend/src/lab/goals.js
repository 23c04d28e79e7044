// Goals tick themselves: which of them hold for what was set and measured.

function meets({ of, min = -Infinity, max = Infinity, equals }, facts) {
  if (!Object.hasOwn(facts, of)) return false;
  const fact = facts[of];
  if (equals !== undefined) return fact === equals;
  return typeof fact === "number" && fact >= min && fact <= max;
}

/** Ids of the goals that hold now and are not among `reached` ({ id: minute }). A goal without conditions never holds. */
export function newlyReached(goals, facts, reached) {
  return goals.filter(({ id, when }) => !Object.hasOwn(reached, id) && when?.length && when.every((condition) => meets(condition, facts)))
    .map(({ id }) => id);
}

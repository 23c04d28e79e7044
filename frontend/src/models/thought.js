// The numbers of the thought models, from data/models: the twin of src/pnh/models/thought.py.

const valuesOf = (model) => Object.fromEntries(Object.entries(model).map(([name, { value }]) => [name, value]));

/** (given) → all numbers of a thought model: as they stand in the file, but for the settings given. */
export function numbersOf(model) {
  const standing = valuesOf(model);
  return (given) => ({ ...standing, ...given });
}

// Where a fact of a case comes from, in words. What rests on one of the two source texts names it; `other`: it rests on neither.
export const PROVENANCE_WORDS = {
  source: { seed000: "from the letter", seed002: "from the report, about this person", other: "from a published case" },
  "source-group": { seed000: "from the letter, about the group", seed002: "from the report, about the group", other: "from studies, about groups" },
  composed: { other: "composed" },
};

/** `prov`: { kind, label?, sources? } as in the case files; a label of its own goes first. */
export function provenanceWords({ kind, label, sources = [] }) {
  const words = PROVENANCE_WORDS[kind];
  return label ?? words[sources.find((key) => key in words)] ?? words.other;
}

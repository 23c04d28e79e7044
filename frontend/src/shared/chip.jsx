// The small mark that says where a fact of a case comes from.

const WORDS = {
  source: "from the letter",
  "source-group": "from the report, about the group",
  composed: "composed",
};

/** `prov`: { kind, label? } as in the case files. */
export function Chip({ prov }) {
  if (!prov) return null;
  return <span class={`pnh-chip${prov.kind === "composed" ? "" : " pnh-sourced"}`}>{prov.label ?? WORDS[prov.kind]}</span>;
}

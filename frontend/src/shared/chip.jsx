// The small mark that says where a fact of a case comes from.

import { PROVENANCE_WORDS } from "./provenance.js";

/** `prov`: { kind, label? } as in the case files. */
export function Chip({ prov }) {
  if (!prov) return null;
  return <span class={`pnh-chip${prov.kind === "composed" ? "" : " pnh-sourced"}`}>{prov.label ?? PROVENANCE_WORDS[prov.kind]}</span>;
}

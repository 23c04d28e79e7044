// The small mark that says where a fact of a case comes from.

import { provenanceWords } from "./provenance.js";

/** `prov`: { kind, label?, sources? } as in the case files. */
export function Chip({ prov }) {
  if (!prov) return null;
  return <span class={`pnh-chip${prov.kind === "composed" ? "" : " pnh-sourced"}`}>{provenanceWords(prov)}</span>;
}

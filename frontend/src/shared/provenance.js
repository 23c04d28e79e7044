// Where a fact of a case comes from, in words.
export const PROVENANCE_WORDS = {
  source: "from the letter",
  "source-group": "from the report, about the group",
  composed: "composed",
};

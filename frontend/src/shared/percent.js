// A share of one as per cent: 0.466 is "47%".
export const percent = (share) => `${Math.round(100 * share)}%`;

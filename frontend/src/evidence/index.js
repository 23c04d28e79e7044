// Benches that are no laboratory: a thought model, statistics, and runs computed beforehand. Their contract: ../lab/benches/index.js.
import calcium from "./calcium.jsx";
import interval from "./interval.jsx";
import microcramp from "./microcramp.jsx";
import responders from "./responders.jsx";

export const benches = { calcium, interval, microcramp, responders };

// The numbers of data/models/emg.json: what each means, its unit and its source stand there.
import data from "../../../../data/models/emg.json" with { type: "json" };
import { checkNumber, rangesOf, valuesOf } from "../parameters.js";

export const { sampling, noise, sound, measures, fibre, table, units, kinds } = valuesOf(data);
export const unitRanges = rangesOf(data.units.normal);
export const rate = sampling.rate_hz;

export const checkSeconds = (seconds) => checkNumber("seconds", seconds, data.sampling.seconds.range);

/** A parameter with two values is drawn evenly between them; one with a single value stands, and nothing is drawn. */
export const pick = (draw, value) => (Array.isArray(value) ? value[0] + (value[1] - value[0]) * draw.uniform() : value);

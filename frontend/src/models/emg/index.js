// The EMG synthesiser: potentials, the seventeen kinds, their sound. Signals are physical: negative is drawn upwards.
export { KINDS, compose, emg, fromSpikes } from "./kinds.js";
export { envelope, soundGain, wavBytes } from "./recording.js";
export { fibresPotential, measureUnit, motorUnit, motorUnitPotential, unitFibres } from "./unit.js";

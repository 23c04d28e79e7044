// Long runs beside the page: the engine in a worker made from its own source (no second file, so it works from a USB stick too),
// piece by piece, so that the picture grows. Where workers are refused the same pieces are computed between two frames.
import { axonEngine, axonParameters, runOptions, start } from "../models/axon.js";

const START_MS = 60;  // a slider on the move starts no run
let address = null;

/** What the worker runs: nothing but the engine and this loop. */
export const workerSource = `const engine=(${axonEngine})();onmessage=({data:[parameters,options,pieceMs]})=>{
  const trace=engine.start(parameters,options);
  for(let more=true,from=0,told=0;more;from=trace.samples,told=trace.spikes_ms.length){
    more=trace.run(pieceMs);
    postMessage([from,trace.voltage_mv.slice(from,trace.samples),trace.spikes_ms.slice(told),more]);
  }};`;

function beside(parameters, options, pieceMs, onPiece, onRefused) {
  address ??= URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
  const worker = new Worker(address);
  const trace = { voltage_mv: new Float64Array(Math.round(options.duration_ms / options.step_ms) + 1), spikes_ms: [], step_ms: options.step_ms, samples: 0 };
  worker.onmessage = ({ data: [from, piece, spikes, more] }) => {
    trace.voltage_mv.set(piece, from);
    trace.samples = from + piece.length;
    trace.spikes_ms.push(...spikes);
    if (!more) worker.terminate();
    onPiece(trace, more);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    onRefused();
  };
  worker.postMessage([parameters, options, pieceMs]);
  return () => worker.terminate();
}

function between(parameters, options, pieceMs, onPiece) {
  const trace = start(parameters, options);
  const next = () => {
    const more = trace.run(pieceMs);
    if (more) timer = setTimeout(next);
    onPiece(trace, more);
  };
  let timer = setTimeout(next);
  return () => clearTimeout(timer);
}

/**
 * A run of the axon in pieces of `pieceMs`. `onPiece(trace, more)` after each; the trace is filled as far as `trace.samples`.
 * Returns the function that stops it.
 */
export function runInPieces(given, givenOptions, pieceMs, onPiece) {
  const parameters = axonParameters(given), options = runOptions(givenOptions);
  let stop = () => {};
  const here = () => { stop = between(parameters, options, pieceMs, onPiece); };
  const timer = setTimeout(() => {
    try {
      stop = beside(parameters, options, pieceMs, onPiece, here);
    } catch {
      here();
    }
  }, START_MS);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

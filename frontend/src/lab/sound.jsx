// A recording to be heard: play, stop, volume, a file to keep, and the same in words for those who can't hear it.
import { useEffect, useRef, useState } from "preact/hooks";
import { wavBytes } from "../models/emg/index.js";
import { RATE_HZ, audible, play, storeVolume, storedVolume } from "./sound.js";

function save(signal_uv, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([wavBytes({ signal_uv, rate_hz: RATE_HZ })], { type: "audio/wav" }));
  link.download = `${file}.wav`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * `signal()`: the recording, a Float64Array in µV at 20 kHz; asked for when it is wanted. `of`: anything that changes when the recording
 * does: what plays then stops. `name` prefixes ids and names the file, `label` names the group, `words`: what is to be heard (plain text; none where they stand elsewhere).
 * `onHeard()`: Play was pressed and something came of it. `busy`: the recording is not there yet.
 * While it plays, the explorer's root carries data-pnh-playing and --pnh-seconds: a `.pnh-playhead` then runs over the trace.
 */
export function Sound({ signal, of, name, label, words, busy = false, onHeard }) {
  const [volume, setVolume] = useState(storedVolume);
  const [playing, setPlaying] = useState(false);
  const [trouble, setTrouble] = useState("");
  const box = useRef(null);
  const sound = useRef(null);
  useEffect(() => () => sound.current?.stop(), [of]);

  const onPlay = () => {
    if (busy) return;
    const { dataset, style } = box.current.closest(".pnh");
    try {
      const samples = audible(signal());
      sound.current = play(samples, volume, () => {
        delete dataset.pnhPlaying;
        setPlaying(false);
      });
      box.current.getBoundingClientRect();  // drawn once without it: a sound played again takes its playhead back to the start
      style.setProperty("--pnh-seconds", `${samples.length / RATE_HZ}s`);
      dataset.pnhPlaying = "";
      setPlaying(true);
      setTrouble("");
      onHeard?.();
    } catch {
      setTrouble("This browser plays no sound here. You can read below what is to be heard, or save the sound and play it elsewhere.");
    }
  };
  const onVolume = ({ currentTarget: { valueAsNumber } }) => {
    setVolume(valueAsNumber);
    storeVolume(valueAsNumber);
    sound.current?.turn(valueAsNumber);
  };
  return (
    <div ref={box} class="pnh-sound" role="group" aria-label={label}>
      <div class="pnh-row pnh-screen">
        <button type="button" aria-disabled={busy} onClick={onPlay}>Play</button>
        <button type="button" class="pnh-quiet" aria-keyshortcuts="Escape" aria-disabled={!playing} onClick={() => sound.current?.stop()}>Stop</button>
        <label class="pnh-volume" for={`${name}-volume`}>Volume
          <input id={`${name}-volume`} type="range" min="0" max="100" step="5" value={volume} aria-valuetext={`${volume}%`} onInput={onVolume} />
        </label>
        <button type="button" class="pnh-quiet" aria-disabled={busy} onClick={() => busy || save(signal(), name)}>Save the sound (WAV)</button>
      </div>
      {trouble && <p role="alert">{trouble}</p>}
      {words && <p class="pnh-heard"><strong>To be heard:</strong> {words}</p>}
    </div>
  );
}

// A trace drawn from its envelope, the smallest and largest value of each column: an SVG with time axis and scale bar.
// Physical signals, negative up as in the clinic: a value in µV is its own y, since y runs down in SVG.

const LEAST_SPAN_UV = 100;  // either side of zero; quiet muscle looks quiet

/** The 1, 2 or 5 times a power of ten that is nearest below `value`. */
export function roundBelow(value) {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return power * [5, 2, 1].find((step) => step * power <= value * (1 + 1e-9));
}

/** { low, high } in µV: what the picture has room for. */
export const spanOf = ({ low_uv: low, high_uv: high }) => ({
  low: low.reduce((least, x) => Math.min(least, x), -LEAST_SPAN_UV), high: high.reduce((most, x) => Math.max(most, x), LEAST_SPAN_UV),
});

/** The columns from `start` to `end` as one closed outline. */
export function outline({ low_uv: low, high_uv: high }, start = 0, end = low.length) {
  const points = (list) => list.slice(start, end).map((y, i) => `${start + i} ${Math.round(y * 10) / 10}`);
  return `M${points([...low]).join("L")}L${points([...high]).reverse().join("L")}Z`;
}

/** Times of the axis from `from` to `to`, in steps of 1, 2 or 5. */
export function ticksBetween(from, to) {
  const step = roundBelow((to - from) / 3);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(6)));
}

const percent = (share) => `${Number((100 * share).toFixed(3))}%`;
/** Where `time` lies between `from` and `to`, as a CSS length. */
export const placeOf = (time, from, to) => percent((time - from) / (to - from));
const micro = (uv) => (uv >= 1000 ? `${uv / 1000} mV` : `${uv} µV`);

/** `label`: what is to be seen, in words (absent: for eyes only); `span`: to draw two pieces to one scale; `bar`: with its scale. */
export function Trace({ envelope, seconds, from = 0, to = seconds, span = spanOf(envelope), label, bar = true, children }) {
  const columns = envelope.low_uv.length;
  const [start, end] = [from, to].map((time) => Math.round((time / seconds) * columns));
  const height = span.high - span.low;
  const barUv = roundBelow(height / 2.5);
  return (
    <div class="pnh-trace">
      <div class="pnh-wave">
        <div class="pnh-plot"><svg viewBox={`${start} ${span.low} ${end - start} ${height}`} preserveAspectRatio="none" {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" })}>
          <path class="pnh-line" d={outline(envelope, start, end)} vector-effect="non-scaling-stroke" />
        </svg>
        {bar && <span class="pnh-bar" style={{ height: percent(barUv / height) }}><span>{micro(barUv)}</span></span>}</div>
        {children}
      </div>
      <div class="pnh-axis" aria-hidden="true">{ticksBetween(from, to).map((time) => <span key={time} style={{ left: placeOf(time, from, to) }}>{time} s</span>)}</div>
    </div>
  );
}

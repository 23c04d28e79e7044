// A field for the reader's own words: it grows with them, and on paper they stand as text.
/** `pad`: room for more than a few words. */
export const Own = ({ value, pad, ...rest }) => (
  <>
    <textarea class={`${value ? "pnh-screen" : ""}${pad ? " to-pad" : ""}`} value={value} {...rest} />
    {value && <p class="pnh-paper to-own">{value}</p>}
  </>
);

export const KEPT = { device: "What you write stays in this browser.", memory: "This browser keeps nothing: print what you wrote before you close the page." };

// The picture of a thousand people, and the key to its shapes. A group is { words, count, shape, fill, … }.
import { crowd, HEIGHT, SHAPES, WIDTH } from "./crowd.js";

const shapeOf = ({ shape, fill }) => `to-${shape} to-${fill}`;

/** `isAside(group)`: it is drawn paler, since the sentence is not about it. */
export function Crowd({ groups, label, isAside }) {
  let before = 0;
  return (
    <svg class="to-crowd" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {groups.map((group) => {
        const d = crowd(group.shape, before, group.count);
        before += group.count;
        return <path key={group.words} class={`${shapeOf(group)}${isAside(group) ? " to-aside" : ""}`} d={d} />;
      })}
    </svg>
  );
}

export const Key = ({ group }) => <svg class="to-key" viewBox="0 0 10 10" aria-hidden="true"><path class={shapeOf(group)} d={`M0 0${SHAPES[group.shape]}`} /></svg>;

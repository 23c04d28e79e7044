// A thousand people as small shapes: who stands where, and how each is drawn. Pure functions.

export const PEOPLE = 1000;
const COLUMNS = 40;
const ROWS = PEOPLE / COLUMNS;
const CELL = 10;
export const WIDTH = COLUMNS * CELL;
export const HEIGHT = ROWS * CELL;

/** Shapes of one cell, drawn from its upper left corner: those who have it are squares, those who do not circles, small
 * ones where nothing is found either. */
export const SHAPES = {
  square: "m1.6 1.6h6.8v6.8h-6.8z",
  circle: "m1.4 5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0",
  dot: "m2.8 5a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0",
};

/** One path for `count` people who stand in the crowd after `before` others, column by column. */
export function crowd(shape, before, count) {
  return Array.from({ length: count }, (_, i) => `M${Math.floor((before + i) / ROWS) * CELL} ${((before + i) % ROWS) * CELL}${SHAPES[shape]}`).join("");
}

const fastest = 4;

/**
 * How fast a film plays once `J` (-1) or `L` (1) is pressed, as in film editors: at its own pace, and twice as fast with
 * each further press the same way. Rates are times the film's pace, below 0 backwards, and 0 while it stands still.
 */
export const shuttled = (rate: number, way: 1 | -1): number =>
  Math.sign(rate) === way ? way * Math.min(fastest, 2 * Math.abs(rate)) : way;

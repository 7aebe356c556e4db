import type { Box } from "../../shared/board/frames.ts";
import type { Point } from "./wirePath.ts";

/** Smart guides: a dragged node that is nearly in line with another one comes into line with it. */

export interface Guide {
  readonly from: Point;
  readonly to: Point;
}

interface Guided extends Point {
  readonly guides: readonly Guide[];
}

interface Line {
  /** How far the dragged box is from it. */
  readonly off: number;
  readonly at: number;
  readonly other: Box;
}

const edgesOf = (start: number, length: number): readonly number[] => [
  start,
  start + length / 2,
  start + length,
];

/** The line that is nearest to one of the box's two edges or its middle, each compared with its like. */
function nearest(
  box: Box,
  others: readonly Box[],
  reach: number,
  along: (box: Box) => readonly number[],
): Line | undefined {
  let best: Line | undefined;
  const own = along(box);
  for (const other of others) {
    for (const [i, at] of along(other).entries()) {
      const off = at - (own[i] ?? NaN);
      if (Math.abs(off) <= reach && (best === undefined || Math.abs(off) < Math.abs(best.off))) {
        best = { off, at, other };
      }
    }
  }
  return best;
}

/**
 * Where a dragged box comes to stand, and the lines that show why. All in canvas px.
 *
 * @param reach how near a line has to be
 */
export function guided(box: Box, others: readonly Box[], reach: number): Guided {
  const across = nearest(box, others, reach, ({ x, width }) => edgesOf(x, width));
  const down = nearest(box, others, reach, ({ y, height }) => edgesOf(y, height));
  const [x, y] = [box.x + (across?.off ?? 0), box.y + (down?.off ?? 0)];
  const guides: Guide[] = [];
  if (across !== undefined) {
    const { at, other } = across;
    const [top, bottom] = [Math.min(y, other.y), Math.max(y + box.height, other.y + other.height)];
    guides.push({ from: { x: at, y: top }, to: { x: at, y: bottom } });
  }
  if (down !== undefined) {
    const { at, other } = down;
    const [left, right] = [Math.min(x, other.x), Math.max(x + box.width, other.x + other.width)];
    guides.push({ from: { x: left, y: at }, to: { x: right, y: at } });
  }
  return { x, y, guides };
}

import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";

/** Smart guides: a node that is dragged or resized until it is nearly in line with another one comes into line with it. */

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

/** The line that is nearest to one of the box's own, each compared with its like of the others. */
function nearest(
  own: readonly number[],
  others: readonly Box[],
  reach: number,
  along: (box: Box) => readonly number[],
): Line | undefined {
  let best: Line | undefined;
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

/** The lines that a box has come into, as long as it takes to join it to the others. */
function guidesOf(
  { x, y, width, height }: Box,
  across: Line | undefined,
  down: Line | undefined,
): readonly Guide[] {
  const guides: Guide[] = [];
  if (across !== undefined) {
    const { at, other } = across;
    const [top, bottom] = [Math.min(y, other.y), Math.max(y + height, other.y + other.height)];
    guides.push({ from: { x: at, y: top }, to: { x: at, y: bottom } });
  }
  if (down !== undefined) {
    const { at, other } = down;
    const [left, right] = [Math.min(x, other.x), Math.max(x + width, other.x + other.width)];
    guides.push({ from: { x: left, y: at }, to: { x: right, y: at } });
  }
  return guides;
}

/**
 * Where a dragged box comes to stand, and the lines that show why. All in canvas px.
 *
 * @param reach how near a line has to be
 */
export function guided(box: Box, others: readonly Box[], reach: number): Guided {
  const across = (each: Box): readonly number[] => edgesOf(each.x, each.width);
  const down = (each: Box): readonly number[] => edgesOf(each.y, each.height);
  const [toX, toY] = [
    nearest(across(box), others, reach, across),
    nearest(down(box), others, reach, down),
  ];
  const [x, y] = [box.x + (toX?.off ?? 0), box.y + (toY?.off ?? 0)];
  return { x, y, guides: guidesOf({ ...box, x, y }, toX, toY) };
}

interface GuidedSize extends Pick<Box, "width" | "height"> {
  readonly guides: readonly Guide[];
}

/** How large a box becomes that is pulled by its lower right corner: either edge of another one draws it. */
export function guidedSize(box: Box, others: readonly Box[], reach: number): GuidedSize {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const toX = nearest([right, right], others, reach, ({ x, width }) => [x, x + width]);
  const toY = nearest([bottom, bottom], others, reach, ({ y, height }) => [y, y + height]);
  const [width, height] = [box.width + (toX?.off ?? 0), box.height + (toY?.off ?? 0)];
  return { width, height, guides: guidesOf({ ...box, width, height }, toX, toY) };
}

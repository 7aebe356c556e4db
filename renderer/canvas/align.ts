import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";

/** Lining up boxes: only the side that is asked for moves. */

export const alignments = ["left", "center", "right", "top", "middle", "bottom"] as const;
export type Alignment = (typeof alignments)[number];
export const directions = ["across", "down"] as const;
export type Direction = (typeof directions)[number];

type Named<Id> = Box & { readonly id: Id };
export type Placed<Id> = Point & { readonly id: Id };

/** By the outermost edge of all, or by the middle between the outermost edges. */
export function align<Id>(boxes: readonly Named<Id>[], how: Alignment): readonly Placed<Id>[] {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const places: { readonly [how in Alignment]: (box: Box) => { x?: number; y?: number } } = {
    left: () => ({ x: left }),
    center: ({ width }) => ({ x: (left + right - width) / 2 }),
    right: ({ width }) => ({ x: right - width }),
    top: () => ({ y: top }),
    middle: ({ height }) => ({ y: (top + bottom - height) / 2 }),
    bottom: ({ height }) => ({ y: bottom - height }),
  };
  return boxes.map((box) => ({ id: box.id, x: box.x, y: box.y, ...places[how](box) }));
}

/** The same gap between neighbours; the first and the last stay. Less than three boxes stay where they are. */
export function distribute<Id>(
  boxes: readonly Named<Id>[],
  direction: Direction,
): readonly Placed<Id>[] {
  const across = direction === "across";
  const start = (box: Box): number => (across ? box.x : box.y);
  const length = (box: Box): number => (across ? box.width : box.height);
  const order = boxes.toSorted((a, b) => start(a) - start(b));
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || order.length < 3) return boxes;
  const room = start(last) + length(last) - start(first);
  const gap = (room - order.reduce((sum, box) => sum + length(box), 0)) / (order.length - 1);
  let at = start(first);
  return order.map((box) => {
    const place = across ? { id: box.id, x: at, y: box.y } : { id: box.id, x: box.x, y: at };
    at += length(box) + gap;
    return place;
  });
}

import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";

/** How a wire runs from an output on the right of a node to an input on the left of another, in canvas px. */

/** How far the ends of a wire pull it to the right and to the left; a loop back when the input is behind. */
function bendOf(from: Point, to: Point): number {
  const ahead = to.x - from.x;
  return ahead >= 0
    ? Math.min(Math.max(ahead / 2, 24), 180)
    : Math.min(240, 48 + Math.abs(ahead) * 0.35 + Math.abs(to.y - from.y) * 0.1);
}

export function wirePath(from: Point, to: Point): string {
  const bend = bendOf(from, to);
  return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

const steps = 24;

/** Points along a wire, its ends included. */
export function wirePoints(from: Point, to: Point): readonly Point[] {
  const bend = bendOf(from, to);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return {
      x: a * from.x + b * (from.x + bend) + c * (to.x - bend) + d * to.x,
      y: (a + b) * from.y + (c + d) * to.y,
    };
  });
}

/** The bends of both ends are alike, so the middle of a wire lies between them. */
export const wireMiddle = (from: Point, to: Point): Point => ({
  x: (from.x + to.x) / 2,
  y: (from.y + to.y) / 2,
});

export interface DrawnWire<Id> {
  readonly id: Id;
  readonly from: Point;
  readonly to: Point;
}

/** The wire that passes nearest to the middle of a box, of those that pass through it. */
export function wireUnder<Id>(box: Box, wires: readonly DrawnWire<Id>[]): Id | undefined {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let nearest: { readonly id: Id; readonly far: number } | undefined;
  for (const { id, from, to } of wires) {
    for (const point of wirePoints(from, to)) {
      const [dx, dy] = [Math.abs(point.x - middle.x), Math.abs(point.y - middle.y)];
      if (dx > box.width / 2 || dy > box.height / 2) continue;
      const far = Math.hypot(dx, dy);
      if (nearest === undefined || far < nearest.far) nearest = { id, far };
    }
  }
  return nearest?.id;
}

const side = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Where two lines between points cross. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  if (side(a, b, c) * side(a, b, d) >= 0) return undefined;
  const [from, to] = [side(c, d, a), side(c, d, b)];
  if (from * to >= 0) return undefined;
  const t = from / (from - to);
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
}

/** The wires that a stroke of the pointer crosses, and where it does so first. */
export function wiresCrossed<Id>(
  stroke: readonly Point[],
  wires: readonly DrawnWire<Id>[],
): readonly { readonly id: Id; readonly at: Point }[] {
  const crossed = (points: readonly Point[]): Point | undefined => {
    for (const [i, a] of stroke.entries()) {
      const b = stroke[i + 1];
      if (b === undefined) return undefined;
      for (const [j, c] of points.entries()) {
        const d = points[j + 1];
        const at = d && crossing(a, b, c, d);
        if (at !== undefined) return at;
      }
    }
    return undefined;
  };
  return wires.flatMap(({ id, from, to }) => {
    const at = crossed(wirePoints(from, to));
    return at === undefined ? [] : [{ id, at }];
  });
}

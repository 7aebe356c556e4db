import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";

/** px from the edge within which a pointer pulls the view along, and px that it moves with each frame at the edge. */
const reach = 40;
const fastest = 15;

/** How far the view goes with the next frame while something is drawn to its edge. px of the window. */
export const edgePull = (pointer: Point, { x, y, width, height }: Box): Point => ({
  x: pull(pointer.x - x, width),
  y: pull(pointer.y - y, height),
});

function pull(at: number, length: number): number {
  const before = at < reach ? at - reach : Math.max(0, at - (length - reach));
  return (Math.max(-reach, Math.min(reach, before)) / reach) * fastest;
}

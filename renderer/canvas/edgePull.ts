import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";

/** px from the edge within which a pointer pulls the view along, and px that it moves with each frame at the edge. */
const reach = 40;
const fastest = 15;

/**
 * How far the view goes with the next frame while something is drawn to its edge. An edge near which it was begun pulls
 * only once the pointer comes nearer to it. px of the window.
 */
export const edgePull = (pointer: Point, begun: Point, { x, y, width, height }: Box): Point => ({
  x: pull(pointer.x - x, begun.x - x, width),
  y: pull(pointer.y - y, begun.y - y, height),
});

function pull(at: number, begun: number, length: number): number {
  const [now, first] = [pastReach(at, length), pastReach(begun, length)];
  const isNearer = now < Math.min(0, first) || now > Math.max(0, first);
  return isNearer ? (Math.max(-reach, Math.min(reach, now)) / reach) * fastest : 0;
}

/** px into the strip along an edge; less than none at the near one. */
const pastReach = (at: number, length: number): number =>
  at < reach ? at - reach : Math.max(0, at - (length - reach));

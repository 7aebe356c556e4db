import type { Point } from "./edits.ts";
import { isNodeType, type NodeType } from "../nodes/registry.ts";
import { nodeOf } from "./graph.ts";
import type { Board, NodeId } from "./schema.ts";

export interface Size {
  readonly w: number;
  readonly h: number;
}

/**
 * The most room in px that a node's face takes when the user has not resized it: the panel of a shot is highest on a
 * board of 9:16. What lays out boards (samples, imports, inserted shots) counts on it.
 */
export const faceSizes: { readonly [T in NodeType]: Size } = {
  shot: { w: 240, h: 360 },
  prompt: { w: 220, h: 140 },
  element: { w: 220, h: 150 },
  join: { w: 160, h: 90 },
  settings: { w: 220, h: 110 },
  image: { w: 220, h: 190 },
  scene: { w: 260, h: 360 },
  note: { w: 220, h: 420 },
  frame: { w: 560, h: 400 },
  reroute: { w: 24, h: 24 },
};

/** Left free between nodes that the program places, in px. */
export const gap = 40;

export function sizeOf(board: Board, id: NodeId): Size {
  const type = nodeOf(board, id)?.type ?? "";
  const face = isNodeType(type) ? faceSizes[type] : faceSizes.prompt;
  const place = board.layout[id];
  return { w: place?.w ?? face.w, h: place?.h ?? face.h };
}

/** The first of an offset and those `step` px further down and to the right that puts nothing right on top of a node. */
export function clearOf(
  { layout }: Pick<Board, "layout">,
  places: readonly Point[],
  step: number,
  offset: Point = { x: 0, y: 0 },
): Point {
  const taken = new Set(Object.values(layout).map(({ x, y }) => `${x} ${y}`));
  let { x, y } = offset;
  while (places.some((at) => taken.has(`${Math.round(at.x + x)} ${Math.round(at.y + y)}`))) {
    x += step;
    y += step;
  }
  return { x, y };
}

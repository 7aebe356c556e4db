import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";

/** `minimap px = fit.x + canvas px × fit.scale` */
export interface Fit {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The smallest box around all nodes; undefined when there are none. */
export function boundsOf(
  nodes: readonly {
    readonly position: Point;
    readonly width?: number | undefined;
    readonly height?: number | undefined;
  }[],
): Box | undefined {
  if (nodes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { position, width = 0, height = 0 } of nodes) {
    left = Math.min(left, position.x);
    top = Math.min(top, position.y);
    right = Math.max(right, position.x + width);
    bottom = Math.max(bottom, position.y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const margin = 8;

/** Puts a box in the middle of a small one, all of it in sight. */
export function fitInto(
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Fit {
  const scale = Math.min(
    (width - 2 * margin) / Math.max(1, box.width),
    (height - 2 * margin) / Math.max(1, box.height),
    0.16,
  );
  return {
    x: width / 2 - (box.x + box.width / 2) * scale,
    y: height / 2 - (box.y + box.height / 2) * scale,
    scale,
  };
}

/** The one before when it is alike: what is drawn by it need not be drawn again. */
export const sameFit = (fit: Fit, before: Fit | undefined): Fit =>
  before?.x === fit.x && before.y === fit.y && before.scale === fit.scale ? before : fit;

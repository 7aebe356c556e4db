import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** Screen px, as Electron has them. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200),
  height: z.int().min(200),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

/** How much of a window must be on a screen, in px each way, to count as being there. */
const visibleEnough = 100;

/** Where the window was when it was last closed; null at the first start and when its screen is gone. */
export function readWindowState(file: string, screens: readonly Box[]): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return screens.some((screen) => isVisibleOn(state, screen)) ? state : null;
  } catch {
    return null;
  }
}

export function writeWindowState(file: string, state: WindowState): void {
  writeFileSync(file, `${JSON.stringify(state)}\n`);
}

function isVisibleOn(box: Box, screen: Box): boolean {
  const width = Math.min(box.x + box.width, screen.x + screen.width) - Math.max(box.x, screen.x);
  const height = Math.min(box.y + box.height, screen.y + screen.height) - Math.max(box.y, screen.y);
  // A title bar above the screen cannot be taken hold of.
  return width >= visibleEnough && height >= visibleEnough && box.y >= screen.y;
}

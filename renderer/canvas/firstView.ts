import { boundsOf } from "./miniMapFit.ts";

export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** Share of the view that stays free on each side. */
const padding = 0.06;
/** Below this, nodes cannot be read. */
const readable = 0.45;
/** At this, one works on them. */
const working = 0.85;

/**
 * Where a board that was just opened is looked at from: all of it when it can be read then, else its beginning, with as
 * many nodes as one works on, so that a board of thousands of nodes opens as fast as a small one.
 */
export function firstView(
  nodes: Parameters<typeof boundsOf>[0],
  view: ViewSize,
): { readonly x: number; readonly y: number; readonly zoom: number } {
  const bounds = boundsOf(nodes);
  if (bounds === undefined) return { x: 0, y: 0, zoom: 1 };
  const [free, freeY] = [view.width * (1 - 2 * padding), view.height * (1 - 2 * padding)];
  const all = Math.min(1, free / bounds.width, freeY / bounds.height);
  const zoom = all < readable ? working : all;
  const place = (start: number, length: number, room: number): number => {
    const shown = length * zoom;
    const left = shown <= room ? (room - shown) / 2 : room * padding;
    return Math.round(left - start * zoom);
  };
  return {
    x: place(bounds.x, bounds.width, view.width),
    y: place(bounds.y, bounds.height, view.height),
    zoom,
  };
}

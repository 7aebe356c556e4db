/** Seven numbers for each node: x, y, width and height in px of the overview, opacity, number of its colour, 1 for an outline. */
export const markLength = 7;
/** Where in them the opacity is. */
export const markOpacity = 4;

export interface MiniMapOrder {
  /** Given once, before anything is drawn. */
  readonly canvas?: OffscreenCanvas;
  readonly marks: Float32Array;
  readonly colors: readonly string[];
  /** Device px of one px of the overview. */
  readonly scale: number;
}

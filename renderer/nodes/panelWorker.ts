import type { AnimaticShot } from "../../shared/animatic/animatic.ts";
import { drawPanel } from "../../shared/animatic/draw.ts";

/** Paints the pictures of shots in a thread of its own, so that no gesture waits for one. */

export interface PanelOrder {
  readonly shot: AnimaticShot;
  /** How far its camera move has come, 0 to 1. */
  readonly progress: number;
  /** Device px. */
  readonly width: number;
  readonly height: number;
}

/** As many as there were orders; null for one that cannot be painted. */
export type PaintedPanels = readonly (Blob | null)[];

addEventListener("message", ({ data }: MessageEvent<readonly PanelOrder[]>) => void paint(data));

async function paint(orders: readonly PanelOrder[]): Promise<void> {
  const painted: PaintedPanels = await Promise.all(
    // One that cannot be painted must not cost those that came with it.
    orders.map((order) => pictureOf(order).catch(() => null)),
  );
  postMessage(painted);
}

async function pictureOf({ shot, progress, width, height }: PanelOrder): Promise<Blob | null> {
  const picture = new OffscreenCanvas(width, height);
  const context = picture.getContext("2d");
  if (context === null) return null;
  drawPanel(context, shot, { width, height }, progress);
  return picture.convertToBlob({ type: "image/webp", quality: 0.92 });
}

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

addEventListener("message", ({ data }: MessageEvent<PanelOrder>) => void paint(data));

/** Answers with the picture, or with null where it cannot be painted. */
async function paint({ shot, progress, width, height }: PanelOrder): Promise<void> {
  const picture = new OffscreenCanvas(width, height);
  const context = picture.getContext("2d");
  if (context !== null) drawPanel(context, shot, { width, height }, progress);
  postMessage(context && (await picture.convertToBlob({ type: "image/webp", quality: 0.92 })));
}

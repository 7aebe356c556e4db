import { createCanvas } from "@napi-rs/canvas";
import {
  type Animatic,
  frameCountOf,
  frameRate,
  frameSizes,
} from "../../../shared/animatic/animatic.ts";
import { drawFrame, type Pictures } from "../../../shared/animatic/draw.ts";
import { createVideoWriter } from "../../media/writeVideo.ts";

/** Bits per second; dark flat pictures need no more to look clean at 720p. */
const bitrate = 5_000_000;

export interface RenderWatch {
  readonly signal: AbortSignal;
  /** Frames. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Draws and encodes every frame. Each shot begins with a key frame.
 *
 * @returns The bytes of the MP4.
 * @throws The signal's reason when it is stopped, and what the encoder throws.
 */
export async function render(
  animatic: Animatic,
  pictures: Pictures,
  { signal, onProgress }: RenderWatch,
): Promise<Uint8Array> {
  const size = frameSizes[animatic.aspectRatio];
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  const writer = await createVideoWriter({ ...size, frameRate, bitrate });
  const total = frameCountOf(animatic);
  const cuts = new Set(animatic.shots.map(({ start }) => Math.round(start * frameRate)));
  try {
    for (let frame = 0; frame < total; frame += 1) {
      signal.throwIfAborted();
      drawFrame(context, animatic, frame / frameRate, { ...size, pictures });
      await writer.add(canvas, cuts.has(frame));
      onProgress(frame + 1, total);
    }
    return await writer.finish();
  } finally {
    writer.close();
  }
}

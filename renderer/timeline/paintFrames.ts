import type { Animatic } from "../../shared/animatic/animatic.ts";
import type { Drawable } from "../../shared/animatic/canvas2d.ts";
import { drawFrame } from "../../shared/animatic/draw.ts";
import { useView } from "../stores/viewStore.ts";

/** Sketches that were decoded once, by their address. */
const decoded = new Map<string, Drawable>();

async function decode(address: string): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  decoded.set(address, image);
}

/** Draws the frame at the playhead, now and whenever it moves. Returns how to stop. */
export function paintFrames(canvas: HTMLCanvasElement, animatic: Animatic): () => void {
  const context = canvas.getContext("2d");
  if (context === null) return () => {};
  let frame = 0;
  const paint = (): void => {
    frame = 0;
    const { width, height } = canvas;
    // The very end shows the last frame, not what would come after it.
    const time = Math.min(useView.getState().playhead, Math.max(0, animatic.seconds - 0.01));
    drawFrame(context, animatic, time, { width, height, pictures: decoded });
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(paint);
  };
  const missing = new Set(animatic.shots.map(({ sketch }) => sketch).filter((each) => each !== ""));
  for (const address of missing) {
    // A picture that cannot be had is drawn from the shot's words, as in the rendered animatic.
    if (!decoded.has(address)) void decode(address).then(soon, () => undefined);
  }
  paint();
  const stop = useView.subscribe((state, before) => {
    if (state.playhead !== before.playhead) soon();
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
}

import { rename, rm, writeFile } from "node:fs/promises";
import { work } from "../../media/inside.ts";
import { registerFonts } from "./fonts.ts";
import type { RenderMessage, RenderOrder } from "./order.ts";
import { loadPictures } from "./pictures.ts";
import { render } from "./render.ts";

/** Renders one animatic, in a process of its own. */
work<RenderMessage>(async (order: RenderOrder, { say, onWord }) => {
  const stop = new AbortController();
  // There is one word.
  onWord(() => stop.abort());
  const part = `${order.file}.part`;
  try {
    registerFonts(order.fonts);
    const sketches = order.animatic.shots.map(({ sketch }) => sketch);
    const pictures = await loadPictures(sketches, stop.signal);
    const video = await render(order.animatic, pictures, {
      signal: stop.signal,
      onProgress: (done, total) => say({ kind: "progress", done, total }),
    });
    stop.signal.throwIfAborted();
    await writeFile(part, video);
    await rename(part, order.file);
    say({ kind: "done" });
  } catch (error) {
    await rm(part, { force: true });
    if (!stop.signal.aborted) say(failure(error));
  }
});

function failure(error: unknown): RenderMessage {
  const words = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && "code" in error ? error.code : undefined;
  return { kind: "failed", code: cause === "ENOSPC" ? "diskFull" : "animaticFailed", words };
}

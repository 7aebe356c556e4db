import { markLength, type MiniMapOrder } from "./miniMapOrder.ts";

/** Draws the overview in a thread of its own: it has a rectangle for every node of the board. */

let context: OffscreenCanvasRenderingContext2D | null | undefined;

addEventListener("message", ({ data }: MessageEvent<MiniMapOrder>) => draw(data));

function draw({ canvas, marks, colors, scale }: MiniMapOrder): void {
  if (canvas !== undefined) context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  for (let at = 0; at < marks.length; at += markLength) {
    const [x = 0, y = 0, width = 0, height = 0, opacity = 1, color = 0, outline = 0] =
      marks.subarray(at, at + markLength);
    context.globalAlpha = opacity;
    if (outline === 1) {
      context.strokeStyle = colors[color] ?? "";
      context.strokeRect(x, y, width, height);
    } else {
      context.fillStyle = colors[color] ?? "";
      context.fillRect(x, y, width, height);
    }
  }
}

import { paintFinish } from "./air.ts";
import { type Animatic, type AnimaticShot, shotAt } from "./animatic.ts";
import type { Canvas2D, Drawable, FrameSize } from "./canvas2d.ts";
import { cardOf } from "./card.ts";
import { chanceOf } from "./chance.ts";
import { flatPlacementOf, type Moment, type Placement, placementOf } from "./motion.ts";
import { drawOverlay } from "./overlay.ts";

/** Decoded pictures by the `sketch` of the shots; a shot whose picture is missing gets a card made up from its words. */
export type Pictures = ReadonlyMap<string, Drawable>;

export interface FrameOptions extends FrameSize {
  readonly pictures?: Pictures;
}

/**
 * One frame of the film.
 *
 * @param time Seconds from the beginning of the animatic.
 */
export function drawFrame(
  context: Canvas2D,
  animatic: Animatic,
  time: number,
  options: FrameOptions,
): void {
  const shot = shotAt(animatic, time);
  if (shot === undefined) return;
  const seconds = Math.min(shot.seconds, Math.max(0, time - shot.start));
  const progress = shot.seconds > 0 ? seconds / shot.seconds : 0;
  drawShot(context, shot, { move: shot.camera.move, progress, seconds }, options);
  drawOverlay(context, animatic, shot, time, options);
}

/**
 * A shot as a still, nothing written on it.
 *
 * @param progress How far its camera move has come, 0 to 1.
 */
export function drawPanel(
  context: Canvas2D,
  shot: AnimaticShot,
  options: FrameOptions,
  progress: number = 0.5,
): void {
  const moment = { move: shot.camera.move, progress, seconds: shot.seconds * progress };
  drawShot(context, shot, moment, options);
}

function drawShot(
  context: Canvas2D,
  shot: AnimaticShot,
  moment: Moment,
  { width, height, pictures }: FrameOptions,
): void {
  const picture = pictures?.get(shot.sketch);
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  if (picture === undefined) drawCard(context, shot, moment, { width, height });
  else drawPicture(context, picture, moment, { width, height });
  context.restore();
}

function drawCard(context: Canvas2D, shot: AnimaticShot, moment: Moment, size: FrameSize): void {
  const { stage, layers, roll, seed } = cardOf(shot, size);
  for (const { depth, subject, paint } of layers) {
    context.save();
    place(context, placementOf(moment, depth, subject === true), roll, size);
    paint(context);
    context.restore();
  }
  paintFinish(context, stage, chanceOf(seed + 17), shot.camera.lens);
}

/** The picture fills the frame, cut at its longer side. */
function drawPicture(context: Canvas2D, picture: Drawable, moment: Moment, size: FrameSize): void {
  const { cover, ...placement } = flatPlacementOf(moment);
  const scale = Math.max(size.width / picture.width, size.height / picture.height) * cover;
  const width = picture.width * scale;
  const height = picture.height * scale;
  context.fillStyle = "#0e1013";
  context.fillRect(0, 0, size.width, size.height);
  place(context, placement, 0, size);
  context.drawImage(picture, (size.width - width) / 2, (size.height - height) / 2, width, height);
}

function place(context: Canvas2D, { scale, x, y }: Placement, roll: number, size: FrameSize): void {
  context.translate(size.width * (0.5 + x), size.height * (0.5 + y));
  context.rotate(roll);
  context.scale(scale, scale);
  context.translate(-size.width / 2, -size.height / 2);
}

import type { Canvas2D } from "./canvas2d.ts";
import { type Color, css } from "./color.ts";
import type { Mood } from "./mood.ts";
import type { Palette } from "./palette.ts";

/** Where a card is composed, px. Everything is drawn beyond the frame's edges, so that the camera has room. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly horizon: number;
  /** Where the subject stands. */
  readonly focus: number;
  /** The sun, the moon or the lamp. */
  readonly light: { readonly x: number; readonly y: number };
  readonly palette: Palette;
  readonly mood: Mood;
}

/** A sheet of a card. `depth`: 0 is at infinity, 1 is where the subject stands, more is nearer. */
export interface Layer {
  readonly depth: number;
  /** Stays in place when the camera goes along with it. */
  readonly subject?: boolean;
  readonly paint: (context: Canvas2D) => void;
}

/** Stops of a vertical gradient: how far down (0 to 1), colour, and how solid it is. */
export type Stop = readonly [offset: number, color: Color, alpha?: number];

/** Fills a band over the whole width. */
export function fillBand(
  context: Canvas2D,
  stage: Stage,
  [top, bottom]: readonly [number, number],
  stops: readonly Stop[],
): void {
  context.fillStyle = vertical(context, top, bottom, stops);
  context.fillRect(stage.left, top, stage.right - stage.left, bottom - top);
}

export function vertical(
  context: Canvas2D,
  top: number,
  bottom: number,
  stops: readonly Stop[],
): object {
  const gradient = context.createLinearGradient(0, top, 0, bottom);
  for (const [offset, color, alpha] of stops) gradient.addColorStop(offset, css(color, alpha));
  return gradient;
}

/** A soft round light. */
export function fillGlow(
  context: Canvas2D,
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
  color: Color,
  alpha: number,
): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, css(color, alpha));
  gradient.addColorStop(0.35, css(color, alpha * 0.36));
  gradient.addColorStop(0.7, css(color, alpha * 0.08));
  gradient.addColorStop(1, css(color, 0));
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** A closed shape of straight sides. */
export function polygon(context: Canvas2D, ...points: (readonly [number, number])[]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
}

export function disc(context: Canvas2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
}

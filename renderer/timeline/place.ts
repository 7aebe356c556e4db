import type { Clip } from "./film.ts";

/** Where things stand on the timeline. */

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300] as const;
/** px that a label of the ruler needs. */
const labelRoom = 46;
/** px; nearer than this, ticks are a grey bar. */
const tickRoom = 7;

export interface Tick {
  readonly at: number;
  readonly labelled: boolean;
}

/** A tick for each second, or as many as there is room for. */
export function ticksOf(total: number, pxPerSecond: number): readonly Tick[] {
  const stepFor = (room: number): number => steps.find((step) => step * pxPerSecond >= room) ?? 600;
  const step = stepFor(tickRoom);
  const labels = Math.max(step, stepFor(labelRoom));
  return Array.from({ length: Math.floor(total / step) + 1 }, (_, i) => i * step).map((at) => ({
    at,
    labelled: at % labels === 0,
  }));
}

/**
 * The place, counted from 0, that a clip comes to when it is dragged by so many seconds: past every clip whose middle
 * its leading edge has crossed.
 */
export function placeFor(clips: readonly Clip[], index: number, bySeconds: number): number {
  const clip = clips[index];
  if (clip === undefined) return index;
  const start = clip.start + bySeconds;
  const end = start + clip.seconds;
  const middle = (other: Clip): number => other.start + other.seconds / 2;
  const passed = clips.filter((other, i) =>
    bySeconds > 0 ? i > index && middle(other) < end : i < index && middle(other) > start,
  ).length;
  return bySeconds > 0 ? index + passed : index - passed;
}

/** Seconds of a point, within the scene. */
export const secondsAt = (x: number, pxPerSecond: number, total: number): number =>
  Math.min(total, Math.max(0, pxPerSecond > 0 ? x / pxPerSecond : 0));

/** The clip that is seen at a time; the last one at the very end. */
export const clipAt = (clips: readonly Clip[], seconds: number): Clip | undefined =>
  clips.findLast(({ start }) => start <= seconds) ?? clips[0];

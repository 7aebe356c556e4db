import { shotsOf, type AnimaticShot } from "../../shared/animatic/animatic.ts";
import { drawPanel } from "../../shared/animatic/draw.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { ParamsOf } from "../../shared/nodes/registry.ts";
import type { Fact } from "./facts.ts";
import type { Size } from "./size.ts";

/**
 * The animatic's picture of a shot, painted into the `<canvas>` of its panel. Painting takes some milliseconds, so it
 * is done once for the same words and camera, one at a time, while the window has nothing else to do.
 */

const kept = new Map<string, OffscreenCanvas>();
/** About 400 kB each. */
const keptLimit = 200;

interface Wish {
  readonly key: string;
  readonly shot: AnimaticShot;
  readonly progress: number;
  readonly size: Size;
  /** ms of `performance.now()` */
  readonly notBefore: number;
}
const wishes = new Map<HTMLCanvasElement, Wish>();
const shown = new WeakMap<HTMLCanvasElement, string>();

/** What a shot shows by itself, also when it is in no scene yet. */
function subjectOf(id: NodeId, params: ParamsOf<"shot">, fact: Fact | undefined) {
  const { size, angle, move, lens, sketch } = params;
  const alone = {
    nodeId: id,
    title: undefined,
    words: [],
    action: params.prompt,
    dialogue: params.dialogue,
    seconds: params.seconds,
    locked: params.locked,
    startsPart: params.startsPart,
    camera: { size, angle, move, lens },
    sketch,
  };
  // Where the shot stands in time does not show in a still.
  return shotsOf([fact?.shot ?? alone]).map((shot) => ({ ...shot, number: fact?.number ?? 1 }))[0];
}

export interface PanelSubject {
  readonly id: NodeId;
  readonly params: ParamsOf<"shot">;
  readonly fact: Fact | undefined;
}

export function paintPanel(canvas: HTMLCanvasElement, size: Size, subject: PanelSubject): void {
  const shot = subjectOf(subject.id, subject.params, subject.fact);
  if (shot !== undefined) paintShot(canvas, size, shot);
}

/**
 * Shows the picture at once when it was painted before, else soon; until then the one before it stays.
 *
 * @param progress How far the shot's camera move has come, 0 to 1.
 */
export function paintShot(
  canvas: HTMLCanvasElement,
  size: Size,
  shot: AnimaticShot,
  progress: number = 0.5,
): void {
  const { number, action, dialogue, camera } = shot;
  const key = JSON.stringify([size, number, action, dialogue, camera, progress]);
  if (shown.get(canvas) === key) return;
  const picture = kept.get(key);
  if (picture !== undefined) {
    wishes.delete(canvas);
    show(canvas, key, picture);
    return;
  }
  // Typing gives a new wish with each letter: only the last one is worth painting.
  const rest = shown.has(canvas) ? restAfterTyping : 0;
  wishes.set(canvas, { key, shot, progress, size, notBefore: performance.now() + rest });
  schedule();
}

/** ms */
const restAfterTyping = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

function schedule(): void {
  clearTimeout(timer);
  if (wishes.size === 0) return;
  const first = Math.min(...[...wishes.values()].map((wish) => wish.notBefore));
  timer = setTimeout(paintNext, Math.max(0, first - performance.now()));
}

/** One picture, then the window gets its turn. */
function paintNext(): void {
  const now = performance.now();
  for (const [canvas, wish] of wishes) {
    if (wish.notBefore > now) continue;
    wishes.delete(canvas);
    if (!canvas.isConnected) continue;
    const picture = kept.get(wish.key) ?? paint(wish);
    if (picture !== undefined) show(canvas, wish.key, picture);
    break;
  }
  schedule();
}

function paint({ key, shot, progress, size }: Wish): OffscreenCanvas | undefined {
  const scale = Math.min(2, Math.max(1, devicePixelRatio));
  const picture = new OffscreenCanvas(size.width * scale, size.height * scale);
  const context = picture.getContext("2d");
  if (context === null) return undefined;
  drawPanel(context, shot, { width: picture.width, height: picture.height }, progress);
  kept.set(key, picture);
  const oldest = kept.keys().next().value;
  if (kept.size > keptLimit && oldest !== undefined) kept.delete(oldest);
  return picture;
}

function show(canvas: HTMLCanvasElement, key: string, picture: OffscreenCanvas): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  shown.set(canvas, key);
}

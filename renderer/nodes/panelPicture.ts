import { shotsOf, type AnimaticShot } from "../../shared/animatic/animatic.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { ParamsOf } from "../../shared/nodes/registry.ts";
import type { Fact } from "./facts.ts";
import type { PanelOrder } from "./panelWorker.ts";
import type { Size } from "./size.ts";

/**
 * The animatic's picture of a shot, as the background of its panel. A worker paints it, once for the same words and
 * camera; it is no `<canvas>`, because each of those in view would be a layer of its own, which every frame of every
 * gesture has to pay for.
 */

const kept = new Map<string, HTMLImageElement>();
const keptLimit = 400;

interface Wish {
  readonly key: string;
  readonly order: PanelOrder;
  /** ms of `performance.now()` */
  readonly notBefore: number;
}
const wishes = new Map<HTMLElement, Wish>();
const shown = new WeakMap<HTMLElement, string>();

/** What a shot shows by itself, also when it is in no scene yet. */
function subjectOf(id: NodeId, params: ParamsOf<"shot">, fact: Fact | undefined) {
  const { size, angle, move, lens, sketch } = params;
  const alone = {
    nodeId: id,
    title: undefined,
    words: [],
    text: "",
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

export function paintPanel(element: HTMLElement, size: Size, subject: PanelSubject): void {
  const shot = subjectOf(subject.id, subject.params, subject.fact);
  if (shot !== undefined) paintShot(element, size, shot);
}

/**
 * Shows the picture at once when it was painted before, else soon; until then the one before it stays.
 *
 * @param size px of the window.
 * @param progress How far the shot's camera move has come, 0 to 1.
 */
export function paintShot(
  element: HTMLElement,
  size: Size,
  shot: AnimaticShot,
  progress: number = 0.5,
): void {
  const { number, action, dialogue, setting, camera } = shot;
  const key = JSON.stringify([size, number, action, dialogue, setting, camera, progress]);
  if (shown.get(element) === key) return;
  const picture = kept.get(key);
  if (picture !== undefined) {
    wishes.delete(element);
    show(element, key, picture);
    return;
  }
  // Typing gives a new wish with each letter: only the last one is worth painting.
  const rest = shown.has(element) ? restAfterTyping : 0;
  const scale = Math.min(2, Math.max(1, devicePixelRatio));
  const order = { shot, progress, width: size.width * scale, height: size.height * scale };
  wishes.set(element, { key, order, notBefore: performance.now() + rest });
  paintNext();
}

/** ms */
const restAfterTyping = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let painter: Worker | undefined;
/** The key of what the worker paints now. One at a time: by then, others may have left the view. */
let painting: string | undefined;

function paintNext(): void {
  if (painting !== undefined) return;
  const now = performance.now();
  let first = Infinity;
  for (const [element, { key, order, notBefore }] of wishes) {
    if (!element.isConnected) wishes.delete(element);
    else if (notBefore > now) first = Math.min(first, notBefore);
    else {
      painting = key;
      painter ??= startPainter();
      painter.postMessage(order, []);
      return;
    }
  }
  clearTimeout(timer);
  if (first !== Infinity) timer = setTimeout(paintNext, first - now);
}

function startPainter(): Worker {
  const worker = new Worker(new URL("./panelWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Blob | null>) => void take(data));
  worker.addEventListener("error", () => void take(null));
  return worker;
}

/** Gives the picture that was painted, if it was, to all who wait for it. */
async function take(blob: Blob | null): Promise<void> {
  const key = painting;
  if (key === undefined) return;
  const picture = blob === null ? undefined : await pictureOf(blob);
  if (picture !== undefined) keep(key, picture);
  for (const [element, wish] of wishes) {
    if (wish.key !== key) continue;
    wishes.delete(element);
    if (picture !== undefined) show(element, key, picture);
  }
  painting = undefined;
  paintNext();
}

/** Decoded, and kept so by the window for as long as the element is. */
async function pictureOf(blob: Blob): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = URL.createObjectURL(blob);
  await picture.decode();
  return picture;
}

function keep(key: string, picture: HTMLImageElement): void {
  kept.set(key, picture);
  const oldest = kept.entries().next().value;
  if (kept.size <= keptLimit || oldest === undefined) return;
  kept.delete(oldest[0]);
  URL.revokeObjectURL(oldest[1].src);
}

function show(element: HTMLElement, key: string, picture: HTMLImageElement): void {
  element.style.backgroundImage = `url(${picture.src})`;
  shown.set(element, key);
}

import { shotsOf, type AnimaticShot } from "../../shared/animatic/animatic.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import type { ParamsOf } from "../../shared/nodes/registry.ts";
import type { Fact } from "./facts.ts";
import type { PaintedPanels, PanelOrder } from "./panelWorker.ts";
import type { Size } from "./size.ts";

/**
 * The animatic's picture of a shot, as the background of its panel. A worker paints it, once for the same words and
 * camera; it is no `<canvas>`, because each of those in view would be a layer of its own, which every frame of every
 * gesture has to pay for.
 */

const kept = new Map<string, HTMLImageElement>();
/** Device px of all that is kept. */
let keptArea = 0;
const keptLimit = 16_000_000;

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
    words: [{ text: params.prompt, source: { nodeId: id, field: "prompt" } }],
    text: params.prompt,
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
  /** Looked at from far away. */
  readonly afar: boolean;
}

export function paintPanel(element: HTMLElement, size: Size, subject: PanelSubject): void {
  const shot = subjectOf(subject.id, subject.params, subject.fact);
  if (shot !== undefined) paintShot(element, size, shot, { afar: subject.afar });
}

interface Seen {
  /** How far the shot's camera move has come, 0 to 1. */
  readonly progress?: number;
  readonly afar?: boolean;
}

/** Of the size of a picture that is seen from far away: enough for the largest that it is then shown. */
const afarScale = 0.4;

/**
 * Shows the picture at once when it was painted before, else soon; until then the one before it stays. From far away a
 * large one that there is already is as good as a small one, and near by a small one is better than none.
 *
 * @param size px of the window.
 */
export function paintShot(
  element: HTMLElement,
  size: Size,
  shot: AnimaticShot,
  { progress = 0.5, afar = false }: Seen = {},
): void {
  const { number, action, dialogue, setting, camera } = shot;
  const large = JSON.stringify([size, number, action, dialogue, setting, camera, progress]);
  const small = `small ${large}`;
  const key = afar ? small : large;
  if (shown.get(element) === key) {
    // Such as after an undo: what was wanted meanwhile must not come later.
    wishes.delete(element);
    return;
  }
  if (wishes.get(element)?.key === key) return;
  const picture = kept.get(key) ?? (afar ? kept.get(large) : undefined);
  if (picture !== undefined) {
    wishes.delete(element);
    show(element, key, picture);
    return;
  }
  // Typing gives a new wish with each letter: only the last one is worth painting.
  const rest = shown.has(element) ? restAfterTyping : 0;
  const meanwhile = kept.get(small);
  if (meanwhile !== undefined) show(element, small, meanwhile);
  const scale = Math.min(2, Math.max(1, devicePixelRatio)) * (afar ? afarScale : 1);
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const order = { shot, progress, width, height };
  wishes.set(element, { key, order, notBefore: performance.now() + rest });
  paintNext();
}

/** ms */
const restAfterTyping = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let painter: Worker | undefined;
/**
 * The keys of what the worker paints now: a few large pictures or many small ones, since each time that pictures come is
 * a frame to be drawn. No more than that: by then, others may have left the view.
 */
let painting: readonly string[] | undefined;
/** Device px. */
const atOnce = 140_000;

function paintNext(): void {
  if (painting !== undefined) return;
  const now = performance.now();
  let [first, area] = [Infinity, 0];
  const orders = new Map<string, PanelOrder>();
  for (const [element, { key, order, notBefore }] of wishes) {
    if (!element.isConnected) wishes.delete(element);
    else if (notBefore > now) first = Math.min(first, notBefore);
    else if (!orders.has(key)) {
      orders.set(key, order);
      area += order.width * order.height;
      if (area >= atOnce) break;
    }
  }
  clearTimeout(timer);
  if (orders.size > 0) {
    painting = [...orders.keys()];
    painter ??= startPainter();
    painter.postMessage([...orders.values()], []);
  } else if (first !== Infinity) timer = setTimeout(paintNext, first - now);
}

function startPainter(): Worker {
  const worker = new Worker(new URL("./panelWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<PaintedPanels>) => void take(data));
  worker.addEventListener("error", () => void take([]));
  return worker;
}

/** Gives each picture that was painted to all who wait for it, and none to those whose was not. */
async function take(blobs: PaintedPanels): Promise<void> {
  const keys = painting;
  if (keys === undefined) return;
  const made = await Promise.all(
    keys.map(async (key, i) => [key, await pictureOf(blobs[i] ?? null)] as const),
  );
  const pictures = new Map(made);
  for (const [key, picture] of pictures) if (picture !== undefined) keep(key, picture);
  for (const [element, { key }] of wishes) {
    if (!pictures.has(key)) continue;
    wishes.delete(element);
    const picture = pictures.get(key);
    if (picture !== undefined) show(element, key, picture);
  }
  painting = undefined;
  paintNext();
}

/** Decoded, and kept so by the window for as long as the element is. */
async function pictureOf(blob: Blob | null): Promise<HTMLImageElement | undefined> {
  if (blob === null) return undefined;
  const picture = new Image();
  picture.src = URL.createObjectURL(blob);
  // As good as not painted: the painter goes on with the others.
  return picture.decode().then(
    () => picture,
    () => undefined,
  );
}

const areaOf = (picture: HTMLImageElement): number => picture.naturalWidth * picture.naturalHeight;

function keep(key: string, picture: HTMLImageElement): void {
  kept.set(key, picture);
  keptArea += areaOf(picture);
  for (const [oldest, gone] of kept) {
    if (keptArea <= keptLimit) return;
    kept.delete(oldest);
    keptArea -= areaOf(gone);
    URL.revokeObjectURL(gone.src);
  }
}

function show(element: HTMLElement, key: string, picture: HTMLImageElement): void {
  element.style.backgroundImage = `url(${picture.src})`;
  shown.set(element, key);
}

import { getViewportForBounds, type ReactFlowInstance, type Viewport } from "@xyflow/react";
import type { Point } from "../../shared/board/edits.ts";
import type { Box } from "../../shared/board/frames.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { focusIn } from "../app/keepFocus.ts";
import { noteGesture } from "../stores/jobStore.ts";
import { useView } from "../stores/viewStore.ts";
import type { FlowEdge, FlowNode } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";
import { boundsOf } from "./miniMapFit.ts";

/** The drawn canvas as commands see it: where it looks, and where the pointer is. */

type Instance = ReactFlowInstance<FlowNode, FlowEdge>;

let instance: Instance | undefined;
let element: HTMLElement | null = null;
let pointer: Point | undefined;
let pointerLast = false;

export const setInstance = (next: Instance): void => {
  instance = next;
};
export const setElement = (next: HTMLElement | null): void => {
  element = next;
};

/** While a hand drags or moves the view, the frames are the hand's: what runs by itself on the canvas stands still. */
function setGesture(goesOn: boolean): void {
  element?.toggleAttribute("data-gesture", goesOn);
  noteGesture(goesOn);
}
let inHand = false;
/** Whether a hand drags or moves the view at this moment, and not a command. */
export const isInHand = (): boolean => inHand;

/** @param event What moves the view; null when it moves without a hand. */
export function beginGesture(event: object | null): void {
  setGesture(true);
  inHand = event !== null;
}
export function endGesture(): void {
  setGesture(false);
  inHand = false;
}

/** A hand drags nodes. It ends with the hand: React Flow tells nothing of the end when its node is gone by then. */
export function beginInHand(event: object): void {
  beginGesture(event);
  const ended = new AbortController();
  // What the hand lets go is dropped by an event that follows at once, and that is still the hand's.
  const end = ({ type, target }: Event): void => {
    // That the window loses the focus counts, not a field in it.
    if (type === "blur" && target !== window) return;
    ended.abort();
    setTimeout(endGesture);
  };
  const options = { capture: true, signal: ended.signal };
  for (const last of ["pointerup", "pointercancel", "blur"]) addEventListener(last, end, options);
}

/** Window px of the pointer while it is over the canvas. */
export const setPointer = (next: Point | undefined): void => {
  pointer = next;
  if (next !== undefined) pointerLast = true;
};
export const keyPressed = (): void => {
  pointerLast = false;
};

/**
 * Whether Tab means "add a node": only while the hand is on the mouse over the canvas. Otherwise Tab goes on to the
 * next control, as it must for people who use the keyboard alone.
 */
export const tabAdds = (): boolean => pointer !== undefined && pointerLast;

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const motion = (): { duration: number } => ({ duration: calm.matches ? 0 : 160 });

/** React Flow knows only of the nodes around the view, so it cannot be asked to fit all of them. */
function fit(nodes: readonly FlowNode[]): void {
  const bounds = boundsOf(nodes);
  const box = element?.getBoundingClientRect();
  if (bounds === undefined || box === undefined) return;
  const view = getViewportForBounds(bounds, box.width, box.height, 0.05, 1, 0.12);
  void instance?.setViewport(view, motion());
}

export const fitAll = (): void => fit(useFlow.getState().nodes);

export function fitSelection(): void {
  const { selectedNodes }: { readonly selectedNodes: ReadonlySet<string> } = useView.getState();
  const selected = useFlow.getState().nodes.filter(({ id }) => selectedNodes.has(id));
  if (selected.length === 0) fitAll();
  else fit(selected);
}

export const zoomTo100 = (): void => void instance?.zoomTo(1, motion());
export const zoomIn = (): void => void instance?.zoomIn(motion());
export const zoomOut = (): void => void instance?.zoomOut(motion());
/** Moves the view by px of the window. */
export function panBy(dx: number, dy: number): void {
  const { x, y, zoom } = instance?.getViewport() ?? { x: 0, y: 0, zoom: 1 };
  void instance?.setViewport({ x: x - dx, y: y - dy, zoom });
}
export const lookAt = (viewport: Viewport): void => void instance?.setViewport(viewport);

/** Moves the canvas until the node is in view; leaves it alone when it is already. */
export function bringIntoView(id: NodeId): void {
  const node = useFlow.getState().made.nodes.get(id)?.flow;
  const box = element?.getBoundingClientRect();
  if (instance === undefined || node === undefined || box === undefined) return;
  const { x, y } = instance.flowToScreenPosition(node.position);
  const zoom = instance.getZoom();
  const [w, h] = [(node.width ?? 0) * zoom, (node.height ?? 0) * zoom];
  const inView =
    x >= box.left && y >= box.top && x + w <= box.right && y + h <= box.bottom && zoom >= 0.4;
  if (inView) return;
  const { x: left, y: top } = node.position;
  void instance.setCenter(left + w / zoom / 2, top + h / zoom / 2, {
    zoom: Math.max(zoom, 0.6),
    ...motion(),
  });
}

/** px of the window between what is moved into view and its edge. */
const margin = 24;

/** Moves the view no further than it takes to see all of a node, as far as it fits; its top left corner counts most. */
export function showWhole(id: NodeId): void {
  const node = useFlow.getState().made.nodes.get(id)?.flow;
  const box = element?.getBoundingClientRect();
  if (instance === undefined || node === undefined || box === undefined) return;
  const zoom = instance.getZoom();
  const { x, y } = instance.flowToScreenPosition(node.position);
  const { width = 0, height = 0 } = node;
  const dx = toEdge(x - box.left, width * zoom, box.width);
  const dy = toEdge(y - box.top, height * zoom, box.height);
  if (dx !== 0 || dy !== 0) panBy(dx, dy);
}

/** px by which something is beyond the far edge of a room, or before its near one. */
function toEdge(start: number, length: number, room: number): number {
  const near = start - margin;
  const far = start + length + margin - room;
  return near < 0 ? near : Math.max(0, Math.min(far, near));
}

/** Canvas px of a point in the window. */
export const toFlow = (screen: Point): Point =>
  instance?.screenToFlowPosition(screen) ?? { x: 0, y: 0 };

/** Window px of a point on the canvas. */
export const toScreen = (flow: Point): Point =>
  instance?.flowToScreenPosition(flow) ?? { x: 0, y: 0 };

/** The canvas in px of the window. */
export const roomOf = (): Box => element?.getBoundingClientRect() ?? nowhere;
const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Window px of where a new thing goes: under the pointer, or in the middle when it is elsewhere. */
export function here(): Point {
  if (pointer !== undefined) return pointer;
  return centre();
}

export function centre(): Point {
  const { x, y, width, height } = roomOf();
  return { x: x + width / 2, y: y + height / 2 };
}

/** The node that the keyboard was at. */
let focusedId: NodeId | undefined;
export const noteFocus = ({ target }: { readonly target: EventTarget | null }): void => {
  focusedId = nodeOver(target);
};

/** Gives the keyboard back to the canvas: to a node that is named, else to where it was. */
export function focusCanvas(id: NodeId | undefined = focusedId): void {
  (drawn(id) ?? element)?.focus({ preventScroll: true });
}

/** The same for a node that may be drawn only when the view has moved to it, unless it is no longer wanted by then. */
export function focusOnceShown(id: NodeId, isWanted: () => boolean): void {
  if (element !== null) focusIn(element, () => (isWanted() ? drawn(id) : undefined));
}

const drawn = (id: NodeId | undefined): HTMLElement | undefined =>
  id === undefined
    ? undefined
    : (element?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? undefined);

/** Asks for the menu of a node, or of the canvas, as the menu key does. */
export function openMenuAt(id: NodeId | undefined): void {
  const node = drawn(id);
  const target = node ?? element;
  if (target === null) return;
  const box = target.getBoundingClientRect();
  const [x, y] = node === undefined ? [box.width / 2, box.height / 2] : [16, 16];
  const at = { clientX: box.left + x, clientY: box.top + y };
  target.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, ...at }));
}

export const isInCanvas = (target: EventTarget | null): boolean =>
  target instanceof Node && element !== null && element.contains(target);

/** The node that an element of the page belongs to. */
export function nodeOver(target: EventTarget | null): NodeId | undefined {
  const node = target instanceof Element ? target.closest(".react-flow__node") : null;
  const id = node instanceof HTMLElement ? node.dataset["id"] : undefined;
  // React Flow's ids are those of the board's own nodes.
  return id === undefined ? undefined : (id as NodeId);
}

/** The node drawn at a point of the window. */
export const nodeAt = ({ x, y }: Point): NodeId | undefined =>
  nodeOver(document.elementFromPoint(x, y));

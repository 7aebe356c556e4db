import type { PointerEvent } from "react";
import type { Point } from "../../shared/board/edits.ts";
import { contains, isFrame, overlap, type Box } from "../../shared/board/frames.ts";
import type { Board, EdgeId, NodeId } from "../../shared/board/schema.ts";
import { isMac } from "../commands/isMac.ts";
import { select, useView } from "../stores/viewStore.ts";
import { atCanvas, useCanvas } from "./canvasStore.ts";
import { boardNow } from "./commands.ts";
import { edgePull } from "./edgePull.ts";
import type { FlowNode } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";
import { panBy, roomOf, toFlow, toScreen } from "./surface.ts";

/**
 * Selecting with a box. React Flow's own knows only what lies around the view, and draws its plane again at each press of
 * a key that could begin one.
 */

interface Selected {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

export const isBoxing = (): boolean => useCanvas.getState().box !== null;

/** On a Mac, Ctrl with the button opens the menu. */
const hasBoxKey = ({ shiftKey, ctrlKey, metaKey }: PointerEvent): boolean =>
  shiftKey || (isMac ? metaKey : ctrlKey);

const fields = "input, textarea, select, [contenteditable]";

/** In a field Shift selects text, the hand selects nothing, and a finger moves what it touches. */
function begins(event: PointerEvent): boolean {
  const { button, isPrimary, pointerType, target } = event;
  if (button !== 0 || !isPrimary || pointerType === "touch") return false;
  if (!hasBoxKey(event) || useCanvas.getState().hand) return false;
  return (
    target instanceof Element &&
    target.closest(".react-flow__pane") !== null &&
    target.closest(fields) === null
  );
}

const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta"]);

/**
 * Begins a box wherever a key for it is held; it follows the pointer until the button is let go. Escape takes it back, and
 * any other key is for what it has selected by then.
 */
export function startBox(event: PointerEvent): void {
  if (!begins(event)) return;
  // The canvas would be moved by it, or the node dragged.
  event.preventDefault();
  const { currentTarget: canvas, target, pointerId } = event;
  focusUnder(target);
  const pressed = { x: event.clientX, y: event.clientY };
  const from = toFlow(pressed);
  const before = selectedNow();
  const stays = event.shiftKey ? before.nodes : new Set<NodeId>();
  const ended = new AbortController();
  const { signal } = ended;
  // A click on the empty canvas would let go of the selection: it goes to whoever holds the pointer.
  const hold = (): void => canvas.setPointerCapture(pointerId);
  if (target instanceof Element && target.matches(".react-flow__pane")) hold();

  let pointer = pressed;
  let start = pressed;
  const draw = (): void => {
    start = toScreen(from);
    atCanvas({ box: boxBetween(start, pointer) });
    selectTouched(boxBetween(from, toFlow(pointer)), stays);
  };
  const end = (): void => {
    ended.abort();
    atCanvas({ box: null });
  };
  const follow = (moved: globalThis.PointerEvent): void => {
    const { clientX: x, clientY: y, buttons } = moved;
    if (moved.pointerId !== pointerId || (x === pointer.x && y === pointer.y)) return;
    // It was let go where nobody told the window.
    if (buttons === 0) return end();
    hold();
    pointer = { x, y };
    draw();
  };
  // Drawn to the edge, it takes the view along; and where the view goes by the wheel, the box goes with it.
  const keepUp = (): void => {
    if (signal.aborted) return;
    if (isBoxing()) {
      const by = edgePull(pointer, pressed, roomOf());
      if (by.x !== 0 || by.y !== 0) panBy(by.x, by.y);
      const { x, y } = toScreen(from);
      if (x !== start.x || y !== start.y) draw();
    }
    requestAnimationFrame(keepUp);
  };
  const giveUp = (): void => {
    end();
    select(before.nodes, before.edges);
  };
  const options = { signal, capture: true };
  addEventListener("pointermove", follow, options);
  addEventListener("pointerup", end, options);
  addEventListener("pointercancel", giveUp, options);
  addEventListener(
    "keydown",
    (pressedKey) => {
      if (modifiers.has(pressedKey.key)) return;
      if (pressedKey.key !== "Escape") return end();
      pressedKey.stopPropagation();
      giveUp();
    },
    options,
  );
  requestAnimationFrame(keepUp);
}

/** As the press would have done, had it not been taken: keys are for what is selected, and no longer for a field. */
function focusUnder(target: EventTarget): void {
  const focusable = target instanceof Element ? target.closest("button, [tabindex]") : null;
  if (focusable instanceof HTMLElement) focusable.focus({ preventScroll: true });
}

function selectedNow(): Selected {
  const { selectedNodes: nodes, selectedEdges: edges } = useView.getState();
  return { nodes, edges };
}

const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** @param box Canvas px. */
function selectTouched(box: Box, stays: ReadonlySet<NodeId>): void {
  const board = boardNow();
  if (board === undefined) return;
  const touched = useFlow.getState().nodes.filter((node) => touches(board, box, node));
  const next = new Set([...stays, ...touched.map(({ id }) => id)]);
  const { nodes, edges } = selectedNow();
  const isSame = next.size === nodes.size && [...next].every((id) => nodes.has(id));
  if (!isSame || edges.size > 0) select(next);
}

/** A frame only as a whole: whoever draws a box inside one means what lies there. */
function touches(
  board: Board,
  box: Box,
  { id, position, width = 0, height = 0 }: FlowNode,
): boolean {
  const face = { ...position, width, height };
  return isFrame(board, id) ? contains(box, face) : overlap(box, face);
}

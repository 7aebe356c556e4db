import type { KeyboardEvent } from "react";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { select, useView } from "../stores/viewStore.ts";
import { atCanvas } from "./canvasStore.ts";
import { boardNow, nudge, rename } from "./commands.ts";
import { forgetDrag } from "./flowStore.ts";
import { focusCanvas, keyPressed } from "./surface.ts";

/** Keys that mean something only while the canvas has the focus; commands have their own list. */

const arrows: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** px of one press, and with Shift. */
const step = 10;
const stride = 50;

export function onCanvasKey(event: KeyboardEvent): void {
  if (event.key !== "Tab") keyPressed();
  if (event.nativeEvent.isComposing || isField(event.target)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = arrows[event.key];
  if (arrow !== undefined && useView.getState().selectedNodes.size > 0) {
    const px = event.shiftKey ? stride : step;
    nudge(arrow[0] * px, arrow[1] * px);
    event.preventDefault();
    return;
  }
  if (event.key === "Escape") {
    forgetDrag();
    select([]);
    focusCanvas();
    return;
  }
  if (event.key === "Enter" || event.key === " ") onPress(event);
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select, button");

/** Enter and Space select the focused node; Enter on the selected one writes on its face. */
function onPress(event: KeyboardEvent): void {
  const id = focusedNode(event.target);
  if (id === undefined) return;
  event.preventDefault();
  const { selectedNodes } = useView.getState();
  if (event.shiftKey) {
    select(
      selectedNodes.has(id)
        ? [...selectedNodes].filter((other) => other !== id)
        : [...selectedNodes, id],
    );
  } else if (event.key === "Enter" && selectedNodes.size === 1 && selectedNodes.has(id)) {
    write(id);
  } else {
    select([id]);
  }
}

const focusedNode = (target: EventTarget): NodeId | undefined => {
  const id =
    target instanceof HTMLElement && target.classList.contains("react-flow__node")
      ? target.dataset["id"]
      : undefined;
  return id === undefined ? undefined : (id as NodeId);
};

const written: ReadonlySet<string> = new Set(["shot", "prompt", "note", "element"]);

/** Types whose text can be written on the face; the others get their title written. */
export function write(id: NodeId): void {
  const board = boardNow();
  const type = board && nodeOf(board, id)?.type;
  if (type !== undefined && written.has(type)) atCanvas({ writing: id });
  else rename(id);
}

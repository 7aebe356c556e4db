import type { KeyboardEvent } from "react";
import { nodeOf } from "../../shared/board/graph.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { select, useView } from "../stores/viewStore.ts";
import { atCanvas } from "./canvasStore.ts";
import { nudge } from "./aligning.ts";
import { boardNow, mayChange, rename } from "./commands.ts";
import { giveUpDrag } from "./dragging.ts";
import { nudgeBy } from "./grid.ts";
import { focusCanvas, keyPressed, nodeOver, panBy } from "./surface.ts";

/** Keys that mean something only while the canvas has the focus; commands have their own list. */

const arrows: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Steps of one press with Shift. */
const stride = 5;
/** px of the window that one press moves the view by. */
const viewStep = 60;

export function onCanvasKey(event: KeyboardEvent): void {
  if (event.key !== "Tab") keyPressed();
  // Such as the Escape that has closed a list.
  if (event.defaultPrevented || isField(event.target)) return;
  if (event.altKey) return;
  const arrow = arrows[event.key];
  if (arrow !== undefined && !isPage(event.target)) {
    move(arrow, event);
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") {
    if (giveUpDrag()) return;
    select([]);
    focusCanvas();
    return;
  }
  if (event.key === "Enter") onEnter(event);
}

/** The selection by steps of the grid, with Ctrl by a px whatever the grid; the view when nothing is selected. */
function move(
  [right, down]: readonly [number, number],
  { shiftKey, ctrlKey, metaKey }: KeyboardEvent,
): void {
  const [first] = useView.getState().selectedNodes;
  const steps = shiftKey ? stride : 1;
  if (first === undefined) {
    panBy(right * viewStep * steps, down * viewStep * steps);
    return;
  }
  const at = boardNow()?.layout[first];
  if (ctrlKey || metaKey || at === undefined) {
    nudge(right, down);
    return;
  }
  nudge(nudgeBy(at.x, right, steps), nudgeBy(at.y, down, steps));
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select, button");

/** The text of a note that has the focus is scrolled by the arrows. */
const isPage = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches(".note-page");

/** Selects the focused node, with Shift too; on the selected one it writes on its face. Space is for panning. */
function onEnter(event: KeyboardEvent): void {
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
  } else if (selectedNodes.size === 1 && selectedNodes.has(id)) {
    write(id);
  } else {
    select([id]);
  }
}

const focusedNode = (target: EventTarget): NodeId | undefined =>
  target instanceof Element && target.matches(".react-flow__node") ? nodeOver(target) : undefined;

const written: ReadonlySet<string> = new Set(["shot", "prompt", "note", "element"]);

/** Types whose text can be written on the face; the others get their title written. */
export function write(id: NodeId): void {
  const board = boardNow();
  const type = board && nodeOf(board, id)?.type;
  if (type === undefined || !written.has(type)) rename(id);
  else if (mayChange()) atCanvas({ writing: id });
}

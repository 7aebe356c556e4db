import { isFrame, type Box } from "../../shared/board/frames.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { select, useView } from "../stores/viewStore.ts";
import { boardNow } from "./commands.ts";
import type { FlowNode } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";
import { addsBox } from "./held.ts";

/**
 * Selecting with a box. React Flow draws it, but knows only what lies around the view: what the box touches is found
 * among all nodes.
 */

/** What was selected before and stays so; undefined while there is no box. */
let stays: readonly NodeId[] | undefined;

export const isBoxing = (): boolean => stays !== undefined;

/** @param box Canvas px; undefined once it is let go. */
export function boxTo(box: Box | undefined): void {
  const board = boardNow();
  if (box === undefined || board === undefined) {
    stays = undefined;
    return;
  }
  const { selectedNodes, selectedEdges } = useView.getState();
  stays ??= addsBox() ? [...selectedNodes] : [];
  // Pressed only: it may be a click.
  if (box.width === 0 && box.height === 0) return;
  const touched = useFlow.getState().nodes.filter((node) => touches(board, box, node));
  // React Flow's ids are those of the board's own nodes.
  const next = new Set([...stays, ...touched.map(({ id }) => id as NodeId)]);
  const isSame = next.size === selectedNodes.size && [...next].every((id) => selectedNodes.has(id));
  if (!isSame || selectedEdges.size > 0) select(next);
}

/** A frame only as a whole: whoever draws a box inside one means what lies there. */
function touches(
  board: Board,
  box: Box,
  { id, position, width = 0, height = 0 }: FlowNode,
): boolean {
  const { x, y } = position;
  return isFrame(board, id as NodeId)
    ? x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height
    : x < box.x + box.width && box.x < x + width && y < box.y + box.height && box.y < y + height;
}

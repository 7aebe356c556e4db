import { withContents } from "../../shared/board/frames.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { boxOf } from "./drawn.ts";

/** The selection with all that lies in its frames: what a frame takes along when it is moved, copied or muted. */
export function selectionWithContents(): readonly NodeId[] {
  const board = activeBoard(useBoards.getState());
  const { selectedNodes } = useView.getState();
  return board === undefined ? [] : withContents(board, selectedNodes, boxOf);
}

import i18next from "i18next";
import { setPlacement } from "../../shared/board/edits.ts";
import { withContents } from "../../shared/board/frames.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { edit } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { about, boardNow, nameOf, refuse } from "./commands.ts";
import { boxOf } from "./drawn.ts";

/** Pinned nodes stay where they are. `moveNodes` holds them; here it is said, and what hangs on them is left too. */

export const isPinned = (board: Board, id: NodeId): boolean => board.layout[id]?.pinned === true;

/** Pins the selection, or sets it free when all of it is pinned. */
export function togglePin(): void {
  const board = boardNow();
  const nodes = [...useView.getState().selectedNodes];
  if (board === undefined || nodes.length === 0) return;
  const pinned = !nodes.every((id) => isPinned(board, id));
  edit(about(pinned ? "pin" : "unpin", nodes), (current) =>
    nodes.reduce((next, id) => setPlacement(next, id, { pinned }), current),
  );
}

/** Those of the nodes that may move. Says of the others why they do not. */
export function freeOf<Id extends NodeId>(board: Board, nodes: readonly Id[]): readonly Id[] {
  const free = nodes.filter((id) => !isPinned(board, id));
  const [first] = nodes.filter((id) => isPinned(board, id));
  if (first !== undefined) {
    const count = nodes.length - free.length;
    refuse(
      count === 1
        ? i18next.t("canvas:refused.pinned", { name: nameOf(first) })
        : i18next.t("canvas:refused.pinnedSeveral", { count }),
    );
  }
  return free;
}

/** The selection with what lies in its frames, as far as it may move: a pinned frame keeps what lies in it. */
export function movingSelection(board: Board): readonly NodeId[] {
  const free = freeOf(board, [...useView.getState().selectedNodes]);
  return withContents(board, free, boxOf).filter((id) => !isPinned(board, id));
}

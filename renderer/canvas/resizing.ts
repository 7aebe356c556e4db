import i18next from "i18next";
import { resizeNode } from "../../shared/board/edits.ts";
import { nodeOf } from "../../shared/board/graph.ts";
import { isResizable, leastSize } from "../nodes/size.ts";
import { edit } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { about, boardNow, refuse } from "./commands.ts";
import { boxOf } from "./drawn.ts";
import { nudgeBy } from "./grid.ts";

/** Of the grid, in one press. */
const steps = 2;

/**
 * Makes the selected notes and frames larger or smaller by steps; presses in a row are one step back. What is always as
 * large as its content says so.
 */
export function resizeSelection(across: number, down: number): void {
  const board = boardNow();
  if (board === undefined) return;
  const selected = [...useView.getState().selectedNodes];
  const nodes = selected.filter((id) => isResizable(nodeOf(board, id)?.type ?? ""));
  if (nodes.length === 0) {
    if (selected.length > 0) refuse(i18next.t("canvas:refused.ownSize"));
    return;
  }
  edit(
    about("resize", nodes),
    (current) =>
      nodes.reduce((next, id) => {
        const { x = 0, y = 0, width = 0, height = 0 } = boxOf(id) ?? {};
        return resizeNode(next, id, {
          w: Math.max(leastSize.width, width + nudgeBy(x + width, across, steps)),
          h: Math.max(leastSize.height, height + nudgeBy(y + height, down, steps)),
        });
      }, current),
    `resize:${nodes.join()}`,
  );
}

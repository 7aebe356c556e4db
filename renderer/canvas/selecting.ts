import { downstreamOf, nodeIdsOf, upstreamOf } from "../../shared/board/graph.ts";
import { addedNodes } from "../../shared/board/fragment.ts";
import { isFrame } from "../../shared/board/frames.ts";
import type { NodeId } from "../../shared/board/schema.ts";
import { travel } from "../stores/boardStore.ts";
import { select, showNode, useView } from "../stores/viewStore.ts";
import { boardNow } from "./commands.ts";
import { boxOf } from "./drawn.ts";
import { nextToward, type Toward } from "./spatial.ts";
import { centre, focusOnceShown, toFlow } from "./surface.ts";

/** Ways to select without pointing. */

/** Adds everything that feeds the selection. */
export function selectUpstream(): void {
  const board = boardNow();
  const { selectedNodes } = useView.getState();
  if (board !== undefined) select([...selectedNodes, ...upstreamOf(board, selectedNodes)]);
}

/** Adds everything that the selection feeds. */
export function selectDownstream(): void {
  const board = boardNow();
  const { selectedNodes } = useView.getState();
  if (board !== undefined) select([...selectedNodes, ...downstreamOf(board, selectedNodes)]);
}

export function invertSelection(): void {
  const board = boardNow();
  const { selectedNodes } = useView.getState();
  if (board !== undefined) select(nodeIdsOf(board).filter((id) => !selectedNodes.has(id)));
}

/** Redoes steps, or undoes them when there are less than none. What they bring back is selected, so that it is seen. */
export function goThrough(steps: number): void {
  const before = boardNow();
  travel(steps);
  const after = boardNow();
  if (before === undefined || after === undefined || before.nodes === after.nodes) return;
  const back = addedNodes(before, after);
  if (back.length > 0) select(back);
}

/** Selects and shows the node that lies next in a direction, from the middle of the view when none is selected. */
export function goToward(toward: Toward): void {
  const board = boardNow();
  if (board === undefined) return;
  const [current] = useView.getState().selectedNodes;
  const from = (current === undefined ? undefined : boxOf(current)) ?? viewMiddle();
  const boxes = nodeIdsOf(board).flatMap((id) => {
    const box = id === current || isFrame(board, id) ? undefined : boxOf(id);
    return box === undefined ? [] : [{ id, ...box }];
  });
  const next = nextToward(from, boxes, toward);
  if (next === undefined) return;
  goToNode(next);
}

/** Selects and shows a node, and gives it the keyboard: at once, or when the canvas has moved to where it is drawn. */
export function goToNode(id: NodeId): void {
  showNode(id);
  focusOnceShown(id, () => useView.getState().selectedNodes.has(id));
}

const viewMiddle = () => ({ ...toFlow(centre()), width: 0, height: 0 });

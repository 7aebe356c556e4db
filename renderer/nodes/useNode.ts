import { nodeOf } from "../../shared/board/graph.ts";
import type { BoardNode, NodeId } from "../../shared/board/schema.ts";
import { isNode, type NodeType, type ParamsOf } from "../../shared/nodes/registry.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";

/** The node of that id on the active board; undefined for a moment while it is being deleted. */
export const useNode = (id: NodeId): BoardNode | undefined =>
  useBoards((state) => {
    const board = activeBoard(state);
    return board && nodeOf(board, id);
  });

/** Its params, typed, when it is of that type. */
export function useParams<T extends NodeType>(id: NodeId, type: T): ParamsOf<T> | undefined {
  const node = useNode(id);
  return isNode(node, type) ? node.params : undefined;
}

import { downstreamOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";

type Edges = Board["edges"];

const known = new WeakMap<Edges, Map<NodeId, readonly NodeId[]>>();

/** A node and all that it feeds; found once for the same wiring. */
function fedBy(edges: Edges, id: NodeId): readonly NodeId[] {
  const lists = known.get(edges) ?? new Map<NodeId, readonly NodeId[]>();
  known.set(edges, lists);
  const list = lists.get(id) ?? [id, ...downstreamOf({ edges }, [id])];
  lists.set(id, list);
  return list;
}

/** Whether what comes into a node is on its way to one of the scenes. */
export const leadsTo = (edges: Edges, into: NodeId, scenes: ReadonlySet<string>): boolean =>
  scenes.size > 0 && fedBy(edges, into).some((id) => scenes.has(id));

const noEdges: Edges = {};

/**
 * Whether a wire into that node feeds a scene whose job runs. Asked by the wires in view: of two hundred jobs that change
 * each second, few concern any of them.
 */
export function useFlowing(into: NodeId): boolean {
  const edges = useBoards((state) => activeBoard(state)?.edges ?? noEdges);
  return useJobs(({ openScenes }) => leadsTo(edges, into, openScenes));
}

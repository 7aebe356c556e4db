import { create } from "zustand";
import { upstreamOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";

/**
 * The scenes whose jobs run, and all that feeds them. Worked out for all wires at once: were each of them to ask the board
 * and the jobs, an edit would be paid by every wire in view.
 */
export function fedInto(edges: Board["edges"], scenes: ReadonlySet<string>): ReadonlySet<string> {
  if (scenes.size === 0) return none;
  // Those of other boards feed nothing on this one.
  return new Set([...scenes, ...upstreamOf({ edges }, scenes as ReadonlySet<NodeId>)]);
}
const none: ReadonlySet<string> = new Set();
const noEdges: Board["edges"] = {};

const useFed = create<{ readonly nodes: ReadonlySet<string> }>()(() => ({ nodes: none }));

let edges = noEdges;
let scenes = none;

function refresh(): void {
  const edgesNow = activeBoard(useBoards.getState())?.edges ?? noEdges;
  const { openScenes } = useJobs.getState();
  if (edgesNow === edges && openScenes === scenes) return;
  [edges, scenes] = [edgesNow, openScenes];
  const nodes = fedInto(edges, scenes);
  if (nodes !== useFed.getState().nodes) useFed.setState({ nodes });
}

refresh();
useBoards.subscribe(refresh);
useJobs.subscribe(refresh);

/** Whether a wire into that node feeds a scene whose job runs. */
export const useFlowing = (into: NodeId): boolean => useFed(({ nodes }) => nodes.has(into));

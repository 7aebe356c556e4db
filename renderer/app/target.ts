import { downstreamOf, upstreamOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { Compiled, CompiledScene, Problem } from "../../shared/compile/compiled.ts";

/**
 * The scene that Run, the timeline and the request panel are about: the selected one, the leftmost of several and the
 * uppermost of those, else the one that the selection leads to, else the first of the board in that order. Of those that
 * were not chosen, one that is off only when all are. Undefined on a board without a scene.
 */
export function targetSceneId(
  board: Board | undefined,
  selected: ReadonlySet<NodeId>,
): NodeId | undefined {
  if (board === undefined) return undefined;
  const isScene = (id: NodeId): boolean => board.nodes[id]?.type === "scene";
  const at = (id: NodeId) => board.layout[id] ?? { x: 0, y: 0 };
  const leftmost = (scenes: NodeId[]): NodeId | undefined =>
    scenes.toSorted((a, b) => at(a).x - at(b).x || at(a).y - at(b).y)[0];
  const chosen = leftmost([...selected].filter(isScene));
  if (chosen !== undefined) return chosen;
  const isOn = (id: NodeId): boolean => board.nodes[id]?.mode === undefined;
  const led = [...downstreamOf(board, selected)].filter(isScene);
  if (led.length > 0) return led.find(isOn) ?? led[0];
  const all = (Object.keys(board.nodes) as NodeId[]).filter(isScene);
  return leftmost(all.filter(isOn)) ?? leftmost(all);
}

export interface Target {
  readonly sceneId: NodeId | undefined;
  /** What it compiles to; undefined when it cannot be compiled. */
  readonly scene: CompiledScene | undefined;
  /** It is muted or bypassed: nothing becomes of it, and nothing is wrong with that. */
  readonly off: boolean;
  /** What stands in the way of running it, on the scene itself or on what leads to it. */
  readonly errors: readonly Problem[];
  /** What is worth knowing about the same nodes and stops nothing. */
  readonly remarks: readonly Problem[];
}

export function targetOf(
  board: Board | undefined,
  compiled: Pick<Compiled, "scenes" | "problems">,
  selected: ReadonlySet<NodeId>,
): Target {
  const sceneId = targetSceneId(board, selected);
  if (board === undefined || sceneId === undefined) {
    return { sceneId: undefined, scene: undefined, off: false, errors: [], remarks: [] };
  }
  if (board.nodes[sceneId]?.mode !== undefined) {
    return { sceneId, scene: undefined, off: true, errors: [], remarks: [] };
  }
  const concerned = new Set([sceneId, ...upstreamOf(board, [sceneId])]);
  const about = compiled.problems.filter(
    ({ nodeId }) => nodeId === undefined || concerned.has(nodeId),
  );
  return {
    sceneId,
    scene: compiled.scenes.get(sceneId),
    off: false,
    errors: about.filter(({ severity }) => severity === "error"),
    remarks: about.filter(({ severity }) => severity !== "error"),
  };
}

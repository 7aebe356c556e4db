import type { Point } from "../../shared/board/edits.ts";
import type { EdgeEnd, EdgeId, NodeId } from "../../shared/board/schema.ts";
import type { Box } from "../../shared/board/frames.ts";
import type { Side } from "../../shared/board/graph.ts";
import type { FlowEdge, FlowNode } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";
import type { DrawnWire } from "./wirePath.ts";

/** Where things stand on the canvas as it is drawn now, in canvas px. */

const drawnNode = (id: string): FlowNode | undefined => useFlow.getState().made.nodes.get(id)?.flow;

/** Where a node stands on the board, and how large it is drawn; what a drag does is left out. */
export function boxOf(id: NodeId): Box | undefined {
  const made = useFlow.getState().made.nodes.get(id);
  if (made?.placement === undefined) return undefined;
  const { width = 0, height = 0 } = made.flow;
  return { x: made.placement.x, y: made.placement.y, width, height };
}

export interface Aim extends Pick<EdgeEnd, "node" | "port"> {
  readonly side: Side;
}

/** The middle of a port. */
export function portPoint(aim: Aim | null): Point | undefined {
  const node = aim === null ? undefined : drawnNode(aim.node);
  if (aim === null || node === undefined) return undefined;
  const type = aim.side === "input" ? "target" : "source";
  const handle = node.handles?.find((each) => each.id === aim.port && each.type === type);
  if (handle === undefined) return undefined;
  return {
    x: node.position.x + handle.x + (handle.width ?? 0) / 2,
    y: node.position.y + handle.y + (handle.height ?? 0) / 2,
  };
}

/** The wires as they run now; without those whose ends are not drawn. */
export function drawnWires(edges: readonly FlowEdge[]): readonly DrawnWire<EdgeId>[] {
  return edges.flatMap(({ id, source, sourceHandle, target, targetHandle }) => {
    const from = portPoint({ node: source, port: sourceHandle ?? "", side: "output" });
    const to = portPoint({ node: target, port: targetHandle ?? "", side: "input" });
    return from === undefined || to === undefined ? [] : [{ id, from, to }];
  });
}

import { Position, type NodeHandle } from "@xyflow/react";
import { edgeIdsOf, edgeOf, isReroute, portOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { PortKind } from "../../shared/nodes/ports.ts";
import { portSize, portsOf, portY, type PortPlace } from "../nodes/size.ts";

/** The ports of a board as React Flow wants them: given, so that none is measured in the page. */

const ofKind = new Map<PortKind | undefined, readonly PortPlace[]>();

/** The ports of a reroute, of the kind that flows through it. The same array for the same kind. */
function reroutePorts(board: Board, node: NodeId): readonly PortPlace[] {
  const kind = portOf(board, { node, port: "out" }, "output")?.kind;
  const places = ofKind.get(kind) ?? portsOf("reroute").map((port) => ({ ...port, kind }));
  ofKind.set(kind, places);
  return places;
}

/**
 * Ports that only an edge knows of, because the node is from a newer version: the edge still has to end somewhere. Those
 * of a reroute too, with the kind that flows through it.
 */
export function extraPorts(board: Board): ReadonlyMap<string, readonly PortPlace[]> {
  const extras = new Map<string, readonly PortPlace[]>();
  for (const id of edgeIdsOf(board)) {
    const edge = edgeOf(board, id);
    if (edge === undefined) continue;
    for (const [end, side] of [
      [edge.from, "output"],
      [edge.to, "input"],
    ] as const) {
      const known = portOf(board, end, side);
      if (known !== undefined) {
        if (isReroute(board, end.node)) extras.set(end.node, reroutePorts(board, end.node));
        continue;
      }
      const list = extras.get(end.node) ?? [];
      if (list.some((port) => port.name === end.port && port.side === side)) continue;
      const port = { name: end.port, side, kind: undefined, many: true, y: 52 };
      extras.set(end.node, [...list, port]);
    }
  }
  return extras;
}

/** px of a node's border, inside of which its ports are placed. */
const border = 1;

/** @param width Canvas px of the node. */
export function handlesOf(
  type: string,
  extra: readonly PortPlace[] | undefined,
  width: number,
  collapsed: boolean,
): NodeHandle[] {
  if (type === "reroute") return rerouteHandles;
  return placed([...portsOf(type), ...(extra ?? [])], width, collapsed);
}

const placed = (ports: readonly PortPlace[], width: number, collapsed: boolean): NodeHandle[] =>
  ports.map((port) => ({
    id: port.name,
    type: port.side === "input" ? "target" : "source",
    position: port.side === "input" ? Position.Left : Position.Right,
    x: (port.side === "input" ? border : width - border) - portSize / 2,
    y: portY(port, collapsed) + border - portSize / 2,
    width: portSize,
    height: portSize,
  }));

/** Wires run into the dot in its middle. */
const rerouteHandles = placed(portsOf("reroute"), 0, false).map((handle) => ({
  ...handle,
  x: handle.y,
}));

import {
  canConnect,
  downstreamOf,
  edgesInto,
  kindsMeet,
  nodeIdsOf,
  nodeOf,
  portOf,
  upstreamOf,
} from "../../shared/board/graph.ts";
import type { Board, EdgeEnd, EdgeId, NodeId } from "../../shared/board/schema.ts";
import type { InputPort } from "../../shared/nodes/ports.ts";
import {
  definitionOf,
  nodeDefinitions,
  nodeTypes,
  type NodeType,
} from "../../shared/nodes/registry.ts";

/** Where a wire may go. Every answer is that of `canConnect`, found for a whole board at once. */

type End = Pick<EdgeEnd, "node" | "port">;
type Ports = { readonly [name: string]: InputPort };

/** The end of a wire that is held still while the other one looks for a port. */
export interface OpenWire {
  readonly end: End;
  /** On which side of its node the held end is. */
  readonly side: "input" | "output";
  /** The edge that is being taken off elsewhere. */
  readonly moving?: EdgeId | undefined;
}

export const portKey = (node: string, side: "input" | "output", port: string): string =>
  `${node}/${side}/${port}`;

/** The two ends in the order in which an edge names them. */
export const wireEnds = ({ end, side }: OpenWire, other: End): { from: End; to: End } =>
  side === "output" ? { from: end, to: other } : { from: other, to: end };

/** Every port that the open end of a wire may be dropped on, in the order of the nodes' ids. */
export function fittingPorts(board: Board, wire: OpenWire): readonly End[] {
  const held = portOf(board, wire.end, wire.side);
  if (held === undefined) return [];
  const without = withoutEdge(board, wire.moving);
  const { node } = wire.end;
  const looped =
    wire.side === "output" ? upstreamOf(without, [node]) : downstreamOf(without, [node]);
  return nodeIdsOf(board).flatMap((id) => {
    const definition =
      id === node || looped.has(id) ? undefined : definitionOf(nodeOf(board, id) ?? { type: "" });
    if (definition === undefined) return [];
    const side = wire.side === "output" ? "input" : "output";
    return Object.keys(side === "input" ? definition.inputs : definition.outputs)
      .map((port): End => ({ node: id, port }))
      .filter((other) => kindsMeet(portOf(board, other, side)?.kind, held.kind))
      .filter((other) => !isWired(without, wireEnds(wire, other)));
  });
}

function withoutEdge(board: Board, id: EdgeId | undefined): Board {
  if (id === undefined || !Object.hasOwn(board.edges, id)) return board;
  const { [id]: _, ...edges } = board.edges;
  return { ...board, edges };
}

const isWired = (board: Board, { from, to }: { from: End; to: End }): boolean =>
  edgesInto(board, to.node, to.port).some(
    ({ edge }) => edge.from.node === from.node && edge.from.port === from.port,
  );

/** The node types that a wire can go on to, each with its first port that fits. */
export function fittingTypes(
  board: Board,
  wire: OpenWire,
): readonly { readonly type: NodeType; readonly port: string }[] {
  const held = portOf(board, wire.end, wire.side);
  if (held === undefined) return [];
  return nodeTypes.flatMap((type) => {
    const definition = nodeDefinitions[type];
    const ports: Ports = wire.side === "output" ? definition.inputs : definition.outputs;
    const fit = Object.entries(ports).find(([, { kind }]) =>
      kindsMeet(kind === "any" ? undefined : kind, held.kind),
    );
    return fit === undefined ? [] : [{ type, port: fit[0] }];
  });
}

/** The first port of a node that a wire dropped anywhere on it goes to: one that is free, else one that would be replaced. */
export function firstFit(board: Board, wire: OpenWire, node: NodeId): End | undefined {
  const fits = fittingPorts(board, wire).filter((end) => end.node === node);
  const free = fits.find(
    (end) => wire.side === "input" || edgesInto(board, end.node, end.port).length === 0,
  );
  return free ?? fits[0];
}

/** Why a node takes a wire at none of its ports: what one of the right kind says, else that there is no such port. */
export function reasonAgainst(
  board: Board,
  wire: OpenWire,
  node: NodeId,
): "cycle" | "already" | "noFit" {
  const definition = definitionOf(nodeOf(board, node) ?? { type: "" });
  const ports = wire.side === "output" ? definition?.inputs : definition?.outputs;
  const reasons = Object.keys(ports ?? {}).map((port) => {
    const { from, to } = wireEnds(wire, { node, port });
    const answer = canConnect(board, from, to, wire.moving);
    return answer.ok ? undefined : answer.reason;
  });
  return (["cycle", "already"] as const).find((reason) => reasons.includes(reason)) ?? "noFit";
}

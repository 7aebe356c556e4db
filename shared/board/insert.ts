import type { PortKind } from "../nodes/ports.ts";
import { definitionOf } from "../nodes/registry.ts";
import { moveNodes } from "./edits.ts";
import { gap, sizeOf } from "./faces.ts";
import { isFrame, pushRight } from "./frames.ts";
import {
  canConnect,
  downstreamOf,
  edgeOf,
  edgesFrom,
  edgesInto,
  isReroute,
  kindsMeet,
  nodeIdsOf,
  nodeOf,
  portOf,
  upstreamOf,
} from "./graph.ts";
import { hasRoom } from "./room.ts";
import type { Board, EdgeId, NodeId } from "./schema.ts";

/** Putting a node that is on the board already into a wire. */

export interface Passage {
  /** Undefined for a reroute that takes any. */
  readonly kind: PortKind | undefined;
  readonly input: string;
  readonly output: string;
}

/** The free ports by which a node could stand in a wire: the first input and output of one kind that have no wire yet. */
export function passageOf(board: Board, id: NodeId): Passage | undefined {
  const node = nodeOf(board, id);
  const definition = node && definitionOf(node);
  if (definition === undefined) return undefined;
  for (const [input, { kind }] of Object.entries(definition.inputs)) {
    if (edgesInto(board, id, input).length > 0) continue;
    const output = Object.entries(definition.outputs).find(
      ([port, other]) => other.kind === kind && edgesFrom(board, id, port).length === 0,
    );
    if (output === undefined) continue;
    return { kind: kind === "any" ? undefined : kind, input, output: output[0] };
  }
  return undefined;
}

/** Whether `node` may be put into the wire `id`: it has free ports for it, and no loop comes of it. */
export function canInsert(board: Board, id: EdgeId, node: NodeId): boolean {
  const edge = edgeOf(board, id);
  const passage = passageOf(board, node);
  return (
    edge !== undefined &&
    passage !== undefined &&
    kindsMeet(portOf(board, edge.from, "output")?.kind, passage.kind) &&
    canConnect(board, edge.from, { node, port: passage.input }, id).ok &&
    canConnect(board, { node, port: passage.output }, edge.to, id).ok
  );
}

/**
 * Puts a node into a wire, which then ends at the node; `next` is the wire that goes on from there. What stands in the
 * way on the right is moved on. The same board when it does not fit.
 */
export function insertIntoEdge(board: Board, id: EdgeId, node: NodeId, next: EdgeId): Board {
  const edge = edgeOf(board, id);
  const passage = passageOf(board, node);
  if (!edge || !passage || edgeOf(board, next) || !canInsert(board, id, node)) return board;
  const wired: Board = {
    ...board,
    edges: {
      ...board.edges,
      [id]: { ...edge, to: { node, port: passage.input } },
      [next]: { from: { node, port: passage.output }, to: edge.to },
    },
  };
  // A reroute takes no room worth speaking of, and stands where it was put.
  const roomy = isReroute(board, node)
    ? wired
    : makeRoom(wired, edge.from.node, node, edge.to.node);
  return hasRoom(roomy) ? roomy : board;
}

/**
 * The node stands right of its source, in the row of a chain it was dropped on; its target, with all that is wired to it
 * and as far right, moves on, and so does whatever that would come to cover. Frames keep what lies in them.
 */
function makeRoom(board: Board, source: NodeId, node: NodeId, target: NodeId): Board {
  const [from, at, to] = [board.layout[source], board.layout[node], board.layout[target]];
  if (!from || !at || !to || to.x <= from.x) return board;
  const size = sizeOf(board, node);
  const x = Math.max(at.x, from.x + sizeOf(board, source).w + gap);
  const y = from.y === to.y && Math.abs(at.y - from.y) < size.h / 2 ? from.y : at.y;
  const placed = { id: node, x, y };
  const step = x + size.w + gap - to.x;
  if (step <= 0) return moveNodes(board, [placed]);
  const along = [...wiredTo(board, target)].filter(
    (id) => id !== node && (board.layout[id]?.x ?? -Infinity) >= to.x,
  );
  const moved = withCovered(board, along, step, new Set([node, source]));
  return moveNodes(pushRight(board, moved, step, to.x), [placed]);
}

/** These nodes, and those that they would newly cover when they move `step` px to the right, and so on. */
function withCovered(
  board: Board,
  ids: readonly NodeId[],
  step: number,
  stays: ReadonlySet<NodeId>,
): readonly NodeId[] {
  const moved = [...ids];
  const rest = new Set(nodeIdsOf(board).filter((id) => !stays.has(id) && !isFrame(board, id)));
  for (const id of moved) rest.delete(id);
  for (const id of moved) {
    for (const other of rest) {
      if (covers(board, id, other, 0) || !covers(board, id, other, step)) continue;
      rest.delete(other);
      moved.push(other);
    }
  }
  return moved;
}

/** Whether `a`, moved by `step` px, covers `b`. */
function covers(board: Board, a: NodeId, b: NodeId, step: number): boolean {
  const [p, q] = [board.layout[a], board.layout[b]];
  if (!p || !q) return false;
  const [size, other] = [sizeOf(board, a), sizeOf(board, b)];
  const x = p.x + step;
  return x < q.x + other.w && q.x < x + size.w && p.y < q.y + other.h && q.y < p.y + size.h;
}

/** The node, what it feeds, and what feeds any of these. */
function wiredTo(board: Board, id: NodeId): ReadonlySet<NodeId> {
  const down = [id, ...downstreamOf(board, [id])];
  return new Set([...down, ...upstreamOf(board, down)]);
}

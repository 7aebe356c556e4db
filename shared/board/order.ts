import { downstreamOf, indexOf, nodeIdsOf, upstreamOf, type EdgesOf } from "./graph.ts";
import type { Board, NodeId } from "./schema.ts";

/** In which order a board is gone through, and the cycles that stand in the way of one. */

/**
 * Every node, sources before what they feed; the same for the same wiring wherever the nodes stand. Nodes that are in a
 * cycle or behind one come last.
 */
export const orderOf = (board: Board): readonly NodeId[] => orderingOf(board).order;

interface Ordering {
  readonly nodes: Board["nodes"];
  readonly order: readonly NodeId[];
  /** The end of the order: what is in a cycle or behind one. */
  readonly stuck: readonly NodeId[];
}

/** The compiler and the canvas go over a board in the same order, which only its wiring makes. */
const orderings = new WeakMap<Board["edges"], Ordering>();

function orderingOf(board: Board): Ordering {
  const known = orderings.get(board.edges);
  if (known !== undefined && hasSameIds(known.nodes, board.nodes)) return known;
  const ordering = newOrderingOf(board);
  orderings.set(board.edges, ordering);
  return ordering;
}

function hasSameIds(a: Board["nodes"], b: Board["nodes"]): boolean {
  if (a === b) return true;
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => Object.hasOwn(b, id));
}

function newOrderingOf(board: Board): Ordering {
  const ids = nodeIdsOf(board);
  const { into, from } = indexOf(board);
  const free = unwind(ids, into, from, "to");
  const stuck = free.length === ids.length ? [] : without(ids, free);
  return { nodes: board.nodes, order: [...free, ...stuck], stuck };
}

/** The nodes of `ids` that come free one after the other, once all that their edges in `before` lead to is done. */
function unwind(
  ids: readonly NodeId[],
  before: EdgesOf,
  after: EdgesOf,
  end: "from" | "to",
): NodeId[] {
  const waiting = new Map<NodeId, number>();
  const order: NodeId[] = [];
  for (const id of ids) {
    const edges = before.get(id);
    if (edges) waiting.set(id, edges.length);
    else order.push(id);
  }
  for (const id of order) {
    for (const { edge } of after.get(id) ?? []) {
      const next = edge[end].node;
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order;
}

const without = (ids: readonly NodeId[], gone: readonly NodeId[]): NodeId[] => {
  const set = new Set(gone);
  return ids.filter((id) => !set.has(id));
};

/** The groups of nodes that feed each other: each group sorted by id, and the groups by their first. */
export function findCycles(board: Board): NodeId[][] {
  const { stuck } = orderingOf(board);
  if (stuck.length === 0) return [];
  const { into, from } = indexOf(board);
  // What unwinds from the other end is in no cycle either.
  const candidates = without(stuck, unwind(nodeIdsOf(board), from, into, "from"));
  const groups: NodeId[][] = [];
  const grouped = new Set<NodeId>();
  for (const id of candidates) {
    if (grouped.has(id)) continue;
    const down = downstreamOf(board, [id]);
    if (!down.has(id)) continue;
    const up = upstreamOf(board, [id]);
    const group = candidates.filter((other) => down.has(other) && up.has(other));
    for (const member of group) grouped.add(member);
    groups.push(group);
  }
  return groups;
}

import { addNode, type Point } from "./edits.ts";
import { faceSizes } from "./faces.ts";
import { edgeOf, edgesFrom, edgesInto, isReroute } from "./graph.ts";
import type { Ids } from "./ids.ts";
import { hasRoom } from "./room.ts";
import type { Board, BoardEdge, EdgeId, NodeId } from "./schema.ts";

/** Putting reroutes into wires, and finding those that belong to what is copied. */

export interface Crossing {
  readonly id: EdgeId;
  /** Canvas px of the place on the wire. */
  readonly at: Point;
}

/**
 * Puts a reroute into each wire; those that come from one port share one, in the middle of their places. A wire keeps its
 * id where it is read. The same board when there is no room.
 */
export function insertReroutes(board: Board, crossings: readonly Crossing[], ids: Ids): Board {
  const found = crossings.flatMap(({ id, at }) => {
    const edge = edgeOf(board, id);
    return edge ? [{ id, at, edge }] : [];
  });
  const bundles = Map.groupBy(found, ({ edge: { from } }) =>
    JSON.stringify([from.node, from.port]),
  );
  let next = board;
  for (const bundle of bundles.values()) next = insertReroute(next, bundle, ids);
  return hasRoom(next) ? next : board;
}

function insertReroute(
  board: Board,
  bundle: readonly (Crossing & { readonly edge: BoardEdge })[],
  ids: Ids,
): Board {
  const [first] = bundle;
  if (!first) return board;
  const { w, h } = faceSizes.reroute;
  const middle = (along: (at: Point) => number): number =>
    bundle.reduce((sum, { at }) => sum + along(at), 0) / bundle.length;
  const at = { x: middle(({ x }) => x) - w / 2, y: middle(({ y }) => y) - h / 2 };
  const node = ids.node();
  const added = addNode(board, { id: node, type: "reroute", at });
  if (added === board) return board;
  const edges = { ...added.edges };
  for (const { id, edge } of bundle) edges[id] = { ...edge, from: { node, port: "out" } };
  edges[ids.edge()] = { from: first.edge.from, to: { node, port: "in" } };
  return { ...added, edges };
}

/** These nodes, and the reroutes by which they are wired to each other. */
export function withReroutes(board: Board, ids: Iterable<NodeId>): ReadonlySet<NodeId> {
  const chosen = new Set(ids);
  const reroutesFrom = (start: Iterable<NodeId>, next: (id: NodeId) => NodeId[]): Set<NodeId> => {
    const found = new Set<NodeId>();
    for (const id of start)
      for (const other of next(id)) if (isReroute(board, other)) found.add(other);
    for (const id of found)
      for (const other of next(id)) if (isReroute(board, other)) found.add(other);
    return found;
  };
  const behind = reroutesFrom(chosen, (id) => edgesFrom(board, id).map(({ edge }) => edge.to.node));
  const before = reroutesFrom(chosen, (id) =>
    edgesInto(board, id).map(({ edge }) => edge.from.node),
  );
  return new Set([...chosen, ...[...behind].filter((id) => before.has(id))]);
}

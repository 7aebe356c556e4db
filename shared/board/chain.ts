import { addNode, moveNodes, type Point } from "./edits.ts";
import { faceSizes, gap, sizeOf } from "./faces.ts";
import { isFrame, pushRight } from "./frames.ts";
import {
  edgesFrom,
  edgesInto,
  isReroute,
  nodeIdsOf,
  nodeOf,
  shotChain,
  sourceOf,
  type EdgeEntry,
} from "./graph.ts";
import type { Ids } from "./ids.ts";
import { hasRoom } from "./room.ts";
import type { Board, BoardEdge, EdgeEnd, EdgeId, NodeId } from "./schema.ts";

/** Edits that keep a storyboard's chain of shots whole: pure, as those in `edits.ts`. */

export interface NewShot {
  readonly params?: { readonly [field: string]: unknown };
  readonly title?: string;
}

/** What hands the chain on into a shot or a scene, or undefined for a node that is not part of a chain. */
function chainInput(board: Board, id: NodeId): EdgeEnd | undefined {
  const type = nodeOf(board, id)?.type;
  if (type === "shot") return { node: id, port: "previous" };
  return type === "scene" ? { node: id, port: "shots" } : undefined;
}

const shotOutput = (node: NodeId): EdgeEnd => ({ node, port: "shots" });

/** Puts a new shot after a shot: whatever read from that one reads from the new one. */
export function insertShotAfter(board: Board, shot: NodeId, ids: Ids, given: NewShot = {}): Board {
  if (nodeOf(board, shot)?.type !== "shot") return board;
  const place = board.layout[shot] ?? { x: 0, y: 0 };
  const at = { x: place.x + sizeOf(board, shot).w + gap, y: place.y };
  const id = ids.node();
  const roomy = makeRoom(board, at);
  const added = addNode(roomy, { ...given, id, type: "shot", at });
  if (added === roomy) return board;
  const edges = { ...added.edges };
  for (const { id: edgeId, edge } of edgesFrom(added, shot, "shots")) {
    edges[edgeId] = { ...edge, from: shotOutput(id) };
  }
  edges[ids.edge()] = { from: shotOutput(shot), to: { node: id, port: "previous" } };
  return roomOr(board, { ...added, edges });
}

/**
 * Puts a new shot before a shot, or as the last shot before a scene. Where the chain forks, only the branch to `target`
 * gets it.
 */
export function insertShotBefore(
  board: Board,
  target: NodeId,
  ids: Ids,
  given: NewShot = {},
): Board {
  const input = chainInput(board, target);
  if (!input) return board;
  const before = edgesInto(board, target, input.port)[0];
  const place = board.layout[target] ?? { x: 0, y: 0 };
  const previous = before && board.layout[before.edge.from.node];
  const at = previous
    ? { x: previous.x + sizeOf(board, before.edge.from.node).w + gap, y: previous.y }
    : { x: place.x, y: place.y };
  const id = ids.node();
  const roomy = makeRoom(board, at);
  const added = addNode(roomy, { ...given, id, type: "shot", at });
  if (added === roomy) return board;
  const edges = { ...added.edges };
  if (before) {
    edges[before.id] = { ...before.edge, to: { node: id, port: "previous" } };
  }
  edges[ids.edge()] = { from: shotOutput(id), to: input };
  return roomOr(board, { ...added, edges });
}

const roomOr = (before: Board, after: Board): Board => (hasRoom(after) ? after : before);

/** Pushes everything from `at` on to the right when a shot placed there would cover something. */
function makeRoom(board: Board, at: Point): Board {
  const { w, h } = faceSizes.shot;
  const ids = nodeIdsOf(board);
  const covers = ids.some((id) => {
    const place = board.layout[id];
    const size = sizeOf(board, id);
    return (
      place !== undefined &&
      !isFrame(board, id) &&
      place.x < at.x + w + gap / 2 &&
      place.x + size.w > at.x &&
      place.y < at.y + h &&
      place.y + size.h > at.y
    );
  });
  if (!covers) return board;
  const pushed = ids.filter((id) => (board.layout[id]?.x ?? -Infinity) >= at.x);
  return pushRight(board, pushed, w + gap, at.x);
}

/**
 * Moves a shot to another place in the chain of a scene; both are counted from 0. The shots change places on the canvas
 * too. What forks off a moved shot stays with that shot.
 */
export function moveShot(board: Board, scene: NodeId, from: number, to: number): Board {
  if (nodeOf(board, scene)?.type !== "scene") return board;
  const chain = shotChain(board, scene);
  const moved = chain[from];
  if (moved === undefined || to < 0 || to >= chain.length || from === to) return board;
  const order = chain.toSpliced(from, 1).toSpliced(to, 0, moved);
  // The edge at index i led into shot i of the chain, the last one into the scene; the first shot has none.
  const steps = [...chain, scene].map((id) => {
    const input = chainInput(board, id);
    return input && edgesInto(board, id, input.port)[0];
  });
  if (steps[0] && sourceOf(board, steps[0].edge.from)) return board;
  const edges: Record<EdgeId, BoardEdge> = { ...board.edges };
  for (const [i, id] of [...order, scene].entries()) {
    const step = steps[i];
    const source = order[i - 1];
    const input = chainInput(board, id);
    if (!step || !input) continue;
    if (step.edge.to.node !== id) edges[step.id] = { ...step.edge, to: input };
    if (!source || sourceOf(board, step.edge.from)?.node === source) continue;
    const { id: first, edge } = firstPiece(board, step);
    edges[first] = { ...(edges[first] ?? edge), from: shotOutput(source) };
  }
  // What is pinned stays; the others share the places that are left.
  const isFree = (id: NodeId): boolean => board.layout[id]?.pinned !== true;
  const places = chain.filter(isFree).map((id) => board.layout[id]);
  const positions = order.filter(isFree).flatMap((id, i) => {
    const place = places[i];
    return place ? [{ id, x: place.x, y: place.y }] : [];
  });
  return moveNodes({ ...board, edges }, positions);
}

/** Where a wire through reroutes begins, or where it leaves a reroute that other wires run through as well. */
function firstPiece(board: Board, last: EdgeEntry): EdgeEntry {
  let piece = last;
  for (;;) {
    const { node } = piece.edge.from;
    const before = edgesInto(board, node)[0];
    if (!before || !isReroute(board, node) || edgesFrom(board, node).length > 1) return piece;
    piece = before;
  }
}

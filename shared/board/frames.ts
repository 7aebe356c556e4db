import { addNode, moveNodes, resizeNode } from "./edits.ts";
import { sizeOf } from "./faces.ts";
import { nodeIdsOf, nodeOf } from "./graph.ts";
import type { Board, NodeId } from "./schema.ts";

/**
 * Frames stand behind nodes and carry those that lie in them. What lies in a frame is seen from where it stands: nothing
 * is stored that could be wrong. How large faces are is known to whoever draws them.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether a box lies in another as a whole; along its edges it still does. */
export const contains = (outer: Box, { x, y, width, height }: Box): boolean =>
  x >= outer.x &&
  y >= outer.y &&
  x + width <= outer.x + outer.width &&
  y + height <= outer.y + outer.height;

/** Whether two boxes have some room in common; it is not enough that they touch. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Canvas px of a node; undefined for one that is not there. */
export type BoxOf = (id: NodeId) => Box | undefined;

export const isFrame = (board: Pick<Board, "nodes">, id: NodeId): boolean =>
  nodeOf(board, id)?.type === "frame";

/** A node lies in a frame by its middle; a frame only as a whole, so that two of them never carry each other. */
function liesIn(board: Board, id: NodeId, box: Box, frame: Box): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (!isFrame(board, id)) return contains(frame, { x, y, width: 0, height: 0 });
  return contains(frame, box) && box.width * box.height < frame.width * frame.height;
}

/** What lies in a frame, other frames and what lies in those included. */
export function nodesIn(board: Board, frame: NodeId, boxOf: BoxOf): NodeId[] {
  const outer = isFrame(board, frame) ? boxOf(frame) : undefined;
  if (outer === undefined) return [];
  return nodeIdsOf(board).filter((id) => {
    const box = id === frame ? undefined : boxOf(id);
    return box !== undefined && liesIn(board, id, box, outer);
  });
}

/** These nodes, and what lies in the frames among them. */
export function withContents(board: Board, ids: Iterable<NodeId>, boxOf: BoxOf): NodeId[] {
  const own = [...ids];
  return [...new Set([...own, ...own.flatMap((id) => nodesIn(board, id, boxOf))])];
}

/** The frames that one of the nodes lies in, the smallest of each node only. */
export function framesAround(board: Board, ids: Iterable<NodeId>, boxOf: BoxOf): NodeId[] {
  const area = (id: NodeId): number => {
    const { width = 0, height = 0 } = boxOf(id) ?? {};
    return width * height;
  };
  const frames = nodeIdsOf(board)
    .filter((id) => isFrame(board, id))
    .toSorted((a, b) => area(a) - area(b))
    .map((id) => ({ id, inside: new Set(nodesIn(board, id, boxOf)) }));
  const found = [...ids].flatMap((id) => frames.find(({ inside }) => inside.has(id))?.id ?? []);
  return [...new Set(found)];
}

/** px; neighbours that the program has placed can have frames of their own beside each other. */
const air = { side: 18, top: 56 };

/** The box of a frame that has room around these. */
function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - air.side;
  const top = Math.min(...boxes.map(({ y }) => y)) - air.top;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + air.side;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + air.side;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function put(board: Board, frame: NodeId, { x, y, width, height }: Box): Board {
  return resizeNode(moveNodes(board, [{ id: frame, x, y }]), frame, { w: width, h: height });
}

const boxesOf = (ids: readonly NodeId[], boxOf: BoxOf): Box[] =>
  ids.flatMap((id) => boxOf(id) ?? []);

/** Puts a new frame around nodes. The same board when there are none. */
export function frameNodes(
  board: Board,
  frame: NodeId,
  ids: readonly NodeId[],
  boxOf: BoxOf,
): Board {
  const boxes = boxesOf(ids, boxOf);
  if (boxes.length === 0) return board;
  const box = around(boxes);
  const added = addNode(board, { id: frame, type: "frame", at: box });
  return added === board ? board : put(added, frame, box);
}

/** Makes a frame as large as what lies in it needs. The same board when nothing does, or when the frame is pinned. */
export function fitFrame(board: Board, frame: NodeId, boxOf: BoxOf): Board {
  if (board.layout[frame]?.pinned) return board;
  const boxes = boxesOf(nodesIn(board, frame, boxOf), boxOf);
  return boxes.length === 0 ? board : put(board, frame, around(boxes));
}

/**
 * Moves nodes to the right by `step` px, and keeps them in their frames: one that begins at `from` px or beyond goes along
 * with all that lies in it, any other grows.
 */
export function pushRight(board: Board, ids: Iterable<NodeId>, step: number, from: number): Board {
  const pushed = new Set(ids);
  const carrying = nodeIdsOf(board)
    .filter((id) => isFrame(board, id))
    .map((frame) => ({ frame, inside: nodesIn(board, frame, (id) => roomOf(board, id)) }))
    .filter(({ inside }) => inside.some((id) => pushed.has(id)));
  const growing: NodeId[] = [];
  for (const { frame, inside } of carrying) {
    if ((board.layout[frame]?.x ?? 0) < from) growing.push(frame);
    else for (const id of [frame, ...inside]) pushed.add(id);
  }
  const moved = moveNodes(
    board,
    [...pushed].flatMap((id) => {
      const place = board.layout[id];
      return place ? [{ id, x: place.x + step, y: place.y }] : [];
    }),
  );
  return growing.reduce((next, frame) => {
    const { w, h } = sizeOf(next, frame);
    return resizeNode(next, frame, { w: w + step, h });
  }, moved);
}

function roomOf(board: Board, id: NodeId): Box | undefined {
  const place = board.layout[id];
  const { w, h } = sizeOf(board, id);
  return place && { x: place.x, y: place.y, width: w, height: h };
}

import {
  downstreamOf,
  edgeIdsOf,
  edgeOf,
  nodeIdsOf,
  nodeOf,
  upstreamOf,
} from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { targetSceneId } from "../app/target.ts";
import { regionOf, shownIn, widened } from "./around.ts";
import { firstView, type ViewSize } from "./firstView.ts";

/** A board of fewer nodes is worked out whole before anyone could tell the difference. */
const large = 300;

/** Canvas px that a node has at most, unless it was given a size: exact enough to know what comes into view. */
const roomy = { width: 260, height: 400 };

/** About where each node of a board stands. */
export const boxesOf = ({ nodes, layout }: Board) =>
  nodeIdsOf({ nodes }).map((id) => {
    const { x = 0, y = 0, w = roomy.width, h = roomy.height } = layout[id] ?? {};
    return { id, position: { x, y }, width: w, height: h };
  });

/**
 * The part of a large board that its first picture needs, in a window of that size in px: the nodes that will be in view,
 * the scenes they belong to, the scene that Run is about, and all that leads to these. What it compiles to is a part of
 * what the board compiles to. A small board is its own beginning.
 */
export function beginningOf(board: Board, window: ViewSize): Board {
  if (nodeIdsOf(board).length < large) return board;
  const isA = (type: string) => (id: NodeId) => nodeOf(board, id)?.type === type;
  const seen = seenFirst(board, window);
  const target = targetSceneId(board, new Set());
  const wanted = new Set([
    ...seen,
    ...[...downstreamOf(board, seen)].filter(isA("scene")),
    ...(target === undefined ? [] : [target]),
    // Any text may name them.
    ...nodeIdsOf(board).filter(isA("element")),
  ]);
  for (const id of upstreamOf(board, [...wanted])) wanted.add(id);
  return partOf(board, wanted);
}

/** All that stands around the first view, in the largest canvas that the window has room for. */
function seenFirst(board: Board, window: ViewSize): NodeId[] {
  const boxes = boxesOf(board);
  const byId = new Map<string, (typeof boxes)[number]>(boxes.map((box) => [box.id, box]));
  const wires = edgeIdsOf(board).flatMap((id) => {
    const edge = edgeOf(board, id);
    return edge === undefined ? [] : [{ source: edge.from.node, target: edge.to.node }];
  });
  const region = widened(regionOf({ ...firstView(boxes, window), ...window }));
  const around = shownIn(region, { nodes: boxes, edges: wires }, (id) => byId.get(id), {
    nodes: [],
    edges: [],
  });
  return around.nodes.map(({ id }) => id);
}

const partOf = (board: Board, ids: ReadonlySet<string>): Board => ({
  ...board,
  nodes: Object.fromEntries(Object.entries(board.nodes).filter(([id]) => ids.has(id))),
  edges: Object.fromEntries(
    Object.entries(board.edges).filter(
      ([, { from, to }]) => ids.has(from.node) && ids.has(to.node),
    ),
  ),
});

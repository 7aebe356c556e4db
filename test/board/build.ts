import { addNode, connect, type Point } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { sizeOf, type Size } from "../../shared/board/faces.ts";
import { nodeIdsOf } from "../../shared/board/graph.ts";
import { edgeIdSchema, nodeIdSchema, type Board } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";

export const nodeId = (id: string) => nodeIdSchema.parse(id);
export const edgeId = (id: string) => edgeIdSchema.parse(id);

/** A board written as lists: nodes as `id: type`, edges as `from.port > to.port`, named w0, w1 … */
export function build(
  nodes: { readonly [id: string]: NodeType },
  edges: readonly string[] = [],
  places: { readonly [id: string]: Point } = {},
): Board {
  let board = emptyBoard("Test");
  for (const [i, [id, type]] of Object.entries(nodes).entries()) {
    board = addNode(board, { id: nodeId(id), type, at: places[id] ?? { x: i * 300, y: 0 } });
  }
  for (const [i, edge] of edges.entries()) {
    const [from = "", to = ""] = edge.split(" > ");
    const before = board;
    board = connect(board, edgeId(`w${i}`), end(from), end(to));
    if (board === before) throw new Error(`${edge} cannot be wired`);
  }
  return board;
}

export function end(text: string) {
  const [node = "", port = ""] = text.split(".");
  return { node: nodeId(node), port };
}

/** The edges of a board as `build` takes them, sorted. */
export const wires = (board: Board): string[] =>
  Object.values(board.edges)
    .map(({ from, to }) => `${from.node}.${from.port} > ${to.node}.${to.port}`)
    .toSorted();

/** The pairs of nodes whose faces cover each other, grown by `air` px on each side. */
export function overlaps(board: Board, air = 0): string[] {
  const boxes = nodeIdsOf(board).map((id) => {
    const { x, y } = board.layout[id] ?? { x: 0, y: 0 };
    return { id, x: x - air, y: y - air, ...grown(sizeOf(board, id), air) };
  });
  return boxes.flatMap((p, i) =>
    boxes
      .slice(i + 1)
      .filter((q) => p.x < q.x + q.w && q.x < p.x + p.w && p.y < q.y + q.h && q.y < p.y + p.h)
      .map((q) => `${p.id} ${q.id}`),
  );
}

const grown = ({ w, h }: Size, air: number): Size => ({ w: w + 2 * air, h: h + 2 * air });

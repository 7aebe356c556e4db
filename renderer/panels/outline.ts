import { nodeIdsOf, nodeOf, shotChain, compareOnCanvas } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";

/** The board as a list: each scene with its shots in order, then what is in none. */

export interface OutlineEntry {
  readonly id: NodeId;
  readonly depth: 0 | 1;
}

export interface Outline {
  readonly scenes: readonly OutlineEntry[];
  readonly loose: readonly OutlineEntry[];
  readonly others: readonly OutlineEntry[];
}

export function outlineOf(board: Board): Outline {
  const ids = nodeIdsOf(board);
  const ofType = (type: string): NodeId[] => ids.filter((id) => nodeOf(board, id)?.type === type);
  const leftToRight = (a: NodeId, b: NodeId): number =>
    (board.layout[a]?.x ?? 0) - (board.layout[b]?.x ?? 0) || compareOnCanvas(board, a, b);
  const chains = ofType("scene")
    .toSorted(leftToRight)
    .map((scene) => ({ scene, shots: shotChain(board, scene) }));
  // Two scenes can share a beginning: the shot stands under both.
  const used = new Set(chains.flatMap(({ shots }) => shots));
  const entry =
    (depth: OutlineEntry["depth"]) =>
    (id: NodeId): OutlineEntry => ({ id, depth });
  return {
    scenes: chains.flatMap(({ scene, shots }) => [entry(0)(scene), ...shots.map(entry(1))]),
    loose: ofType("shot")
      .filter((id) => !used.has(id))
      .toSorted(leftToRight)
      .map(entry(0)),
    others: ids
      .filter((id) => !["scene", "shot", "reroute"].includes(nodeOf(board, id)?.type ?? ""))
      .toSorted(
        (a, b) =>
          (nodeOf(board, a)?.type ?? "").localeCompare(nodeOf(board, b)?.type ?? "") ||
          compareOnCanvas(board, a, b),
      )
      .map(entry(0)),
  };
}

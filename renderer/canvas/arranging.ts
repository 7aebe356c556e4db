import { moveNodes, type Point } from "../../shared/board/edits.ts";
import { isFrame, nodesIn } from "../../shared/board/frames.ts";
import { edgesInto, nodeIdsOf, portOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { activeTab, edit, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import type { Arrangement } from "./arrange.ts";
import { boardNow } from "./commands.ts";
import { boxOf } from "./drawn.ts";
import { fitAll } from "./surface.ts";

/** Arranges the selection, or the whole board when less than two nodes are selected. One step of the history. */
export function arrangeNodes(): void {
  const board = boardNow();
  if (board === undefined) return;
  const { activeId } = useBoards.getState();
  const { selectedNodes } = useView.getState();
  const all = selectedNodes.size < 2;
  const blocks = blocksOf(board, all ? nodeIdsOf(board) : [...selectedNodes]);
  const worker = new Worker(new URL("./arrangeWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<ReadonlyMap<NodeId, Point>>) => {
    worker.terminate();
    if (activeTab(useBoards.getState())?.id !== activeId) return;
    edit({ key: "arrange", values: { count: blocks.size } }, (current) =>
      moveNodes(current, placed(current, data, blocks)),
    );
    if (all) requestAnimationFrame(fitAll);
  });
  worker.postMessage(arrangementOf(board, blocks), []);
}

/** Each node with the outermost frame that carries it: what lies in a frame moves as one block. */
function blocksOf(board: Board, ids: readonly NodeId[]): ReadonlyMap<NodeId, NodeId> {
  const blocks = new Map(ids.map((id) => [id, id]));
  const area = (id: NodeId): number => (boxOf(id)?.width ?? 0) * (boxOf(id)?.height ?? 0);
  const frames = ids.filter((id) => isFrame(board, id)).toSorted((a, b) => area(a) - area(b));
  for (const frame of frames) {
    for (const inside of nodesIn(board, frame, boxOf)) blocks.set(inside, frame);
  }
  return blocks;
}

function arrangementOf(board: Board, blocks: ReadonlyMap<NodeId, NodeId>): Arrangement {
  const wires = [...blocks.keys()].flatMap((id) =>
    edgesInto(board, id).flatMap(({ edge }) => {
      const [from, to] = [blocks.get(edge.from.node), blocks.get(id)];
      if (from === undefined || to === undefined || from === to) return [];
      const free = from === edge.from.node && to === id;
      return [{ from, to, chain: free && portOf(board, edge.from, "output")?.kind === "shots" }];
    }),
  );
  return {
    boxes: [...new Set(blocks.values())].flatMap((id) => {
      const { width = 0, height = 0 } = boxOf(id) ?? {};
      return width === 0 ? [] : [{ id, width, height }];
    }),
    wires,
    columns: [...blocks.keys()].flatMap((id) => columnsInto(board, id, blocks)),
  };
}

/** The sources of each port that reads several, from top to bottom. */
function columnsInto(
  board: Board,
  id: NodeId,
  blocks: ReadonlyMap<NodeId, NodeId>,
): readonly NodeId[][] {
  const ports = new Map<string, NodeId[]>();
  for (const { edge } of edgesInto(board, id)) {
    const isFree = blocks.get(edge.from.node) === edge.from.node;
    if (!isFree || portOf(board, edge.to, "input")?.many !== true) continue;
    ports.set(edge.to.port, [...(ports.get(edge.to.port) ?? []), edge.from.node]);
  }
  return [...ports.values()].filter((sources) => sources.length > 1);
}

/** The top left corner of all that was arranged stays where it was; what lies in a block moves with it. */
function placed(
  board: Board,
  places: ReadonlyMap<NodeId, Point>,
  blocks: ReadonlyMap<NodeId, NodeId>,
): readonly { readonly id: NodeId; readonly x: number; readonly y: number }[] {
  const before = [...places.keys()].flatMap((id) => board.layout[id] ?? []);
  const [was, is] = [cornerOf(before), cornerOf([...places.values()])];
  return [...blocks].flatMap(([id, block]) => {
    const [at, from, to] = [board.layout[id], board.layout[block], places.get(block)];
    if (at === undefined || from === undefined || to === undefined) return [];
    return [{ id, x: at.x - from.x + to.x + was.x - is.x, y: at.y - from.y + to.y + was.y - is.y }];
  });
}

const cornerOf = (points: readonly Point[]): Point => ({
  x: Math.min(...points.map(({ x }) => x)),
  y: Math.min(...points.map(({ y }) => y)),
});

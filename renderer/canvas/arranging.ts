import { moveNodes, type Point } from "../../shared/board/edits.ts";
import { edgesInto, nodeIdsOf, portOf } from "../../shared/board/graph.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { activeTab, edit, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import type { Arrangement } from "./arrange.ts";
import { boardNow } from "./commands.ts";
import { drawnNode } from "./drawn.ts";
import { fitAll } from "./surface.ts";

/** Arranges the selection, or the whole board when less than two nodes are selected. One step of the history. */
export function arrangeNodes(): void {
  const board = boardNow();
  if (board === undefined) return;
  const { activeId } = useBoards.getState();
  const { selectedNodes } = useView.getState();
  const all = selectedNodes.size < 2;
  const ids = all ? nodeIdsOf(board) : [...selectedNodes];
  const worker = new Worker(new URL("./arrangeWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<ReadonlyMap<NodeId, Point>>) => {
    worker.terminate();
    if (activeTab(useBoards.getState())?.id !== activeId) return;
    edit({ key: "arrange", values: { count: ids.length } }, (current) =>
      moveNodes(current, placed(current, data)),
    );
    if (all) requestAnimationFrame(fitAll);
  });
  worker.postMessage(arrangementOf(board, ids), []);
}

function arrangementOf(board: Board, ids: readonly NodeId[]): Arrangement {
  const chosen = new Set(ids);
  const inside = ids.flatMap((id) =>
    edgesInto(board, id).filter(({ edge }) => chosen.has(edge.from.node)),
  );
  return {
    boxes: ids.flatMap((id) => {
      const { width = 0, height = 0 } = drawnNode(id) ?? {};
      return width === 0 ? [] : [{ id, width, height }];
    }),
    wires: inside.map(({ edge }) => ({
      from: edge.from.node,
      to: edge.to.node,
      chain: portOf(board, edge.from, "output")?.kind === "shots",
    })),
    columns: ids.flatMap((id) => columnsInto(board, id, chosen)),
  };
}

/** The sources of each port that reads several, from top to bottom. */
function columnsInto(board: Board, id: NodeId, chosen: ReadonlySet<NodeId>): readonly NodeId[][] {
  const ports = new Map<string, NodeId[]>();
  for (const { edge } of edgesInto(board, id)) {
    if (!chosen.has(edge.from.node) || portOf(board, edge.to, "input")?.many !== true) continue;
    ports.set(edge.to.port, [...(ports.get(edge.to.port) ?? []), edge.from.node]);
  }
  return [...ports.values()].filter((sources) => sources.length > 1);
}

/** The top left corner of all that was arranged stays where it was. */
function placed(
  board: Board,
  places: ReadonlyMap<NodeId, Point>,
): readonly { readonly id: NodeId; readonly x: number; readonly y: number }[] {
  const before = [...places.keys()].flatMap((id) => board.layout[id] ?? []);
  const [was, is] = [cornerOf(before), cornerOf([...places.values()])];
  return [...places].map(([id, { x, y }]) => ({ id, x: x + was.x - is.x, y: y + was.y - is.y }));
}

const cornerOf = (points: readonly Point[]): Point => ({
  x: Math.min(...points.map(({ x }) => x)),
  y: Math.min(...points.map(({ y }) => y)),
});

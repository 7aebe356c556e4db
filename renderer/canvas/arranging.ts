import i18next from "i18next";
import { moveNodes, type Point } from "../../shared/board/edits.ts";
import { isFrame, nodesIn, type Box } from "../../shared/board/frames.ts";
import { faceSizes } from "../../shared/board/faces.ts";
import {
  edgesFrom,
  edgesInto,
  isReroute,
  nodeIdsOf,
  portOf,
  throughReroutes,
} from "../../shared/board/graph.ts";
import { orderOf } from "../../shared/board/order.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { notify } from "../app/notices.ts";
import { activeTab, edit, useBoards } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import type { Arrangement } from "./arrange.ts";
import { boardNow } from "./commands.ts";
import { boxOf, portPoint, type Aim } from "./drawn.ts";
import { freeOf, isPinned } from "./pinning.ts";
import { fitAll } from "./surface.ts";

/** Arranges the selection, or the whole board when less than two nodes are selected. One step of the history. */
export function arrangeNodes(): void {
  const board = boardNow();
  if (board === undefined) return;
  const { activeId } = useBoards.getState();
  const { selectedNodes } = useView.getState();
  const all = selectedNodes.size < 2;
  const chosen = all ? nodeIdsOf(board) : [...selectedNodes];
  freeOf(board, chosen);
  const blocks = new Map(blocksOf(board, chosen));
  const reroutes = new Set([...blocks.keys()].filter((id) => isFreeReroute(board, id, blocks)));
  for (const id of reroutes) blocks.delete(id);
  const corner = cornerOf([...new Set(blocks.values())].flatMap((id) => board.layout[id] ?? []));
  const worker = new Worker(new URL("./arrangeWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("error", () => {
    worker.terminate();
    notify({ tone: "failed", text: i18next.t("errors:notArranged") });
  });
  worker.addEventListener("message", ({ data }: MessageEvent<ReadonlyMap<NodeId, Point>>) => {
    worker.terminate();
    if (activeTab(useBoards.getState())?.id !== activeId) return;
    edit({ key: "arrange", values: { count: blocks.size } }, (current) =>
      layReroutes(moveNodes(current, placed(current, data, blocks, corner)), reroutes),
    );
    if (all) requestAnimationFrame(fitAll);
  });
  worker.postMessage(arrangementOf(board, blocks, corner), []);
}

const isFreeReroute = (board: Board, id: NodeId, blocks: ReadonlyMap<NodeId, NodeId>): boolean =>
  isReroute(board, id) && blocks.get(id) === id && edgesInto(board, id).length > 0;

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

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

function arrangementOf(
  board: Board,
  blocks: ReadonlyMap<NodeId, NodeId>,
  corner: Point,
): Arrangement {
  const seen = throughReroutes(board);
  const wires = [...blocks.keys()].flatMap((id) =>
    edgesInto(seen, id).flatMap(({ edge }) => {
      const [from, to] = [blocks.get(edge.from.node), blocks.get(id)];
      if (from === undefined || to === undefined || from === to) return [];
      // Frames stand in a row with each other, as shots do; a shot in one is further down than one beside it.
      const alike = (from === edge.from.node) === (to === id);
      return [{ from, to, chain: alike && portOf(board, edge.from, "output")?.kind === "shots" }];
    }),
  );
  const loosePins = nodeIdsOf(board).filter((id) => isPinned(board, id) && !blocks.has(id));
  return {
    boxes: [...new Set([...blocks.values(), ...loosePins])].flatMap((id) => {
      const { x, y, width, height } = boxOf(id) ?? nowhere;
      const at = isPinned(board, id) ? { x: x - corner.x, y: y - corner.y } : undefined;
      return width === 0 ? [] : [{ id, width, height, at }];
    }),
    wires,
    columns: [...blocks.keys()].flatMap((id) => columnsInto(seen, id, blocks)),
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
const placed = (
  board: Board,
  places: ReadonlyMap<NodeId, Point>,
  blocks: ReadonlyMap<NodeId, NodeId>,
  corner: Point,
): readonly (Point & { readonly id: NodeId })[] =>
  [...blocks].flatMap(([id, block]) => {
    const [at, from, to] = [board.layout[id], board.layout[block], places.get(block)];
    if (at === undefined || from === undefined || to === undefined) return [];
    return [{ id, x: at.x - from.x + to.x + corner.x, y: at.y - from.y + to.y + corner.y }];
  });

const cornerOf = (points: readonly Point[]): Point => ({
  x: Math.min(...points.map(({ x }) => x)),
  y: Math.min(...points.map(({ y }) => y)),
});

/** Lays reroutes evenly along the way from what comes in to the first that reads it. */
function layReroutes(board: Board, reroutes: ReadonlySet<NodeId>): Board {
  const order = reroutes.size === 0 ? [] : orderOf(board).filter((id) => reroutes.has(id));
  return order.reduce((next, id) => {
    const row = [id];
    let to = edgesFrom(next, id)[0]?.edge.to;
    while (to !== undefined && isReroute(next, to.node) && !row.includes(to.node)) {
      row.push(to.node);
      to = edgesFrom(next, to.node)[0]?.edge.to;
    }
    const from = edgesInto(next, id)[0]?.edge.from;
    const a = from && portAt(next, { ...from, side: "output" });
    const b = to && portAt(next, { ...to, side: "input" });
    if (a === undefined || b === undefined) return next;
    const [w, h] = [faceSizes.reroute.w, faceSizes.reroute.h];
    const x = a.x + (b.x - a.x) / (row.length + 1) - w / 2;
    const y = a.y + (b.y - a.y) / (row.length + 1) - h / 2;
    return moveNodes(next, [{ id, x, y }]);
  }, board);
}

/** The middle of a port on a board whose nodes have moved since they were drawn. */
function portAt(board: Board, aim: Aim): Point | undefined {
  const [port, was, is] = [portPoint(aim), boxOf(aim.node), board.layout[aim.node]];
  return port && was && is && { x: port.x - was.x + is.x, y: port.y - was.y + is.y };
}

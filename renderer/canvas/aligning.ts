import { moveNodes, setPlacement } from "../../shared/board/edits.ts";
import { nodesIn, isFrame } from "../../shared/board/frames.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { edit } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { align, distribute, type Alignment, type Direction } from "./align.ts";
import { boardNow } from "./commands.ts";
import { boxOf } from "./drawn.ts";

/** Lines the selection up, spreads it, or gives it a colour. */

type Places = ReturnType<typeof align>;

function place(key: string, find: (boxes: ReturnType<typeof boxesNow>) => Places): void {
  const boxes = boxesNow();
  if (boxes.length < 2) return;
  edit({ key, values: { count: boxes.length } }, (board) =>
    moveNodes(board, carrying(board, find(boxes))),
  );
}

const boxesNow = () =>
  [...useView.getState().selectedNodes].flatMap((id) => {
    const box = boxOf(id);
    return box === undefined ? [] : [{ id, ...box }];
  });

/** A frame takes along what lies in it, unless that is placed itself. */
function carrying(board: Board, places: Places): { id: NodeId; x: number; y: number }[] {
  // The ids are those that `boxesNow` gave.
  const own = places.map(({ id, x, y }) => ({ id: id as NodeId, x, y }));
  const placed = new Set(own.map(({ id }) => id));
  const along = own.flatMap(({ id, x, y }) => {
    const from = board.layout[id];
    if (from === undefined || !isFrame(board, id)) return [];
    return nodesIn(board, id, boxOf).flatMap((inside) => {
      const at = board.layout[inside];
      if (at === undefined || placed.has(inside)) return [];
      return [{ id: inside, x: at.x + x - from.x, y: at.y + y - from.y }];
    });
  });
  return [...along, ...own];
}

export const alignSelection = (how: Alignment): void =>
  place("align", (boxes) => align(boxes, how));
export const distributeSelection = (direction: Direction): void =>
  place("distribute", (boxes) => distribute(boxes, direction));

/** The colours that nodes are marked with; both themes carry them. */
export const nodeColors = [
  { name: "red", color: "#e5705f" },
  { name: "orange", color: "#e39a3f" },
  { name: "yellow", color: "#c9b23a" },
  { name: "green", color: "#58b26b" },
  { name: "blue", color: "#4aa8c7" },
  { name: "indigo", color: "#6f8cf0" },
  { name: "violet", color: "#b07fe0" },
] as const;

/** Null takes the colour away. */
export function colorSelection(color: string | null): void {
  const nodes = [...useView.getState().selectedNodes];
  if (boardNow() === undefined || nodes.length === 0) return;
  edit({ key: "color", values: { count: nodes.length } }, (board) =>
    nodes.reduce((next, id) => setPlacement(next, id, { color }), board),
  );
}

import { moveNodes, setPlacement } from "../../shared/board/edits.ts";
import { nodesIn, isFrame } from "../../shared/board/frames.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import { edit } from "../stores/boardStore.ts";
import { useView } from "../stores/viewStore.ts";
import { align, distribute, type Alignment, type Direction, type Placed } from "./align.ts";
import { about, boardNow } from "./commands.ts";
import { boxOf } from "./drawn.ts";
import { nodeColors, type ColorName } from "./nodeColors.ts";
import { freeOf, movingSelection } from "./pinning.ts";

/** Moves the selection by keys, lines it up, spreads it, or gives it a colour. */

/** Moves the selection by canvas px; presses in a row are one step back. */
export function nudge(dx: number, dy: number): void {
  const current = boardNow();
  const nodes = current === undefined ? [] : movingSelection(current);
  if (nodes.length === 0) return;
  edit(
    about("move", nodes),
    (board) =>
      moveNodes(
        board,
        nodes.flatMap((id) => {
          const place = board.layout[id];
          return place === undefined ? [] : [{ id, x: place.x + dx, y: place.y + dy }];
        }),
      ),
    `nudge:${nodes.join()}`,
  );
}

type Places = readonly Placed<NodeId>[];

function place(key: string, find: (boxes: ReturnType<typeof boxesNow>) => Places): void {
  const boxes = boxesNow();
  const now = boardNow();
  if (boxes.length < 2 || now === undefined) return;
  // What is pinned still says where the others come to.
  const free = new Set(
    freeOf(
      now,
      boxes.map(({ id }) => id),
    ),
  );
  const places = find(boxes).filter(({ id }) => free.has(id));
  edit({ key, values: { count: places.length } }, (board) =>
    moveNodes(board, carrying(board, places)),
  );
}

const boxesNow = () =>
  [...useView.getState().selectedNodes].flatMap((id) => {
    const box = boxOf(id);
    return box === undefined ? [] : [{ id, ...box }];
  });

/** A frame takes along what lies in it, unless that is placed itself. */
function carrying(board: Board, places: Places): Places {
  const placed = new Set(places.map(({ id }) => id));
  const along = places.flatMap(({ id, x, y }) => {
    const from = board.layout[id];
    if (from === undefined || !isFrame(board, id)) return [];
    return nodesIn(board, id, boxOf).flatMap((inside) => {
      const at = board.layout[inside];
      if (at === undefined || placed.has(inside)) return [];
      return [{ id: inside, x: at.x + x - from.x, y: at.y + y - from.y }];
    });
  });
  return [...along, ...places];
}

export const alignSelection = (how: Alignment): void =>
  place("align", (boxes) => align(boxes, how));
export const distributeSelection = (direction: Direction): void =>
  place("distribute", (boxes) => distribute(boxes, direction));

/** Null takes the colour away. */
export function colorSelection(name: ColorName | null): void {
  const nodes = [...useView.getState().selectedNodes];
  if (boardNow() === undefined || nodes.length === 0) return;
  const color = name === null ? null : nodeColors[name];
  edit(about("color", nodes), (board) =>
    nodes.reduce((next, id) => setPlacement(next, id, { color }), board),
  );
}

import { addNode, connect } from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { countedIds, type Ids } from "../../shared/board/ids.ts";
import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { NodeType } from "../../shared/nodes/registry.ts";

/**
 * Boards for measuring: scenes one under the other, each a look and settings, a chain of nine shots and the scene
 * itself, in rows of cells. Every shot has its own words, so that nothing can be made once for all.
 */

/** Canvas px of one cell: a node and the gap after it. */
export const cell = { width: 280, height: 300 } as const;
const shotsPerScene = 9;
/** The look and the settings share the first column; the shots and the scene follow. */
export const columnsPerScene = shotsPerScene + 2;
const nodesPerScene = shotsPerScene + 3;
const settingsDown = 150;

const whos = ["A ferryman", "The night nurse", "An old tailor", "Two brothers", "The cellist"];
const deeds = ["waits for the rain to end", "counts the coins again", "opens the wrong letter"];
const wheres = ["under the station clock", "on the empty pier", "in the blue kitchen", "at dawn"];
const sizes = ["wide", "medium", "closeUp"] as const;
const moves = ["", "static", "dollyIn", "panLeft"] as const;

const pick = <T>(list: readonly [T, ...T[]] | readonly T[], i: number): T => {
  const item = list[i % list.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

/** No two are alike. */
const action = (i: number): string =>
  `${pick(whos, i)} ${pick(deeds, Math.floor(i / 5))} ${pick(wheres, Math.floor(i / 15))}, and take ${i} begins with a long look at the lens before anything is said.`;

/** Of exactly so many nodes, 4 or more. */
export function makeBoard(nodes: number): Board {
  const ids = countedIds();
  const scenes = Math.ceil(nodes / nodesPerScene);
  const columns = Math.max(1, Math.round(Math.sqrt(0.175 * scenes)));
  const boards = Array.from({ length: scenes }, (_, i) => {
    const at = {
      x: (i % columns) * columnsPerScene * cell.width,
      y: Math.floor(i / columns) * cell.height,
    };
    return sceneBoard(ids, i, at, Math.min(nodesPerScene, nodes - i * nodesPerScene));
  });
  return {
    ...emptyBoard(`${nodes} nodes`),
    nodes: merged(boards.map((board) => board.nodes)),
    edges: merged(boards.map((board) => board.edges)),
    layout: merged(boards.map((board) => board.layout)),
  };
}

const merged = <R extends object>(records: readonly R[]): R => Object.assign({}, ...records) as R;

/** Canvas px of the top of a board's last row of nodes. */
export const lastRow = ({ layout }: Board): number =>
  Math.max(...Object.values(layout).map(({ y }) => Math.floor(y / cell.height) * cell.height));

/** A board of at least so many shots. */
export const makeBoardOfShots = (shots: number): Board =>
  makeBoard(Math.ceil(shots / shotsPerScene) * nodesPerScene);

interface Place {
  readonly x: number;
  readonly y: number;
}
type Params = { readonly [field: string]: unknown };

/** One scene by itself, made through the edits of the program. */
function sceneBoard(ids: Ids, index: number, { x, y }: Place, nodes: number): Board {
  let board = emptyBoard();
  const changed = (next: Board): void => {
    if (next === board) throw new Error("an edit was refused");
    board = next;
  };
  const add = (type: NodeType, at: Place, params: Params, title: string): NodeId => {
    const id = ids.node();
    changed(addNode(board, { id, type, params, title, at }));
    return id;
  };
  const wire = (from: NodeId, output: string, to: NodeId, input: string): void =>
    changed(connect(board, ids.edge(), { node: from, port: output }, { node: to, port: input }));

  const look = add("prompt", { x, y }, { text: `Grainy, cold light, reel ${index}.` }, "Look");
  if (nodes < 4) {
    // What is left over makes no scene.
    for (let i = 1; i < nodes; i++) add("note", { x: x + i * cell.width, y }, {}, "");
    return board;
  }
  const settings = add("settings", { x, y: y + settingsDown }, {}, "");
  let previous: NodeId | undefined;
  const shots = nodes - 3;
  for (let i = 0; i < shots; i++) {
    const number = index * shotsPerScene + i;
    const shot = add(
      "shot",
      { x: x + (i + 1) * cell.width, y },
      shotParams(number),
      `Beat ${number}`,
    );
    if (previous !== undefined) wire(previous, "shots", shot, "previous");
    wire(look, "text", shot, "prompt");
    previous = shot;
  }
  const summary = `Reel ${index}, from the first look to the last.`;
  const scene = add("scene", { x: x + (shots + 1) * cell.width, y }, { summary }, `Reel ${index}`);
  if (previous !== undefined) wire(previous, "shots", scene, "shots");
  wire(settings, "settings", scene, "settings");
  return board;
}

const shotParams = (number: number): Params => ({
  prompt: action(number),
  seconds: 3,
  size: pick(sizes, number),
  move: pick(moves, number),
});

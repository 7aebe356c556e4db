import fc from "fast-check";
import { insertShotAfter, insertShotBefore, moveShot } from "../../shared/board/chain.ts";
import {
  addNode,
  connect,
  moveNodes,
  reconnect,
  removeEdges,
  removeNodes,
  resizeNode,
  setBoardTitle,
  setMode,
  setParam,
  setPlacement,
  setTitle,
} from "../../shared/board/edits.ts";
import { emptyBoard } from "../../shared/board/empty.ts";
import { duplicateNodes } from "../../shared/board/fragment.ts";
import { edgeIdsOf, nodeIdsOf, portOf, type Side } from "../../shared/board/graph.ts";
import { countedIds, type Ids } from "../../shared/board/ids.ts";
import { insertReroutes } from "../../shared/board/reroutes.ts";
import {
  edgeIdSchema,
  nodeIdSchema,
  type Board,
  type EdgeId,
  type NodeId,
} from "../../shared/board/schema.ts";
import { definitionOf, nodeDefinitions, nodeTypes } from "../../shared/nodes/registry.ts";

/** A user's change, chosen by numbers that are taken modulo what the board has. */
export interface RandomEdit {
  readonly kind: (typeof editKinds)[number];
  readonly picks: readonly [number, number, number, number];
  readonly text: string;
  readonly value: unknown;
}

const editKinds = [
  "add",
  "add",
  "add",
  "add",
  "wire",
  "wire",
  "wire",
  "wire",
  "wire",
  "connect",
  "reconnect",
  "remove",
  "removeHealing",
  "removeEdge",
  "move",
  "resize",
  "param",
  "param",
  "title",
  "mode",
  "placement",
  "boardTitle",
  "duplicate",
  "insertAfter",
  "insertBefore",
  "moveShot",
  "reroute",
  "reroute",
] as const;

const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }) as fc.Arbitrary<unknown>;
/** Values that params take, and others that they refuse. */
const paramValue = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.integer({ min: -5, max: 700 }),
  fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
  fc.constantFrom("", "wide", "16:9", "https://example.com/a.png", "character", null, undefined),
  fc.boolean(),
  fc.dictionary(fc.string({ maxLength: 8 }), json, { maxKeys: 3 }),
);
const pick = fc.nat(1_000_000);

export const randomEdits: fc.Arbitrary<RandomEdit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...editKinds),
    picks: fc.tuple(pick, pick, pick, pick),
    text: fc.string({ unit: "binary", maxLength: 30 }),
    value: paramValue,
  }),
  { minLength: 15, maxLength: 90, size: "max" },
);

const at = <T>(items: readonly T[], i: number): T | undefined =>
  items.length === 0 ? undefined : items[i % items.length];

const ghost = "ghost" as NodeId;
const ghostEdge = "ghost" as EdgeId;

/** Every named port of every node of a known type. */
export const endsOf = (board: Board, side: Side) =>
  nodeIdsOf(board).flatMap((node) => {
    const definition = board.nodes[node] && definitionOf(board.nodes[node]);
    const ports = side === "input" ? definition?.inputs : definition?.outputs;
    return Object.keys(ports ?? {}).map((port) => ({ node, port }));
  });

const wirable = (board: Board) => {
  const inputs = endsOf(board, "input");
  return endsOf(board, "output").flatMap((from) =>
    inputs
      .filter((to) => portOf(board, to, "input")?.kind === portOf(board, from, "output")?.kind)
      .map((to) => ({ from, to })),
  );
};

export function applyEdit(board: Board, edit: RandomEdit, ids: Ids): Board {
  const [a, b, c, d] = edit.picks;
  const nodes = nodeIdsOf(board);
  const edges = edgeIdsOf(board);
  const node = at(nodes, a) ?? ghost;
  const other = at(nodes, b) ?? ghost;
  const port = (id: NodeId, side: "inputs" | "outputs", i: number): string => {
    const definition = board.nodes[id] && definitionOf(board.nodes[id]);
    return at(Object.keys(definition?.[side] ?? {}), i) ?? "nothing";
  };
  const from = { node, port: port(node, "outputs", c) };
  const to = { node: other, port: port(other, "inputs", d) };
  const point = { x: (c % 3000) / 2 - 500, y: (d % 3000) / 2 - 500 };
  switch (edit.kind) {
    case "add": {
      const type = at(nodeTypes, a) ?? "shot";
      return addNode(board, { id: ids.node(), type, title: edit.text, at: point });
    }
    case "wire": {
      const pairs = wirable(board);
      const pair = pairs[a % Math.max(1, pairs.length)];
      return pair ? connect(board, ids.edge(), pair.from, pair.to) : board;
    }
    case "connect":
      return connect(board, ids.edge(), from, to);
    case "reconnect":
      return reconnect(board, at(edges, b) ?? ghostEdge, from, to);
    case "remove":
      return removeNodes(board, [node, other]);
    case "removeHealing":
      return removeNodes(board, [node], { heal: true });
    case "removeEdge":
      return removeEdges(board, [at(edges, a) ?? ghostEdge]);
    case "move":
      return moveNodes(board, [
        { id: node, ...point },
        { id: other, x: point.y, y: c % 7 === 0 ? Number.POSITIVE_INFINITY : point.x },
      ]);
    case "resize":
      return resizeNode(board, node, { w: c % 900, h: d % 900 });
    case "param": {
      const type = at(nodeTypes, b) ?? "shot";
      const known = board.nodes[node] && definitionOf(board.nodes[node]);
      const fields = Object.keys((known ?? nodeDefinitions[type]).params.shape);
      return setParam(board, node, at(fields, c) ?? "text", edit.value);
    }
    case "title":
      return setTitle(board, node, edit.text);
    case "mode":
      return setMode(
        board,
        [node, other],
        at(["active", "bypassed", "muted"] as const, c) ?? "active",
      );
    case "placement":
      return setPlacement(board, node, {
        collapsed: c % 2 === 0,
        pinned: b % 5 === 0,
        color: at(["#123abc", "red", null], d) ?? null,
      });
    case "boardTitle":
      return setBoardTitle(board, edit.text);
    case "duplicate":
      return nodes.length > 60 ? board : duplicateNodes(board, [node, other], ids);
    case "insertAfter":
      return insertShotAfter(board, node, ids, { params: { prompt: edit.text } });
    case "insertBefore":
      return insertShotBefore(board, node, ids);
    case "moveShot":
      return moveShot(board, node, c % 5, d % 5);
    case "reroute": {
      const ways = [at(edges, a), at(edges, b)].flatMap((id) => id ?? []);
      const crossings = [...new Set(ways)].map((id) => ({ id, at: point }));
      return insertReroutes(board, crossings, ids);
    }
    default:
      return edit.kind satisfies never;
  }
}

/** A board as a user could have made it. */
export const randomBoard: fc.Arbitrary<Board> = randomEdits.map((edits) => {
  const ids = countedIds();
  return edits.reduce((board, edit) => applyEdit(board, edit, ids), emptyBoard("Random"));
});

/** Ids that begin with a name, so that they meet no others. */
export function namedIds(name: string): Ids {
  const ids = countedIds();
  return {
    node: () => nodeIdSchema.parse(`${name}${ids.node()}`),
    edge: () => edgeIdSchema.parse(`${name}${ids.edge()}`),
  };
}

/** The board with reroutes in some of its wires: several in a row, or one for several wires of a port. */
export const rerouted = (board: Board, picks: readonly number[]): Board =>
  picks.reduce((next, pick, i) => {
    const edges = edgeIdsOf(next);
    const ways = new Set([at(edges, pick), at(edges, pick * 7)].flatMap((id) => id ?? []));
    const crossings = [...ways].map((id) => ({ id, at: { x: pick, y: i * 50 } }));
    return insertReroutes(next, crossings, namedIds(`r${i}`));
  }, board);

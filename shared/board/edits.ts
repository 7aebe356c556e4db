import { definitionOf, isNodeType, nodeDefinitions, type NodeType } from "../nodes/registry.ts";
import { sameJson } from "./compare.ts";
import { canConnect, edgeIdsOf, edgeOf, edgesFrom, edgesInto, nodeOf } from "./graph.ts";
import { flawOf } from "./json.ts";
import { patched } from "./patch.ts";
import { hasRoom } from "./room.ts";
import type {
  Board,
  BoardEdge,
  BoardNode,
  EdgeEnd,
  EdgeId,
  NodeId,
  NodeMode,
  Placement,
} from "./schema.ts";

/**
 * Every change a user can make to a board, each a pure function from a board to a board. An edit that changes nothing,
 * or would make an invalid board, gives back the same board; nodes, edges and placements that an edit does not touch
 * keep their identity.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Far beyond any canvas, and safe to add to. */
const farthest = 10_000_000;
const wholePx = (value: number): number =>
  Math.min(farthest, Math.max(-farthest, Math.round(value))) || 0;

const withNode = (board: Board, id: NodeId, node: BoardNode): Board => ({
  ...board,
  nodes: patched(board.nodes, { [id]: node }),
});

/** Params that can be printed and read again: not too deep, no key that objects give a meaning to. */
const isStorable = (params: unknown): boolean => flawOf([[[params]]]) === undefined;

const orSame = (before: Board, after: Board): Board => (hasRoom(after) ? after : before);

export interface NewNode {
  readonly id: NodeId;
  readonly type: NodeType;
  /** The rest of the params take their defaults. */
  readonly params?: { readonly [field: string]: unknown };
  readonly title?: string;
  /** Canvas px of the top left corner; rounded. */
  readonly at: Point;
}

/** Refused when the id is taken or a param is not valid. */
export function addNode(board: Board, { id, type, params, title, at }: NewNode): Board {
  if (nodeOf(board, id) || !isNodeType(type)) return board;
  const parsed = nodeDefinitions[type].params.safeParse(params ?? {});
  if (!parsed.success || !isStorable(parsed.data)) return board;
  if (title !== undefined && title.length > 200) return board;
  const node: BoardNode = { type, params: parsed.data, ...(title ? { title } : {}) };
  return orSame(board, {
    ...board,
    nodes: patched(board.nodes, { [id]: node }),
    layout: patched(board.layout, { [id]: { x: wholePx(at.x), y: wholePx(at.y) } }),
  });
}

const recordWithout = <K extends string, V>(record: Record<K, V>, gone: ReadonlySet<K>) =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id as K))) as Record<K, V>;

/** With `heal`, the chain around a removed shot or reroute is closed: what read from it reads from what came before. */
export function removeNodes(
  board: Board,
  ids: Iterable<NodeId>,
  { heal = false }: { readonly heal?: boolean } = {},
): Board {
  const gone = new Set([...ids].filter((id) => nodeOf(board, id)));
  if (gone.size === 0) return board;
  const healed = heal ? [...gone].reduce(takeOutOfChain, board) : board;
  const edges = edgeIdsOf(healed).filter((id) => {
    const edge = edgeOf(healed, id);
    return edge && (gone.has(edge.from.node) || gone.has(edge.to.node));
  });
  return {
    ...healed,
    nodes: recordWithout(healed.nodes, gone),
    edges: edges.length === 0 ? healed.edges : recordWithout(healed.edges, new Set(edges)),
    layout: recordWithout(healed.layout, gone),
  };
}

/** The ports by which nodes of a type stand in a chain. */
const passages: { readonly [type: string]: { readonly input: string; readonly output: string } } = {
  shot: { input: "previous", output: "shots" },
  reroute: { input: "in", output: "out" },
};

/** Leaves the node itself on the board. */
function takeOutOfChain(board: Board, id: NodeId): Board {
  const type = nodeOf(board, id)?.type ?? "";
  const passage = Object.hasOwn(passages, type) ? passages[type] : undefined;
  const before = passage && edgesInto(board, id, passage.input)[0];
  if (!before) return board;
  const { from } = before.edge;
  const { [before.id]: _, ...edges } = board.edges;
  for (const { id: next, edge } of edgesFrom(board, id, passage.output)) {
    // In a loop the one before can be the one that reads: it must not be wired to itself.
    if (edge.to.node === from.node) continue;
    const isWired = edgesFrom(board, from.node, from.port).some(({ edge: other }) =>
      sameEnd(other.to, edge.to),
    );
    if (isWired) delete edges[next];
    else edges[next] = { ...edge, from };
  }
  return { ...board, edges };
}

export function removeEdges(board: Board, ids: Iterable<EdgeId>): Board {
  const gone = new Set([...ids].filter((id) => edgeOf(board, id)));
  return gone.size === 0 ? board : { ...board, edges: recordWithout(board.edges, gone) };
}

type End = Pick<EdgeEnd, "node" | "port">;
const endOf = ({ node, port }: End): EdgeEnd => ({ node, port });

/** Wires an output to an input; an input that takes one edge gives up the one it has. */
export function connect(board: Board, id: EdgeId, from: End, to: End): Board {
  if (edgeOf(board, id)) return board;
  const answer = canConnect(board, from, to);
  if (!answer.ok) return board;
  const edges = recordWithout(board.edges, new Set(answer.replaces));
  edges[id] = { from: endOf(from), to: endOf(to) };
  return orSame(board, { ...board, edges });
}

/** Takes an edge off and wires it anew, keeping its id. */
export function reconnect(board: Board, id: EdgeId, from: End, to: End): Board {
  const edge = edgeOf(board, id);
  if (!edge || (sameEnd(edge.from, from) && sameEnd(edge.to, to))) return board;
  const answer = canConnect(board, from, to, id);
  if (!answer.ok) return board;
  const moved: BoardEdge = { ...edge, from: endOf(from), to: endOf(to) };
  return {
    ...board,
    edges: { ...recordWithout(board.edges, new Set(answer.replaces)), [id]: moved },
  };
}

const sameEnd = (a: End, b: End): boolean => a.node === b.node && a.port === b.port;

/** Canvas px of top left corners; rounded. Nodes that are pinned or not there are left out. */
export function moveNodes(
  board: Board,
  positions: Iterable<Point & { readonly id: NodeId }>,
): Board {
  const moved: Record<NodeId, Placement> = {};
  for (const { id, x, y } of positions) {
    const old = board.layout[id];
    if (!nodeOf(board, id) || !old || old.pinned || Number.isNaN(x + y)) continue;
    const [newX, newY] = [wholePx(x), wholePx(y)];
    if (old.x !== newX || old.y !== newY) moved[id] = { ...old, x: newX, y: newY };
  }
  if (Object.keys(moved).length === 0) return board;
  return { ...board, layout: patched(board.layout, moved) };
}

/** Sizes in px, at least 40. */
export function resizeNode(
  board: Board,
  id: NodeId,
  size: { readonly w: number; readonly h: number },
): Board {
  if (!Number.isFinite(size.w) || !Number.isFinite(size.h)) return board;
  return place(board, id, {
    w: Math.max(40, wholePx(size.w)),
    h: Math.max(40, wholePx(size.h)),
  });
}

const colorPattern = /^#[0-9a-f]{6}$/;

/** `color` as `#rrggbb` in small letters; null takes it away. */
export function setPlacement(
  board: Board,
  id: NodeId,
  change: {
    readonly collapsed?: boolean;
    readonly pinned?: boolean;
    readonly color?: string | null;
  },
): Board {
  if (typeof change.color === "string" && !colorPattern.test(change.color)) return board;
  return place(board, id, {
    ...("collapsed" in change ? { collapsed: change.collapsed || undefined } : {}),
    ...("pinned" in change ? { pinned: change.pinned || undefined } : {}),
    ...("color" in change ? { color: change.color ?? undefined } : {}),
  });
}

function place(
  board: Board,
  id: NodeId,
  change: {
    readonly [key in "w" | "h" | "collapsed" | "pinned" | "color"]?: Placement[key] | undefined;
  },
): Board {
  const old = nodeOf(board, id) && board.layout[id];
  if (!old) return board;
  const entries = Object.entries({ ...old, ...change }).filter(([, value]) => value !== undefined);
  const placed: Placement = { x: old.x, y: old.y, ...Object.fromEntries(entries) };
  if (sameJson(old, placed)) return board;
  return { ...board, layout: patched(board.layout, { [id]: placed }) };
}

export interface ParamChange {
  readonly id: NodeId;
  /** A field given as undefined goes back to its default. */
  readonly params: { readonly [field: string]: unknown };
}

/** Refused when the type has no such param or the value is not valid for it. */
export const setParam = (board: Board, id: NodeId, field: string, value: unknown): Board =>
  setParams(board, [{ id, params: { [field]: value } }]);

/** All of the changes or none. */
export function setParams(board: Board, changes: Iterable<ParamChange>): Board {
  const nodes: Record<NodeId, BoardNode> = {};
  for (const { id, params } of changes) {
    const node = Object.hasOwn(nodes, id) ? nodes[id] : nodeOf(board, id);
    const schema = node && definitionOf(node)?.params;
    if (!schema || Object.keys(params).some((field) => !Object.hasOwn(schema.shape, field))) {
      return board;
    }
    const parsed = schema.safeParse({ ...node.params, ...params });
    if (!parsed.success || !isStorable(params)) return board;
    if (!sameJson(parsed.data, node.params)) nodes[id] = { ...node, params: parsed.data };
  }
  if (Object.keys(nodes).length === 0) return board;
  return orSame(board, { ...board, nodes: patched(board.nodes, nodes) });
}

/** An empty title takes it away. At most 200 characters. */
export function setTitle(board: Board, id: NodeId, title: string): Board {
  const node = nodeOf(board, id);
  if (!node || title.length > 200 || (node.title ?? "") === title) return board;
  const { title: _, ...untitled } = node;
  return withNode(board, id, title === "" ? untitled : { ...untitled, title });
}

/** `active` is what a node is without a mode. */
export function setMode(board: Board, ids: Iterable<NodeId>, mode: NodeMode | "active"): Board {
  const nodes: Record<NodeId, BoardNode> = {};
  for (const id of ids) {
    const node = nodeOf(board, id);
    if (!node || (node.mode ?? "active") === mode) continue;
    const { mode: _, ...active } = node;
    nodes[id] = mode === "active" ? active : { ...active, mode };
  }
  if (Object.keys(nodes).length === 0) return board;
  return { ...board, nodes: patched(board.nodes, nodes) };
}

/** At most 200 characters. */
export const setBoardTitle = (board: Board, title: string): Board =>
  title === board.title || title.length > 200 ? board : { ...board, title };

import { kindClash, type InputPort, type PortKind } from "../nodes/ports.ts";
import { definitionOf } from "../nodes/registry.ts";
import type { Board, BoardEdge, BoardNode, EdgeEnd, EdgeId, NodeId } from "./schema.ts";

/** Questions about how a board is wired. None of them changes it. */

export interface EdgeEntry {
  readonly id: EdgeId;
  readonly edge: BoardEdge;
}

/** The edges of each node that has any, by id. */
export type EdgesOf = ReadonlyMap<NodeId, readonly EdgeEntry[]>;

interface GraphIndex {
  readonly into: EdgesOf;
  readonly from: EdgesOf;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// Without a comparison of one's own, texts are sorted by code units too, and several times as fast.
export const nodeIdsOf = (board: Pick<Board, "nodes">): NodeId[] =>
  Object.keys(board.nodes).toSorted() as NodeId[];
export const edgeIdsOf = (board: Pick<Board, "edges">): EdgeId[] =>
  Object.keys(board.edges).toSorted() as EdgeId[];

/** Own entries only: an id such as `constructor` must not find what every object inherits. */
export const nodeOf = (board: Pick<Board, "nodes">, id: NodeId): BoardNode | undefined =>
  Object.hasOwn(board.nodes, id) ? board.nodes[id] : undefined;
export const edgeOf = (board: Pick<Board, "edges">, id: EdgeId): BoardEdge | undefined =>
  Object.hasOwn(board.edges, id) ? board.edges[id] : undefined;

const indexes = new WeakMap<Board["edges"], GraphIndex>();

/** Built once for each value of `board.edges`: moving a node or typing a word does not build it again. */
export function indexOf(board: Pick<Board, "edges">): GraphIndex {
  const known = indexes.get(board.edges);
  if (known) return known;
  const into = new Map<NodeId, EdgeEntry[]>();
  const from = new Map<NodeId, EdgeEntry[]>();
  const add = (map: Map<NodeId, EdgeEntry[]>, node: NodeId, entry: EdgeEntry): void => {
    const entries = map.get(node);
    if (entries) entries.push(entry);
    else map.set(node, [entry]);
  };
  for (const id of edgeIdsOf(board)) {
    const edge = edgeOf(board, id);
    if (!edge) continue;
    add(into, edge.to.node, { id, edge });
    add(from, edge.from.node, { id, edge });
  }
  const index = { into, from };
  indexes.set(board.edges, index);
  return index;
}

export type Side = "input" | "output";

/** The port at an end, or undefined when the node, its type or the port is not known. Its kind is undefined while it may be any. */
export function portOf(
  board: Pick<Board, "nodes" | "edges">,
  end: Pick<EdgeEnd, "node" | "port">,
  side: Side,
): { readonly kind: PortKind | undefined; readonly many: boolean } | undefined {
  const node = nodeOf(board, end.node);
  const definition = node && definitionOf(node);
  if (!definition) return undefined;
  const ports: { readonly [name: string]: InputPort } =
    side === "input" ? definition.inputs : definition.outputs;
  const port = Object.hasOwn(ports, end.port) ? ports[end.port] : undefined;
  if (!port) return undefined;
  const kind = port.kind === "any" ? flowingKind(board, end.node, side) : port.kind;
  return { kind, many: port.many === true };
}

/** Whether what comes from one port may go into the other. */
export const kindsMeet = (a: PortKind | undefined, b: PortKind | undefined): boolean =>
  kindClash(a, b) === undefined;

export const isReroute = (board: Pick<Board, "nodes">, id: NodeId): boolean =>
  nodeOf(board, id)?.type === "reroute";

/**
 * What flows through a reroute. Its input takes what is read behind it; its output gives what comes in, else what is read
 * anywhere behind the first of the reroutes before it.
 */
function flowingKind(
  board: Pick<Board, "nodes" | "edges">,
  id: NodeId,
  side: Side,
): PortKind | undefined {
  if (side === "input") return readKind(board, id);
  const first = beginningOf(board, { node: id, port: "" });
  return isReroute(board, first.node)
    ? readKind(board, first.node)
    : portOf(board, first, "output")?.kind;
}

/** What those read that a reroute leads to. */
function readKind(board: Pick<Board, "nodes" | "edges">, id: NodeId): PortKind | undefined {
  const { from } = indexOf(board);
  const next = (at: NodeId): NodeId[] =>
    targetsOf(board, at).filter((target) => isReroute(board, target));
  for (const at of new Set([id, ...reach([id], next)])) {
    for (const { edge } of from.get(at) ?? []) {
      const kind = isReroute(board, edge.to.node)
        ? undefined
        : portOf(board, edge.to, "input")?.kind;
      if (kind) return kind;
    }
  }
  return undefined;
}

/** Back through reroutes: the port that feeds them, or the first of them when nothing does. */
function beginningOf(board: Pick<Board, "nodes" | "edges">, end: EdgeEnd): EdgeEnd {
  if (!isReroute(board, end.node)) return end;
  const { into } = indexOf(board);
  const passed = new Set<NodeId>();
  let at = end;
  while (isReroute(board, at.node) && !passed.has(at.node)) {
    passed.add(at.node);
    const before = into.get(at.node)?.[0]?.edge.from;
    if (!before) return at;
    at = before;
  }
  return at;
}

/** The end itself, or where what it hands on comes from when it is a reroute's; undefined when it comes from nowhere. */
export function sourceOf(board: Pick<Board, "nodes" | "edges">, end: EdgeEnd): EdgeEnd | undefined {
  const source = beginningOf(board, end);
  return isReroute(board, source.node) ? undefined : source;
}

const straight = new WeakMap<Board["edges"], { nodes: Board["nodes"]; edges: Board["edges"] }>();

/**
 * The board as if every wire went straight from its source to its reader: what is said of a board is said of this one,
 * so that reroutes change nothing but how it looks. An edge has the id of the piece that ends at its reader.
 */
export function throughReroutes(board: Board): Board {
  if (!hasReroutes(board.nodes)) return board;
  const known = straight.get(board.edges);
  const edges = known?.nodes === board.nodes ? known.edges : straightEdges(board);
  if (edges !== known?.edges) straight.set(board.edges, { nodes: board.nodes, edges });
  return edges === board.edges ? board : { ...board, edges };
}

const reroutedBoards = new WeakMap<Board["nodes"], boolean>();

/** Most boards have none, and then there is nothing to look through. */
function hasReroutes(nodes: Board["nodes"]): boolean {
  const known = reroutedBoards.get(nodes);
  if (known !== undefined) return known;
  const found = Object.values(nodes).some(({ type }) => type === "reroute");
  reroutedBoards.set(nodes, found);
  return found;
}

function straightEdges(board: Board): Board["edges"] {
  const ids = edgeIdsOf(board);
  const edges: Board["edges"] = {};
  const wired = new Set<string>();
  const rerouted: EdgeEntry[] = [];
  const add = (id: EdgeId, edge: BoardEdge): void => {
    edges[id] = edge;
    wired.add(JSON.stringify([edge.from.node, edge.from.port, edge.to.node, edge.to.port]));
  };
  for (const id of ids) {
    const edge = edgeOf(board, id);
    if (!edge || isReroute(board, edge.to.node)) continue;
    const from = sourceOf(board, edge.from);
    if (from === edge.from) add(id, edge);
    else if (from) rerouted.push({ id, edge: { ...edge, from } });
  }
  // What comes twice, straight and through a reroute, comes once.
  for (const { id, edge } of rerouted) {
    const { from, to } = edge;
    if (!wired.has(JSON.stringify([from.node, from.port, to.node, to.port]))) add(id, edge);
  }
  return Object.keys(edges).length === ids.length && rerouted.length === 0 ? board.edges : edges;
}

/** From top to bottom, then from left to right, then by id. */
export function compareOnCanvas(board: Pick<Board, "layout">, a: NodeId, b: NodeId): number {
  const [p, q] = [board.layout[a], board.layout[b]];
  return (p?.y ?? 0) - (q?.y ?? 0) || (p?.x ?? 0) - (q?.x ?? 0) || byCodeUnits(a, b);
}

/**
 * The edges into a node, or into one port of it, in the order in which their sources stand on the canvas: the order of
 * the values at a port that takes many.
 */
export function edgesInto(board: Board, node: NodeId, port?: string): readonly EdgeEntry[] {
  const entries = indexOf(board).into.get(node) ?? noEdges;
  const wanted = port === undefined ? entries : entries.filter(({ edge }) => edge.to.port === port);
  if (wanted.length < 2) return wanted;
  return wanted.toSorted(
    (a, b) =>
      compareOnCanvas(board, a.edge.from.node, b.edge.from.node) ||
      byCodeUnits(a.edge.from.port, b.edge.from.port) ||
      byCodeUnits(a.id, b.id),
  );
}

const noEdges: readonly EdgeEntry[] = [];

/** The edges out of a node, or out of one port of it, by id. */
export function edgesFrom(
  board: Pick<Board, "edges">,
  node: NodeId,
  port?: string,
): readonly EdgeEntry[] {
  const entries = indexOf(board).from.get(node) ?? noEdges;
  return port === undefined ? entries : entries.filter(({ edge }) => edge.from.port === port);
}

function reach(start: Iterable<NodeId>, next: (id: NodeId) => readonly NodeId[]): Set<NodeId> {
  const found = new Set<NodeId>();
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (found.has(other)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

const sourcesOf = (board: Pick<Board, "edges">, id: NodeId): NodeId[] =>
  (indexOf(board).into.get(id) ?? []).map(({ edge }) => edge.from.node);
const targetsOf = (board: Pick<Board, "edges">, id: NodeId): NodeId[] =>
  (indexOf(board).from.get(id) ?? []).map(({ edge }) => edge.to.node);

/** Every node that feeds one of `ids`, directly or through others. One of `ids` is in it only if it feeds another. */
export const upstreamOf = (
  board: Pick<Board, "edges">,
  ids: Iterable<NodeId>,
): ReadonlySet<NodeId> => reach(ids, (id) => sourcesOf(board, id));

/** Every node that one of `ids` feeds, directly or through others. */
export const downstreamOf = (
  board: Pick<Board, "edges">,
  ids: Iterable<NodeId>,
): ReadonlySet<NodeId> => reach(ids, (id) => targetsOf(board, id));

export type Connectable =
  | { readonly ok: true; readonly replaces: readonly EdgeId[] }
  | {
      readonly ok: false;
      readonly reason:
        | "unknownNode"
        | "sameNode"
        | "unknownPort"
        | "kindsDiffer"
        | "already"
        | "cycle";
      readonly values: { readonly [name: string]: string };
    };

/**
 * Whether an output may be wired to an input, and which edges the new one takes the place of: an input that takes one
 * edge gives up the one it has. `moving` is an edge that is being taken off elsewhere and does not count.
 */
export function canConnect(
  board: Board,
  from: Pick<EdgeEnd, "node" | "port">,
  to: Pick<EdgeEnd, "node" | "port">,
  moving?: EdgeId,
): Connectable {
  for (const { node } of [from, to]) {
    if (!nodeOf(board, node)) return { ok: false, reason: "unknownNode", values: { node } };
  }
  if (from.node === to.node) return { ok: false, reason: "sameNode", values: {} };
  const output = portOf(board, from, "output");
  if (!output) return { ok: false, reason: "unknownPort", values: { port: from.port } };
  const input = portOf(board, to, "input");
  if (!input) return { ok: false, reason: "unknownPort", values: { port: to.port } };
  const clash = kindClash(output.kind, input.kind);
  if (clash) return { ok: false, reason: "kindsDiffer", values: clash };
  const present = edgesInto(board, to.node, to.port).filter(({ id }) => id !== moving);
  if (present.some(({ edge }) => edge.from.node === from.node && edge.from.port === from.port)) {
    return { ok: false, reason: "already", values: {} };
  }
  if (feeds(board, to.node, from.node, moving)) return { ok: false, reason: "cycle", values: {} };
  return { ok: true, replaces: input.many ? [] : present.map(({ id }) => id) };
}

function feeds(board: Board, source: NodeId, target: NodeId, ignored?: EdgeId): boolean {
  const { from } = indexOf(board);
  const next = (id: NodeId): NodeId[] =>
    (from.get(id) ?? []).filter((entry) => entry.id !== ignored).map(({ edge }) => edge.to.node);
  return reach([source], next).has(target);
}

/** The shots that reach a shot's or a scene's chain port, first to last, the shot itself included. Stops at a cycle. */
export function shotChain(given: Board, id: NodeId): NodeId[] {
  const board = throughReroutes(given);
  const chain: NodeId[] = [];
  const seen = new Set<NodeId>();
  let at: NodeId | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const type: string | undefined = nodeOf(board, at)?.type;
    if (type === "shot") chain.push(at);
    else if (type !== "scene") break;
    at = edgesInto(board, at, type === "shot" ? "previous" : "shots")[0]?.edge.from.node;
  }
  return chain.toReversed();
}

/** Of the shots that reach a shot or a scene, those that it is made of: none that is off, and none before a muted one. */
export function countedShots(board: Board, id: NodeId): NodeId[] {
  const chain = shotChain(board, id);
  const modeOf = (shot: NodeId) => nodeOf(board, shot)?.mode;
  const begin = chain.findLastIndex((shot) => modeOf(shot) === "muted") + 1;
  return chain.slice(begin).filter((shot) => modeOf(shot) === undefined);
}

/**
 * The shots that count where the chains of some shots end: in a scene, or with the last shot of a chain that leads to none
 * yet. Chains that none of these shots is in are not looked at.
 */
export function countedBeside(given: Board, shots: readonly NodeId[]): ReadonlySet<NodeId> {
  const board = throughReroutes(given);
  const isLink = (id: NodeId): boolean => ["shot", "scene"].includes(nodeOf(board, id)?.type ?? "");
  const ends = [...new Set([...shots, ...downstreamOf(board, shots)])].filter(
    (id) => isLink(id) && !targetsOf(board, id).some((target) => isLink(target)),
  );
  return new Set(ends.flatMap((end) => countedShots(board, end)));
}

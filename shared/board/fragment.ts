import { z } from "zod";
import { connect, type Point } from "./edits.ts";
import { edgeIdsOf, nodeIdsOf, nodeOf } from "./graph.ts";
import type { Ids } from "./ids.ts";
import { readJson } from "./json.ts";
import { formatVersion } from "./migrations.ts";
import { readBoard } from "./parse.ts";
import { withReroutes } from "./reroutes.ts";
import { hasRoom } from "./room.ts";
import {
  boardEdgeSchema,
  boardFormat,
  boardLimits,
  edgeIdSchema,
  type Board,
  type BoardEdge,
  type EdgeId,
  type NodeId,
} from "./schema.ts";

/** A piece of a board, as copy and paste carry it: nodes with their places and the edges between them. */

const fragmentFormat = "shotgraph-fragment";

export interface Fragment {
  readonly format: typeof fragmentFormat;
  readonly formatVersion: number;
  readonly nodes: Board["nodes"];
  readonly edges: Board["edges"];
  /** Edges into these nodes from what was not copied. */
  readonly incoming: Board["edges"];
  readonly layout: Board["layout"];
}

/** Copies nodes with the reroutes by which they are wired to each other. */
export function copyFragment(board: Board, ids: Iterable<NodeId>): Fragment {
  const chosen = withReroutes(board, ids);
  const nodes: Board["nodes"] = {};
  const layout: Board["layout"] = {};
  for (const id of nodeIdsOf(board)) {
    const node = nodeOf(board, id);
    if (!node || !chosen.has(id)) continue;
    nodes[id] = node;
    layout[id] = board.layout[id] ?? { x: 0, y: 0 };
  }
  const edges: Board["edges"] = {};
  const incoming: Board["edges"] = {};
  for (const id of edgeIdsOf(board)) {
    const edge = board.edges[id];
    if (!edge || !chosen.has(edge.to.node)) continue;
    (chosen.has(edge.from.node) ? edges : incoming)[id] = edge;
  }
  return { format: fragmentFormat, formatVersion, nodes, edges, incoming, layout };
}

export interface Paste {
  /** Px between where the fragment was copied and where it comes to. */
  readonly offset: Point;
  /** What fed the originals feeds the copies too, where it is on this board. */
  readonly wired?: boolean;
}

/**
 * Puts a fragment on a board under new ids. A copy is not pinned, because it has another place. Gives back the same board
 * when the fragment does not fit into the limits.
 */
export function pasteFragment(
  board: Board,
  fragment: Fragment,
  ids: Ids,
  { offset, wired = false }: Paste,
): Board {
  const names = new Map(nodeIdsOf(fragment).map((id) => [id, ids.node()]));
  if (names.size === 0) return board;
  const nodes = { ...board.nodes };
  const layout = { ...board.layout };
  for (const [old, id] of names) {
    const node = nodeOf(fragment, old);
    if (!node || nodeOf(board, id)) return board;
    const { pinned: _, ...place } = fragment.layout[old] ?? { x: 0, y: 0 };
    nodes[id] = node;
    layout[id] = {
      ...place,
      x: Math.round(place.x + offset.x) || 0,
      y: Math.round(place.y + offset.y) || 0,
    };
  }
  const edges: Record<EdgeId, BoardEdge> = { ...board.edges };
  for (const old of edgeIdsOf(fragment)) {
    const edge = fragment.edges[old];
    const from = edge && names.get(edge.from.node);
    const to = edge && names.get(edge.to.node);
    if (!edge || !from || !to) continue;
    edges[ids.edge()] = {
      ...edge,
      from: { ...edge.from, node: from },
      to: { ...edge.to, node: to },
    };
  }
  const pasted = { ...board, nodes, edges, layout };
  if (!hasRoom(pasted)) return board;
  return wired ? feedCopies(pasted, fragment, names, ids) : pasted;
}

function feedCopies(
  board: Board,
  { incoming }: Fragment,
  names: ReadonlyMap<NodeId, NodeId>,
  ids: Ids,
): Board {
  return edgeIdsOf({ edges: incoming }).reduce((fed, id) => {
    const edge = incoming[id];
    const node = edge && names.get(edge.to.node);
    return edge && node ? connect(fed, ids.edge(), edge.from, { ...edge.to, node }) : fed;
  }, board);
}

/** Copies with the edges between them, a little to the right and below. */
export const duplicateNodes = (
  board: Board,
  nodes: Iterable<NodeId>,
  ids: Ids,
  paste: Paste = { offset: { x: 40, y: 40 } },
): Board => pasteFragment(board, copyFragment(board, nodes), ids, paste);

/** The nodes that an edit has brought: what to select after a paste. */
export const addedNodes = (before: Board, after: Board): NodeId[] =>
  nodeIdsOf(after).filter((id) => !nodeOf(before, id));

export const printFragment = (fragment: Fragment): string =>
  `${JSON.stringify(fragment, null, 2)}
`;

/** A board that is given as text is a piece of a board, too: all of it. */
const headSchema = z.looseObject({ format: z.enum([fragmentFormat, boardFormat]) });

const incomingSchema = z.record(edgeIdSchema, boardEdgeSchema);

export type FragmentReading =
  | { readonly ok: true; readonly fragment: Fragment }
  /** `noNodes`: the text is about something else; `broken`: cut off, or changed by hand. */
  | { readonly ok: false; readonly flaw: "noNodes" | "broken" | "tooNew" };

/** The keys of an object may stand in any order; prose that speaks of boards somewhere further on is prose. */
const meansNodes = (text: string): boolean =>
  /"format"\s*:\s*"shotgraph(-fragment)?"/.test(/^\s*\{/.test(text) ? text : text.slice(0, 2000));

/** Reads what the clipboard holds. */
export function parseFragment(text: string): FragmentReading {
  if (!meansNodes(text)) return { ok: false, flaw: "noNodes" };
  const reading = text.length > boardLimits.bytes ? undefined : readJson(text);
  if (!reading?.ok) return { ok: false, flaw: "broken" };
  const head = headSchema.safeParse(reading.value);
  if (!head.success) return { ok: false, flaw: "noNodes" };
  const board = readBoard({ title: "", ...head.data, format: boardFormat });
  const isNew = board.ok ? board.readOnly : board.failure.code === "tooNew";
  if (isNew) return { ok: false, flaw: "tooNew" };
  if (!board.ok || nodeIdsOf(board.board).length === 0) return { ok: false, flaw: "broken" };
  const { nodes, edges, layout } = board.board;
  const incoming = incomingSchema.safeParse(head.data["incoming"]).data ?? {};
  const fragment = {
    format: fragmentFormat,
    formatVersion,
    nodes,
    edges,
    incoming,
    layout,
  } as const;
  return { ok: true, fragment };
}

import { sameItems } from "../board/compare.ts";
import {
  compareOnCanvas,
  downstreamOf,
  edgesInto,
  indexOf,
  throughReroutes,
  type EdgeEntry,
  type EdgesOf,
} from "../board/graph.ts";
import { findCycles, orderOf } from "../board/order.ts";
import type { Board, NodeId } from "../board/schema.ts";

/** What feeds what on a board: everything that does not depend on params. */

export interface Wiring {
  /** Sources before what they feed. */
  readonly order: readonly NodeId[];
  /** The groups of nodes that feed each other. */
  readonly cycles: readonly (readonly NodeId[])[];
  /** In a cycle or fed by one: what they hand on cannot be said. */
  readonly behindCycle: ReadonlySet<NodeId>;
  /** The wires into each node. */
  readonly wires: EdgesOf;
  /** Those of the nodes with several at one port, in the order in which their sources stand on the canvas. */
  readonly crowded: EdgesOf;
  readonly elements: readonly NodeId[];
  readonly scenes: readonly NodeId[];
  /** Those whose place on the canvas says what comes first: the scenes, and what feeds a crowded node. */
  readonly placed: ReadonlySet<NodeId>;
  /** Shots at the end of a chain that leads nowhere. */
  readonly looseShots: readonly NodeId[];
}

const unwired: readonly EdgeEntry[] = [];

/** What is wired into a node, of one port in the order in which it stands on the canvas. */
export const wiresInto = ({ crowded, wires }: Wiring, id: NodeId): readonly EdgeEntry[] =>
  crowded.get(id) ?? wires.get(id) ?? unwired;

export function wiringOf(given: Board): Wiring {
  const board = throughReroutes(given);
  const order = orderOf(board);
  const { into: wires, from: readers } = indexOf(board);
  const cycles = findCycles(board);
  const inCycle = cycles.flat();
  const ofType = Map.groupBy(order, (id) => board.nodes[id]?.type);
  const scenes = ofType.get("scene") ?? [];
  const crowded = order.filter((id) => isCrowded(wires.get(id) ?? unwired));
  const feeding = crowded.flatMap((id) => wires.get(id) ?? unwired);
  return {
    order,
    cycles,
    behindCycle: new Set(inCycle.length === 0 ? [] : [...inCycle, ...downstreamOf(board, inCycle)]),
    wires,
    crowded: inCanvasOrder(board, crowded),
    elements: (ofType.get("element") ?? []).toSorted(),
    scenes: scenes.toSorted((a, b) => compareOnCanvas(board, a, b)),
    placed: new Set([...scenes, ...feeding.map(({ edge }) => edge.from.node)]),
    looseShots: (ofType.get("shot") ?? [])
      .filter((id) => !readers.get(id)?.some(({ edge }) => edge.from.port === "shots"))
      .toSorted(),
  };
}

/** The wiring after nodes have moved; the same one unless some have changed places where that matters. */
export function movedWiring(given: Board, wiring: Wiring, moved: readonly NodeId[]): Wiring {
  if (!moved.some((id) => wiring.placed.has(id))) return wiring;
  const board = throughReroutes(given);
  const scenes = wiring.scenes.toSorted((a, b) => compareOnCanvas(board, a, b));
  const crowded = inCanvasOrder(board, [...wiring.crowded.keys()]);
  const isWiredAlike = [...crowded].every(([id, wires]) =>
    sameItems(wires, wiring.crowded.get(id) ?? unwired),
  );
  if (isWiredAlike && sameItems(scenes, wiring.scenes)) return wiring;
  return { ...wiring, scenes, crowded: isWiredAlike ? wiring.crowded : crowded };
}

const inCanvasOrder = (board: Board, ids: readonly NodeId[]): EdgesOf =>
  new Map(ids.map((id) => [id, edgesInto(board, id)]));

/** A node has few ports: looking is quicker than counting. */
const isCrowded = (wires: readonly EdgeEntry[]): boolean =>
  wires.some(({ edge }, i) => wires.findIndex((other) => other.edge.to.port === edge.to.port) < i);

/** Whether a board has the nodes of another, which `order` names, and they are of the same types. */
export const hasSameTypes = (
  nodes: Board["nodes"],
  before: Board["nodes"],
  { order }: Wiring,
): boolean =>
  nodes === before ||
  (Object.keys(nodes).length === order.length &&
    // What an object inherits by a name such as `constructor` has no type.
    order.every((id) => nodes[id] === before[id] || nodes[id]?.type === before[id]?.type));

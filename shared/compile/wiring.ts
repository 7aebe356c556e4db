import {
  allEdgesInto,
  compareOnCanvas,
  downstreamOf,
  edgesFrom,
  edgesInto,
  findCycles,
  orderOf,
  throughReroutes,
  type EdgeEntry,
} from "../board/graph.ts";
import type { Board, BoardNode, EdgeEnd, NodeId } from "../board/schema.ts";

/** What feeds what on a board: everything that does not depend on params. */

export interface Wire {
  readonly port: string;
  readonly from: Pick<EdgeEnd, "node" | "port">;
}

export interface Wiring {
  /** Sources before what they feed. */
  readonly order: readonly NodeId[];
  /** The groups of nodes that feed each other. */
  readonly cycles: readonly (readonly NodeId[])[];
  /** In a cycle or fed by one: what they hand on cannot be said. */
  readonly behindCycle: ReadonlySet<NodeId>;
  /** Of one port in the order in which their sources stand on the canvas. */
  readonly wires: ReadonlyMap<NodeId, readonly Wire[]>;
  /** The nodes with several wires at one port: only there does it matter where nodes stand. */
  readonly crowded: readonly NodeId[];
  readonly elements: readonly NodeId[];
  readonly scenes: readonly NodeId[];
  /** Shots at the end of a chain that leads nowhere. */
  readonly looseShots: readonly NodeId[];
}

/** The same as `board.nodes`, which is slow to ask when it has a thousand keys and was made a moment ago. */
export type Nodes = ReadonlyMap<NodeId, BoardNode>;

export function wiringOf(given: Board, nodes: Nodes): Wiring {
  const board = throughReroutes(given);
  const order = orderOf(board);
  const wires = wiresOf(board, order);
  const cycles = runsForward(order, wires) ? [] : findCycles(board);
  const inCycle = cycles.flat();
  const ofType = (type: string): NodeId[] => order.filter((id) => nodes.get(id)?.type === type);
  return {
    order,
    cycles,
    behindCycle: new Set(inCycle.length === 0 ? [] : [...inCycle, ...downstreamOf(board, inCycle)]),
    wires,
    crowded: order.filter((id) => isCrowded(wires.get(id) ?? [])),
    elements: ofType("element").toSorted(),
    scenes: ofType("scene").toSorted((a, b) => compareOnCanvas(board, a, b)),
    looseShots: ofType("shot")
      .filter((id) => edgesFrom(board, id, "shots").length === 0)
      .toSorted(),
  };
}

/** Whether every wire comes from a node earlier in the order: then there is no cycle to look for. */
function runsForward(order: readonly NodeId[], wires: Wiring["wires"]): boolean {
  const done = new Set<NodeId>();
  for (const id of order) {
    for (const wire of wires.get(id) ?? []) if (!done.has(wire.from.node)) return false;
    done.add(id);
  }
  return true;
}

/** The wiring after nodes have moved; the same one, or the same wires, unless they have changed places. */
export function movedWiring(board: Board, wiring: Wiring): Wiring {
  const scenes = wiring.scenes.toSorted((a, b) => compareOnCanvas(board, a, b));
  const crowded = wiresOf(throughReroutes(board), wiring.crowded);
  const wiredAlike = wiring.crowded.every((id) => sameWires(wiring.wires.get(id), crowded.get(id)));
  if (wiredAlike && scenes.every((id, i) => id === wiring.scenes[i])) return wiring;
  const wires = wiredAlike ? wiring.wires : new Map([...wiring.wires, ...crowded]);
  return { ...wiring, scenes, wires };
}

/** A node has few ports: looking is quicker than counting. */
const isCrowded = (wires: readonly Wire[]): boolean =>
  wires.some(({ port }, i) => wires.findIndex((other) => other.port === port) < i);

const sameWires = (a: readonly Wire[] = [], b: readonly Wire[] = []): boolean =>
  a.length === b.length &&
  a.every((wire, i) => wire.port === b[i]?.port && wire.from === b[i]?.from);

function wiresOf(board: Board, ids: readonly NodeId[]): ReadonlyMap<NodeId, readonly Wire[]> {
  const wires = new Map<NodeId, readonly Wire[]>();
  for (const id of ids) {
    const all = allEdgesInto(board, id).map(wireOf);
    if (all.length === 0) continue;
    wires.set(id, isCrowded(all) ? edgesInto(board, id).map(wireOf) : all);
  }
  return wires;
}

const wireOf = ({ edge }: EdgeEntry): Wire => ({ port: edge.to.port, from: edge.from });

/** Whether two boards have the same nodes, of the same types. */
export function sameNodes(a: Nodes, b: Nodes): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [id, node] of b) {
    const old = a.get(id);
    if (old !== node && old?.type !== node.type) return false;
  }
  return true;
}

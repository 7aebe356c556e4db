import type { Node, NodeProps } from "@xyflow/react";
import type { Point } from "../../shared/board/edits.ts";
import { edgeIdsOf, nodeOf } from "../../shared/board/graph.ts";
import { orderOf } from "../../shared/board/order.ts";
import type { Board, BoardNode, EdgeId, NodeId, Placement } from "../../shared/board/schema.ts";
import { changedIds } from "../../shared/board/patch.ts";
import type { PortKind } from "../../shared/nodes/ports.ts";
import { behind } from "./behind.ts";
import type { Facts } from "../nodes/facts.ts";
import { extraPorts, handlesOf } from "./flowPorts.ts";
import { wiresOf, type MadeEdge, type Name } from "./flowWires.ts";
import { once } from "./once.ts";
import { sameOr } from "./sameOr.ts";
import { sizeOf, type PortPlace } from "../nodes/size.ts";

/**
 * The board as React Flow wants it. A node or an edge that shows the same as before is the same object as before, so
 * that React Flow and React pass over it; typing into a node changes nothing here at all.
 */

export type FlowNode = Node<
  {
    /** Ports that only an edge knows of, and those of a reroute with the kind that flows through it. */
    readonly extra?: readonly PortPlace[];
  },
  "board" | "reroute"
> & { readonly id: NodeId };
/** What React Flow hands to a node that it draws: there it takes ids for plain strings. */
export type FaceProps = Pick<NodeProps<FlowNode>, "data"> & { readonly id: string };
export type FlowEdge = MadeEdge["flow"];

/** How nodes and edges are called; another object for another language. */
export interface Names {
  /** What a screen reader calls them. */
  readonly roles: {
    readonly [role in "node" | "edge"]: { readonly "aria-roledescription": string };
  };
  readonly node: (node: BoardNode, numeral: string | undefined) => string;
  /** For screen readers: the name with the seconds, the mode and what else is marked on the node. */
  readonly label: (node: BoardNode, name: string, marks: Marks) => string;
  readonly edge: (from: string, to: string, kind: PortKind | undefined) => string;
}

interface Marks {
  /** What flows through a reroute. */
  readonly kind: PortKind | undefined;
  readonly pinned: boolean;
}

/** What of the window and of the run shows on the canvas, but for which nodes are selected: see `markedNode`. */
export interface Look {
  readonly selectedEdges: ReadonlySet<string>;
  readonly facts: Facts;
  /** Canvas px of the nodes that are being dragged. */
  readonly moving: ReadonlyMap<NodeId, Point>;
  readonly names: Names;
}

export interface MadeNode {
  readonly node: BoardNode;
  readonly placement: Placement | undefined;
  readonly extra: readonly PortPlace[] | undefined;
  readonly aspectRatio: string;
  readonly numeral: string | undefined;
  readonly moved: Point | undefined;
  readonly names: Names;
  readonly name: Name;
  readonly fixed: Fixed;
  readonly label: () => string;
  readonly flow: FlowNode;
}
/** What of a node stays as it is while it is moved and selected. */
type Fixed = Omit<FlowNode, "position" | "selected" | "ariaLabel">;

/** How a node stands among the others: in front without being selected is what was selected last. */
export type Mark = "plain" | "front" | "selected";

export interface Flow {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
  readonly made: {
    readonly board: Board | undefined;
    readonly look: Look | undefined;
    readonly order: readonly NodeId[];
    /** Where each node stands in `nodes`. */
    readonly places: ReadonlyMap<string, number>;
    readonly wires: readonly EdgeId[];
    readonly extras: ReadonlyMap<string, readonly PortPlace[]>;
    readonly nodes: ReadonlyMap<string, MadeNode>;
    readonly edges: ReadonlyMap<string, MadeEdge>;
  };
}

export const emptyFlow: Flow = {
  nodes: [],
  edges: [],
  made: {
    board: undefined,
    look: undefined,
    order: [],
    places: new Map(),
    wires: [],
    extras: new Map(),
    nodes: new Map(),
    edges: new Map(),
  },
};

export function flowOf(board: Board, look: Look, previous: Flow): Flow {
  const { made } = previous;
  if (board === made.board && look === made.look) return previous;
  const touched = touchedNodes(board, look, previous);
  return touched === undefined
    ? newFlow(board, look, previous)
    : changedFlow(board, look, touched, previous);
}

/** Goes over all nodes. */
function newFlow(board: Board, look: Look, previous: Flow): Flow {
  const { made } = previous;
  const order = orderOf(board);
  const places = new Map<string, number>();
  const extras = extraPorts(board);
  const nodes = new Map<string, MadeNode>();
  const list: FlowNode[] = [];
  for (const id of order) {
    const node = nodeOf(board, id);
    if (node === undefined) continue;
    const old = made.nodes.get(id);
    const next = madeNode(id, node, board.layout[id], extras.get(id), look, old);
    places.set(id, list.length);
    nodes.set(id, next);
    list.push(next.flow);
  }
  const wires = board.edges === made.board?.edges ? made.wires : edgeIdsOf(board);
  const { list: edges, made: madeEdges } = wiresOf(board, look, nodes, wires, previous);
  return {
    nodes: sameOr(previous.nodes, list),
    edges,
    made: { board, look, order, places, wires, extras, nodes, edges: madeEdges },
  };
}

/** Goes over these nodes alone: of a thousand, a letter or a drag changes one. */
function changedFlow(board: Board, look: Look, touched: ReadonlySet<NodeId>, previous: Flow): Flow {
  const { made } = previous;
  const nodes = new Map(made.nodes);
  const list = [...previous.nodes];
  for (const id of touched) {
    const [node, place] = [nodeOf(board, id), made.places.get(id)];
    if (node === undefined || place === undefined) continue;
    const { extras } = made;
    const next = madeNode(id, node, board.layout[id], extras.get(id), look, made.nodes.get(id));
    nodes.set(id, next);
    list[place] = next.flow;
  }
  const { list: edges, made: madeEdges } = wiresOf(board, look, nodes, made.wires, previous);
  return {
    nodes: sameOr(previous.nodes, list),
    edges,
    made: { ...made, board, look, nodes, edges: madeEdges },
  };
}

/** The nodes that may show something else than before; undefined when all may, or when there are others. */
function touchedNodes(board: Board, look: Look, { made }: Flow): ReadonlySet<NodeId> | undefined {
  const { board: before, look: old, order } = made;
  if (before?.edges !== board.edges || old?.names !== look.names) return undefined;
  const touched = new Set<NodeId>();
  const touchUnless = (stays: (id: NodeId) => boolean): void => {
    for (const id of order) if (!stays(id)) touched.add(id);
  };
  for (const id of changedIds(before.nodes, board.nodes)) {
    if (nodeOf(before, id)?.type !== nodeOf(board, id)?.type) return undefined;
    touched.add(id);
  }
  for (const id of changedIds(before.layout, board.layout)) touched.add(id);
  if (old.facts !== look.facts) touchUnless((id) => old.facts.get(id) === look.facts.get(id));
  if (old.moving !== look.moving) {
    for (const id of [...old.moving.keys(), ...look.moving.keys()]) touched.add(id);
  }
  return touched;
}

/** Whether nothing but a drag has gone on since `previous` was made. */
export function isOnlyMoving(board: Board, look: Look, { made }: Flow): boolean {
  const before = made.look;
  return (
    board === made.board &&
    before?.selectedEdges === look.selectedEdges &&
    before.facts === look.facts &&
    before.names === look.names
  );
}

function madeNode(
  id: NodeId,
  node: BoardNode,
  placement: Placement | undefined,
  extra: readonly PortPlace[] | undefined,
  look: Look,
  old: MadeNode | undefined,
): MadeNode {
  const fact = look.facts.get(id);
  const aspectRatio = fact?.aspectRatio ?? "16:9";
  const numeral = fact?.numeral;
  const moved = look.moving.get(id);
  const { names } = look;
  if (
    old !== undefined &&
    old.node === node &&
    old.placement === placement &&
    old.extra === extra &&
    old.aspectRatio === aspectRatio &&
    old.numeral === numeral &&
    old.names === names
  ) {
    if (old.moved === moved) return old;
    // A drag of thousands must not work out their sizes and names again.
    const { x, y } = moved ?? placement ?? origin;
    return { ...old, moved, flow: flowNode(old.fixed, { x, y }, "plain", old.label) };
  }
  const { width, height } = sizeOf(node, aspectRatio, placement);
  const name = nameOf(node, numeral, names, old);
  const { x, y } = moved ?? placement ?? origin;
  const flow = old?.flow;
  const marks: Marks = {
    kind: node.type === "reroute" ? extra?.[0]?.kind : undefined,
    pinned: placement?.pinned === true,
  };
  const label = once(() => names.label(node, name.text, marks));
  const stays =
    flow !== undefined &&
    old?.extra === extra &&
    (old?.placement?.collapsed ?? false) === (placement?.collapsed ?? false) &&
    (old?.placement?.pinned ?? false) === marks.pinned &&
    // The overview draws a node again when it is another one.
    old?.placement?.color === placement?.color &&
    flow.position.x === x &&
    flow.position.y === y &&
    flow.width === width &&
    flow.height === height &&
    // Its label speaks the language of the moment: the same words say nothing about what is drawn.
    old?.names === names &&
    old.node.type === node.type &&
    (old.node === node && old.name === name ? true : flow.ariaLabel === label());
  const fixed: Fixed = {
    id,
    type: node.type === "reroute" ? "reroute" : "board",
    data: extra === undefined ? noData : { extra },
    width,
    height,
    // React Flow takes a node for known only when it is told its measured size.
    measured: { width, height },
    domAttributes: names.roles.node,
    handles: handlesOf(node.type, extra, width, placement?.collapsed === true),
    ...(node.type === "frame" && behind(width, height)),
  };
  return {
    node,
    placement,
    extra,
    aspectRatio,
    numeral,
    moved,
    names,
    name,
    fixed,
    label,
    flow: stays ? flow : flowNode(fixed, { x, y }, "plain", label),
  };
}

/** Few nodes are in view, and only those need a label. */
const flowNode = (
  fixed: Fixed,
  position: FlowNode["position"],
  mark: Mark,
  label: () => string,
): FlowNode => ({
  // What was selected last lies above the rest; frames lie behind everything, each at a height of its own.
  zIndex: mark === "plain" ? 0 : 1,
  ...fixed,
  position,
  selected: mark === "selected",
  get ariaLabel() {
    return label();
  },
});

const markedNodes = new WeakMap<FlowNode, { readonly [mark in Mark]?: FlowNode }>();

/**
 * A node as it is drawn when it is selected or in front: the same object each time. Apart from `flowOf`, so that what is
 * selected costs by what is in view, however large the board is.
 */
export function markedNode({ fixed, flow, label }: MadeNode, mark: Mark): FlowNode {
  if (mark === "plain") return flow;
  const known = markedNodes.get(flow);
  const found = known?.[mark] ?? flowNode(fixed, flow.position, mark, label);
  if (known?.[mark] === undefined) markedNodes.set(flow, { ...known, [mark]: found });
  return found;
}

function nameOf(
  node: BoardNode,
  numeral: string | undefined,
  names: Names,
  old: MadeNode | undefined,
): Name {
  const text = once(() => names.node(node, numeral));
  const stays =
    old !== undefined &&
    old.names === names &&
    old.numeral === numeral &&
    (old.node === node || old.name.text === text());
  return stays
    ? old.name
    : {
        get text() {
          return text();
        },
      };
}

const noData: FlowNode["data"] = {};
const origin = { x: 0, y: 0 };

import type { Edge } from "@xyflow/react";
import { edgeOf, nodeOf, portOf, sourceOf } from "../../shared/board/graph.ts";
import type { Board, BoardEdge, BoardNode, EdgeId, NodeId } from "../../shared/board/schema.ts";
import type { PortKind } from "../../shared/nodes/ports.ts";
import { once } from "./once.ts";

/** The wires of a board as React Flow wants them. */

type FlowEdge = Edge<{ readonly kind: PortKind | undefined }, "wire"> & {
  readonly id: EdgeId;
  readonly source: NodeId;
  readonly target: NodeId;
};

/** Found only when it is asked for: few of the nodes of a large board are in view. The same object for the same name. */
export interface Name {
  readonly text: string;
}

/** A node at the end of a wire. */
interface End {
  readonly node: BoardNode;
  readonly name: Name;
}

export interface MadeEdge {
  readonly edge: BoardEdge;
  readonly from: Name;
  readonly to: Name;
  readonly names: WireLook["names"];
  readonly flow: FlowEdge;
}

interface WireLook {
  readonly selectedEdges: ReadonlySet<string>;
  readonly facts: object;
  readonly names: {
    readonly roles: { readonly edge: { readonly "aria-roledescription": string } };
    readonly edge: (from: string, to: string, kind: PortKind | undefined) => string;
  };
}

interface Before {
  readonly edges: FlowEdge[];
  readonly made: {
    readonly board: Board | undefined;
    readonly look: WireLook | undefined;
    readonly nodes: ReadonlyMap<string, End>;
    readonly edges: ReadonlyMap<string, MadeEdge>;
  };
}

export function wiresOf(
  board: Board,
  look: WireLook,
  nodes: ReadonlyMap<string, End>,
  wires: readonly EdgeId[],
  { edges: previous, made: before }: Before,
): { list: FlowEdge[]; made: ReadonlyMap<string, MadeEdge> } {
  if (
    before.board?.edges === board.edges &&
    sameSet(before.look?.selectedEdges, look.selectedEdges) &&
    before.look?.names === look.names &&
    ((before.board.nodes === board.nodes && before.look.facts === look.facts) ||
      namedAlike(nodes, before.nodes))
  ) {
    return { list: previous, made: before.edges };
  }
  const made = new Map<string, MadeEdge>();
  const list: FlowEdge[] = [];
  let same = true;
  for (const id of wires) {
    const edge = edgeOf(board, id);
    const from = edge && nodes.get(edge.from.node);
    const to = edge && nodes.get(edge.to.node);
    if (edge === undefined || from === undefined || to === undefined) continue;
    const next = madeEdge(id, edge, from, to, board, look, before.edges.get(id));
    made.set(id, next);
    same &&= previous[list.length] === next.flow;
    list.push(next.flow);
  }
  same &&= previous.length === list.length;
  return { list: same ? previous : list, made };
}

const sameSet = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string>): boolean =>
  a === b || (a?.size === 0 && b.size === 0);

/** Edges are named after their nodes and dashed with them. */
function namedAlike(nodes: ReadonlyMap<string, End>, before: ReadonlyMap<string, End>): boolean {
  for (const [id, made] of nodes) {
    const old = before.get(id);
    if (old !== made && (old?.name !== made.name || old.node.mode !== made.node.mode)) return false;
  }
  return true;
}

function madeEdge(
  id: EdgeId,
  edge: BoardEdge,
  from: End,
  to: End,
  board: Board,
  look: WireLook,
  old: MadeEdge | undefined,
): MadeEdge {
  const { names } = look;
  const selected = look.selectedEdges.has(id);
  const kind = portOf(board, edge.from, "output")?.kind;
  // A wire is off with what it comes from and with what reads it, and when nothing comes.
  const source = sourceOf(board, edge.from);
  const giver = source && nodeOf(board, source.node);
  const off = giver === undefined || giver.mode === "muted" || to.node.mode === "muted";
  const className = `kind-${kind ?? "neutral"}${off ? " off" : ""}`;
  const stays =
    old !== undefined &&
    old.edge === edge &&
    old.flow.className === className &&
    old.flow.selected === selected &&
    old.names === names &&
    old.from === from.name &&
    old.to === to.name;
  if (stays) return old;
  const label = once(() => names.edge(from.name.text, to.name.text, kind));
  return {
    edge,
    from: from.name,
    to: to.name,
    names,
    flow: {
      id,
      type: "wire",
      source: edge.from.node,
      sourceHandle: edge.from.port,
      target: edge.to.node,
      targetHandle: edge.to.port,
      data: { kind },
      selected,
      className,
      domAttributes: names.roles.edge,
      // React Flow asks for it again at each step of a drag.
      get ariaLabel() {
        return label();
      },
    },
  };
}

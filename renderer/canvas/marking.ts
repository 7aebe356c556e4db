import type { EdgeChange, NodeChange } from "@xyflow/react";
import type { EdgeId, NodeId } from "../../shared/board/schema.ts";
import { select, useView } from "../stores/viewStore.ts";
import { useCanvas } from "./canvasStore.ts";
import type { FlowEdge, FlowNode } from "./flowOf.ts";
import { addsClick } from "./held.ts";
import { useShown } from "./shown.ts";

/** Selecting with the pointer. React Flow selects among what it knows, which is what lies around the view. */

type Mark = Extract<NodeChange<FlowNode>, { type: "select" }>;

export function markNodes(marks: readonly Mark[]): void {
  const { nodes, edges } = kept();
  select(marked(nodes, marks), edges);
}

export function changeEdges(changes: readonly EdgeChange<FlowEdge>[]): void {
  const marks = changes.filter((change) => change.type === "select");
  if (marks.length === 0) return;
  const { nodes, edges } = kept();
  select(nodes, marked(edges, marks));
}

/** For a click on the empty canvas. */
export function selectNothing(): void {
  const { selectedNodes, selectedEdges } = useView.getState();
  // The hand selects nothing, and lets go of nothing.
  if (useCanvas.getState().hand || selectedNodes.size + selectedEdges.size === 0) return;
  select([]);
}

/** What stays selected but for what React Flow says: of what it does not know, nothing unless a key adds. */
function kept(): { nodes: ReadonlySet<NodeId>; edges: ReadonlySet<EdgeId> } {
  const { selectedNodes, selectedEdges } = useView.getState();
  if (addsClick()) return { nodes: selectedNodes, edges: selectedEdges };
  const { nodes, edges } = useShown.getState();
  return { nodes: among(selectedNodes, nodes), edges: among(selectedEdges, edges) };
}

function among<Id extends string>(
  selected: ReadonlySet<Id>,
  known: readonly { readonly id: string }[],
): ReadonlySet<Id> {
  const ids = new Set(known.map(({ id }) => id));
  return new Set([...selected].filter((id) => ids.has(id)));
}

/** Ids of React Flow's changes are those of the board's own nodes and edges. */
function marked<Id extends NodeId | EdgeId>(
  selected: ReadonlySet<Id>,
  marks: readonly { readonly id: string; readonly selected: boolean }[],
): ReadonlySet<Id> {
  const next = new Set(selected);
  for (const mark of marks) {
    if (mark.selected) next.add(mark.id as Id);
    else next.delete(mark.id as Id);
  }
  return next;
}

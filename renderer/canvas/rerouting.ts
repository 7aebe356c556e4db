import { insertReroutes, type Crossing } from "../../shared/board/reroutes.ts";
import type { EdgeId } from "../../shared/board/schema.ts";
import { useView } from "../stores/viewStore.ts";
import { atCanvas } from "./canvasStore.ts";
import { boardNow, editAndSelectNew, ids } from "./commands.ts";
import { drawnWires } from "./drawn.ts";
import { edgesOfNode, useFlow } from "./flowStore.ts";
import { focusCanvas } from "./surface.ts";
import { wireMiddle } from "./wirePath.ts";

/** Putting reroutes into wires. */

/** One step of the history. The new reroutes are selected, and the first has the focus. */
export function rerouteAt(crossings: readonly Crossing[]): void {
  if (crossings.length === 0) return;
  const label = { key: "reroute", values: { count: crossings.length } };
  const [first] = editAndSelectNew(label, (board) => insertReroutes(board, crossings, ids));
  // It is drawn by then.
  requestAnimationFrame(() => focusCanvas(first));
}

/** Puts a reroute into the middle of each wire. */
export function rerouteEdges(edges: Iterable<EdgeId>): void {
  const wanted = new Set<string>(edges);
  const wires = drawnWires(useFlow.getState().edges.filter(({ id }) => wanted.has(id)));
  rerouteAt(wires.map(({ id, from, to }) => ({ id, at: wireMiddle(from, to) })));
}

/** Puts reroutes into the selected wires, or asks which wire of the selected node to put one into. */
export function reroute(): void {
  const board = boardNow();
  const { selectedNodes, selectedEdges } = useView.getState();
  const [node] = selectedNodes;
  if (board === undefined) return;
  if (selectedEdges.size > 0) {
    rerouteEdges(selectedEdges);
    return;
  }
  const [only, ...more] = node === undefined ? [] : edgesOfNode(board, node);
  if (only !== undefined && more.length === 0) rerouteEdges([only]);
  else if (node !== undefined && only !== undefined)
    atCanvas({ wires: { node, purpose: "reroute" } });
}

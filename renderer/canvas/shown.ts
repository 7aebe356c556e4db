import { create } from "zustand";
import {
  holds,
  regionOf,
  shownIn,
  widened,
  type Region,
  type Shown,
  type Sight,
} from "./around.ts";
import { isOnlyMoving, type Flow, type FlowNode } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";

/**
 * What React Flow is given of the board: what lies around the view. At every step of every gesture it goes over all the
 * nodes and wires that it knows, so knowing few of them is what makes a large board as quick as a small one.
 */
export const useShown = create<Shown>()(() => ({ nodes: [], edges: [] }));

let region: Region | undefined;
let last = { flow: useFlow.getState(), region };

/** To be told whenever the canvas looks elsewhere or has another size. */
export function showAround(sight: Sight): void {
  // React Flow forgets its size as it goes, and says so while the next board is looked at already.
  if (sight.width === 0 || sight.height === 0) return;
  const view = regionOf(sight);
  if (region !== undefined && holds(region, view)) return;
  region = widened(view);
  refresh();
}

function refresh(): void {
  const flow = useFlow.getState();
  const isSame = flow.nodes === last.flow.nodes && flow.edges === last.flow.edges;
  if (region === undefined || (isSame && region === last.region)) return;
  const before = useShown.getState();
  const nodeOf = (id: string): FlowNode | undefined => flow.made.nodes.get(id)?.flow;
  const after =
    region === last.region && isDrag(last.flow, flow)
      ? { nodes: before.nodes.map((node) => nodeOf(node.id) ?? node), edges: before.edges }
      : shownIn(region, flow, nodeOf, before);
  last = { flow, region };
  if (after.nodes !== before.nodes || after.edges !== before.edges) useShown.setState(after);
}

/** What is dragged is selected, so it is shown already, and a step of a drag brings nothing else. */
function isDrag(before: Flow, { made: { board, look } }: Flow): boolean {
  return board !== undefined && look !== undefined && isOnlyMoving(board, look, before);
}

useFlow.subscribe(refresh);

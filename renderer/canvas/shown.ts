import { create } from "zustand";
import {
  holds,
  isIn,
  regionOf,
  shownIn,
  widened,
  type Region,
  type Shown,
  type Sight,
} from "./around.ts";
import { useView } from "../stores/viewStore.ts";
import { isOnlyMoving, markedNode, type Flow, type FlowNode, type Mark } from "./flowOf.ts";
import { useFlow } from "./flowStore.ts";
import { sameOr } from "./sameOr.ts";

/**
 * What React Flow is given of the board: what lies around the view. At every step of every gesture it goes over all the
 * nodes and wires that it knows, so knowing few of them is what makes a large board as quick as a small one.
 */
export const useShown = create<Shown>()(() => ({ nodes: [], edges: [] }));

let region: Region | undefined;
let last = { flow: useFlow.getState(), region };
/** What lies around the view, as if nothing were selected. */
let around: Shown = useShown.getState();
/** What was selected last: it stays above its neighbours until something else is. */
let inFront: ReadonlySet<string> = new Set();

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
  if (region === undefined) return;
  around = aroundNow(region);
  const { made } = useFlow.getState();
  const { selectedNodes } = useView.getState();
  if (selectedNodes.size > 0) inFront = selectedNodes;
  const marked = around.nodes.map((node) => {
    const known = made.nodes.get(node.id);
    return known === undefined ? node : markedNode(known, markOf(node.id, selectedNodes));
  });
  const before = useShown.getState();
  const after = { nodes: sameOr(before.nodes, marked), edges: around.edges };
  if (after.nodes !== before.nodes || after.edges !== before.edges) useShown.setState(after);
}

function markOf(id: string, selected: ReadonlySet<string>): Mark {
  if (selected.has(id)) return "selected";
  return inFront.has(id) ? "front" : "plain";
}

function aroundNow(region: Region): Shown {
  const flow = useFlow.getState();
  const isSame = flow.nodes === last.flow.nodes && flow.edges === last.flow.edges;
  if (isSame && region === last.region) return around;
  const nodeOf = (id: string): FlowNode | undefined => flow.made.nodes.get(id)?.flow;
  const stays = region === last.region && changesNothingElse(region, last.flow, flow, around);
  last = { flow, region };
  return stays
    ? { nodes: around.nodes.map((node) => nodeOf(node.id) ?? node), edges: around.edges }
    : shownIn(region, flow, nodeOf, around);
}

/**
 * Whether the same nodes and wires are shown as before, some of them at another place or with another size: what is
 * dragged is shown already, and a drop or a letter brings nothing else as long as it stays in the region.
 */
function changesNothingElse(region: Region, before: Flow, now: Flow, shown: Shown): boolean {
  const { board, look } = now.made;
  if (board === undefined || look === undefined) return false;
  if (isOnlyMoving(board, look, before)) return true;
  if (now.edges !== before.edges || now.nodes.length !== before.nodes.length) return false;
  const known = new Set(shown.nodes);
  return now.nodes.every((node, i) => {
    const old = before.nodes[i];
    if (old === node) return true;
    return old?.id === node.id && known.has(old) && isIn(region, old) && isIn(region, node);
  });
}

useFlow.subscribe(refresh);
useView.subscribe((state, before) => {
  if (state.selectedNodes !== before.selectedNodes) refresh();
});

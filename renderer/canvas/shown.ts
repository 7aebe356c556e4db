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
import { useFlow } from "./flowStore.ts";

/**
 * What React Flow is given of the board: what lies around the view. At every step of every gesture it goes over all the
 * nodes and wires that it knows, so knowing few of them is what makes a large board as quick as a small one.
 */
export const useShown = create<Shown>()(() => ({ nodes: [], edges: [] }));

let region: Region | undefined;

/** To be told whenever the canvas looks elsewhere or has another size. */
export function showAround(sight: Sight): void {
  const view = regionOf(sight);
  if (region !== undefined && holds(region, view)) return;
  region = widened(view);
  refresh();
}

function refresh(): void {
  if (region === undefined) return;
  const flow = useFlow.getState();
  const before = useShown.getState();
  const after = shownIn(region, flow, (id) => flow.made.nodes.get(id)?.flow, before);
  if (after.nodes !== before.nodes || after.edges !== before.edges) useShown.setState(after);
}

useFlow.subscribe(refresh);

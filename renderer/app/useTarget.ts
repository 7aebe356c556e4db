import { create } from "zustand";
import type { Problem } from "../../shared/compile/compiled.ts";
import { useCompiled } from "../stores/compiled.ts";
import { settleNow, useSettled } from "../stores/settled.ts";
import { useView } from "../stores/viewStore.ts";
import { targetOf, type Target } from "./target.ts";

const find = (): Target =>
  targetOf(useSettled.getState().board, useCompiled.getState(), useView.getState().selectedNodes);

/** Found once for all who ask, and the same object while it says the same. */
const useTargets = create<{ readonly target: Target }>()(() => ({ target: find() }));

function refresh(): void {
  const before = useTargets.getState().target;
  const target = find();
  const same =
    target.sceneId === before.sceneId &&
    target.scene === before.scene &&
    target.off === before.off &&
    sameProblems(target.errors, before.errors) &&
    sameProblems(target.remarks, before.remarks);
  if (!same) useTargets.setState({ target });
}

const sameProblems = (a: readonly Problem[], b: readonly Problem[]): boolean =>
  a.length === b.length && a.every((problem, i) => problem === b[i]);

useCompiled.subscribe(refresh);
useSettled.subscribe(refresh);
useView.subscribe((state, before) => {
  if (state.selectedNodes !== before.selectedNodes) refresh();
});

export const useTarget = (): Target => useTargets((state) => state.target);

/** As the board stands at this moment, the last letter included. */
export function currentTarget(): Target {
  settleNow();
  return find();
}

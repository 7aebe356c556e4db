import { useMemo } from "react";
import { activeBoard, useBoards } from "../stores/boardStore.ts";
import { useCompiled } from "../stores/compiled.ts";
import { useView } from "../stores/viewStore.ts";
import { targetOf, type Target } from "./target.ts";

export function useTarget(): Target {
  const board = useBoards(activeBoard);
  const scenes = useCompiled((compiled) => compiled.scenes);
  const problems = useCompiled((compiled) => compiled.problems);
  const selected = useView((view) => view.selectedNodes);
  return useMemo(
    () => targetOf(board, { scenes, problems }, selected),
    [board, scenes, problems, selected],
  );
}

export const currentTarget = (): Target =>
  targetOf(
    activeBoard(useBoards.getState()),
    useCompiled.getState(),
    useView.getState().selectedNodes,
  );

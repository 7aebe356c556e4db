import { labels } from "../../shared/board/history.ts";
import { isOpen } from "../../shared/jobs/job.ts";
import { currentTarget } from "../app/useTarget.ts";
import { canPasteCopied } from "../canvas/clipboard.ts";
import { activeBoard, activeTab, useBoards } from "../stores/boardStore.ts";
import { latestRun, useJobs } from "../stores/jobStore.ts";
import { useView } from "../stores/viewStore.ts";
import type { Situation } from "./reasons.ts";

/** What commands find when they are asked for now. */
export function situationNow(): Situation {
  const tab = activeTab(useBoards.getState());
  const { selectedNodes, selectedEdges } = useView.getState();
  const { sceneId } = currentTarget();
  const jobs = sceneId === undefined ? [] : latestRun(useJobs.getState().jobs, sceneId);
  const openJobs = jobs.filter(isOpen).length;
  const steps = tab && labels(tab.history);
  return {
    board: activeBoard(useBoards.getState()),
    openBoards: useBoards.getState().tabs.length,
    readOnly: tab?.readOnly ?? false,
    selectedNodes,
    selectedEdges: selectedEdges.size,
    undoSteps: steps?.undo.length ?? 0,
    redoSteps: steps?.redo.length ?? 0,
    hasCopied: canPasteCopied(),
    hasScene: sceneId !== undefined,
    openJobs,
    endedJobs: jobs.length - openJobs,
  };
}

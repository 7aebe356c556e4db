import i18next from "i18next";
import { stepBetween } from "../../shared/board/history.ts";
import type { Job } from "../../shared/jobs/job.ts";
import { isWriting } from "../commands/keyboard.ts";
import { tabTitle } from "../files/fileName.ts";
import { jobName, jobWords } from "../library/jobWords.ts";
import { say } from "../locales/say.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";
import { paced } from "../stores/paced.ts";
import { useView } from "../stores/viewStore.ts";
import { statesChanged } from "./announced.ts";
import { isBoxing } from "./boxing.ts";
import { isInHand, nodeOver } from "./surface.ts";

/** What is said of jobs, boards and the selection. Each `announce…` returns how to stop. */

type Voice = (sentence: string) => void;

/** Says together what comes together. `show` is given words that differ from the last ones, for nothing else is heard. */
export function createVoice(show: (words: (before: string) => string) => void): Voice {
  let sentences: readonly string[] = [];
  return (sentence) => {
    if (sentences.length === 0) {
      queueMicrotask(() => {
        const words = sentences.join(" ");
        sentences = [];
        show((before) => (before === words ? `${words}\u00a0` : words));
      });
    }
    sentences = [...sentences, sentence];
  };
}

/** ms between two announcements of jobs: of what changes faster, only the last is heard to its end. */
const rest = 500;

/** Each new state of a job, and nothing of the frames and seconds in between. */
export function announceJobs(voice: Voice): () => void {
  let said = useJobs.getState().jobs;
  const { ask, stop } = paced(() => {
    const { jobs } = useJobs.getState();
    const changed = statesChanged(said, jobs);
    said = jobs;
    if (changed.length > 0) voice(changed.map(sentenceOf).join(" "));
  }, rest);
  const unsubscribe = useJobs.subscribe((state, before) => {
    if (state.jobs !== before.jobs) ask();
  });
  return () => {
    stop();
    unsubscribe();
  };
}

const sentenceOf = (job: Job): string =>
  `${jobName(job)}: ${jobWords(job, 0, i18next.language).title}.`;

/**
 * Which board is shown, and each step that is taken on it or taken back. What is typed the field itself says, and what is
 * dropped was in a hand that saw where.
 */
export const announceBoards = (voice: Voice): (() => void) =>
  useBoards.subscribe((state, before) => {
    const [shown, last] = [activeTab(state), activeTab(before)];
    if (shown === undefined || shown === last) return;
    if (state.activeId !== before.activeId) {
      return voice(tabTitle(shown, i18next.t("app:untitled")));
    }
    const taken = last && stepBetween(last.history, shown.history);
    if (taken === undefined) return;
    const step = say(`edits:${taken.label.key}`, taken.label.values);
    if (taken.way === "done") {
      if (!isWriting(document.activeElement) && !isInHand()) voice(`${step}.`);
      return;
    }
    const command = i18next.t(taken.way === "undone" ? "commands:edit.undo" : "commands:edit.redo");
    voice(`${i18next.t("app:step", { command, step })}.`);
  });

/** ms without a change: a box that is drawn over nodes selects one after the other. */
const settling = 250;

/** How much is selected. The one node that the focus has come to has said its name already, but not that it is selected. */
export function announceSelection(voice: Voice): () => void {
  let settled: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const { selectedNodes, selectedEdges } = useView.getState();
    const count = selectedNodes.size;
    if (count === 0 && selectedEdges.size > 0) return;
    voice(i18next.t("canvas:selected", { count }));
  };
  const stop = useView.subscribe((state, before) => {
    const { selectedNodes: now } = state;
    if (now === before.selectedNodes || (now.size === 0 && before.selectedNodes.size === 0)) return;
    clearTimeout(settled);
    const [only] = now;
    const isAtFocus = only !== undefined && nodeOver(document.activeElement) === only;
    if (now.size === 1 && !isAtFocus) return;
    settled = setTimeout(tell, isBoxing() ? settling : 0);
  });
  return () => {
    clearTimeout(settled);
    stop();
  };
}

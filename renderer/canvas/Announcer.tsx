import { useEffect, useState } from "react";
import i18next from "i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { jobName, jobWords } from "../library/jobWords.ts";
import { tabTitle } from "../app/BoardTabs.tsx";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";
import { statesChanged } from "./announced.ts";

/** Says each new state of a job to a screen reader, and nothing of the frames and seconds in between; and which board is shown. */
export function Announcer() {
  const [sentence, setSentence] = useState("");
  useEffect(
    () =>
      useJobs.subscribe(({ jobs }, before) => {
        const changed = statesChanged(before.jobs, jobs);
        if (changed.length > 0) setSentence(changed.map(sentenceOf).join(" "));
      }),
    [],
  );
  useEffect(
    () =>
      useBoards.subscribe((state, before) => {
        const shown = activeTab(state);
        if (shown === undefined || state.activeId === before.activeId) return;
        setSentence(tabTitle(shown, i18next.t("app:untitled")));
      }),
    [],
  );
  return (
    <p role="log" aria-live="polite" className="sr-only">
      {sentence}
    </p>
  );
}

const sentenceOf = (job: Job): string =>
  `${jobName(job)}: ${jobWords(job, 0, i18next.language).title}.`;

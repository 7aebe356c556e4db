import { useEffect, useState } from "react";
import i18next from "i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { jobName, jobWords } from "../library/jobWords.ts";
import { tabTitle } from "../files/fileName.ts";
import { activeTab, useBoards } from "../stores/boardStore.ts";
import { useJobs } from "../stores/jobStore.ts";
import { statesChanged } from "./announced.ts";

/** Says each new state of a job to a screen reader, and nothing of the frames and seconds in between; and which board is shown. */
export function Announcer() {
  const [sentence, setSentence] = useState("");
  useEffect(() => announce(setSentence), []);
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

/** ms between two announcements: of what changes faster, only the last is heard to its end. */
const rest = 500;

/** Returns how to stop. */
function announce(say: (sentence: string) => void): () => void {
  let said = useJobs.getState().jobs;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    resting = undefined;
    const { jobs } = useJobs.getState();
    const changed = statesChanged(said, jobs);
    said = jobs;
    if (changed.length === 0) return;
    say(changed.map(sentenceOf).join(" "));
    resting = setTimeout(tell, rest);
  };
  const stop = useJobs.subscribe((state, before) => {
    if (state.jobs !== before.jobs && resting === undefined) tell();
  });
  return () => {
    clearTimeout(resting);
    stop();
  };
}

const sentenceOf = (job: Job): string =>
  `${jobName(job)}: ${jobWords(job, 0, i18next.language).title}.`;

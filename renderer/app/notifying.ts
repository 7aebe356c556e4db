import i18next from "i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { call } from "../bridge/call.ts";
import { playTakes } from "../player/playTakes.ts";
import { useJobs } from "../stores/jobStore.ts";
import { useSettings } from "../stores/settingsStore.ts";
import { look } from "../stores/viewStore.ts";
import { notifyInBrowser } from "./browserNotice.ts";
import { createEnds, endOf, type Ends } from "./ends.ts";
import { endWords } from "./endWords.ts";

/** Has the system say what ends while another window is in front. */
export const createNotifying = (): Ends => createEnds(notifyOf);

const longestBody = 500;

function notifyOf(jobs: readonly Job[]): void {
  const { info } = useSettings.getState();
  if (info?.settings.notifications !== true || document.hasFocus() || jobs.length === 0) return;
  const { title, body } = endWords(jobs, i18next.language);
  const notice = { title, body: body.slice(0, longestBody), jobIds: jobs.map(({ id }) => id) };
  // The title and the taskbar say it all the same.
  if (info.host === "desktop") call("app.notify", notice).catch(() => undefined);
  else notifyInBrowser(notice, () => showEnds(notice.jobIds));
}

/** The takes of jobs that all have one; else the list of jobs, which says what can be done. */
export function showEnds(jobIds: readonly string[]): void {
  const { jobs } = useJobs.getState();
  const isDone = (id: string): boolean => {
    const job = jobs.get(id);
    return job !== undefined && endOf(job) === "done";
  };
  if (jobIds.every(isDone)) playTakes(jobIds);
  else look({ leftPanel: "jobs" });
}

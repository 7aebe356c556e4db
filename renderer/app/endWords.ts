import i18next from "i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { jobName, jobWords } from "../library/jobWords.ts";
import { boardName } from "../library/spending.ts";
import { endOf, type End } from "./ends.ts";

const ends = ["done", "failed", "needsYou"] as const satisfies readonly End[];

/** One job by its name and why it stands as it does; several as numbers. */
export function endWords(
  jobs: readonly Job[],
  language: string,
): { readonly title: string; readonly body: string } {
  const [job] = jobs;
  const end = job && endOf(job);
  if (job !== undefined && end !== undefined && jobs.length === 1) {
    return {
      title: i18next.t(`jobs:ends.one.${end}`, { scene: jobName(job) }),
      body: end === "done" ? boardName(job.boardTitle) : jobWords(job, 0, language).detail,
    };
  }
  const counts = ends.flatMap((each) => {
    const count = jobs.filter((other) => endOf(other) === each).length;
    return count === 0 ? [] : [i18next.t(`jobs:ends.count.${each}`, { count })];
  });
  return {
    title: i18next.t("jobs:ends.several", { count: jobs.length }),
    body: counts.join(", "),
  };
}

import { isOpen, type Job } from "../../shared/jobs/job.ts";
import { needsYou } from "../library/jobGroups.ts";
import { wantsToken } from "./tokenQuestion.ts";

/** What somebody who looks elsewhere wants to hear of a job. */
export type End = "done" | "failed" | "needsYou";

export function endOf(job: Job): End | undefined {
  if (needsYou(job) || wantsToken(job)) return "needsYou";
  const { state } = job.status;
  return state === "done" || state === "failed" ? state : undefined;
}

/** Milliseconds: what ends together is told together. */
const together = 1000;

export interface Ends {
  /** A job as it stands now. Of one that is new, or ended before, nothing is told. */
  readonly hear: (job: Job) => void;
}

/** @param tell Is given the jobs that have just come to an end, each once. */
export function createEnds(tell: (jobs: readonly Job[]) => void): Ends {
  const known = new Map<string, End | undefined>();
  const ended = new Map<string, Job>();

  const tellAll = (): void => {
    const jobs = [...ended.values()];
    ended.clear();
    tell(jobs);
  };
  return {
    hear: (job) => {
      const isNews = known.has(job.id) && known.get(job.id) !== endOf(job);
      if (isOpen(job)) known.set(job.id, endOf(job));
      else known.delete(job.id);
      if (!isNews) return;
      if (endOf(job) === undefined) return void ended.delete(job.id);
      if (ended.size === 0) setTimeout(tellAll, together);
      ended.set(job.id, job);
    },
  };
}

import { isBeingChecked, isOpen, type Job } from "../../../shared/jobs/job.ts";
import { isHeldByCap } from "../../../shared/jobs/line.ts";
import type { Backend } from "../../backend/backend.ts";
import type { Terminal } from "./terminal.ts";
import { jobName, stateWords } from "./words.ts";

/** Follows jobs to their end and says how they stand. */
export interface Watch {
  /** From now on what happens to these jobs is said; what has happened to them meanwhile is said at once. */
  readonly follow: (jobs: readonly Job[]) => void;
  /** Resolves with the jobs as they ended, or as they stood when the service was left alone with them. */
  readonly ended: () => Promise<readonly Job[]>;
  readonly stop: () => void;
}

/** Nothing more happens to a job by itself today: it has ended, is not watched any more, or is held by a limit. */
export const isSettled = (job: Job): boolean =>
  !isOpen(job) || isHeldByCap(job) || ("unwatched" in job.status && job.status.unwatched === true);

export function watchJobs(backend: Backend, json: boolean, { print }: Terminal): Watch {
  const latest = new Map<string, Job>();
  /** Events of jobs that are not followed yet: they can come before `runs.start` has answered. */
  let early: Job[] = [];
  let settle: (() => void) | undefined;
  const said = new Map<string, string>();

  const tell = (job: Job): void => {
    latest.set(job.id, job);
    if (json) print(JSON.stringify({ event: "jobChanged", job }));
    else sayForPeople(job);
    if ([...latest.values()].every(isSettled)) settle?.();
  };
  const sayForPeople = (job: Job): void => {
    const step = stepOf(job);
    if (said.get(job.id) === step) return;
    said.set(job.id, step);
    print(`${jobName(job)}: ${stateWords(job)}`);
  };
  const stop = backend.subscribe((event) => {
    if (event.event !== "jobChanged") return;
    if (latest.has(event.job.id)) tell(event.job);
    else early.push(event.job);
  });

  return {
    follow: (jobs) => {
      for (const job of jobs) {
        const missed = early.filter(({ id }) => id === job.id);
        for (const each of missed.length > 0 ? missed : [job]) tell(each);
      }
      const known = new Set(jobs.map(({ id }) => id));
      early = early.filter(({ id }) => !known.has(id));
    },
    ended: () =>
      new Promise((resolve) => {
        settle = () => resolve([...latest.values()]);
        if ([...latest.values()].every(isSettled)) settle();
      }),
    stop,
  };
}

/** Progress in tenths: a person reads ten lines for each job, not a thousand. */
function stepOf(job: Job): string {
  const { status } = job;
  if (status.state === "running" && status.progress) {
    const { done, total } = status.progress;
    return `running ${Math.floor((10 * done) / Math.max(1, total))}`;
  }
  if (status.state === "downloading" && status.total !== null && !isBeingChecked(job)) {
    return `downloading ${Math.floor((10 * status.bytes) / Math.max(1, status.total))}`;
  }
  return stateWords(job);
}

import type { Job } from "../../../shared/jobs/job.ts";
import type { Clock } from "./clock.ts";

/** Tells of jobs as they change: a new state at once, mere progress at most every 100 ms for each job. */
export interface News {
  readonly changed: (job: Job) => void;
  /** Tells what is still held back. */
  readonly flush: () => void;
}

const every = 100;

export function createNews(clock: Clock, tell: (job: Job) => void): News {
  const told = new Map<string, { readonly at: number; readonly state: string }>();
  const held = new Map<string, Job>();
  let stopTimer: (() => void) | undefined;

  const send = (job: Job): void => {
    held.delete(job.id);
    if (job.endedAt === null) told.set(job.id, { at: clock.now(), state: job.status.state });
    else told.delete(job.id);
    tell(job);
  };
  const flush = (): void => {
    stopTimer?.();
    stopTimer = undefined;
    for (const job of held.values()) send(job);
  };

  return {
    changed: (job) => {
      const last = told.get(job.id);
      const isProgress = last?.state === job.status.state && clock.now() - last.at < every;
      if (!isProgress) return send(job);
      held.set(job.id, job);
      stopTimer ??= clock.setTimer(every, flush);
    },
    flush,
  };
}

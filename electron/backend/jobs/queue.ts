import type { Job } from "../../../shared/jobs/job.ts";
import { byTurn } from "../../../shared/jobs/line.ts";

/** Whether a job takes up one of the places: one that is watched no more must not keep the others waiting for ever. */
function takesPlace({ status }: Job): boolean {
  if (status.state === "submitting") return true;
  if (status.state !== "inQueue" && status.state !== "running") return false;
  return status.unwatched !== true;
}

/**
 * Which waiting jobs of one engine may be sent now, the next one first.
 *
 * @param jobs The engine's open jobs, oldest first.
 * @param places How many may be under way at once.
 */
export function readyToSend(jobs: readonly Job[], places: number): Job[] {
  const free = places - jobs.filter(takesPlace).length;
  return jobs
    .filter(({ status }) => status.state === "waiting")
    .toSorted(byTurn)
    .slice(0, Math.max(0, free));
}

import type { Job } from "../../../shared/jobs/job.ts";

/** Whether a job takes up one of the places: one that is watched no more must not keep the others waiting for ever. */
function takesPlace({ status }: Job): boolean {
  if (status.state === "submitting") return true;
  if (status.state !== "inQueue" && status.state !== "running") return false;
  return status.unwatched !== true;
}

/**
 * How many waiting jobs of one engine may be sent now.
 *
 * @param jobs The engine's open jobs.
 * @param places How many may be under way at once.
 */
export const freePlaces = (jobs: readonly Job[], places: number): number =>
  Math.max(0, places - jobs.filter(takesPlace).length);

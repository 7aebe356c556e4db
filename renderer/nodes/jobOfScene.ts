import type { Job } from "../../shared/jobs/job.ts";

const bySceneOf = new WeakMap<ReadonlyMap<string, Job>, ReadonlyMap<string, readonly Job[]>>();

/** The newest run of each scene, its jobs in the order of their parts. Made once for each state of the jobs. */
function runsByScene(jobs: ReadonlyMap<string, Job>): ReadonlyMap<string, readonly Job[]> {
  const known = bySceneOf.get(jobs);
  if (known !== undefined) return known;
  const newest = new Map<string, Job>();
  for (const job of jobs.values()) {
    const other = newest.get(job.sceneId);
    if (other === undefined || job.createdAt > other.createdAt) newest.set(job.sceneId, job);
  }
  const runs = new Map<string, Job[]>();
  for (const job of jobs.values()) {
    if (newest.get(job.sceneId)?.runId !== job.runId) continue;
    const run = runs.get(job.sceneId);
    if (run === undefined) runs.set(job.sceneId, [job]);
    else run.push(job);
  }
  for (const run of runs.values()) run.sort((a, b) => a.part.index - b.part.index);
  bySceneOf.set(jobs, runs);
  return runs;
}

const urgency: readonly Job["status"]["state"][] = [
  "unknown",
  "failed",
  "downloading",
  "running",
  "inQueue",
  "submitting",
  "waiting",
  "cancelled",
  "done",
];

/**
 * The job of a scene's newest run that a person has to know of first: one that failed, else the one that is furthest.
 * The same object until that job changes.
 */
export function jobOfScene(jobs: ReadonlyMap<string, Job>, sceneId: string): Job | undefined {
  const run = runsByScene(jobs).get(sceneId) ?? [];
  return run.toSorted(
    (a, b) => urgency.indexOf(a.status.state) - urgency.indexOf(b.status.state),
  )[0];
}

import type { Job } from "../../shared/jobs/job.ts";

/** Fewer say nothing that is worth a promise. */
const fewest = 3;

/**
 * Seconds that an open job still takes, by what earlier ones of the same model and length took from sending to the video:
 * the median, less what has passed. Undefined when there are too few of them, or when it has taken longer already.
 *
 * @param now milliseconds since 1970
 */
export function timeLeft(job: Job, jobs: Iterable<Job>, now: number): number | undefined {
  if (job.submittedAt === null || job.endedAt !== null) return undefined;
  const took: number[] = [];
  for (const other of jobs) {
    const { status, submittedAt, endedAt } = other;
    if (status.state !== "done" || submittedAt === null || endedAt === null) continue;
    if (!isAlike(job, other)) continue;
    took.push((Date.parse(endedAt) - Date.parse(submittedAt)) / 1000);
  }
  if (took.length < fewest) return undefined;
  const left = medianOf(took) - (now - Date.parse(job.submittedAt)) / 1000;
  return left > 0 ? left : undefined;
}

const isAlike = (a: Job, b: Job): boolean =>
  a.engine === b.engine && a.model === b.model && a.seconds === b.seconds;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

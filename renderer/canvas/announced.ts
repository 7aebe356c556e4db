import type { Job } from "../../shared/jobs/job.ts";

/** As many as anybody listens to; of more, the last ones count. */
const most = 3;

/** The jobs whose state has another name than before, new ones included, unless all of them were read at the start. */
export function statesChanged(
  before: ReadonlyMap<string, Job>,
  after: ReadonlyMap<string, Job>,
): readonly Job[] {
  if (before.size === 0 && after.size > 1) return [];
  return [...after.values()]
    .filter((job) => before.get(job.id)?.status.state !== job.status.state)
    .slice(-most);
}

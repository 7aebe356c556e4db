import { create } from "zustand";
import type { Job } from "../../shared/jobs/job.ts";
import { useJobs } from "./jobStore.ts";
import { paced } from "./paced.ts";

interface JobCounts {
  /** They wait here or in the service's queue. */
  readonly queued: number;
  readonly running: number;
}

/** ms between two counts: hundreds of jobs change them faster than a number can be read, and each lays out the window. */
const rest = 250;

const waits = ({ status }: Job): boolean =>
  status.state === "waiting" || status.state === "inQueue";

function counted(open: readonly Job[]): JobCounts {
  const queued = open.filter(waits).length;
  return { queued, running: open.length - queued };
}

/** How many jobs there is still work with, for what shows it all the time. */
export const useJobCounts = create<JobCounts>()(() => counted(useJobs.getState().open));

const { ask } = paced(() => {
  const before = useJobCounts.getState();
  const { queued, running } = counted(useJobs.getState().open);
  if (queued === before.queued && running === before.running) return;
  useJobCounts.setState({ queued, running });
}, rest);
useJobs.subscribe(({ open }, before) => {
  if (open !== before.open) ask();
});

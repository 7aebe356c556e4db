import i18next from "i18next";
import type { Job } from "../../shared/jobs/job.ts";
import { attempt, notify } from "../app/notices.ts";
import { call } from "../bridge/call.ts";
import { receiveJobs } from "../stores/jobStore.ts";

/** What can be done about a job. A failure is said in a sentence. */

export async function cancelJob({ id }: Job): Promise<void> {
  const answer = await attempt(() => call("jobs.cancel", { jobId: id }));
  if (answer?.outcome === "notCancellable") {
    notify({ tone: "info", text: i18next.t("jobs:notCancellable") });
  }
}

/** In front of another of the jobs that were not sent yet, or behind them all. */
export async function moveJob({ id }: Job, before: string | null): Promise<void> {
  await attempt(() => call("jobs.move", { jobId: id, before }));
}

/** Costs nothing: asks how it stands, or fetches the video again. */
export async function checkJobAgain({ id }: Job): Promise<void> {
  const job = await attempt(() => call("jobs.checkAgain", { jobId: id }));
  if (job !== undefined) receiveJobs([job]);
}

/** Sends the same request again. Costs money where the engine does: the caller has asked. */
export async function repeatJob({ id }: Job): Promise<void> {
  const job = await attempt(() => call("jobs.repeat", { jobId: id }));
  if (job !== undefined) receiveJobs([job]);
}

/** True when the service knows that request and the job goes on with it. */
export async function adoptRequest({ id }: Job, requestId: string): Promise<boolean> {
  const job = await attempt(() => call("jobs.adopt", { jobId: id, requestId }));
  if (job !== undefined) receiveJobs([job]);
  return job !== undefined;
}

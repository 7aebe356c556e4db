import { isBeingChecked, type Job, type JobState } from "../../../shared/jobs/job.ts";
import { isHeldByCap } from "../../../shared/jobs/line.ts";
import { sentenceOf } from "../sentences.ts";

/** Seconds as a length, e.g. `12 s`. */
export const lengthWords = (seconds: number | null): string =>
  seconds === null ? "length unknown" : `${Number(seconds.toFixed(2))} s`;

/** USD, e.g. `$1.26`; never 0 for unknown. */
export const moneyWords = (usd: number | null, before = ""): string =>
  usd === null ? "price unknown" : `${before}$${usd.toFixed(2)}`;

/** What a job costs, as far as it is known. */
export const costWords = ({ cost, estimate, engine }: Job): string => {
  if (engine === "animatic") return "free";
  return cost === null ? moneyWords(estimate, "about ") : moneyWords(cost);
};

/** The scene and part of a job, e.g. `Kite, part 2 of 3`. */
export const jobName = ({ sceneTitle, sceneId, part }: Job): string => {
  const name = sceneTitle === "" ? sceneId : sceneTitle;
  return part.count === 1 ? name : `${name}, part ${part.index + 1} of ${part.count}`;
};

/** How a job stands, in words. */
export function stateWords(job: Pick<Job, "engine" | "status" | "trouble">): string {
  const { status, trouble } = job;
  if (trouble !== null && isHeldByCap({ status, trouble }))
    return `not sent. ${sentenceOf(trouble)}`;
  const words = isBeingChecked(job) ? "checking the video" : wordsOf(status);
  return trouble === null ? words : `${words}. ${sentenceOf(trouble)}`;
}

function wordsOf(status: JobState): string {
  switch (status.state) {
    case "waiting":
      return "waiting for a free place";
    case "submitting":
      return "being sent";
    case "inQueue":
      return status.position === null ? "in the queue" : `in the queue, place ${status.position}`;
    case "running":
      return runningWords(status);
    case "downloading":
      return `downloading, ${bytesWords(status)}`;
    case "done":
      return "done";
    case "failed":
      return `failed. ${sentenceOf(status.reason)}`;
    case "cancelled":
      return "cancelled";
    case "unknown":
      return `unknown: it was sent, but no answer came. ${sentenceOf(status.reason)}`;
  }
}

function runningWords({
  progress,
  word,
  unwatched,
}: Extract<JobState, { state: "running" }>): string {
  if (unwatched === true) return "still running; not watched any more";
  if (progress) return `running, ${progress.done} of ${progress.total} frames`;
  return word === undefined ? "running" : `running (${word})`;
}

const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const bytesWords = ({ bytes, total }: Extract<JobState, { state: "downloading" }>): string =>
  total === null ? megabytes(bytes) : `${megabytes(bytes)} of ${megabytes(total)}`;

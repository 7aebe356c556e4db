import { isOpen, type Job } from "../../../shared/jobs/job.ts";
import type { Backend } from "../../backend/backend.ts";
import { withBackend } from "./cliHost.ts";
import { exitCodes, type ExitCode } from "./ending.ts";
import type { JobsOptions } from "./jobs.ts";
import type { Terminal } from "./terminal.ts";
import { findVideo } from "./videos.ts";
import { isSettled, watchJobs } from "./watch.ts";
import { jobName, stateWords } from "./words.ts";

/** Goes on with every open job until none is open, and fetches videos that wait at the service. Costs nothing. */
export async function resume(
  { json = false, dataDir }: JobsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return withBackend(dataDir, terminal, async (backend, interrupted) => {
    const watch = watchJobs(backend, json, terminal);
    const jobs = await takeUp(backend);
    if (jobs.length === 0 && !json) terminal.say("No job is open.");
    watch.follow(jobs);
    const ended = await Promise.race([watch.ended(), interrupted]);
    watch.stop();
    if (ended === "interrupted") return exitCodes.interrupted;
    return tellEnds(backend, ended, json, terminal);
  });
}

/** The jobs there is still something to do about. */
async function takeUp(backend: Backend): Promise<Job[]> {
  const jobs = (await backend.jobs.list(1000)).filter((job) => isOpen(job) || isTakeWaiting(job));
  return Promise.all(
    jobs.map(async (job) => (isSettled(job) ? backend.jobs.checkAgain(job.id) : job)),
  );
}

const isTakeWaiting = ({ status }: Job): boolean =>
  status.state === "failed" && status.takeWaits === true;

async function tellEnds(
  backend: Backend,
  jobs: readonly Job[],
  json: boolean,
  { print, say }: Terminal,
): Promise<ExitCode> {
  for (const job of jobs) {
    const video = job.status.state === "done" ? (await findVideo(backend, job))?.file : undefined;
    if (!video) say(`${jobName(job)}: ${stateWords(job)}`);
    else if (json) print(JSON.stringify({ event: "done", sceneId: job.sceneId, video }));
    else print(video);
  }
  return jobs.every(({ status }) => status.state === "done") ? exitCodes.fine : exitCodes.problems;
}

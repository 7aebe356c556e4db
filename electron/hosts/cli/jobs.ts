import type { Job } from "../../../shared/jobs/job.ts";
import { openJobsReader } from "../../backend/jobs/reading.ts";
import { nodeHostFor } from "./cliHost.ts";
import { exitCodes, type ExitCode } from "./ending.ts";
import type { Terminal } from "./terminal.ts";
import { costWords, jobName, lengthWords, stateWords } from "./words.ts";

const listed = 100;

export interface JobsOptions {
  readonly json?: boolean;
  readonly dataDir?: string;
}

/** Lists every open job and the newest ended ones. Only reads, so that it works beside a running Shotgraph. */
export async function listJobs(
  { json, dataDir }: JobsOptions,
  { print }: Terminal,
): Promise<ExitCode> {
  const reader = openJobsReader(nodeHostFor(dataDir).dataDir);
  const jobs = await reader.list(listed);
  await reader.close();
  if (json === true) print(JSON.stringify({ jobs }));
  else if (jobs.length === 0) print("There are no jobs yet.");
  else for (const job of jobs) print(jobLine(job));
  return exitCodes.fine;
}

function jobLine(job: Job): string {
  const when = job.createdAt.slice(0, 16).replace("T", " ");
  const facts = [job.boardTitle, jobName(job), job.model, lengthWords(job.seconds), costWords(job)];
  return `${when}  ${job.id}  ${facts.filter((fact) => fact !== "").join(" · ")}\n  ${stateWords(job)}`;
}

import { AppError } from "../../backend/appError.ts";
import { createBackend, type Backend } from "../../backend/backend.ts";
import { isOpen } from "../../../shared/jobs/job.ts";
import { createNodeHost } from "../nodeHost.ts";
import { sentenceOf } from "../sentences.ts";
import { userPath } from "./boardFile.ts";
import { Ending, exitCodes, type ExitCode } from "./ending.ts";
import type { Terminal } from "./terminal.ts";

export const nodeHostFor = (dataDir: string | undefined) =>
  createNodeHost(dataDir === undefined ? undefined : userPath(dataDir));

/**
 * Does something with the backend and closes it. Ctrl+C resolves `interrupted`; a second one ends the program at once.
 */
export async function withBackend(
  dataDir: string | undefined,
  { say }: Terminal,
  work: (backend: Backend, interrupted: Promise<"interrupted">) => Promise<ExitCode>,
): Promise<ExitCode> {
  const backend = await createBackend(nodeHostFor(dataDir));
  const { promise: interrupted, resolve } = Promise.withResolvers<"interrupted">();
  let count = 0;
  const onSignal = (): void => {
    count += 1;
    if (count > 1) process.exit(exitCodes.interrupted);
    resolve("interrupted");
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  // Jobs that only wait, as in a queue that is paused, do not keep a process going.
  const awake = setInterval(() => {}, 60_000);
  try {
    const code = await work(backend, interrupted);
    if (code === exitCodes.interrupted) say(await leaveWords(backend, dataDir));
    return code;
  } catch (error) {
    if (error instanceof AppError) throw new Ending(sentenceOf(error), exitCodes.cannotStart);
    throw error;
  } finally {
    clearInterval(awake);
    await backend.close();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

async function leaveWords(backend: Backend, dataDir: string | undefined): Promise<string> {
  const open = (await backend.jobs.list(1000)).filter(isOpen).length;
  const folder = dataDir === undefined ? "" : ` --data-dir ${dataDir}`;
  if (open === 0) return "Stopped. No job is left open.";
  const jobs = open === 1 ? "One job is" : `${open} jobs are`;
  return `Stopped. ${jobs} still open and will go on with: shotgraph resume${folder}`;
}

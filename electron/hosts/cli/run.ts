import { access, constants as modes, mkdir } from "node:fs/promises";
import type { CompiledScene } from "../../../shared/compile/compiled.ts";
import type { Board } from "../../../shared/board/schema.ts";
import type { EngineId, Job } from "../../../shared/jobs/job.ts";
import { AppError } from "../../backend/appError.ts";
import { errorCode } from "../../backend/atomicFile.ts";
import type { Backend } from "../../backend/backend.ts";
import { sentenceOf } from "../sentences.ts";
import { compileBoard, hasErrors, openBoardFile, problemLine, userPath } from "./boardFile.ts";
import { withBackend } from "./cliHost.ts";
import { Ending, exitCodes, type ExitCode } from "./ending.ts";
import type { Terminal } from "./terminal.ts";
import { bringVideos } from "./videos.ts";
import { watchJobs } from "./watch.ts";
import { jobName, lengthWords, moneyWords, stateWords } from "./words.ts";

export interface RunOptions {
  readonly engine: EngineId;
  readonly out: string;
  readonly json?: boolean;
  /** Pay also for what was run before, byte for byte. */
  readonly again?: boolean;
  readonly dataDir?: string;
}

/** Runs every scene of a board and brings the videos to a folder. */
export async function run(
  file: string,
  options: RunOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const board = await openBoardFile(file);
  const compiled = compileBoard(board);
  for (const problem of compiled.problems) terminal.say(problemLine(board, problem));
  if (hasErrors(compiled)) {
    throw new Ending("The board has errors, so nothing was sent.", exitCodes.problems);
  }
  const scenes = [...compiled.scenes.values()].filter(({ parts }) => parts.length > 0);
  if (scenes.length === 0) throw new Ending("The board has no scene to run.", exitCodes.problems);

  // Before anything is paid: a video that cannot be put anywhere helps nobody.
  const out = await makeOutFolder(options.out);
  if (options.json !== true)
    for (const scene of scenes) terminal.say(planOf(scene, options.engine));
  return withBackend(options.dataDir, terminal, (backend, interrupted) =>
    runScenes(backend, { board, scenes, out, options, terminal, interrupted }),
  );
}

interface Work {
  readonly board: Board;
  readonly scenes: readonly CompiledScene[];
  readonly out: string;
  readonly options: RunOptions;
  readonly terminal: Terminal;
  readonly interrupted: Promise<"interrupted">;
}

async function runScenes(backend: Backend, work: Work): Promise<ExitCode> {
  const { board, scenes, options, terminal, interrupted } = work;
  const watch = watchJobs(backend, options.json === true, terminal);
  const refused = new Set<string>();
  for (const { nodeId, parts } of scenes) {
    const expected = parts.map(({ model, input }) => ({ model, input: { ...input } }));
    const { engine, again = false } = options;
    const order = { engine, board, sceneId: nodeId, expected, again };
    const started = await backend.jobs.start(order).catch((error: unknown) => {
      // What other scenes have begun is paid for: it is watched to its end.
      if (!(error instanceof AppError) || nodeId === scenes[0]?.nodeId) throw error;
      terminal.say(sentenceOf(error));
      refused.add(nodeId);
    });
    if (started) watch.follow(started.jobs);
  }
  const ended = await Promise.race([watch.ended(), interrupted]);
  watch.stop();
  if (ended === "interrupted") return exitCodes.interrupted;

  const begun = scenes.filter(({ nodeId }) => !refused.has(nodeId));
  const results = await Promise.all(
    begun.map(({ nodeId }) =>
      tellEnd(
        backend,
        work,
        nodeId,
        ended.filter(({ sceneId }) => sceneId === nodeId),
      ),
    ),
  );
  return results.every(Boolean) && refused.size === 0 ? exitCodes.fine : exitCodes.problems;
}

/** @returns Whether the scene has all its videos. */
async function tellEnd(
  backend: Backend,
  { out, options, terminal }: Work,
  sceneId: string,
  jobs: readonly Job[],
): Promise<boolean> {
  const left = jobs.filter(({ status }) => status.state !== "done");
  if (left.length > 0) {
    const data = left.map(({ id, status }) => ({ id, status }));
    if (options.json === true) {
      terminal.print(JSON.stringify({ event: "failed", sceneId, jobs: data }));
    }
    for (const job of left) terminal.say(`${jobName(job)}: ${stateWords(job)}`);
    return false;
  }
  const videos = await bringVideos(backend, jobs, out);
  if (options.json === true) {
    terminal.print(JSON.stringify({ event: "done", sceneId, video: videos[0], videos }));
  } else {
    for (const video of videos) terminal.print(video);
  }
  return true;
}

async function makeOutFolder(out: string): Promise<string> {
  const folder = userPath(out);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, modes.W_OK);
    return folder;
  } catch (error) {
    throw new Ending(`Nothing can be written to ${out} (${errorCode(error)}).`, exitCodes.file);
  }
}

function planOf({ title, nodeId, parts, seconds, price }: CompiledScene, engine: EngineId): string {
  const requests = parts.length === 1 ? "one request" : `${parts.length} requests`;
  const cost = engine === "animatic" ? "free" : moneyWords(price, "about ");
  return `${title ?? nodeId}: ${lengthWords(seconds)} in ${requests}, ${cost}.`;
}

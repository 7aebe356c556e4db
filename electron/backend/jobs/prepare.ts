import { randomBytes } from "node:crypto";
import { printBoard } from "../../../shared/board/print.ts";
import type { Compiled, CompiledScene } from "../../../shared/compile/compiled.ts";
import { isError } from "../../../shared/compile/problems.ts";
import { requestKey } from "../../../shared/compile/stableJson.ts";
import type { z } from "zod";
import type { Calls } from "../../../shared/ipc/contract.ts";
import type { Job } from "../../../shared/jobs/job.ts";
import { AppError } from "../appError.ts";
import type { NewJob, Run } from "./journal.ts";

export interface PreparedRun {
  readonly run: Run;
  readonly jobs: readonly NewJob[];
}

/** What the user pressed Run for. */
export type RunOrder = z.output<Calls["runs.start"]["input"]>;

interface Circumstances {
  /** Free engines cost 0, which is known. */
  readonly paid: boolean;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * The jobs of one press of Run, waiting.
 *
 * @throws AppError `boardHasErrors`, or `boardChanged` when the requests are not those that the user has seen.
 */
export function prepareRun(
  order: RunOrder,
  compiled: Compiled,
  { paid, now }: Circumstances,
): PreparedRun {
  const { board, sceneId, expected } = order;
  const scene = [...compiled.scenes.values()].find(({ nodeId }) => nodeId === sceneId);
  if (scene === undefined || scene.hasErrors || scene.parts.length === 0) {
    const errors = compiled.problems.filter(isError).length;
    throw new AppError("boardHasErrors", { sceneId, errors });
  }
  const isAsSeen =
    scene.parts.length === expected.length &&
    scene.parts.every((part, index) => requestKey(part) === keyOf(expected[index]));
  if (!isAsSeen) throw new AppError("boardChanged", { sceneId });
  const run: Run = { id: newId(), board: printBoard(board), scene };
  return { run, jobs: scene.parts.map((_, index) => newJob(order, run, index, { paid, now })) };
}

const keyOf = (request: RunOrder["expected"][number] | undefined): string =>
  request === undefined ? "" : requestKey(request);

function newJob(
  { engine, board }: RunOrder,
  { id, scene }: Run,
  index: number,
  { paid, now }: Circumstances,
): NewJob {
  const part = scene.parts[index];
  if (part === undefined) throw new Error(`The scene has no part ${index}`);
  const job: Job = {
    id: newId(),
    runId: id,
    engine,
    boardTitle: board.title,
    sceneId: scene.nodeId,
    sceneTitle: scene.title ?? "",
    part: { index, count: scene.parts.length },
    model: part.model,
    seconds: part.seconds,
    aspectRatio: scene.aspectRatio,
    shots: part.shots.map((shot) => ({ ...shot })),
    estimate: paid ? part.price : 0,
    ...unsent(paid, now),
  };
  return { job, body: JSON.stringify(part.input) };
}

/** What every job is before it is sent for the first time. */
const unsent = (paid: boolean, now: string) => ({
  cost: paid ? null : 0,
  requestId: null,
  createdAt: now,
  submittedAt: null,
  startedAt: null,
  endedAt: null,
  trouble: null,
  status: { state: "waiting" as const },
});

/** The same request as a new job of a run of its own. */
export function prepareRepeat(
  { job, body, board, scene }: { job: Job; body: string; board: string; scene: CompiledScene },
  { paid, now }: Circumstances,
): PreparedRun {
  // It waits behind all that wait already.
  const { turn: _, ...same } = job;
  const run: Run = { id: newId(), board, scene };
  return {
    run,
    jobs: [{ job: { ...same, id: newId(), runId: run.id, ...unsent(paid, now) }, body }],
  };
}

/** Ids that sort by the time they were made in, and can stand in file names and addresses. */
const newId = (): string => `${Date.now().toString(36)}-${randomBytes(6).toString("hex")}`;

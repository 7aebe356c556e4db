import type { Board, NodeId } from "../../shared/board/schema.ts";
import type { Job } from "../../shared/jobs/job.ts";
import { next, type Happening } from "../../shared/jobs/reduce.ts";

/** Two hundred jobs that each change once a second, through the very steps that jobs take. */

const jobCount = 200;
const everyMs = 50;

const life: readonly Happening[] = [
  { kind: "sending" },
  { kind: "accepted", requestId: "a-request" },
  { kind: "queued", position: 3 },
  { kind: "queued", position: 2 },
  { kind: "queued", position: 1 },
  { kind: "running", progress: { done: 0, total: 240 } },
  { kind: "running", progress: { done: 80, total: 240 } },
  { kind: "running", progress: { done: 160, total: 240 } },
  { kind: "running", progress: { done: 240, total: 240 } },
  { kind: "made", cost: null },
  { kind: "received", bytes: 1_000_000, total: 3_000_000 },
  { kind: "received", bytes: 3_000_000, total: 3_000_000 },
  { kind: "taken" },
];

const waiting = (board: Board, id: string, sceneId: NodeId): Job => ({
  id,
  runId: `run-${id}`,
  engine: "animatic",
  boardTitle: board.title,
  sceneId,
  sceneTitle: board.nodes[sceneId]?.title ?? "",
  part: { index: 0, count: 1 },
  model: "kling/kling-3.0/pro/text-to-video",
  seconds: 15,
  aspectRatio: "16:9",
  shots: [],
  estimate: 2.52,
  cost: null,
  requestId: null,
  createdAt: new Date().toISOString(),
  submittedAt: null,
  startedAt: null,
  endedAt: null,
  trouble: null,
  status: { state: "waiting" },
});

/** Sends the changes until it is told to stop. */
export function keepChanging(board: Board, send: (event: unknown) => void): () => void {
  const scenes = (Object.keys(board.nodes) as NodeId[]).filter(
    (id) => board.nodes[id]?.type === "scene",
  );
  let born = 0;
  const begin = (place: number): { job: Job; step: number } => {
    const scene = scenes[place % scenes.length];
    if (scene === undefined) throw new Error("the board has no scenes");
    return { job: waiting(board, `job-${++born}`, scene), step: 0 };
  };
  // Each at another point of its life.
  const jobs = Array.from({ length: jobCount }, (_, i) => {
    const made = begin(i);
    for (; made.step < i % life.length; made.step++) made.job = after(made);
    return made;
  });
  let turn = 0;
  const timer = setInterval(() => {
    const each = (jobCount * everyMs) / 1000;
    for (let i = 0; i < each; i++, turn++) {
      const place = turn % jobCount;
      const at = jobs[place];
      if (at === undefined) continue;
      if (at.step === life.length) jobs[place] = begin(place);
      else {
        at.job = after(at);
        at.step++;
      }
      send({ event: "jobChanged", job: jobs[place]?.job });
    }
  }, everyMs);
  return () => clearInterval(timer);
}

function after({ job, step }: { readonly job: Job; readonly step: number }): Job {
  const happening = life[step];
  if (happening === undefined) throw new Error("the job has ended");
  return next(job, happening, new Date().toISOString());
}

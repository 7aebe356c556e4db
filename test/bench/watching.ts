import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { createJobs, type Jobs } from "../../electron/backend/jobs/jobs.ts";
import type { Engine } from "../../electron/engines/engine.ts";
import { createRuncomfyEngine } from "../../electron/engines/runcomfy/engine.ts";
import { orderOf } from "../backend/jobs/crash/order.ts";
import { idleEngine } from "../backend/jobs/localEngine.ts";
import { steppedClock, type SteppedClock } from "../backend/jobs/steppedClock.ts";
import { manualClock } from "../simulator/clock.ts";
import type { Row } from "./results.ts";

/** A thousand open jobs, asked after over HTTP for half an hour that passes as fast as the machine can. */

const jobCount = 1_000;
const minutes = 29;
/** So many requests may be under way before the time goes on. */
const atOnce = 16;

/** Counted as it comes: a list of every request would be the memory that is measured. */
interface Seen {
  asked: number;
  /** The requests of the last second, ms of the stepped time, and the most that there were in any. */
  readonly lastSecond: number[];
  busiest: number;
  /** Ms of real time from an answer to the event that says so, at most. */
  told: number;
}

function count(seen: Seen, now: number): void {
  const { lastSecond } = seen;
  while ((lastSecond[0] ?? now) <= now - 1000) lastSecond.shift();
  lastSecond.push(now);
  seen.asked += 1;
  seen.busiest = Math.max(seen.busiest, lastSecond.length);
}

export async function watching(): Promise<readonly Row[]> {
  const worker = new Worker(new URL("jobService.ts", import.meta.url));
  const [service]: { baseUrl: string; token: string }[] = await once(worker, "message");
  if (service === undefined) throw new Error("no service");
  const dataDir = await mkdtemp(join(tmpdir(), "shotgraph-bench-"));
  const clock = steppedClock(manualClock());
  const seen: Seen = { asked: 0, lastSecond: [], busiest: 0, told: 0 };
  const runcomfy = createRuncomfyEngine({
    base: service.baseUrl,
    token: () => service.token,
    clock,
  });
  const answered = new Map<string, number>();
  const jobs = createJobs({
    dataDir,
    libraryFolder: () => join(dataDir, "takes"),
    engines: { animatic: idleEngine, runcomfy: watched(runcomfy, clock, seen, answered) },
    concurrency: () => jobCount,
    emit: (event) => {
      if (event.event !== "jobChanged") return;
      const { status, requestId } = event.job;
      const at = answered.get(requestId ?? "");
      if (status.state === "running" && at !== undefined)
        seen.told = Math.max(seen.told, performance.now() - at);
    },
    onBug: (error) => {
      throw error;
    },
    clock,
  });
  try {
    await submitAll(jobs, clock);
    return await measure(jobs, clock, seen);
  } finally {
    await jobs.close();
    await worker.terminate();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const watched = (
  engine: Engine,
  clock: SteppedClock,
  seen: Seen,
  answered: Map<string, number>,
): Engine => ({
  ...engine,
  poll: async (requestId, submission, signal) => {
    count(seen, clock.now());
    const polled = await engine.poll(requestId, submission, signal);
    if (!answered.has(requestId)) answered.set(requestId, performance.now());
    return polled;
  },
});

async function submitAll(jobs: Jobs, clock: SteppedClock): Promise<void> {
  for (let number = 1; number <= jobCount; number += 1) {
    await jobs.start(orderOf(number));
    await jobs.idle();
  }
  // Until each has been asked after once or more.
  await pass(jobs, clock, 60_000);
}

/** Lets so many milliseconds go by, with a few requests under way at any time. */
async function pass(jobs: Jobs, clock: SteppedClock, ms: number): Promise<void> {
  const end = clock.now() + ms;
  for (let step = 1; clock.now() < end; step += 1) {
    if (!clock.next()) throw new Error("Nobody asks any more");
    if (step % atOnce === 0) await jobs.idle();
  }
  await jobs.idle();
}

async function measure(jobs: Jobs, clock: SteppedClock, seen: Seen): Promise<readonly Row[]> {
  const heaps: number[] = [];
  const { asked: before } = seen;
  const began = clock.now();
  const cpu = process.threadCpuUsage();
  for (let minute = 1; minute < minutes; minute += 1) {
    await pass(jobs, clock, 60_000);
    heaps.push(heapMegabytes());
  }
  const { user, system } = process.threadCpuUsage(cpu);
  const seconds = (clock.now() - began) / 1000;
  const asked = seen.asked - before;
  const growth = (heaps.at(-1) ?? 0) - (heaps[0] ?? 0);
  return [
    { name: "requests in the busiest second", unit: "/s", ours: seen.busiest, aim: 100 },
    { name: "requests on average", unit: "/s", ours: asked / seconds },
    { name: "CPU of one core", unit: "%", ours: ((user + system) / 1e6 / seconds) * 100, aim: 10 },
    { name: "heap at the end", unit: "MB", ours: heaps.at(-1) ?? 0 },
    { name: "heap gained after the first minute", unit: "MB", ours: Math.max(0, growth), aim: 5 },
    { name: "from an answer to its event, at most", unit: "ms", ours: seen.told, aim: 100 },
  ];
}

/** What is really in use: measured after a collection. */
function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

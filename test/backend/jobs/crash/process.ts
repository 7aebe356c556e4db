import { writeSync } from "node:fs";
import { join } from "node:path";
import { createJobs } from "../../../../electron/backend/jobs/jobs.ts";
import type { Clock } from "../../../../electron/backend/jobs/clock.ts";
import type { Engine } from "../../../../electron/engines/engine.ts";
import { createRuncomfyEngine } from "../../../../electron/engines/runcomfy/engine.ts";
import { isOpen } from "../../../../shared/jobs/job.ts";
import { idleEngine } from "../localEngine.ts";
import { steppedClock, type SteppedClock } from "../steppedClock.ts";
import type { Life, Said } from "./life.ts";
import { orderOf } from "./order.ts";
import { watchSteps } from "./points.ts";

/** The real jobs in a process of their own, which kills itself at the step that it is told. */

const life: Life = JSON.parse(process.argv[2] ?? "");

// Into the pipe at once: what was said stays said when the process is gone.
const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`);

let isCounting = life.counting === "everything";
let steps = 0;
const times = new Map<string, number>();
const point = (name: string): void => {
  if (!isCounting) return;
  steps += 1;
  say({ said: "step", name });
  times.set(name, (times.get(name) ?? 0) + 1);
  const isIts = life.dieAt === steps || life.dieAt === `${name} #${times.get(name)}`;
  if (isIts) process.kill(process.pid, "SIGKILL");
};

/** Real time, but whoever waits for a later time has it at once when nothing else is under way. */
const skippingClock = (): SteppedClock => {
  let ahead = 0;
  return steppedClock({
    now: () => Date.now() + ahead,
    wait: () => Promise.resolve(),
    advance: (ms) => {
      ahead += ms;
    },
  });
};

const watched = (engine: Engine): Engine => ({
  ...engine,
  submit: async (submission, signal) => {
    point("before the POST");
    say({ said: "posting", jobId: submission.jobId });
    const submitted = await engine.submit(submission, signal);
    point("after the POST");
    return submitted;
  },
});

const clock = skippingClock();
await watchSteps(life.dataDir, point);
say({ said: "begun" });
const jobs = open(clock);

/** Until every job has ended, or nothing more happens by itself. */
const settle = async (): Promise<void> => {
  do {
    await jobs.idle();
    const open = (await jobs.list(1)).filter(isOpen);
    if (open.length === 0) return;
  } while (clock.next());
};

function open(clock: Clock) {
  const { base, token, dataDir } = life;
  return createJobs({
    dataDir,
    libraryFolder: () => join(dataDir, "takes"),
    engines: {
      animatic: idleEngine,
      runcomfy: watched(createRuncomfyEngine({ base, token: () => token, clock })),
    },
    concurrency: () => 3,
    emit: () => {},
    onBug: (error) => say({ said: "bug", words: String(error) }),
    clock,
  });
}

if (!isCounting) {
  await settle();
  isCounting = true;
}
for (const [jobId, requestId] of life.adoptions) await jobs.adopt(jobId, requestId);
for (const order of life.orders) {
  const started = await jobs.start(orderOf(order));
  for (const { id } of started.jobs) say({ said: "ordered", order, jobId: id });
}
await settle();
await jobs.close();

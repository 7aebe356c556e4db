import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { createJobs } from "../../../electron/backend/jobs/jobs.ts";
import { openJobsReader } from "../../../electron/backend/jobs/reading.ts";
import type { Engine, Submitted } from "../../../electron/engines/engine.ts";
import type { Job, JobStateName } from "../../../shared/jobs/job.ts";
import { videoFor } from "../../simulator/video.ts";
import { fileEngine } from "./localEngine.ts";
import { canary, filesUnder, openStudio, type Studio } from "./studio.ts";

const only = <T>([item]: readonly T[]): T => {
  if (item === undefined) throw new Error("There is none");
  return item;
};

const runOne = async (studio: Studio): Promise<Job> => only(await studio.run());

test.for<JobStateName>(["inQueue", "running", "downloading"])(
  "a job that was %s goes on after a new start, with one POST",
  async (state) => {
    const studio = await openStudio();
    const job = await runOne(studio);
    await studio.untilState(job.id, state);
    await studio.restart();
    expect((await studio.job(job.id)).status.state).toBe(state);
    const done = await studio.untilState(job.id, "done");
    expect(done.cost).toBe(done.estimate);
    expect(await studio.takes()).toHaveLength(1);
    expect(studio.simulator.count("submit")).toBe(1);
    expect(studio.simulator.posts()).toHaveLength(1);
  },
);

test("a job that waited for its place waits again, and is sent once", async () => {
  const studio = await openStudio();
  studio.concurrency = 1;
  const first = await runOne(studio);
  const second = await runOne(studio);
  await studio.untilState(first.id, "running");
  await studio.restart();
  expect((await studio.job(second.id)).status.state).toBe("waiting");
  await studio.untilState(second.id, "done");
  expect(studio.simulator.count("submit")).toBe(2);
});

test("an ended job stays as it is", async () => {
  const studio = await openStudio();
  const job = await runOne(studio);
  await studio.untilState(job.id, "done");
  const before = [await studio.jobs().list(10), await studio.takes()];
  await studio.restart();
  studio.clock.advance(60_000);
  await studio.jobs().idle();
  expect([await studio.jobs().list(10), await studio.takes()]).toEqual(before);
  expect(studio.simulator.count("submit")).toBe(1);
});

test("closing waits for the answer to a request that is on its way", async () => {
  const studio = await openStudio();
  studio.simulator.fail({ kind: "hanging", call: "submit" });
  const job = await runOne(studio);
  await studio.simulator.seen("submit");
  const closed = studio.close();
  studio.simulator.release();
  await closed;
  studio.open();
  expect((await studio.job(job.id)).requestId).toBe(studio.simulator.posts()[0]?.requestId);
  await studio.untilState(job.id, "done");
  expect(studio.simulator.count("submit")).toBe(1);
});

test("killed while sending, a paid job is unknown and never sent again; its request can be adopted", async () => {
  const studio = await openStudio({ closed: true });
  studio.simulator.fail({ kind: "hanging", call: "submit", done: true });
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("./oneRun.ts", import.meta.url)),
      studio.dataDir,
      studio.simulator.baseUrl,
      canary,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  await studio.simulator.seen("submit");
  expect(() => studio.open()).toThrow("dataDirInUse");
  child.kill("SIGKILL");
  await once(child, "exit");

  studio.open();
  const job = only(await studio.jobs().list(10));
  expect(job.status).toEqual({ state: "unknown", reason: { code: "stoppedWhileSending" } });
  studio.clock.advance(600_000);
  await studio.jobs().idle();
  expect(studio.simulator.count("submit")).toBe(1);

  await expect(studio.jobs().adopt(job.id, "no-such-request")).rejects.toMatchObject({
    code: "expired",
    words: "Request not found",
  });
  const { requestId } = only(studio.simulator.posts());
  expect((await studio.jobs().adopt(job.id, ` ${requestId} `)).requestId).toBe(requestId);
  await expect(studio.jobs().adopt(job.id, requestId)).rejects.toMatchObject({
    code: "notUnknown",
  });
  await studio.untilState(job.id, "done");
  expect(studio.simulator.count("submit")).toBe(1);
  expect(await studio.takes()).toHaveLength(1);
});

test("however fast one asks, a request is adopted by one job, and a job adopts one request", async () => {
  const studio = await openStudio();
  const ids: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    studio.simulator.fail({ kind: "answerLost", call: "submit", done: true });
    const [job] = await studio.run();
    ids.push((await studio.untilState(job?.id ?? "", "unknown")).id);
  }
  const requests = studio.simulator.posts().map(({ requestId }) => requestId);
  const [id = "", other = ""] = ids;
  const [request = "", another = ""] = requests;
  const adopted = async (...wishes: readonly (readonly [string, string])[]) => {
    const asked = wishes.map(([job, wanted]) => studio.jobs().adopt(job, wanted));
    return (await Promise.allSettled(asked)).filter(({ status }) => status === "fulfilled").length;
  };
  expect(await adopted([id, request], [id, another])).toBe(1);
  const { requestId } = await studio.job(id);
  const left = requests.find((each) => each !== requestId) ?? "";
  expect(await adopted([other, requestId ?? ""])).toBe(0);
  expect(await adopted([other, left], [other, left])).toBe(1);
});

test("a free job that was being sent is simply sent again", async () => {
  const video = join((await openStudio({ closed: true })).dataDir, "drawn.mp4");
  await writeFile(video, await videoFor({ shots: [2, 1], size: { width: 320, height: 180 } }));
  const engine = fileEngine(video);
  const slow: Engine = {
    ...engine,
    submit: (_submission, signal) =>
      new Promise((resolve) => {
        const refused: Submitted = { outcome: "refused", reason: { code: "stopped" } };
        signal.addEventListener("abort", () => resolve(refused));
      }),
  };
  const studio = await openStudio({ animatic: slow });
  const job = only(await studio.run(undefined, "animatic"));
  expect(job).toMatchObject({ estimate: 0, cost: 0, status: { state: "submitting" } });
  // What a crash would leave: the journal as it is, and the lock gone.
  const left = studio.dataDir;
  const copy = await copyOf(left);
  const jobs = createJobs({
    dataDir: copy,
    libraryFolder: () => join(copy, "takes"),
    engines: { animatic: engine, runcomfy: engine },
    concurrency: () => 1,
    emit: () => {},
    onBug: (error) => studio.bugs.push(error),
    clock: studio.clock,
  });
  onTestFinished(() => jobs.close());
  await stepUntil(studio, async () => {
    await jobs.idle();
    return (await jobs.list(1))[0]?.status.state === "done";
  });
  expect(engine.submitted).toEqual([job.id]);
  expect(studio.bugs).toEqual([]);
});

const copyOf = async (dataDir: string): Promise<string> => {
  const copy = `${dataDir}-copy`;
  await mkdir(copy);
  onTestFinished(() => rm(copy, { recursive: true, force: true }));
  for (const [path, bytes] of await filesUnder(dataDir)) {
    if (dirname(path) === dataDir && !path.endsWith(".lock")) {
      await writeFile(join(copy, path.slice(dataDir.length)), bytes);
    }
  }
  return copy;
};

const stepUntil = async (studio: Studio, isSo: () => Promise<boolean>): Promise<void> => {
  for (let step = 0; step < 1000; step += 1) {
    if (await isSo()) return;
    if (!studio.clock.next()) throw new Error("Nothing more happens");
  }
  throw new Error("It never came");
};

test("a take that was moved into the library but not recorded is recorded, and not fetched again", async () => {
  const studio = await openStudio();
  const job = await runOne(studio);
  await studio.untilState(job.id, "downloading");
  await studio.close();
  const before = await filesUnder(studio.dataDir);
  studio.open();
  await studio.untilState(job.id, "done");
  const [take] = await studio.takes();
  await studio.close();
  // The journal as it was before the take was recorded, the library as it was after.
  for (const [path, bytes] of before) await writeFile(path, bytes);
  await Promise.all(
    ["jobs.sqlite-wal", "jobs.sqlite-shm"].map((name) =>
      rm(join(studio.dataDir, name), { force: true }),
    ),
  );
  studio.open();
  expect((await studio.job(job.id)).status.state).toBe("downloading");
  expect(await studio.takes()).toEqual([]);
  await studio.untilState(job.id, "done");
  expect(await studio.takes()).toEqual([take]);
  expect(studio.simulator.count("download")).toBe(1);
});

test("beside the process that carries out the jobs, another may read and not act", async () => {
  const studio = await openStudio();
  const job = await runOne(studio);
  await studio.untilState(job.id, "done");
  expect(() => studio.open()).toThrow("dataDirInUse");
  const reader = openJobsReader(studio.dataDir);
  expect(await reader.list(10)).toEqual(await studio.jobs().list(10));
  expect(await reader.takes({ limit: 10 })).toEqual(await studio.takes());
  await reader.close();
  await studio.restart();
});

test("a take whose folder was moved away is missing, and is there again when it comes back", async () => {
  const studio = await openStudio();
  const job = await runOne(studio);
  await studio.untilState(job.id, "done");
  const folder = dirname(await studio.jobs().takeVideo(job.id));
  await rename(folder, `${folder}-moved`);
  expect(await studio.takes()).toMatchObject([{ id: job.id, missing: true }]);
  expect(await studio.jobs().takeFile(job.id, "video.mp4")).toBeNull();
  await rename(`${folder}-moved`, folder);
  expect(await studio.takes()).toMatchObject([{ id: job.id, missing: false }]);
});

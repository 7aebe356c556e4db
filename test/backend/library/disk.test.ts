import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createJobs } from "../../../electron/backend/jobs/jobs.ts";
import type { Engine } from "../../../electron/engines/engine.ts";
import type { Job } from "../../../shared/jobs/job.ts";
import { manualClock } from "../../simulator/clock.ts";
import { videoFor } from "../../simulator/video.ts";
import { boardOfShots } from "../board.ts";
import { testFolder } from "../folder.ts";
import { orderOf } from "../jobs/crash/order.ts";
import { idleEngine } from "../jobs/localEngine.ts";
import { steppedClock } from "../jobs/steppedClock.ts";
import { filesUnder, openStudio, type Studio } from "../jobs/studio.ts";

const runOne = async (studio: Studio, title?: string): Promise<Job> => {
  const [job] = await studio.run(title === undefined ? undefined : boardOfShots(title, [3]));
  if (!job) throw new Error("no job");
  return job;
};

const mount = (...args: string[]): boolean => spawnSync("/bin/mount", args).status === 0;

/** A disk of its own for a folder, of so many bytes; false where nobody may make one. */
async function smallDisk(folder: string, options: string): Promise<boolean> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  await mkdir(folder, { recursive: true });
  if (!mount("-t", "tmpfs", "-o", options, "shotgraph-test", folder)) return false;
  // Lazily: the jobs may still have a file open there.
  onTestFinished(() => void spawnSync("/bin/umount", ["-l", folder]));
  return true;
}
const noDisk = "Only root on Linux can mount a disk for a test";

test("a full disk is said, nothing half becomes a take, and with room again only the rest is fetched", async ({
  skip,
}) => {
  const studio = await openStudio({ videoBytes: 3_000_000 });
  if (!(await smallDisk(studio.library, "size=1m"))) skip(noDisk);
  const job = await runOne(studio);
  const failed = await studio.untilState(job.id, "failed");
  expect(failed).toMatchObject({
    status: { reason: { code: "diskFull" }, takeWaits: true },
    cost: failed.estimate,
  });
  expect(await studio.takes()).toEqual([]);
  expect((await readdir(studio.library)).filter((name) => !name.startsWith("."))).toEqual([]);

  expect(mount("-o", "remount,size=20m", studio.library)).toBe(true);
  await studio.jobs().checkAgain(job.id);
  await studio.untilState(job.id, "done");
  expect(await studio.takes()).toMatchObject([{ bytes: 3_000_000, missing: false }]);
  const [, again] = studio.simulator.requests.filter(({ server }) => server === "files");
  expect(again?.headers["range"]).toMatch(/^bytes=[1-9]\d+-$/);
  expect(studio.simulator.count("submit")).toBe(1);
});

test("a read-only disk is said, and the take comes when it can be written again", async ({
  skip,
}) => {
  const studio = await openStudio();
  if (!(await smallDisk(studio.library, "size=20m,ro"))) skip(noDisk);
  const job = await runOne(studio);
  const failed = await studio.untilState(job.id, "failed");
  expect(failed.status).toMatchObject({ reason: { code: "folderUnwritable" }, takeWaits: true });
  expect(mount("-o", "remount,rw", studio.library)).toBe(true);
  await studio.jobs().checkAgain(job.id);
  await studio.untilState(job.id, "done");
});

test("the longest titles make a folder that every disk takes", async () => {
  const studio = await openStudio();
  const job = await runOne(studio, "Die Dünen bei Nacht, 夕暮れの港 ".repeat(7));
  await studio.untilState(job.id, "done");
  const folder = dirname(await studio.jobs().takeVideo(job.id));
  expect(Buffer.byteLength(basename(folder))).toBeLessThan(200);
});

test("a library so deep that no file fits into it is said", async () => {
  const studio = await openStudio({ deep: 4_080 });
  const job = await runOne(studio);
  const failed = await studio.untilState(job.id, "failed");
  expect(failed.status).toMatchObject({ reason: { code: "pathTooLong" }, takeWaits: true });
});

test("takes of the same name stand side by side", async () => {
  const studio = await openStudio();
  const jobs = [await runOne(studio, "Kites"), await runOne(studio, "Kites!")];
  for (const { id } of jobs) await studio.untilState(id, "done");
  const folders = await Promise.all(jobs.map(({ id }) => studio.jobs().takeVideo(id)));
  expect(new Set(folders).size).toBe(2);
  const videos = [...(await filesUnder(studio.library)).keys()].filter((path) =>
    path.endsWith("video.mp4"),
  );
  expect(videos.toSorted()).toEqual(folders.toSorted());
});

test("several videos are fetched at once", async () => {
  const dataDir = testFolder();
  const video = join(dataDir, "made.mp4");
  await writeFile(video, await videoFor({ shots: [3], size: { width: 320, height: 180 } }));
  const all = Promise.withResolvers<void>();
  let begun = 0;
  const engine: Engine = {
    ...idleEngine,
    id: "runcomfy",
    paid: true,
    submit: async ({ jobId }) => ({ outcome: "accepted", requestId: jobId }),
    poll: async () => ({ state: "succeeded", output: video, cost: 1 }),
    fetch: async (_requestId, output, file) => {
      begun += 1;
      if (begun === 3) all.resolve();
      // Whoever fetched one after the other would wait here for ever.
      await all.promise;
      await copyFile(output, file);
      return { outcome: "fetched", bytes: 1 };
    },
  };
  const clock = steppedClock(manualClock());
  const jobs = createJobs({
    dataDir,
    libraryFolder: () => join(dataDir, "takes"),
    engines: { animatic: idleEngine, runcomfy: engine },
    concurrency: () => 3,
    emit: () => {},
    onBug: all.reject,
    clock,
  });
  onTestFinished(() => jobs.close());
  for (const number of [1, 2, 3]) await jobs.start(orderOf(number));
  const areBegun = (): boolean => begun >= 3;
  while (!areBegun()) {
    clock.next();
    await new Promise(setImmediate);
  }
  await all.promise;
  await jobs.idle();
  expect(await jobs.takes({ limit: 10 })).toHaveLength(3);
});

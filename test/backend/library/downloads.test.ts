import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Job } from "../../../shared/jobs/job.ts";
import type { Fault } from "../../simulator/faults.ts";
import { filesUnder, openStudio, type Studio } from "../jobs/studio.ts";

const runOne = async (studio: Studio): Promise<Job> => {
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  return job;
};

const rangesOf = ({ simulator }: Studio): unknown[] =>
  simulator.requests
    .filter(({ server }) => server === "files")
    .map(({ headers }) => headers["range"]);

const megabyte = 1_000_000;

describe("a download that is disturbed comes whole in the end", () => {
  test("cut off: the rest alone is fetched", async () => {
    const studio = await openStudio({ videoBytes: megabyte });
    studio.simulator.fail({ kind: "fileCut", afterBytes: 600_000 });
    const job = await runOne(studio);
    await studio.until(() => studio.simulator.count("download") === 1);
    await studio.jobs().idle();
    expect(await studio.job(job.id)).toMatchObject({
      status: { state: "downloading" },
      trouble: { code: "network" },
    });
    await studio.untilState(job.id, "done");
    const [first, second] = rangesOf(studio);
    expect(first).toBeUndefined();
    expect(second).toMatch(/^bytes=[1-9]\d+-$/);
    expect((await studio.takes())[0]?.bytes).toBe(megabyte);
  });

  test("cut off by the end of the program: the rest alone is fetched at the next start", async () => {
    const studio = await openStudio({ videoBytes: megabyte });
    studio.simulator.fail({ kind: "fileHeld", afterBytes: 600_000 });
    const job = await runOne(studio);
    await studio.untilState(job.id, "downloading");
    studio.clock.next();
    await until(studio, async () => {
      const { status } = await studio.job(job.id);
      studio.clock.sleep(100);
      return status.state === "downloading" && status.bytes > 0;
    });
    await studio.restart();
    studio.simulator.release();
    await studio.untilState(job.id, "done");
    expect(rangesOf(studio)[1]).toMatch(/^bytes=[1-9]\d+-$/);
    expect((await studio.takes())[0]?.bytes).toBe(megabyte);
  });

  test.for<[string, readonly Fault[]]>([
    [
      "the host cannot go on from the middle",
      [{ kind: "fileCut", afterBytes: 9_000 }, { kind: "fileIgnoresRange" }],
    ],
    [
      "the file is another one by now",
      [{ kind: "fileCut", afterBytes: 9_000 }, { kind: "fileChanged" }],
    ],
    ["no length is given", [{ kind: "fileNoLength" }]],
    ["it has moved on the same host", [{ kind: "fileRedirect", to: "same" }]],
  ])("%s", async ([, faults]) => {
    const studio = await openStudio();
    faults.forEach((fault, index) => studio.simulator.fail(fault, { after: index }));
    await studio.untilState((await runOne(studio)).id, "done");
    const [take] = await studio.takes();
    if (!take) throw new Error("no take");
    const bytes = await readFile(await studio.jobs().takeVideo(take.id));
    const record = join(dirname(await studio.jobs().takeVideo(take.id)), "job.json");
    expect(bytes.length).toBe(take.bytes);
    expect(JSON.parse(await readFile(record, "utf8")).hash).toBe(
      createHash("sha256").update(bytes).digest("hex"),
    );
  });

  test("silent for half a minute: it is broken off and goes on", async () => {
    const studio = await openStudio({ videoBytes: megabyte });
    studio.simulator.fail({ kind: "fileHeld", afterBytes: 0 });
    const job = await runOne(studio);
    await studio.untilState(job.id, "downloading");
    studio.clock.next();
    await studio.simulator.seen("download");
    studio.clock.advance(31_000);
    await studio.untilState(job.id, "done");
    expect(studio.simulator.count("download")).toBe(2);
  });

  test("the file host is away", async () => {
    const studio = await openStudio();
    await studio.simulator.goDown("files");
    const job = await runOne(studio);
    await studio.untilState(job.id, "downloading");
    await studio.until(async () => (await studio.job(job.id)).trouble !== null);
    studio.clock.advance(120_000);
    await studio.simulator.comeBack("files");
    await studio.untilState(job.id, "done");
    expect(await studio.takes()).toHaveLength(1);
  });
});

/** Real bytes come in real time: looks again whenever the machine has done something. */
const until = async (studio: Studio, isSo: () => Promise<boolean>): Promise<void> => {
  for (let look = 0; look < 100_000; look += 1) {
    if (await isSo()) return;
    await new Promise(setImmediate);
  }
  throw new Error(`It never came: ${JSON.stringify(await studio.jobs().list(1))}`);
};

describe("a download that cannot be right fails the job, keeps the take waiting, and leaves nothing half", () => {
  test.for<[string, Fault, object]>([
    ["gone", { kind: "fileMissing" }, { code: "fileGone", values: { status: 404 } }],
    [
      "a page instead of a video",
      { kind: "fileType", contentType: "text/html; charset=utf-8" },
      { code: "wrongType", values: { type: "text/html" } },
    ],
    [
      "led to another host",
      { kind: "fileRedirect", to: "foreign" },
      { code: "foreignRedirect", values: { host: "localhost" } },
    ],
    [
      "led elsewhere in the world",
      { kind: "fileRedirect", to: "https://example.com/a.mp4" },
      { code: "foreignHost", values: { host: "example.com" } },
    ],
    [
      "a foreign address",
      { kind: "output", shape: "foreign" },
      { code: "foreignHost", values: { host: "videos.example.com" } },
    ],
    ["called a video, and is none", { kind: "fileNotVideo" }, { code: "notAVideo" }],
    ["more than 2 GiB", { kind: "fileHuge", bytes: 2 ** 31 + 1 }, { code: "tooLarge", values: {} }],
  ])("%s; checked again it comes", async ([, fault, reason]) => {
    const studio = await openStudio();
    studio.simulator.fail(fault);
    const job = await runOne(studio);
    const failed = await studio.untilState(job.id, "failed");
    expect(failed).toMatchObject({ status: { reason, takeWaits: true }, cost: failed.estimate });
    expect(await videoFiles(studio)).toEqual([]);
    expect(await studio.takes()).toEqual([]);
    if (fault.kind === "output") return;
    expect((await studio.jobs().checkAgain(job.id)).endedAt).toBeNull();
    await studio.untilState(job.id, "done");
    expect(await studio.takes()).toMatchObject([{ number: 1 }]);
    expect(studio.simulator.count("submit")).toBe(1);
    expect(studio.simulator.tokenLeaks()).toEqual([]);
  });
});

/** Whole, begun, or the note of what was begun. */
const videoFiles = async (studio: Studio): Promise<string[]> =>
  [...(await filesUnder(studio.library)).keys()].filter((path) =>
    basename(path).startsWith("video.mp4"),
  );

describe("a file that is larger than any video", () => {
  test("without a length, it is cut off where it is too much, and nothing of it stays", async () => {
    const studio = await openStudio({ videoBytes: megabyte, largestFile: 300_000 });
    studio.simulator.fail({ kind: "fileNoLength" });
    studio.simulator.fail({ kind: "fileSlow", chunkBytes: 100_000, everySeconds: 0 });
    const failed = await studio.untilState((await runOne(studio)).id, "failed");
    expect(failed.status).toEqual({
      state: "failed",
      reason: { code: "tooLarge", values: {} },
      takeWaits: true,
    });
    expect(await videoFiles(studio)).toEqual([]);
  });

  test("without a length, just as much as may be is fetched", async () => {
    const studio = await openStudio({ videoBytes: megabyte, largestFile: megabyte });
    studio.simulator.fail({ kind: "fileNoLength" });
    await studio.untilState((await runOne(studio)).id, "done");
    expect(await studio.takes()).toMatchObject([{ bytes: megabyte }]);
  });

  test("2 GiB to the byte are still begun", async () => {
    const studio = await openStudio();
    studio.simulator.fail({ kind: "fileHuge", bytes: 2 ** 31 });
    const job = await runOne(studio);
    await studio.until(async () => (await studio.job(job.id)).trouble !== null);
    expect(await studio.job(job.id)).toMatchObject({
      status: { state: "downloading", total: 2 ** 31 },
      trouble: { code: "network" },
    });
  });
});

describe("the library", () => {
  test("a library that cannot be made says so, and the take comes when it can be", async () => {
    const studio = await openStudio();
    await writeFile(studio.library, "in the way");
    const job = await runOne(studio);
    const failed = await studio.untilState(job.id, "failed");
    expect(failed.status).toEqual({
      state: "failed",
      reason: { code: "folderUnwritable", values: { folder: studio.library } },
      takeWaits: true,
    });
    await rm(studio.library);
    await studio.jobs().checkAgain(job.id);
    await studio.untilState(job.id, "done");
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a read-only library is the same",
    async () => {
      const studio = await openStudio();
      await mkdir(studio.library);
      await chmod(studio.library, 0o500);
      const failed = await studio.untilState((await runOne(studio)).id, "failed");
      expect(failed.status).toMatchObject({ reason: { code: "folderUnwritable" } });
    },
  );

  test("another folder in the way is left alone", async () => {
    const studio = await openStudio();
    const job = await runOne(studio);
    await studio.untilState(job.id, "downloading");
    const { folder } = JSON.parse(
      /\\"folder\\":\\"[^"]*\\"/
        .exec(await studio.journalText())?.[0]
        .replaceAll("\\", "")
        .replace(/^/, "{") + "}",
    );
    await mkdir(join(studio.library, folder), { recursive: true });
    await writeFile(join(studio.library, folder, "mine.txt"), "mine");
    await studio.untilState(job.id, "done");
    expect(await readdir(join(studio.library, folder))).toEqual(["mine.txt"]);
    expect(dirname(await studio.jobs().takeVideo(job.id))).toBe(
      join(studio.library, `${folder}-2`),
    );
  });

  test("serves only the files of a take, by name", async () => {
    const studio = await openStudio();
    const job = await runOne(studio);
    await studio.untilState(job.id, "done");
    const folder = dirname(await studio.jobs().takeVideo(job.id));
    const file = (name: string) => studio.jobs().takeFile(job.id, name);
    expect(await file("video.mp4")).toBe(join(folder, "video.mp4"));
    expect(await file("still-2.jpg")).toBe(join(folder, "still-2.jpg"));
    for (const name of ["job.json", "../video.mp4", "", ".", "still-4.jpg", "__proto__"]) {
      expect(await file(name), name).toBeNull();
    }
    expect(await studio.jobs().takeFile("nobody", "video.mp4")).toBeNull();
    await rm(join(folder, "poster.jpg"));
    await symlink("/etc/hostname", join(folder, "poster.jpg"));
    expect(await file("poster.jpg")).toBeNull();
  });
});

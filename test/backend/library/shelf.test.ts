import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openStudio, type Studio } from "../jobs/studio.ts";

async function withTake() {
  const studio = await openStudio();
  const [job] = await studio.run();
  if (!job) throw new Error("no job");
  await studio.untilState(job.id, "done");
  return { studio, id: job.id, home: dirname(await studio.jobs().takeVideo(job.id)) };
}

const recordIn = async (folder: string) =>
  JSON.parse(await readFile(join(folder, "job.json"), "utf8"));

const inBin = (studio: Studio, home: string): string =>
  join(studio.library, ".bin", basename(dirname(home)), basename(home));

test("a star, a name and a note are kept in the list and in the take's own record", async () => {
  const { studio, id, home } = await withTake();
  await studio.jobs().shelf.mark(id, { starred: true, note: "The gust at 0:07 is good." });
  const take = await studio.jobs().shelf.mark(id, { title: "Best kite" });
  const marks = { starred: true, title: "Best kite", note: "The gust at 0:07 is good." };
  expect(take).toMatchObject({ id, ...marks, missing: false, binned: false });
  expect((await recordIn(home)).take).toMatchObject(marks);
  expect(studio.events.at(-1)).toMatchObject({ event: "takeChanged", take: marks });
  await studio.restart();
  expect(await studio.takes()).toMatchObject([marks]);
  await expect(studio.jobs().shelf.mark("nobody", {})).rejects.toMatchObject({
    code: "unknownTake",
  });
});

test("a deleted take lies in the library's bin, playable, and comes back as it was", async () => {
  const { studio, id, home } = await withTake();
  const bin = inBin(studio, home);
  expect(await studio.jobs().shelf.bin(id)).toMatchObject({ id, binned: true, missing: false });
  expect([existsSync(home), existsSync(join(bin, "video.mp4"))]).toEqual([false, true]);
  expect(existsSync(dirname(home))).toBe(false);
  expect(await studio.takes()).toEqual([]);
  expect(await studio.jobs().takes({ limit: 10, binned: true })).toMatchObject([{ id }]);
  expect(await studio.jobs().takeFile(id, "video.mp4")).toBe(join(bin, "video.mp4"));

  await studio.restart();
  expect(await studio.takes()).toEqual([]);
  expect(await studio.jobs().shelf.restore(id)).toMatchObject({ binned: false, missing: false });
  expect([existsSync(join(home, "video.mp4")), existsSync(dirname(bin))]).toEqual([true, false]);
  expect(await studio.takes()).toMatchObject([{ id, missing: false }]);
  expect(await studio.jobs().takes({ limit: 10, binned: true })).toEqual([]);
});

test("emptying the bin deletes the files and keeps the job with its cost", async () => {
  const { studio, id, home } = await withTake();
  await studio.jobs().shelf.bin(id);
  expect(await studio.jobs().shelf.emptyBin()).toEqual({ count: 1 });
  expect(existsSync(inBin(studio, home))).toBe(false);
  expect(await studio.jobs().takes({ limit: 10, binned: true })).toEqual([]);
  expect(studio.events.at(-1)).toEqual({ event: "takeGone", takeId: id });
  const job = await studio.job(id);
  expect(job).toMatchObject({ status: { state: "done" }, cost: job.estimate });
  await expect(studio.jobs().shelf.restore(id)).rejects.toMatchObject({ code: "unknownTake" });
});

test("stopped between the list and the folder, the next start ends the move", async () => {
  const { studio, id, home } = await withTake();
  await studio.jobs().shelf.bin(id);
  await studio.close();
  await mkdir(dirname(home), { recursive: true });
  await rename(inBin(studio, home), home);
  studio.open();
  await studio.jobs().idle();
  expect([existsSync(home), existsSync(inBin(studio, home))]).toEqual([false, true]);
  expect(await studio.jobs().takes({ limit: 10, binned: true })).toMatchObject([
    { missing: false },
  ]);
});

test("a take that cannot be moved stays where it is", async () => {
  const { studio, id, home } = await withTake();
  await writeFile(join(studio.library, ".bin"), "in the way");
  await expect(studio.jobs().shelf.bin(id)).rejects.toMatchObject({ code: "takeNotMoved" });
  expect(await studio.takes()).toMatchObject([{ id, binned: false, missing: false }]);
  expect(existsSync(home)).toBe(true);
});

test("a take whose folder was taken away can be deleted and brought back, as missing", async () => {
  const { studio, id, home } = await withTake();
  await rm(home, { recursive: true });
  expect(await studio.takes()).toMatchObject([{ id, missing: true }]);
  expect(await studio.jobs().shelf.bin(id)).toMatchObject({ binned: true, missing: true });
  expect(await studio.jobs().shelf.restore(id)).toMatchObject({ binned: false, missing: true });
  expect(await studio.jobs().shelf.mark(id, { starred: true })).toMatchObject({ starred: true });
});

test("a take from before there were marks is read", async () => {
  const { studio, id } = await withTake();
  await studio.close();
  const database = new DatabaseSync(join(studio.dataDir, "jobs.sqlite"));
  const old = "json_remove(record, '$.starred', '$.title', '$.note')";
  database.exec(`UPDATE takes SET record = ${old}`);
  database.close();
  studio.open();
  expect(await studio.takes()).toMatchObject([{ id, starred: false, title: "", note: "" }]);
});

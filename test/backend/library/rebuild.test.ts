import { readdirSync } from "node:fs";
import { cp, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createBackend } from "../../../electron/backend/backend.ts";
import { createNodeHost } from "../../../electron/hosts/nodeHost.ts";
import { openStudio, threeShotBoard, type Studio } from "../jobs/studio.ts";

async function withTwoTakes() {
  const studio = await openStudio();
  const [first] = await studio.run();
  if (!first) throw new Error("no job");
  await studio.untilState(first.id, "done");
  const second = await studio.jobs().repeat(first.id);
  await studio.untilState(second.id, "done");
  await studio.jobs().shelf.mark(first.id, { starred: true, note: "Keep" });
  return { studio, first, second };
}

async function loseJournal({ close, dataDir }: Studio): Promise<void> {
  await close();
  for (const name of readdirSync(dataDir).filter((each) => each.startsWith("jobs.sqlite"))) {
    await rm(join(dataDir, name));
  }
}

test("the list is made again from the folders: takes, marks, costs, boards, numbers and the bin", async () => {
  const { studio, first, second } = await withTwoTakes();
  await studio.jobs().shelf.bin(second.id);
  const before = await studio.takes();
  await loseJournal(studio);
  studio.open();
  expect(studio.jobs().isNew).toBe(true);
  expect(await studio.jobs().shelf.rebuild(studio.library)).toEqual({
    takes: 2,
    added: 2,
    found: 0,
  });
  expect(await studio.takes()).toEqual(before);
  expect(await studio.jobs().takes({ limit: 10, binned: true })).toMatchObject([
    { id: second.id, missing: false },
  ]);
  expect((await studio.jobs().board(first.id)).board).toEqual(threeShotBoard);
  expect(await studio.jobs().request(first.id)).toMatchObject({ model: first.model });
  const third = await studio.jobs().repeat(first.id);
  await studio.untilState(third.id, "done");
  expect((await studio.takes()).map(({ number }) => number)).toEqual([3, 1]);
  expect(studio.simulator.posts().map(({ body }) => body)).toEqual(
    studio.simulator.posts().map(() => studio.simulator.posts()[0]?.body),
  );
  expect(await studio.jobs().shelf.rebuild(studio.library)).toMatchObject({ takes: 3, added: 0 });
});

test("a take that was moved within the library is found; one that was taken away is missing", async () => {
  const { studio, first, second } = await withTwoTakes();
  const home = dirname(await studio.jobs().takeVideo(first.id));
  const elsewhere = join(studio.library, "favourites", "kites");
  await mkdir(dirname(elsewhere));
  await rename(home, elsewhere);
  await rm(dirname(await studio.jobs().takeVideo(second.id)), { recursive: true });
  const missing = async () => (await studio.takes()).map((take) => [take.id, take.missing]);
  expect(await missing()).toEqual([
    [second.id, true],
    [first.id, true],
  ]);
  expect(await studio.jobs().shelf.rebuild(studio.library)).toEqual({
    takes: 1,
    added: 0,
    found: 1,
  });
  expect(await missing()).toEqual([
    [second.id, true],
    [first.id, false],
  ]);
  expect(await studio.jobs().takeVideo(first.id)).toBe(join(elsewhere, "video.mp4"));
});

test("a take that alone is missing from the list comes back to its job", async () => {
  const { studio, first, second } = await withTwoTakes();
  await studio.close();
  const database = new DatabaseSync(join(studio.dataDir, "jobs.sqlite"));
  database.prepare("DELETE FROM takes WHERE id = ?").run(second.id);
  database.close();
  studio.open();
  expect((await studio.takes()).map(({ id }) => id)).toEqual([first.id]);
  expect(await studio.jobs().shelf.rebuild(studio.library)).toMatchObject({ takes: 2, added: 1 });
  expect((await studio.takes()).map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(await studio.jobs().list(10)).toHaveLength(2);
});

/** Another folder of the library with what a take's folder has, its record changed. */
async function copyTake(studio: Studio, id: string, change: (record: string) => string) {
  const folder = dirname(await studio.jobs().takeVideo(id));
  const copy = join(dirname(folder), "copy");
  await cp(folder, copy, { recursive: true });
  const file = join(copy, "job.json");
  await writeFile(file, change(await readFile(file, "utf8")));
}

test("a record that contradicts itself keeps no other out", async () => {
  const { studio, first } = await withTwoTakes();
  await copyTake(studio, first.id, (text) => {
    const record = JSON.parse(text);
    return JSON.stringify({ ...record, take: { ...record.take, id: "another" } });
  });
  await loseJournal(studio);
  studio.open();
  expect(await studio.jobs().shelf.rebuild(studio.library)).toMatchObject({ takes: 2, added: 2 });
});

test("a record from elsewhere names files of its own folder alone", async () => {
  const { studio, first } = await withTwoTakes();
  const outside = "../../../outside.txt";
  await writeFile(join(studio.dataDir, "outside.txt"), "not of the library");
  await copyTake(studio, first.id, (text) => {
    const record = JSON.parse(text.replaceAll(first.id, "gift"));
    return JSON.stringify({ ...record, take: { ...record.take, video: outside } });
  });
  expect(await studio.jobs().shelf.rebuild(studio.library)).toMatchObject({ takes: 2, added: 0 });
  expect(await studio.jobs().takeFile("gift", outside)).toBeNull();
});

test("what is no take is left alone", async () => {
  const { studio } = await withTwoTakes();
  const strange = join(studio.library, "2026-01-01", "mine");
  await mkdir(strange, { recursive: true });
  await writeFile(join(strange, "job.json"), '{"format":"something else"}');
  await writeFile(join(studio.library, "notes.txt"), "mine");
  await loseJournal(studio);
  studio.open();
  expect(await studio.jobs().shelf.rebuild(studio.library)).toMatchObject({ takes: 2, added: 2 });
});

/** Writes over the first page of a table or an index. */
async function damage(file: string, name: string): Promise<void> {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const row = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").get(name);
  const size = Number(database.prepare("PRAGMA page_size").get()?.["page_size"]);
  database.close();
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(size, 0xa5), 0, size, (Number(row?.["rootpage"]) - 1) * size);
  await handle.close();
}

test.for<[string, (file: string) => Promise<void>]>([
  ["as a whole", (file) => writeFile(file, "not a database at all ".repeat(400))],
  ["among its jobs", (file) => damage(file, "jobs")],
  ["in an index", (file) => damage(file, "jobs_by_state")],
])(
  "a list that is damaged %s is set aside, and the program starts with the takes of its folders",
  async ([, spoil]) => {
    const { studio, first, second } = await withTwoTakes();
    await studio.close();
    await spoil(join(studio.dataDir, "jobs.sqlite"));
    const backend = await createBackend(createNodeHost(studio.dataDir));
    const takes = await backend.jobs.takes({ limit: 10 });
    const info = await backend.dispatch("app.info", {});
    await backend.close();
    expect(info).toMatchObject({ ok: true, value: { jobsSetAside: true } });
    expect(takes.map(({ id, missing }) => [id, missing])).toEqual([
      [second.id, false],
      [first.id, false],
    ]);
    const kept = readdirSync(studio.dataDir).filter((name) => name.startsWith("damaged "));
    expect(kept).toHaveLength(1);
  },
);

import { mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createBoards } from "../../electron/backend/boards.ts";
import { createDrafts, type Drafts } from "../../electron/backend/drafts.ts";
import { createLog, createSecrets } from "../../electron/backend/log.ts";
import { createRecentBoards } from "../../electron/backend/recentBoards.ts";
import { changesBetween } from "../../shared/board/changes.ts";
import { removeNodes, setBoardTitle, setParam } from "../../shared/board/edits.ts";
import { nodeIdSchema, type Board } from "../../shared/board/schema.ts";
import { draftSchema, type Draft } from "../../shared/ipc/contract.ts";
import { boardOfShots } from "./board.ts";
import { testFolder } from "./folder.ts";

const draft = (id: string, order: number, path: string | null = null): Draft => ({
  id,
  board: boardOfShots(id, [5]),
  path,
  hash: null,
  unsaved: true,
  order,
});

const one = { window: "one", read: null };

/** Without their marks, which are new at each reading. */
const listed = async (drafts: Drafts): Promise<Draft[]> =>
  (await drafts.list()).map((each) => draftSchema.parse(each));

function place() {
  const home = realpathSync(testFolder());
  const folder = join(home, "drafts");
  const begin = () => {
    const boards = createBoards({
      folder: () => join(home, "boards"),
      recentBoards: createRecentBoards(join(home, "recent.json")),
    });
    const log = createLog(join(home, "log"), createSecrets());
    return { boards, drafts: createDrafts({ folder, boards, log }) };
  };
  return { home, folder, begin };
}

test("drafts come back in the order of their tabs, after a restart too", async () => {
  const { begin } = place();
  const { drafts } = begin();
  expect(await listed(drafts)).toEqual([]);
  await drafts.write(draft("b", 2), one);
  await drafts.write(draft("a", 1), one);
  await drafts.write({ ...draft("b", 0), unsaved: false }, one);
  expect(await listed(begin().drafts)).toEqual([
    { ...draft("b", 0), unsaved: false },
    draft("a", 1),
  ]);
  await drafts.drop("b", one);
  expect(await listed(begin().drafts)).toEqual([draft("a", 1)]);
});

test("a change is kept as the whole would be", async () => {
  const { begin } = place();
  const { drafts } = begin();
  const { board, ...state } = draft("a", 0);
  const shot = nodeIdSchema.parse("shot0");
  const written = setParam(board, shot, "prompt", "A kite tears");
  const shorter = removeNodes(written, [shot]);
  const first = await drafts.write({ ...state, board }, one);
  const change = (since: string | null, from: Board, to: Board) =>
    drafts.change({
      ...state,
      order: 3,
      since: since ?? "",
      changes: changesBetween(from, to),
      by: one,
    });

  const second = await change(first, board, written);
  expect(await listed(begin().drafts)).toEqual([{ ...state, order: 3, board: written }]);
  expect(second).not.toBe(first);
  expect(await change(second, written, shorter)).not.toBeNull();
  expect(await listed(begin().drafts)).toEqual([{ ...state, order: 3, board: shorter }]);
});

test("a change of what is not there any more is refused and changes nothing", async () => {
  const { begin } = place();
  const { drafts } = begin();
  const { board, ...state } = draft("a", 0);
  const titled = setBoardTitle(board, "Storm");
  const first = await drafts.write({ ...state, board }, one);
  const change = { ...state, changes: changesBetween(board, titled), by: one };

  await drafts.write({ ...state, board }, one);
  expect(await drafts.change({ ...change, since: first ?? "" })).toBeNull();
  // Another start of the program has not read the draft yet.
  expect(await begin().drafts.change({ ...change, since: first ?? "" })).toBeNull();
  const [read] = await drafts.list();
  await drafts.drop("a", one);
  expect(await drafts.change({ ...change, since: read?.mark ?? "" })).toBeNull();
  expect(await drafts.list()).toEqual([]);
});

test("a draft that was read is changed from there on", async () => {
  const { begin } = place();
  const { board, ...state } = draft("a", 0);
  await begin().drafts.write({ ...state, board }, one);
  const { drafts } = begin();
  const [read] = await drafts.list();
  const titled = setBoardTitle(board, "Storm");
  const changes = changesBetween(board, titled);
  expect(
    await drafts.change({ ...state, since: read?.mark ?? "", changes, by: one }),
  ).not.toBeNull();
  expect(await listed(drafts)).toEqual([{ ...state, board: titled }]);
});

test("of two windows neither writes over what the other has changed, nor drops it", async () => {
  const { drafts } = place().begin();
  const { board, ...state } = draft("a", 0);
  await drafts.write({ ...state, board }, one);
  const [read] = await drafts.list();
  const since = read?.mark ?? "";
  const first = { window: "first", read: since };
  const second = { window: "second", read: since };
  // Read once more, it is still the same: what the first has read counts.
  await drafts.list();
  const titled = setBoardTitle(board, "Storm");
  const changes = changesBetween(board, titled);
  expect(await drafts.change({ ...state, since, changes, by: first })).not.toBeNull();
  expect(await drafts.change({ ...state, since, changes, by: second })).toBeNull();
  expect(await drafts.write({ ...state, board }, second)).toBeNull();
  await drafts.drop("a", second);
  expect(await listed(drafts)).toEqual([{ ...state, board: titled }]);
  // The first goes on, whatever it heard of its own last words.
  expect(await drafts.write({ ...state, board: titled, order: 1 }, first)).not.toBeNull();
  await drafts.drop("a", first);
  expect(await drafts.list()).toEqual([]);
});

test("a damaged draft is set aside and costs no other", async () => {
  const { begin, folder } = place();
  const { drafts } = begin();
  await drafts.write(draft("good", 0), one);
  writeFileSync(join(folder, "cut.json"), '{"id":"cut","boa');
  writeFileSync(join(folder, "other.json"), '{"id":"other"}');
  expect(await listed(drafts)).toEqual([draft("good", 0)]);
  expect(readdirSync(folder).toSorted()).toEqual([
    "cut.json.damaged",
    "good.json",
    "other.json.damaged",
  ]);
});

test("an id that leads elsewhere drops nothing", async () => {
  const { begin, home } = place();
  writeFileSync(join(home, "settings.json"), "{}");
  await begin().drafts.drop("../settings", one);
  expect(readdirSync(home)).toContain("settings.json");
});

test("a draft lets its file be saved again after a restart, and no other file", async () => {
  const { begin, home } = place();
  const path = join(home, "far", "Kite.shotgraph");
  mkdirSync(join(home, "far"));
  const first = begin();
  await expect(first.drafts.write(draft("a", 0, path), one)).rejects.toThrow("pathNotGranted");
  await first.boards.grant(path);
  await first.drafts.write(draft("a", 0, path), one);

  const second = begin();
  await expect(second.boards.save(path, boardOfShots("a", [5]), null)).rejects.toThrow(
    "pathNotGranted",
  );
  await second.drafts.list();
  expect(await second.boards.save(path, boardOfShots("a", [5]), null)).toMatchObject({ path });
});

test("a draft outlives the disk of its file", async () => {
  const { begin, folder } = place();
  const path = join(folder, "..", "unplugged", "Kite.shotgraph");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "a.json"), JSON.stringify(draft("a", 0, path)));
  const { drafts } = begin();
  expect(await listed(drafts)).toEqual([draft("a", 0, path)]);
  await drafts.write(draft("a", 3, path), one);
  expect(await listed(begin().drafts)).toEqual([draft("a", 3, path)]);
});
